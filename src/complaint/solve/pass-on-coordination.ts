import { z } from "zod";
import { idText, line } from "../events/parts.ts";
import { isRefusal, refuse } from "../refusal.ts";
import { fact, verbRule } from "../verb-rule.ts";
import { unitToAsk } from "./unit-asked.ts";
import { anyOwnCoordination, coordinationIn, mayAnswerFor, unanswered } from "./coordination.ts";

/** The unit asked passes the request to the unit that can answer it. */
export const passOnCoordination = verbRule({
  verb: "pass-on-coordination",
  fields: z.strictObject({ coordinationId: idText, unit: idText, reason: line }),
  conflictsWith: ["CoordinationPassedOn", "CoordinationAnswered", "CoordinationWithdrawn"],
  allowed: (complaint, context) => anyOwnCoordination(complaint, unanswered, context),
  decide: ({ coordinationId, unit, reason }, complaint, context) => {
    const request = coordinationIn(complaint, coordinationId, unanswered);
    if (isRefusal(request)) return request;
    const target = unitToAsk(unit, complaint, context);
    if (isRefusal(target)) return target;
    if (unit === request.unit) return refuse("same-unit", {}, "unit");
    const passedOn = { coordinationId, unit, previousUnit: request.unit, reason };
    return mayAnswerFor(request, context) ?? [fact("CoordinationPassedOn", passedOn, context)];
  },
});
