import { z } from "zod";
import { line } from "../events/parts.ts";
import { given } from "../given.ts";
import { refuse } from "../refusal.ts";
import { fact, verbRule } from "../verb-rule.ts";

/** Puts the closed file away for its term of keeping. */
export const archive = verbRule({
  verb: "archive",
  fields: z.strictObject({ place: line.optional(), keepUntil: line.optional() }),
  conflictsWith: ["ComplaintReopened", "ComplaintArchived"],
  allowed: (complaint) => {
    if (complaint.phase === "archived") return refuse("already-done");
    return complaint.phase === "closed" ? null : refuse("complaint-open");
  },
  decide: (data, _complaint, context) => [fact("ComplaintArchived", given(data), context)],
});
