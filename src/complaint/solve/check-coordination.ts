import { z } from "zod";
import { idText, text } from "../events/parts.ts";
import { isRefusal, refuse } from "../refusal.ts";
import { fact, verbRule } from "../verb-rule.ts";
import { anyCoordination, coordinationIn, isToAccept } from "./coordination.ts";

/** The answer is fit to be told to the customer (or, called again later, the promised repair is done). */
export const acceptCoordination = verbRule({
  verb: "accept-coordination",
  fields: z.strictObject({ coordinationId: idText, repairDone: z.boolean().default(false) }),
  conflictsWith: ["CoordinationAccepted", "CoordinationReturned"],
  allowed: ({ coordinations }) =>
    coordinations.some(isToAccept) ? null : refuse("unknown-item", { name: "coordination" }),
  decide: ({ coordinationId, repairDone }, complaint, context) => {
    const request = coordinationIn(complaint, coordinationId, repairDone ? ["answered", "accepted"] : ["answered"]);
    if (isRefusal(request)) return request;
    if (!isToAccept(request)) return refuse("already-done", {}, "coordinationId");
    return [fact("CoordinationAccepted", { coordinationId, repairDone }, context)];
  },
});

/** The answer is not fit: back to the unit, with the reason. */
export const returnCoordination = verbRule({
  verb: "return-coordination",
  fields: z.strictObject({ coordinationId: idText, reason: text }),
  conflictsWith: ["CoordinationAccepted", "CoordinationReturned", "CoordinationAnswered"],
  allowed: (complaint) => anyCoordination(complaint, ["answered"]),
  decide: ({ coordinationId, reason }, complaint, context) => {
    const request = coordinationIn(complaint, coordinationId, ["answered"]);
    return isRefusal(request) ? request : [fact("CoordinationReturned", { coordinationId, reason }, context)];
  },
});
