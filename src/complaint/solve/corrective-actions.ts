import { z } from "zod";
import { isSamePerson } from "../context.ts";
import { day, idText, text } from "../events/parts.ts";
import { given } from "../given.ts";
import { known, refuse } from "../refusal.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

/** A corrective action is ordered, completed by the unit, and its effect verified by another person. */
export const orderCorrectiveAction = verbRule({
  verb: "order-corrective-action",
  fields: z.strictObject({ unit: idText, action: text, dueOn: day.optional(), cause: text.optional() }),
  conflictsWith: [],
  allowed: always,
  decide: ({ unit, action, ...rest }, _complaint, context) =>
    context.edition.units.some(({ id }) => id === unit)
      ? [fact("CorrectiveActionOrdered", { actionId: context.newId(), unit, action, ...given(rest) }, context)]
      : refuse("unknown-unit", { name: unit, ...known(context.edition.units) }, "unit"),
});

export const completeCorrectiveAction = verbRule({
  verb: "complete-corrective-action",
  fields: z.strictObject({ actionId: idText, result: text }),
  conflictsWith: ["CorrectiveActionCompleted"],
  allowed: (complaint) =>
    complaint.actions.some(({ status }) => status === "ordered" || status === "ineffective")
      ? null
      : refuse("unknown-item", { name: "action" }),
  decide: (data, complaint, context) => {
    const action = complaint.actions.find(({ actionId }) => actionId === data.actionId);
    if (!action) return refuse("unknown-item", { name: data.actionId }, "actionId");
    if (action.status === "completed" || action.status === "verified") return refuse("already-done", {}, "actionId");
    return [fact("CorrectiveActionCompleted", data, context)];
  },
});

export const verifyCorrectiveAction = verbRule({
  verb: "verify-corrective-action",
  fields: z.strictObject({ actionId: idText, effective: z.boolean(), comment: text.optional() }),
  conflictsWith: ["CorrectiveActionVerified"],
  allowed: ({ actions }, { actor }) => {
    const completed = actions.filter(({ status }) => status === "completed");
    if (completed.length === 0) return refuse("unknown-item", { name: "action" });
    const areOwn = completed.every(({ completedBy }) => completedBy !== null && isSamePerson(actor, completedBy));
    return areOwn ? refuse("own-work", {}, "actionId") : null;
  },
  decide: ({ actionId, effective, comment }, complaint, context) => {
    const action = complaint.actions.find((each) => each.actionId === actionId);
    if (!action) return refuse("unknown-item", { name: actionId }, "actionId");
    if (action.status !== "completed") return refuse("item-not-open", { name: actionId }, "actionId");
    if (action.completedBy && isSamePerson(context.actor, action.completedBy))
      return refuse("own-work", {}, "actionId");
    return [fact("CorrectiveActionVerified", { actionId, effective, ...given({ comment }) }, context)];
  },
});
