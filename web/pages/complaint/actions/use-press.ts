import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { errorText } from "../../../parts/states.tsx";
import { tell } from "../../../parts/toast.tsx";
import { useLanguage } from "../../../words/language.ts";
import type { Action, Move } from "./described.ts";
import { sendVerb } from "./send-verb.ts";
import { useTellDone } from "./use-undo.ts";

/** Does at once what takes no form, says so, and offers the way back. */
export function usePress({ complaintId, sequence }: { complaintId: string; sequence: number }) {
  const client = useQueryClient();
  const chosen = useLanguage();
  const tellDone = useTellDone(complaintId);
  const [pressing, setPressing] = useState<Move>();
  const press = async (action: Action, move: Move) => {
    if (pressing || !move.press) return;
    setPressing(move);
    try {
      const sent = { address: {}, body: move.press };
      const done = await sendVerb(action.href, sent, { ifMatch: sequence, idempotencyKey: crypto.randomUUID() });
      tellDone(action, done, move.name ?? action.name[chosen]);
    } catch (error) {
      tell(errorText(error, chosen), { isError: true });
    } finally {
      setPressing(undefined);
      void client.invalidateQueries();
    }
  };
  return { press, pressing };
}
