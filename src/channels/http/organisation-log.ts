import { z } from "zod";
import { mayReadOrganisationLog, organisationLogRoles } from "../../access/permissions.ts";
import { personNames } from "../../access/person-names.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { organisationFacts, organisationFactTypes, type OrganisationFact } from "../../store/organisation-log.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { notYourRole } from "./role-needed.ts";

const factSchema = z.object({
  organisation: z.string(),
  sequence: z.int(),
  type: z.enum(organisationFactTypes),
  recordedAt: z.string(),
  actor: z.object({
    kind: z.string(),
    personId: z.string().optional(),
    deputyFor: z.string().optional(),
    process: z.string().optional(),
  }),
  data: z.record(z.string(), z.unknown()),
  hash: z.string(),
});

/** `/organisation-log`: who changed people, roles, units, deputies and tokens. Chained and sealed like the complaints' facts. */
export function organisationLogRoutes(api: Api, { pool }: Wiring): void {
  api.get(
    "/organisation-log",
    {
      config: { scope: "read" },
      schema: {
        tags: ["organisation"],
        summary: "What changed about people, roles, units, deputies and tokens, in order",
        description: "For administrators and auditors.",
        querystring: z.strictObject({
          after: z.coerce.number().int().min(0).default(0).describe("Sequence after which to begin."),
          limit: z.coerce.number().int().min(1).max(1000).default(500),
        }),
        response: {
          200: z.object({
            facts: z.array(factSchema),
            names: z.record(z.string(), z.string()).describe("The names of the people in these facts, by their ids."),
            nextAfter: z.int().nullable(),
          }),
        },
      },
    },
    async (request) => {
      const { identity, actor } = signedIn(request);
      if (!mayReadOrganisationLog(actor)) throw notYourRole(organisationLogRoles);
      const { organisation } = identity;
      const { after, limit } = request.query;
      const { facts, names } = await readInside(pool, organisation, async (connection) => {
        const read = await organisationFacts(connection, organisation, { after, limit });
        return { facts: read, names: await personNames(connection, organisation, read.flatMap(peopleIn)) };
      });
      return {
        facts,
        names: Object.fromEntries(names),
        nextAfter: facts.length === limit ? (facts.at(-1)?.sequence ?? null) : null,
      };
    },
  );
}

function peopleIn({ actor, data }: OrganisationFact): string[] {
  const named = [actor.kind === "person" ? actor.personId : undefined, data["personId"], data["deputyId"]];
  return named.filter((id) => typeof id === "string");
}
