import { z } from "zod";
import { readInside } from "../../projections/inside-organisation.ts";
import { unitInbox } from "../../projections/unit-inbox/unit-inbox.ts";
import { visibilityOf } from "../../access/actor.ts";
import { idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { problem } from "./problem.ts";
import { remainingSchema, withRemaining } from "./remaining.ts";

const itemSchema = z.object({
  complaintId: z.string(),
  coordinationId: z.string(),
  number: z.string(),
  unit: z.string(),
  status: z.enum(["asked", "confirmed", "returned"]),
  askedAt: z.string(),
  dueAt: z.string().nullable(),
  remaining: remainingSchema,
  reminders: z.int(),
  kind: z.string().nullable(),
  customerName: z.string().nullable(),
  excerpt: z.string(),
  marks: z.array(z.string()),
});

/** `/coordinations`: questions that wait for my units, priority first, then the nearest due. */
export function coordinationRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/coordinations",
    {
      config: { scope: "read" },
      schema: {
        tags: ["queues"],
        summary: "The inbox of my units",
        querystring: z.strictObject({
          unit: idParam.optional().describe("Of one unit; another's only for those who see everything."),
        }),
        response: { 200: z.object({ items: z.array(itemSchema) }) },
      },
    },
    async (request) => {
      const { identity, actor } = signedIn(request);
      const { organisation } = identity;
      const { unit } = request.query;
      const own = [...new Set(actor.roles.map((held) => held.unit))];
      if (unit !== undefined && !own.includes(unit) && visibilityOf(actor).units !== "all") {
        throw problem("not-your-role", { who: unit });
      }
      const units = unit === undefined ? own : [unit];
      return readInside(wiring.pool, organisation, async (connection) => {
        const items = await unitInbox(connection, { organisation, units, visibility: visibilityOf(actor) });
        return withRemaining({ items }, wiring, { connection, organisation });
      });
    },
  );
}
