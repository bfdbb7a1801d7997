import { z } from "zod";
import { endRole, giveRole, rolesOf } from "../../access/roles.ts";
import { readInside, writeInside } from "../../projections/inside-organisation.ts";
import { dayText, idempotencyHeaders, idParam, roleText } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { administrator, administratorThemselves, inPerson, orRefuse, otherThan } from "./people-rules.ts";
import { problem } from "./problem.ts";
import { writeOnce } from "./write-once.ts";

const roleSchema = z.object({
  roleHeldId: z.string(),
  personId: z.string(),
  role: roleText,
  unit: z.string(),
  fromOn: z.string().describe("First day."),
  toOn: z.string().nullable().describe("Last day; null: until further notice."),
});
const ofPerson = z.object({ personId: idParam });

/** `/people/{personId}/roles`: roles are held from a day to a day, and never rewritten. */
export function roleRoutes(api: Api, wiring: Wiring): void {
  heldRoute(api, wiring);
  givingRoute(api, wiring);
  endingRoute(api, wiring);
}

const tags = ["people"];

function heldRoute(api: Api, { pool }: Wiring): void {
  api.get(
    "/people/:personId/roles",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Roles, past and coming",
        params: ofPerson,
        response: { 200: z.object({ roles: z.array(roleSchema) }) },
      },
    },
    async (request) => {
      const { organisation } = signedIn(request).identity;
      const { personId } = request.params;
      return {
        roles: await readInside(pool, organisation, (connection) => rolesOf(connection, organisation, personId)),
      };
    },
  );
}

function givingRoute(api: Api, { pool, newId, identities }: Wiring): void {
  api.post(
    "/people/:personId/roles",
    {
      config: { scope: "administer" },
      schema: {
        tags,
        summary: "Give a role",
        description: "To somebody else: nobody gives themselves a role, and no token gives one.",
        params: ofPerson,
        headers: idempotencyHeaders,
        body: z
          .strictObject({ role: roleText, unit: idParam, fromOn: dayText, toOn: dayText.optional() })
          .refine(({ fromOn, toOn }) => toOn === undefined || toOn >= fromOn, {
            path: ["toOn"],
            message: "is before fromOn",
          }),
        response: { 201: roleSchema.describe("The role that was given.") },
      },
    },
    async (request, reply) => {
      const who = inPerson(administratorThemselves(signedIn(request)));
      const { identity, actor } = who;
      const { personId } = request.params;
      otherThan(personId, who);
      const sent = await writeOnce(request, reply, { pool }, async (connection) => {
        const role = { roleHeldId: newId(), personId, ...request.body, givenBy: actor };
        const given = orRefuse(await giveRole(connection, identity.organisation, role), { personId, ...request.body });
        return { status: 201, body: given };
      });
      identities.forgetAll();
      return sent;
    },
  );
}

function endingRoute(api: Api, { pool, identities }: Wiring): void {
  api.patch(
    "/people/:personId/roles/:roleHeldId",
    {
      config: { scope: "administer" },
      schema: {
        tags,
        summary: "End a role",
        description: "Earlier than it ends already, never later.",
        params: ofPerson.extend({ roleHeldId: idParam }),
        body: z.strictObject({ toOn: dayText.describe("The last day.") }),
        response: { 200: roleSchema },
      },
    },
    async (request) => {
      const { identity, actor } = administrator(signedIn(request));
      const ended = await writeInside(pool, identity.organisation, (connection) =>
        endRole(connection, identity.organisation, { ...request.params, ...request.body, endedBy: actor }),
      );
      identities.forgetAll();
      if (!ended) throw problem("no-such-item", { name: request.params.roleHeldId });
      return ended;
    },
  );
}
