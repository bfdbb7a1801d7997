import { z } from "zod";
import { idText, line, viaSchema } from "../events/parts.ts";
import { isRefusal } from "../refusal.ts";
import { fact, verbRule } from "../verb-rule.ts";
import { anyCoordination, coordinationIn, unanswered } from "./coordination.ts";

/** Chases the unit; every reminder is counted. */
export const remindCoordination = verbRule({
  verb: "remind-coordination",
  fields: z.strictObject({
    coordinationId: idText,
    via: viaSchema.default("system"),
  }),
  conflictsWith: [],
  allowed: (complaint) => anyCoordination(complaint, unanswered),
  decide: ({ coordinationId, via }, complaint, context) => {
    const request = coordinationIn(complaint, coordinationId, unanswered);
    if (isRefusal(request)) return request;
    return [fact("CoordinationReminded", { coordinationId, via, times: request.reminders + 1 }, context)];
  },
});

/** The answer is not needed any more. */
export const withdrawCoordination = verbRule({
  verb: "withdraw-coordination",
  fields: z.strictObject({ coordinationId: idText, reason: line }),
  conflictsWith: ["CoordinationAnswered", "CoordinationWithdrawn"],
  allowed: (complaint) => anyCoordination(complaint, [...unanswered, "answered"]),
  decide: ({ coordinationId, reason }, complaint, context) => {
    const request = coordinationIn(complaint, coordinationId, [...unanswered, "answered"]);
    return isRefusal(request) ? request : [fact("CoordinationWithdrawn", { coordinationId, reason }, context)];
  },
});
