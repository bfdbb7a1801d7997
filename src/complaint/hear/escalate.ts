import { z } from "zod";
import { text } from "../events/parts.ts";
import { refuse } from "../refusal.ts";
import { fact, verbRule } from "../verb-rule.ts";

/** Hands the complaint to the next level of the procedure. Time spent below is not given back. */
export const escalate = verbRule({
  verb: "escalate",
  fields: z.strictObject({ reason: text }),
  conflictsWith: ["LevelEscalated", "ComplaintClosed", "StageEntered"],
  allowed: (complaint, { edition }) =>
    edition.levels !== null && complaint.level >= edition.levels ? refuse("levels-exhausted") : null,
  decide: ({ reason }, complaint, context) => [
    fact("LevelEscalated", { level: complaint.level + 1, reason, byBreach: false }, context),
  ],
});
