import { z } from "zod";
import { day, idText, text, viaSchema } from "../events/parts.ts";
import { isCoordinationOpen } from "../facts.ts";
import { given } from "../given.ts";
import { fieldProblem } from "../pack-fields.ts";
import { isRefusal, refuse, type Refusal } from "../refusal.ts";
import type { NewEvent } from "../events/event.ts";
import { always, fact, verbRule } from "../verb-rule.ts";
import { unitToAsk } from "./unit-asked.ts";
import { handoverVia } from "./handover.ts";

/** Asks one unit or several at once; each request has its own term, answer and check. */
export const requestCoordination = verbRule({
  verb: "request-coordination",
  fields: z.strictObject({
    requests: z
      .array(
        z.strictObject({
          unit: idText,
          question: text,
          via: viaSchema.optional(),
          dueOn: day.optional(),
        }),
      )
      .min(1)
      .max(20),
  }),
  conflictsWith: ["CoordinationRequested"],
  allowed: always,
  decide: ({ requests }, complaint, context) => {
    const information = context.command.filled ?? {};
    const problem = fieldProblem(information, context.edition);
    if (problem) return problem;
    const events = requests.map(({ unit, question, dueOn, ...request }, index): NewEvent | Refusal => {
      const field = `requests.${index}.unit`;
      const known = unitToAsk(unit, complaint, context, field);
      if (isRefusal(known)) return known;
      const isAsked = complaint.coordinations.some((each) => each.unit === unit && isCoordinationOpen(each));
      if (isAsked) return refuse("already-done", { name: known.name }, field);
      const via = handoverVia(request.via, context.move, `requests.${index}.via`);
      if (isRefusal(via)) return via;
      const asked = { coordinationId: context.newId(), unit, via, question, information, ...given({ dueOn }) };
      return fact("CoordinationRequested", asked, context);
    });
    return events.find(isRefusal) ?? events.filter((event): event is NewEvent => !isRefusal(event));
  },
});
