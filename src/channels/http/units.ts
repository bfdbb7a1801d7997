import { z } from "zod";
import { roleNamesOf, unitsOf } from "../../access/units.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";

const unitSchema = z.object({
  unitId: z.string(),
  name: z.string(),
  fullName: z.string().nullable(),
  under: z.string().nullable().describe("The unit whose head is the superior of this one."),
  coordinates: z.boolean().describe("May be asked for coordination."),
  isNamed: z.boolean().describe("Whether an edition in force names it."),
});
const roleNameSchema = z.object({ role: z.string(), unit: z.string().nullable(), name: z.string() });

/** `/units`: the organisation's units and what it calls its roles, from its editions in force. */
export function unitRoutes(api: Api, { pool }: Wiring): void {
  api.get(
    "/units",
    {
      config: { scope: "read" },
      schema: {
        tags: ["organisation"],
        summary: "Units, and the names of roles in them",
        response: { 200: z.object({ units: z.array(unitSchema), roles: z.array(roleNameSchema) }) },
      },
    },
    async (request) => {
      const { organisation } = signedIn(request).identity;
      const [units, roles] = await Promise.all([unitsOf(pool, organisation), roleNamesOf(pool, organisation)]);
      return { units, roles };
    },
  );
}
