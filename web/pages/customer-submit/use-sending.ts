import { useCallback, useEffect, useRef, useState } from "react";
import { ask, NoConnection, ServerProblem } from "../../api/ask.ts";
import { allUploaded } from "../../customer/all-uploaded.ts";
import type { Handed } from "../../customer/parts/handed-files.tsx";
import type { Draft } from "./draft.ts";
import { bodyOf, type Form } from "./form.ts";

const RETRY_MS = 15_000;

type Sent = {
  draft: Draft;
  files: readonly Handed[];
  areFilesRead: boolean;
  change: (next: Partial<Draft>) => void;
  changeFiles: (files: Handed[]) => void;
};

/**
 * Sends the draft once the customer said so, and until the server has it: a lost connection is waited for, and every try carries the
 * same key. What the server refuses is given back to be mended.
 */
export function useSending(form: Form | undefined, { draft, files, areFilesRead, change, changeFiles }: Sent) {
  const [state, setState] = useState<{ isWaiting: boolean; error: unknown }>({ isWaiting: false, error: null });
  const isUnderWay = useRef(false);
  const send = useCallback(async () => {
    if (!form || isUnderWay.current) return;
    isUnderWay.current = true;
    setState({ isWaiting: false, error: null });
    try {
      const uploaded = await allUploaded(form.id, files, changeFiles);
      const parts = { params: { organisation: form.id }, body: bodyOf(form, draft, uploaded) };
      const operation = "POST /public/organisations/:organisation/complaints";
      const taken = await ask(operation, parts, { idempotencyKey: draft.key });
      change({ isSending: false, taken });
      changeFiles([]);
    } catch (error) {
      const isWaiting = error instanceof NoConnection;
      // What was uploaded and not sent within a day is gone from the server: it is uploaded anew.
      if (error instanceof ServerProblem && error.code === "unknown-attachment") {
        changeFiles(files.map(({ sha256: _gone, ...file }) => file));
      }
      if (!isWaiting) change({ isSending: false });
      setState({ isWaiting, error });
    } finally {
      isUnderWay.current = false;
    }
  }, [form, draft, files, change, changeFiles]);

  const isReady = draft.isSending && areFilesRead && form !== undefined;
  const latest = useRef(send);
  useEffect(() => void (latest.current = send), [send]);
  useEffect(() => {
    if (!isReady) return;
    const again = () => void latest.current();
    again();
    const retrying = setInterval(again, RETRY_MS);
    addEventListener("online", again);
    return () => {
      clearInterval(retrying);
      removeEventListener("online", again);
    };
  }, [isReady]);
  return { ...state, sendNow: () => void send() };
}
