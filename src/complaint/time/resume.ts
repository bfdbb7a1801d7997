import { z } from "zod";
import { line } from "../events/parts.ts";
import { refuse } from "../refusal.ts";
import { verbRule } from "../verb-rule.ts";
import { resumed } from "./pausable.ts";

export const resume = verbRule({
  verb: "resume",
  fields: z.strictObject({ reason: line }),
  conflictsWith: ["ComplaintPaused", "ComplaintResumed"],
  allowed: (complaint) => (complaint.pause === null ? refuse("not-paused") : null),
  decide: (data, complaint, context) =>
    complaint.pause !== null && context.at < complaint.pause.since
      ? refuse("not-paused", {}, "occurredAt")
      : [resumed(data, complaint, context)],
});
