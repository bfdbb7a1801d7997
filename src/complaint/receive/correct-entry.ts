import { z } from "zod";
import { customerSchema, day, idText, line, text } from "../events/parts.ts";
import { missingOf, timeBarFor } from "../follow/classify.ts";
import { given } from "../given.ts";
import { fieldProblem } from "../pack-fields.ts";
import { refuse } from "../refusal.ts";
import { always, fact, verbRule } from "../verb-rule.ts";
import { dayOfSendingProblem, eventDayProblem } from "./day-of-event.ts";

/** Puts right what was typed in wrongly. The first entry stays in the log, with who changed it and why. */
export const correctEntry = verbRule({
  verb: "correct-entry",
  fields: z.strictObject({
    customer: customerSchema.partial().default({}),
    content: text.optional(),
    remedySought: text.optional(),
    eventOn: day.optional(),
    sentOn: day.optional(),
    aboutPersonIds: z.array(idText).max(20).optional(),
    reason: line,
  }),
  conflictsWith: ["EntryCorrected"],
  allowed: always,
  decide: (data, complaint, context) => {
    const { customer, reason, ...changes } = data;
    const { filled = {} } = context.command;
    const values = given(changes);
    if (Object.keys({ ...customer, ...values, ...filled }).length === 0) return refuse("nothing-changed");
    const problem =
      fieldProblem(filled, context.edition) ??
      eventDayProblem(data.eventOn, complaint.receivedAt, context) ??
      dayOfSendingProblem(data.sentOn, complaint.receivedAt, context);
    if (problem) return problem;
    const file = {
      ...complaint,
      ...values,
      customer: { ...complaint.customer, ...customer },
      filled: { ...complaint.filled, ...filled },
    };
    const missing = missingOf(file, context.edition);
    return [
      fact(
        "EntryCorrected",
        { customer, ...values, filled, reason, missing, timeBar: timeBarFor(file, context) },
        context,
      ),
    ];
  },
});
