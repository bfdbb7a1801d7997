import { z } from "zod";
import { marks } from "../../procedure/pure/vocabulary.ts";
import { line } from "../events/parts.ts";
import { refuse } from "../refusal.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

/** Marks as complex, severe, of priority, or from a vulnerable customer (who then comes first: Law 19/2023 Art. 8). */
export const mark = verbRule({
  verb: "mark",
  fields: z.strictObject({ mark: z.enum(marks), on: z.boolean().default(true), reason: line }),
  conflictsWith: ["ComplaintMarked"],
  allowed: always,
  decide: (data, complaint, context) => {
    if (complaint.marks.includes(data.mark) === data.on) return refuse("nothing-changed", {}, "mark");
    const marked = fact("ComplaintMarked", data, context);
    const comesFirst = data.mark === "vulnerable" && data.on && !complaint.marks.includes("priority");
    return comesFirst ? [marked, fact("ComplaintMarked", { ...data, mark: "priority" }, context)] : [marked];
  },
});
