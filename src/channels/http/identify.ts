import type { FastifyRequest } from "fastify";
import { actorFor } from "../../access/actor.ts";
import type { IdentityCache } from "../../access/identity-cache.ts";
import { readKey, type Key } from "../../access/key.ts";
import type { Api, SignedIn } from "./api.ts";
import type { Cookies } from "./cookies.ts";
import { problem } from "./problem.ts";

/** Names the absent person for whom a deputy acts in this request. */
const ACTING_FOR_HEADER = "hoiam-acting-for";

/** Names whose pages these are, `organisation/personId` with % for what no header holds: a window that another person's sign-in overtook. */
const AS_HEADER = "hoiam-as";

/** Finds out who asks, before anything else is read; routes that name no scope are open to anybody. */
export function identifyRequests(
  api: Api,
  { identities, publicUrl, cookies }: { identities: IdentityCache; publicUrl: string; cookies: Cookies },
) {
  api.decorateRequest("signedIn", null);
  const own = new URL(publicUrl);
  api.addHook("onRequest", async (request) => {
    const bearer = bearerOf(request);
    if (bearer === undefined) refuseForeignOrigin(request, own);
    const { scope, beforeOwnPassword = false } = request.routeOptions.config;
    if (scope === undefined) return;
    const text = bearer ?? cookies.session(request);
    const key = text === undefined ? undefined : readKey(text);
    const found = key && (await signedInBy(key, request, identities));
    if (!found) throw problem("sign-in-needed", {}, { headers: { "www-authenticate": "Bearer" } });
    refuseOtherPerson(request, found);
    if (found.identity.scopes && !found.identity.scopes.includes(scope)) throw problem("scope-missing", { scope });
    if (found.identity.mustChangePassword && !beforeOwnPassword) throw problem("own-password-needed");
    request.signedIn = found;
  });
}

async function signedInBy(key: Key, request: FastifyRequest, identities: IdentityCache): Promise<SignedIn | undefined> {
  const identity = await identities.identityOf(key);
  if (!identity) return undefined;
  const actingFor = request.headers[ACTING_FOR_HEADER];
  const actor = actorFor(identity, typeof actingFor === "string" && actingFor !== "" ? actingFor : undefined);
  if (!actor) throw problem("not-a-deputy");
  return { identity, actor, key };
}

/** A browser has one session and many windows: what was typed in one of them is never taken for that of whoever signed in since. */
function refuseOtherPerson({ headers }: FastifyRequest, { identity }: SignedIn): void {
  const as = headers[AS_HEADER];
  if (as !== undefined && as !== encodeURIComponent(`${identity.organisation}/${identity.personId}`)) {
    throw problem("other-person");
  }
}

function bearerOf({ headers }: FastifyRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? "")?.[1];
}

/**
 * A page of another site may make a browser send our cookie along: what changes something must come from our own pages.
 * Programs send neither header, and are recognised by a token that no page can add. A page of the same host over plain HTTP is a
 * stranger to one over HTTPS.
 */
function refuseForeignOrigin({ method, headers, host }: FastifyRequest, own: URL): void {
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return;
  const { origin } = headers;
  if (origin !== undefined) {
    const from = URL.parse(origin);
    const isOwn =
      origin === own.origin || (from?.host === host && (from.protocol === "https:" || own.protocol === "http:"));
    if (!isOwn) throw problem("foreign-origin");
    return;
  }
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") throw problem("foreign-origin");
}
