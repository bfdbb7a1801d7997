import { z } from "zod";
import { text } from "../events/parts.ts";
import { refuse } from "../refusal.ts";
import { fact, verbRule } from "../verb-rule.ts";

/** Begins the matter again after a reply that was not accepted. The complaint's outer term is not restarted. */
export const startNextRound = verbRule({
  verb: "start-next-round",
  fields: z.strictObject({ reason: text }),
  conflictsWith: ["RoundStarted", "VerdictRecorded", "ComplaintClosed"],
  allowed: (complaint, { edition }) =>
    edition.rounds !== null && complaint.round >= edition.rounds ? refuse("rounds-exhausted") : null,
  decide: ({ reason }, complaint, context) => [fact("RoundStarted", { round: complaint.round + 1, reason }, context)],
});
