import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { addressOf, ask, type Answer } from "../../api/ask.ts";
import { answerOptions, useAnswer } from "../../api/use-answer.ts";

/** A sign of life this often; the server takes whoever gives none for a minute for gone. */
const SIGN_MS = 20_000;
/** Typing lasts so long after the last letter. */
const TYPING_MS = 8_000;

export type Other = Answer<"GET /complaints/:complaintId/presence">["others"][number];

/** Says that I am here, and gives who else is: the stream says when that changes. */
export function useOthers(complaintId: string): Other[] {
  const client = useQueryClient();
  const isTyping = useIsTyping();
  const { data } = useAnswer("GET /complaints/:complaintId/presence", { params: { complaintId } });
  useEffect(() => {
    const parts = { params: { complaintId } };
    const { queryKey } = answerOptions("GET /complaints/:complaintId/presence", parts);
    const sayHere = async () => {
      try {
        const others = await ask("PUT /complaints/:complaintId/presence", { ...parts, body: { isTyping } });
        client.setQueryData(queryKey, others);
      } catch {
        // The next sign says it again.
      }
    };
    void sayHere();
    const saying = setInterval(() => void sayHere(), SIGN_MS);
    return () => clearInterval(saying);
  }, [client, complaintId, isTyping]);
  useLeaving(complaintId);
  return data?.others ?? [];
}

function useLeaving(complaintId: string): void {
  useEffect(() => {
    const leave = () => {
      const address = addressOf("DELETE /complaints/:complaintId/presence", { params: { complaintId } });
      // A page that is closed has no time to wait for an answer.
      fetch(address, { method: "DELETE", credentials: "same-origin", keepalive: true }).catch(() => undefined);
    };
    globalThis.addEventListener("pagehide", leave);
    return () => {
      globalThis.removeEventListener("pagehide", leave);
      leave();
    };
  }, [complaintId]);
}

/** Whether something was typed on this page in the last seconds. */
function useIsTyping(): boolean {
  const [isTyping, setTyping] = useState(false);
  useEffect(() => {
    let ceasing: ReturnType<typeof setTimeout> | undefined;
    const typed = () => {
      setTyping(true);
      clearTimeout(ceasing);
      ceasing = setTimeout(() => setTyping(false), TYPING_MS);
    };
    document.addEventListener("input", typed);
    return () => {
      clearTimeout(ceasing);
      document.removeEventListener("input", typed);
    };
  }, []);
  return isTyping;
}
