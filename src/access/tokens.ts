import type { Connection } from "../projections/inside-organisation.ts";
import { newKey } from "./key.ts";
import type { Scope } from "./scopes.ts";

/** A token of a program, without its secret. */
export type TokenRow = {
  tokenId: string;
  name: string;
  personId: string;
  scopes: Scope[];
  madeAt: string;
  expiresAt: string;
  revokedAt: string | null;
};

const columns = `token_id as "tokenId", name, person_id as "personId", scopes, instant_text(made_at) as "madeAt",
  instant_text(expires_at) as "expiresAt", instant_text(revoked_at) as "revokedAt"`;

export type NewToken = { tokenId: string; personId: string; name: string; scopes: readonly Scope[]; days: number };

/** Makes a token that acts as this person. `secret` is shown once: only its hash is kept. */
export async function makeToken(
  client: Connection,
  organisation: string,
  { tokenId, personId, name, scopes, days }: NewToken,
): Promise<TokenRow & { secret: string }> {
  const key = newKey(organisation, { prefix: "ha_" });
  const { rows } = await client.query<TokenRow>(
    `insert into api_token (organisation, token_id, token_hash, person_id, name, scopes, made_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, now() + $8 * interval '1 day') returning ${columns}`,
    [organisation, tokenId, key.hash, personId, name, [...scopes], JSON.stringify({ kind: "person", personId }), days],
  );
  const made = rows[0];
  if (!made) throw new Error("the token was not kept");
  return { ...made, secret: key.text };
}

/** A person's own tokens, the newest first. */
export async function tokensOf(client: Connection, organisation: string, personId: string): Promise<TokenRow[]> {
  const { rows } = await client.query<TokenRow>(
    `select ${columns} from api_token where organisation = $1 and person_id = $2 order by made_at desc limit 200`,
    [organisation, personId],
  );
  return rows;
}

/** Ends a token at once. Undefined comes back where this person has none of that id. */
export async function revokeToken(
  client: Connection,
  organisation: string,
  { personId, tokenId }: { personId: string; tokenId: string },
): Promise<TokenRow | undefined> {
  const { rows } = await client.query<TokenRow>(
    `update api_token set revoked_at = coalesce(revoked_at, now())
     where organisation = $1 and person_id = $2 and token_id = $3 returning ${columns}`,
    [organisation, personId, tokenId],
  );
  return rows[0];
}
