import { z } from "zod";
import { idText, line } from "../events/parts.ts";
import { given } from "../given.ts";
import { isRefusal } from "../refusal.ts";
import { fact, verbRule } from "../verb-rule.ts";
import { anyOwnCoordination, coordinationIn, mayAnswerFor } from "./coordination.ts";

/** The unit says that it has the request. */
export const confirmCoordination = verbRule({
  verb: "confirm-coordination",
  fields: z.strictObject({ coordinationId: idText, by: line.optional() }),
  conflictsWith: ["CoordinationConfirmed", "CoordinationWithdrawn"],
  allowed: (complaint, context) => anyOwnCoordination(complaint, ["asked", "returned"], context),
  decide: ({ coordinationId, by }, complaint, context) => {
    const request = coordinationIn(complaint, coordinationId, ["asked", "returned"]);
    if (isRefusal(request)) return request;
    return (
      mayAnswerFor(request, context) ?? [fact("CoordinationConfirmed", { coordinationId, ...given({ by }) }, context)]
    );
  },
});
