import { z } from "zod";
import { idText, line, text } from "../events/parts.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

/** Notes that one matter of this complaint is handled on as another, registered beside it with the same day of receipt. */
export const split = verbRule({
  verb: "split",
  fields: z.strictObject({ into: idText, content: text, reason: line }),
  conflictsWith: ["ComplaintSplit"],
  allowed: always,
  decide: (data, _complaint, context) => [
    fact("ComplaintSplit", data, context),
    fact("ComplaintLinked", { linkId: context.newId(), to: data.into, as: "split-from", reason: data.reason }, context),
  ],
});
