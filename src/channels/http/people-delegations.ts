import { z } from "zod";
import { holds } from "../../access/actor.ts";
import { signingWays } from "../../access/identity.ts";
import { delegate, delegationsOf, endDelegation } from "../../access/roles.ts";
import { readInside, writeInside } from "../../projections/inside-organisation.ts";
import { dayText, idempotencyHeaders, idParam } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { inPerson, otherThan } from "./people-rules.ts";
import { problem } from "./problem.ts";
import { notYourRole } from "./role-needed.ts";
import { writeOnce } from "./write-once.ts";

const delegationSchema = z.object({
  delegationId: z.string(),
  personId: z.string().describe("Who is away."),
  deputyId: z.string(),
  fromOn: z.string(),
  toOn: z.string().describe("Included."),
  reason: z.string().nullable(),
  signsAs: z.enum(signingWays).nullable().describe("How the deputy signs papers: KT., TL. or TUQ.; null: KT."),
  post: z.string().nullable().describe("The deputy's own post, which stands below on papers."),
  isEnded: z.boolean(),
});
const ofPerson = z.object({ personId: idParam });

/** `/people/{personId}/delegations`: who acts for somebody while they are away. Set by themselves or an administrator. */
export function delegationRoutes(api: Api, wiring: Wiring): void {
  listingRoute(api, wiring);
  delegatingRoute(api, wiring);
  endingRoute(api, wiring);
}

const tags = ["people"];

function listingRoute(api: Api, { pool }: Wiring): void {
  api.get(
    "/people/:personId/delegations",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Delegations, of and to this person",
        params: ofPerson,
        response: { 200: z.object({ delegations: z.array(delegationSchema) }) },
      },
    },
    async (request) => {
      const { organisation } = signedIn(request).identity;
      const { personId } = request.params;
      const read = readInside(pool, organisation, (connection) => delegationsOf(connection, organisation, personId));
      return { delegations: await read };
    },
  );
}

function delegatingRoute(api: Api, { pool, newId, identities }: Wiring): void {
  api.post(
    "/people/:personId/delegations",
    {
      config: { scope: "administer" },
      schema: {
        tags,
        summary: "Name a deputy",
        description:
          "By whoever is away, or by an administrator for somebody else than themselves. The deputy acts under their own name, with `Hoiam-Acting-For`. No token names one.",
        params: ofPerson,
        headers: idempotencyHeaders,
        body: z
          .strictObject({
            deputyId: idParam,
            fromOn: dayText,
            toOn: dayText,
            reason: z.string().min(1).max(1000).optional(),
            signsAs: z.enum(signingWays).optional(),
            post: z.string().trim().min(1).max(200).optional(),
          })
          .refine(({ fromOn, toOn }) => toOn >= fromOn, { path: ["toOn"], message: "is before fromOn" }),
        response: { 201: delegationSchema.describe("The deputy that was named.") },
      },
    },
    async (request, reply) => {
      const { personId } = request.params;
      const who = inPerson(mayDelegateFor(personId, signedIn(request)));
      const { identity, actor } = who;
      if (request.body.deputyId === personId) {
        throw problem(
          "malformed-request",
          { what: { vi: "không ai làm thay chính mình", en: "nobody is their own deputy" } },
          { field: "deputyId" },
        );
      }
      otherThan(request.body.deputyId, who);
      const sent = await writeOnce(request, reply, { pool }, async (connection) => {
        const delegation = { delegationId: newId(), personId, ...request.body, givenBy: actor };
        const made = await delegate(connection, identity.organisation, delegation);
        if (made === "unknown-person")
          throw problem("unknown-person", { name: request.body.deputyId }, { field: "deputyId" });
        return { status: 201, body: made };
      });
      identities.forgetAll();
      return sent;
    },
  );
}

function endingRoute(api: Api, { pool, identities }: Wiring): void {
  api.delete(
    "/people/:personId/delegations/:delegationId",
    {
      config: { scope: "administer" },
      schema: {
        tags,
        summary: "End a delegation now",
        params: ofPerson.extend({ delegationId: idParam }),
        response: { 200: delegationSchema },
      },
    },
    async (request) => {
      const { identity, actor } = mayDelegateFor(request.params.personId, signedIn(request));
      const ended = await writeInside(pool, identity.organisation, (connection) =>
        endDelegation(connection, identity.organisation, { ...request.params, endedBy: actor }),
      );
      identities.forgetAll();
      if (!ended) throw problem("no-such-item", { name: request.params.delegationId });
      return ended;
    },
  );
}

// A deputy cannot pass on what was lent to them.
function mayDelegateFor(personId: string, who: SignedIn): SignedIn {
  const { identity, actor } = who;
  const isOwn = identity.personId === personId;
  if (actor.deputyFor !== undefined || (!isOwn && !holds(actor, "administrator"))) {
    throw notYourRole(["administrator"]);
  }
  return who;
}
