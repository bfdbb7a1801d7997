import { z } from "zod";
import { visibilityOf } from "../../access/actor.ts";
import { languages } from "../../access/identity.ts";
import { permissionsOf } from "../../access/permissions.ts";
import { endSession, signIn } from "../../access/sign-in.ts";
import { roleNamesOf, unitsOf } from "../../access/units.ts";
import { created, signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { problem, tooManySignIns } from "./problem.ts";

const roleHeld = z.object({ role: z.string(), unit: z.string(), name: z.string().nullable() });
const sessionSchema = z.object({
  organisation: z.string(),
  provider: z
    .object({ name: z.string(), shortName: z.string(), zone: z.string() })
    .describe("The organisation as its newest edition describes it; days and hours are those of its zone."),
  personId: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  signInName: z.string(),
  language: z.enum(languages).describe("Of the screens; `PUT /session/language` changes it."),
  mustChangePassword: z
    .boolean()
    .describe("Somebody else set the password: everything but `PUT /session/password` is refused until I chose mine."),
  units: z.array(z.object({ unitId: z.string(), name: z.string() })).describe("Where those roles are held."),
  roles: z.array(roleHeld).describe("Roles held today, with the provider's own names for them."),
  deputyFor: z.string().nullable().describe("The absent person for whom this request acts."),
  standsInFor: z.array(
    z.object({ personId: z.string(), name: z.string(), untilOn: z.string(), roles: z.array(roleHeld) }),
  ),
  scopes: z.array(z.string()).nullable().describe("Of a token; null: a session, which may do all that the person may."),
  seesAll: z
    .boolean()
    .describe("Whether every complaint of the organisation may be read, or only those of one's units."),
  may: z
    .object({
      seeAll: z.boolean(),
      seeOverview: z.boolean(),
      register: z.boolean(),
      handleArrivals: z.boolean(),
      approve: z.boolean(),
      keepRecords: z.boolean(),
      administer: z.boolean(),
      readOrganisationLog: z.boolean(),
      removeTraining: z.boolean(),
    })
    .describe("Which pages are of use to me. What I may do with a complaint, its `actions` say."),
  expiresAt: z.string(),
  isTraining: z.boolean().describe("This session practises: `PUT /session/training` changes it."),
});

/** No organisation can have this id. */
const NO_ORGANISATION = "-";

/** `/session`: signing in, who am I, signing out. */
export function sessionRoutes(api: Api, wiring: Wiring): void {
  const { pool, identities, registry, cookies } = wiring;
  api.post(
    "/session",
    {
      schema: {
        tags: ["session"],
        summary: "Sign in",
        description: "Sets the session's cookie. A wrong name and a wrong password are told the same.",
        body: z.strictObject({
          organisation: z
            .string()
            .min(1)
            .max(100)
            .optional()
            .describe("Id of the organisation, such as vntt; needed unless the sign-in name ends in @vntt."),
          signInName: z.string().min(1).max(200),
          password: z.string().min(1).max(200),
        }),
        response: {
          201: sessionSchema.describe("The session that was opened, and who is signed in; its key is in the cookie."),
        },
      },
    },
    async (request, reply) => {
      const { organisation = organisationIn(request.body.signInName) } = request.body;
      if (organisation === undefined) {
        throw problem("malformed-request", { what: "organisation: is missing" }, { field: "organisation" });
      }
      const isKnown = registry.organisations().some(({ id }) => id === organisation);
      // Guesses at one that there is not take as long, and are counted as all others are.
      const whence = { address: request.ip, device: cookies.device(request) };
      const tried = { ...request.body, organisation: isKnown ? organisation : NO_ORGANISATION, whence };
      const result = await signIn(pool, tried);
      if (!result.ok && result.code === "too-many-sign-ins") throw tooManySignIns(result.retryAfterS ?? 1);
      if (!result.ok) throw problem("wrong-sign-in");
      const identity = await identities.identityOf(result.key);
      if (!identity) throw problem("wrong-sign-in");
      cookies.keep(reply, { session: result.key, device: result.device });
      const { personId, roles } = identity;
      const who = { identity, key: result.key, actor: { kind: "person" as const, personId, roles } };
      return created(reply, "/api/v1/session", await sessionBody(who, wiring));
    },
  );
  api.get(
    "/session",
    {
      config: { scope: "read", beforeOwnPassword: true },
      schema: { tags: ["session"], summary: "Who am I", response: { 200: sessionSchema } },
    },
    (request) => sessionBody(signedIn(request), wiring),
  );
  api.delete(
    "/session",
    {
      config: { scope: "read", beforeOwnPassword: true },
      schema: { tags: ["session"], summary: "Sign out", response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { key } = signedIn(request);
      await endSession(pool, key);
      identities.forgetAll();
      cookies.forgetSession(reply);
      return reply.code(204).send(null);
    },
  );
}

/** `lan@vntt` says where Lan works. An e-mail address names no organisation that there is, and is refused as any wrong name. */
function organisationIn(signInName: string): string | undefined {
  return /@([^@\s]+)\s*$/.exec(signInName)?.[1]?.toLowerCase();
}

async function sessionBody({ identity, actor }: SignedIn, { pool, registry }: Wiring) {
  const { organisation } = identity;
  const [names, units] = await Promise.all([roleNamesOf(pool, organisation), unitsOf(pool, organisation)]);
  const own = new Set(actor.roles.map(({ unit }) => unit));
  const provider = registry.organisations().find(({ id }) => id === organisation);
  const named = (held: { role: string; unit: string }) => ({
    ...held,
    name:
      names.find(({ role, unit }) => role === held.role && unit === held.unit)?.name ??
      names.find(({ role, unit }) => role === held.role && unit === null)?.name ??
      null,
  });
  return {
    organisation,
    // Where no edition of it is loaded any more, it is still known by its id.
    provider: {
      name: provider?.name ?? organisation,
      shortName: provider?.shortName ?? organisation,
      zone: provider?.zone ?? "Asia/Ho_Chi_Minh",
    },
    personId: identity.personId,
    name: identity.name,
    email: identity.email,
    signInName: identity.signInName,
    language: identity.language,
    mustChangePassword: identity.mustChangePassword,
    units: units.filter(({ unitId }) => own.has(unitId)).map(({ unitId, name }) => ({ unitId, name })),
    roles: actor.roles.map(named),
    deputyFor: actor.deputyFor ?? null,
    standsInFor: identity.standsInFor.map((absent) => ({ ...absent, roles: absent.roles.map(named) })),
    scopes: identity.scopes,
    seesAll: visibilityOf(actor).units === "all",
    may: permissionsOf(actor, identity),
    expiresAt: identity.expiresAt,
    isTraining: identity.isTraining,
  };
}
