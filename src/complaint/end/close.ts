import { z } from "zod";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import type { Fact } from "../../procedure/pure/edition/guard.ts";
import { closeOutcomes } from "../events/ending.ts";
import { text } from "../events/parts.ts";
import { holds } from "../facts.ts";
import { given } from "../given.ts";
import { refuse } from "../refusal.ts";
import type { Complaint } from "../state.ts";
import { fact, verbRule } from "../verb-rule.ts";

/**
 * Ends the matter. The pack's guard has held already; a promise made in the reply and a remedy agreed keep every
 * complaint open, unless the pack makes the promise a clock that goes on after closing.
 */
export const close = verbRule({
  verb: "close",
  fields: z.strictObject({ outcome: z.enum(closeOutcomes), summary: text.optional() }),
  conflictsWith: [
    "VerdictRecorded",
    "ReplyGiven",
    "ComplaintClosed",
    "ComplaintReopened",
    "InformationReceived",
    "RemedyAgreed",
  ],
  allowed: (complaint, { edition }) => {
    if (complaint.phase === "closed" || complaint.phase === "archived") return refuse("complaint-ended");
    const [first] = unfinished(complaint, edition);
    if (!first) return null;
    return refuse(first.fact === "promises-open" ? "promise-open" : "remedy-open");
  },
  decide: ({ outcome, summary }, _complaint, context) => [
    fact("ComplaintClosed", { outcome, ...given({ summary }) }, context),
  ],
});

/** What keeps every complaint open, whatever its pack says: as the facts that would have to hold. */
export function unfinished(complaint: Complaint, edition: Edition): Fact[] {
  const promisesFollow = edition.clocks.some((clock) => clock.scope === "promise" && clock.survivesClosing);
  const wanted: Fact[] = [
    ...(promisesFollow ? [] : [{ fact: "promises-open" as const, is: false }]),
    { fact: "remedies-open", is: false },
  ];
  return wanted.filter((fact) => !holds(fact, complaint, complaint.receivedAt));
}
