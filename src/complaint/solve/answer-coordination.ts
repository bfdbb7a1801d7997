import { z } from "zod";
import { dayOf } from "../../procedure/pure/instant.ts";
import { day, idText, line, text, viaSchema } from "../events/parts.ts";
import { given } from "../given.ts";
import { fieldProblem } from "../pack-fields.ts";
import { isRefusal, refuse } from "../refusal.ts";
import { fact, verbRule } from "../verb-rule.ts";
import { anyOwnCoordination, coordinationIn, mayAnswerFor, unanswered } from "./coordination.ts";

/** The unit's answer: cause, measure, and the day by which it promises the repair. It is not a reply to the customer yet. */
export const answerCoordination = verbRule({
  verb: "answer-coordination",
  fields: z.strictObject({
    coordinationId: idText,
    cause: text,
    measure: text,
    promisedRepairOn: day.optional(),
    via: viaSchema.default("system"),
    answeredBy: line.optional(),
  }),
  conflictsWith: ["CoordinationAnswered", "CoordinationPassedOn", "CoordinationWithdrawn"],
  allowed: (complaint, context) => anyOwnCoordination(complaint, unanswered, context),
  decide: ({ coordinationId, cause, measure, via, promisedRepairOn, answeredBy }, complaint, context) => {
    const request = coordinationIn(complaint, coordinationId, unanswered);
    if (isRefusal(request)) return request;
    const today = dayOf(context.at, context.calendars.organisation.offsetMs / 60_000);
    if (promisedRepairOn !== undefined && promisedRepairOn < today)
      return refuse("day-in-past", {}, "promisedRepairOn");
    const { filled = {}, attachments = [] } = context.command;
    const problem = mayAnswerFor(request, context) ?? fieldProblem(filled, context.edition);
    if (problem) return problem;
    const answer = {
      coordinationId,
      cause,
      measure,
      via,
      filled,
      attachments,
      ...given({ promisedRepairOn, answeredBy }),
    };
    return [fact("CoordinationAnswered", answer, context)];
  },
});
