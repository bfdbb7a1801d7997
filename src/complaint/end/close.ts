import { z } from "zod";
import { closeOutcomes } from "../events/ending.ts";
import { text } from "../events/parts.ts";
import { isRemedyOpen } from "../facts.ts";
import { given } from "../given.ts";
import { refuse } from "../refusal.ts";
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
    const promisesFollow = edition.clocks.some((clock) => clock.scope === "promise" && clock.survivesClosing);
    if (!promisesFollow && complaint.promises.some(({ fulfilledAt }) => fulfilledAt === null))
      return refuse("promise-open");
    return complaint.remedies.some(isRemedyOpen) ? refuse("remedy-open") : null;
  },
  decide: ({ outcome, summary }, _complaint, context) => [
    fact("ComplaintClosed", { outcome, ...given({ summary }) }, context),
  ],
});
