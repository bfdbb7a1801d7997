import { z } from "zod";
import { idText, line } from "../events/parts.ts";
import { given } from "../given.ts";
import { refuse } from "../refusal.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

/** Ties a complaint to another one or to an incident. Each keeps its own clocks and its own reply. */
export const link = verbRule({
  verb: "link",
  fields: z.strictObject({
    to: idText,
    as: z.enum(["duplicate", "same-incident", "related"]),
    reason: line.optional(),
  }),
  conflictsWith: [],
  allowed: always,
  decide: ({ to, as, reason }, complaint, context) => {
    if (to === context.complaintId || to === complaint.number) return refuse("link-to-itself", {}, "to");
    if (complaint.links.some((each) => each.to === to && each.as === as)) return refuse("already-done", {}, "to");
    return [fact("ComplaintLinked", { linkId: context.newId(), to, as, ...given({ reason }) }, context)];
  },
});
