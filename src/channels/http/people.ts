import { z } from "zod";
import { passwordCharsMax, passwordCharsMin } from "../../access/password.ts";
import { addPerson, changePerson, newPersonId, peopleOf, personById, suggestPeople } from "../../access/people.ts";
import { writeInside } from "../../projections/inside-organisation.ts";
import {
  etagOf,
  idempotencyHeaders,
  idParam,
  ifMatchHeaders,
  ifMatchNumber,
  newIdText,
  queryText,
} from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { delegationRoutes } from "./people-delegations.ts";
import { staffImportRoutes } from "./people-imports.ts";
import { oneTimePasswordRoutes } from "./people-passwords.ts";
import { roleRoutes } from "./people-roles.ts";
import { administrator, inPersonToGive, orRefuse } from "./people-rules.ts";
import { problem } from "./problem.ts";
import { writeOnce } from "./write-once.ts";

const personSchema = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  signInName: z.string(),
  isClosed: z.boolean(),
  version: z.int(),
  roles: z.array(z.object({ role: z.string(), unit: z.string() })),
});
const tags = ["people"];
const nameText = z.string().trim().min(1).max(200);
const passwordText = z.string().min(passwordCharsMin).max(passwordCharsMax);

/** `/people`: who works here. Everybody may read names; administrators add and change people. */
export function peopleRoutes(api: Api, wiring: Wiring): void {
  readingRoutes(api, wiring);
  suggestionRoutes(api, wiring);
  addingRoute(api, wiring);
  changingRoute(api, wiring);
  roleRoutes(api, wiring);
  delegationRoutes(api, wiring);
  oneTimePasswordRoutes(api, wiring);
  staffImportRoutes(api, wiring);
}

function readingRoutes(api: Api, { pool }: Wiring): void {
  api.get(
    "/people",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Everybody who works or worked here",
        querystring: z.strictObject({
          after: idParam.optional(),
          limit: z.coerce.number().int().min(1).max(200).default(200),
        }),
        response: { 200: z.object({ people: z.array(personSchema), nextAfter: z.string().nullable() }) },
      },
    },
    async (request) => {
      const { after, limit } = request.query;
      const people = await peopleOf(pool, signedIn(request).identity.organisation, { after, limit });
      return { people, nextAfter: people.length === limit ? (people.at(-1)?.personId ?? null) : null };
    },
  );
  api.get(
    "/people/:personId",
    {
      config: { scope: "read" },
      schema: { tags, summary: "One person", params: z.object({ personId: idParam }), response: { 200: personSchema } },
    },
    async (request, reply) => {
      const { personId } = request.params;
      const person = await personById(pool, signedIn(request).identity.organisation, personId);
      if (!person) throw problem("no-such-item", { name: personId });
      return reply.header("etag", etagOf(person.version)).send(person);
    },
  );
}

function addingRoute(api: Api, { pool, newId }: Wiring): void {
  api.post(
    "/people",
    {
      config: { scope: "administer" },
      schema: {
        tags,
        summary: "Add somebody",
        description: "With a password: only by who signed in, and by no token.",
        headers: idempotencyHeaders,
        body: z.strictObject({
          personId: newIdText.optional().describe("Without: made of the sign-in name."),
          name: nameText,
          signInName: z.string().trim().min(1).max(200),
          email: z.email().max(200).optional(),
          password: passwordText.optional().describe("For the first sign-in, at which they choose their own."),
        }),
        response: { 201: personSchema.describe("The person that was added.") },
      },
    },
    async (request, reply) => {
      const isGiven = request.body.password !== undefined;
      const { identity, actor } = inPersonToGive(administrator(signedIn(request)), isGiven);
      const { organisation } = identity;
      return writeOnce(request, reply, { pool }, async (connection) => {
        const { signInName } = request.body;
        const personId = request.body.personId ?? (await newPersonId(connection, organisation, { signInName, newId }));
        const person = { ...request.body, personId, isOneTime: true, addedBy: actor };
        return { status: 201, body: orRefuse(await addPerson(connection, organisation, person), person) };
      });
    },
  );
}

function changingRoute(api: Api, { pool, identities }: Wiring): void {
  api.patch(
    "/people/:personId",
    {
      config: { scope: "administer" },
      schema: {
        tags,
        summary: "Change somebody, or close their account",
        description:
          "A new password, and closing, end every session and token of the person; closing ends what they lent to deputies too. The password lets in once, to choose their own, and they are told who set it; your own is changed under `/session/password`. No token sets one.",
        params: z.object({ personId: idParam }),
        headers: ifMatchHeaders,
        body: z.strictObject({
          name: nameText.optional(),
          email: z.email().max(200).nullable().optional(),
          password: passwordText.optional(),
          isClosed: z.boolean().optional(),
        }),
        response: { 200: personSchema },
      },
    },
    async (request, reply) => {
      const isGiven = request.body.password !== undefined;
      const { identity, actor } = inPersonToGive(administrator(signedIn(request)), isGiven);
      const { personId } = request.params;
      if (personId === identity.personId && request.body.isClosed)
        throw problem("not-your-role", { who: { vi: "một quản trị viên khác", en: "another administrator" } });
      if (personId === identity.personId && request.body.password !== undefined)
        throw problem("own-password-elsewhere", {}, { field: "password" });
      const version = ifMatchNumber(request.headers["if-match"]);
      const changed = await writeInside(pool, identity.organisation, (connection) =>
        changePerson(connection, identity.organisation, {
          personId,
          version,
          change: request.body,
          isOneTime: true,
          changedBy: actor,
        }),
      );
      identities.forgetAll();
      const person = orRefuse(changed, { personId });
      return reply.header("etag", etagOf(person.version)).send(person);
    },
  );
}

function suggestionRoutes(api: Api, { pool }: Wiring): void {
  api.get(
    "/people-suggestions",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Who works here now, to be put in charge, asked or mentioned",
        description: "By the beginning of any word of the name, with or without tone marks; nothing lists everybody.",
        querystring: z.strictObject({
          search: queryText.default(""),
          unit: idParam.optional().describe("Only who holds a role there today."),
          limit: z.coerce.number().int().min(1).max(50).default(10),
        }),
        response: {
          200: z.object({
            people: z.array(z.object({ personId: z.string(), name: z.string(), units: z.array(z.string()) })),
          }),
        },
      },
    },
    async (request) => {
      const { search: words, unit, limit } = request.query;
      const { organisation } = signedIn(request).identity;
      return { people: await suggestPeople(pool, organisation, { words, unit, limit }) };
    },
  );
}
