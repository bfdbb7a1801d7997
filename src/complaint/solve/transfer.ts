import { z } from "zod";
import { idText, line, viaSchema } from "../events/parts.ts";
import { given } from "../given.ts";
import { fieldProblem } from "../pack-fields.ts";
import { isRefusal, refuse } from "../refusal.ts";
import { always, fact, verbRule } from "../verb-rule.ts";
import { unitToHandTo } from "./unit-asked.ts";
import { handoverVia } from "./handover.ts";

/** Hands the complaint over to another unit, which is in charge from then on. */
export const transfer = verbRule({
  verb: "transfer",
  fields: z.strictObject({
    unit: idText,
    via: viaSchema.optional(),
    reason: line.optional(),
  }),
  conflictsWith: ["ComplaintTransferred", "StageEntered"],
  allowed: always,
  decide: ({ unit, reason, ...request }, complaint, context) => {
    const via = handoverVia(request.via, context.move);
    if (isRefusal(via)) return via;
    const target = unitToHandTo(unit, complaint, context);
    if (isRefusal(target)) return target;
    if (unit === complaint.unit) return refuse("same-unit", {}, "unit");
    const information = context.command.filled ?? {};
    const problem = fieldProblem(information, context.edition);
    if (problem) return problem;
    return [
      fact(
        "ComplaintTransferred",
        { unit, previousUnit: complaint.unit, via, information, ...given({ reason }) },
        context,
      ),
    ];
  },
});
