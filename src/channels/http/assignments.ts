import { z } from "zod";
import { idempotencyHeaders, idParam } from "./addresses.ts";
import type { Api, Wiring } from "./api.ts";
import { carryOutEach, eachDoneSchema, type Part } from "./carry-out-each.ts";

const ASSIGNED_TOGETHER_MAX = 500;

const assignmentSchema = z.strictObject({
  complaintId: idParam,
  personId: idParam.nullable().describe("Null: it is left to the unit."),
  sequence: z.int().min(1).optional().describe("The last fact that you saw, as with If-Match."),
});

/** `/assignments`: many complaints given to people at once, or given back. */
export function assignmentRoutes(api: Api, wiring: Wiring): void {
  api.post(
    "/assignments",
    {
      config: { scope: "handle" },
      schema: {
        tags: ["queues"],
        summary: "Put somebody in charge of many complaints",
        description:
          "The verb `assign` for each of them, with its own refusal and its own conflict; one that refuses keeps no other from it.",
        headers: idempotencyHeaders,
        body: z.strictObject({ assignments: z.array(assignmentSchema).min(1).max(ASSIGNED_TOGETHER_MAX) }),
        response: { 200: eachDoneSchema },
      },
    },
    (request) => {
      const parts = request.body.assignments.map(({ complaintId, personId, sequence }): Part => ({
        complaintId,
        command: { verb: "assign", data: { personId } },
        sequence,
      }));
      return carryOutEach(request, wiring, parts);
    },
  );
}
