import { z } from "zod";
import { idText, instantSchema, text } from "../events/parts.ts";
import { given } from "../given.ts";
import { refuse } from "../refusal.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

/** Walks the customer through the basic steps and makes an appointment to call back. */
export const guideCustomer = verbRule({
  verb: "guide-customer",
  fields: z.strictObject({ steps: text, channel: idText.optional(), callBackAt: instantSchema.optional() }),
  conflictsWith: ["CustomerGuided"],
  allowed: always,
  decide: ({ steps, channel, callBackAt }, complaint, context) => {
    if (callBackAt !== undefined && callBackAt <= context.at) return refuse("day-in-past", {}, "callBackAt");
    const guided = {
      steps,
      channel: channel ?? complaint.channel,
      appointmentId: context.newId(),
      ...given({ callBackAt }),
    };
    return [fact("CustomerGuided", guided, context)];
  },
});
