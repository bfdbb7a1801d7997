import { z } from "zod";
import { holds } from "../../access/actor.ts";
import { scopes } from "../../access/scopes.ts";
import { makeToken, revokeToken, tokensOf, tokensOfOrganisation } from "../../access/tokens.ts";
import { readInside, writeInside } from "../../projections/inside-organisation.ts";
import { idempotencyHeaders, idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { administrator, inPerson } from "./people-rules.ts";
import { problem } from "./problem.ts";
import { writeOnce } from "./write-once.ts";

const tokenSchema = z.object({
  tokenId: z.string(),
  name: z.string(),
  personId: z.string(),
  personName: z.string(),
  scopes: z.array(z.enum(scopes)),
  madeAt: z.string(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
});

/** `/tokens`: what programs sign in with, in the name of the person who makes them. */
export function tokenRoutes(api: Api, wiring: Wiring): void {
  listingRoute(api, wiring);
  makingRoute(api, wiring);
  revokingRoute(api, wiring);
}

const tags = ["tokens"];

function listingRoute(api: Api, { pool }: Wiring): void {
  api.get(
    "/tokens",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Tokens, without their secrets",
        querystring: z.strictObject({
          of: z.enum(["me", "everybody"]).default("me").describe("`everybody`: for administrators."),
        }),
        response: { 200: z.object({ tokens: z.array(tokenSchema) }) },
      },
    },
    async (request) => {
      const who = signedIn(request);
      const { organisation, personId } = who.identity;
      const isAll = request.query.of === "everybody";
      if (isAll) administrator(who);
      const read = readInside(pool, organisation, (connection) =>
        isAll ? tokensOfOrganisation(connection, organisation) : tokensOf(connection, organisation, personId),
      );
      return { tokens: await read };
    },
  );
}

function makingRoute(api: Api, { pool, newId }: Wiring): void {
  api.post(
    "/tokens",
    {
      config: { scope: "administer" },
      schema: {
        tags,
        summary: "Make a token",
        description: "It acts as you, within its scopes. `secret` is shown this once. A token makes no tokens.",
        headers: idempotencyHeaders,
        body: z.strictObject({
          name: z.string().min(1).max(200).describe("What it is for."),
          scopes: z.array(z.enum(scopes)).min(1).max(scopes.length),
          days: z.int().min(1).max(366).default(90).describe("How long it lasts."),
        }),
        response: {
          201: tokenSchema
            .extend({ secret: z.string().optional() })
            .describe("The token that was made; its secret is told this once."),
        },
      },
    },
    async (request, reply) => {
      // One that made its successor would never run out.
      const { identity, actor } = inPerson(signedIn(request));
      const { organisation, personId } = identity;
      return writeOnce(request, reply, { pool }, async (connection) => {
        const made = await makeToken(connection, organisation, {
          tokenId: newId(),
          personId,
          madeBy: actor,
          ...request.body,
        });
        const { secret: _shownOnce, ...kept } = made;
        return { status: 201, body: made, kept };
      });
    },
  );
}

function revokingRoute(api: Api, { pool, identities }: Wiring): void {
  api.delete(
    "/tokens/:tokenId",
    {
      config: { scope: "administer" },
      schema: {
        tags,
        summary: "Revoke one of my tokens; an administrator: anybody's",
        params: z.object({ tokenId: idParam }),
        response: { 200: tokenSchema },
      },
    },
    async (request) => {
      const { identity, actor } = signedIn(request);
      const { organisation } = identity;
      const personId = holds(actor, "administrator") ? undefined : identity.personId;
      const { tokenId } = request.params;
      const revoked = await writeInside(pool, organisation, (connection) =>
        revokeToken(connection, organisation, { personId, tokenId, revokedBy: actor }),
      );
      if (!revoked) throw problem("no-such-item", { name: tokenId });
      identities.forgetAll();
      return revoked;
    },
  );
}
