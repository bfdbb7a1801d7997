import { useQueryClient } from "@tanstack/react-query";
import { answerOptions } from "../../../api/use-answer.ts";
import { errorText } from "../../../parts/states.tsx";
import { tell } from "../../../parts/toast.tsx";
import { useLanguage, useWords } from "../../../words/language.ts";
import type { Action } from "./described.ts";
import type { Done } from "./described.ts";
import { sendVerb } from "./send-verb.ts";
import { wayBack, type WayBack } from "./undo.ts";
import { wordsOfForm } from "./words.ts";

/** Tells what was done, with the way back where there is one. */
export function useTellDone(complaintId: string) {
  const client = useQueryClient();
  const words = useWords(wordsOfForm);
  const chosen = useLanguage();
  const goBack = async (way: WayBack, done: Done, what: string) => {
    try {
      // What is open now, after what was done: the server says where the way back is.
      const asked = answerOptions("GET /complaints/:complaintId/actions", { params: { complaintId }, query: {} });
      const { actions } = await client.fetchQuery({ ...asked, staleTime: 0 });
      const action = actions.find(({ verb }) => verb === way.verb);
      if (!action?.allowed) return tell(action?.why?.[chosen] ?? words.notOpen, { isError: true });
      const sent = sentBack(action, way, words.undoReason);
      await sendVerb(action.href, sent, { ifMatch: done.sequence, idempotencyKey: crypto.randomUUID() });
      void client.invalidateQueries();
      tell(words.undone(what));
    } catch (error) {
      tell(errorText(error, chosen), { isError: true });
    }
  };
  return (action: Action, done: Done, what: string) => {
    const way = wayBack(action.verb, done.events);
    tell(words.done(what), way ? { undo: () => void goBack(way, done, what) } : {});
  };
}

/** The command of the way back; a reason where the verb takes one. */
function sentBack({ moves = [] }: Action, { fields }: WayBack, reason: string) {
  const form = moves[0]?.form?.fields ?? {};
  const all = Object.entries("reason" in form ? { ...fields, reason } : fields);
  const isInAddress = (name: string) => form[name]?.in === "address";
  const inAddress = all.filter(([name]) => isInAddress(name)).map(([name, value]) => [name, String(value)] as const);
  return {
    address: Object.fromEntries(inAddress),
    body: Object.fromEntries(all.filter(([name]) => !isInAddress(name))),
  };
}
