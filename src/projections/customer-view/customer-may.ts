import type { Context } from "../../complaint/context.ts";
import { decide, permitted } from "../../complaint/decide.ts";
import { isRefusal } from "../../complaint/refusal.ts";
import type { Complaint } from "../../complaint/state.ts";
import type { Verb } from "../../procedure/pure/vocabulary.ts";

/** What the customer may say of an answer: each pair that the procedure has a step for. */
export type VerdictOpen = { accepts: "yes" | "no"; satisfied: "yes" | "no" | "not-asked" };

/** Nobody is satisfied with what they do not accept. */
const sayable: readonly VerdictOpen[] = [
  { accepts: "yes", satisfied: "yes" },
  { accepts: "yes", satisfied: "no" },
  { accepts: "yes", satisfied: "not-asked" },
  { accepts: "no", satisfied: "no" },
  { accepts: "no", satisfied: "not-asked" },
];

/** What is open to the customer now. The page shows this and decides nothing. */
export type CustomerMay = {
  verdicts: VerdictOpen[];
  informationReceived: boolean;
  invitationAnswered: boolean;
  signed: boolean;
  nextLevel: boolean;
  nextRound: boolean;
  negotiation: boolean;
};

export function customerMay(complaint: Complaint, given: Omit<Context, "actor">): CustomerMay {
  const context: Context = { ...given, actor: { kind: "customer" } };
  const isOpen = (verb: Verb, data: object) =>
    !isRefusal(permitted(verb, complaint, context)) && decide({ verb, data }, complaint, context).ok;
  const meetingId = complaint.meetings.findLast(({ outcome }) => outcome === "invited")?.meetingId ?? "none";
  return {
    verdicts: sayable.filter((said) => isOpen("record-verdict", said)),
    informationReceived: isOpen("receive-information", {}),
    invitationAnswered: isOpen("answer-invitation", { meetingId, comes: true }),
    signed: !isRefusal(permitted("sign-paper", complaint, context)),
    nextLevel: isOpen("escalate", { reason: "?" }),
    nextRound: isOpen("start-next-round", { reason: "?" }),
    negotiation: isOpen("ask-negotiation", {}),
  };
}
