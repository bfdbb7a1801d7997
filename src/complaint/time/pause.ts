import { z } from "zod";
import { pauseReasons } from "../../procedure/pure/vocabulary.ts";
import { line } from "../events/parts.ts";
import { given } from "../given.ts";
import { refuse } from "../refusal.ts";
import { fact, verbRule } from "../verb-rule.ts";
import { pausable } from "./pausable.ts";

/** Lets the clocks that this reason may stop stand still. Refused where none may: a pause that pauses nothing misleads. */
export const pause = verbRule({
  verb: "pause",
  fields: z.strictObject({ reason: z.enum(pauseReasons), comment: line.optional() }),
  conflictsWith: ["ComplaintPaused", "ComplaintResumed"],
  allowed: (complaint, context) => {
    if (complaint.pause !== null) return refuse("already-paused");
    const mayPause = pauseReasons.some((reason) => pausable(reason, complaint, context).length > 0);
    return mayPause ? null : refuse("nothing-to-pause");
  },
  decide: ({ reason, comment }, complaint, context) => {
    const clocks = pausable(reason, complaint, context);
    if (clocks.length === 0) return refuse("nothing-to-pause", {}, "reason");
    return [fact("ComplaintPaused", { reason, clocks, ...given({ comment }) }, context)];
  },
});
