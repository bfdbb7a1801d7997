import type { Connection } from "../projections/inside-organisation.ts";
import { noteInOrganisation } from "../store/organisation-log.ts";
import { refOf, type ChangedBy } from "./actor.ts";
import { newKey } from "./key.ts";
import type { Scope } from "./scopes.ts";

/** A token of a program, without its secret. */
export type TokenRow = {
  tokenId: string;
  name: string;
  personId: string;
  personName: string;
  scopes: Scope[];
  madeAt: string;
  expiresAt: string;
  revokedAt: string | null;
};

const columns = `token_id as "tokenId", name, person_id as "personId",
  (select p.name from person p where p.organisation = api_token.organisation and p.person_id = api_token.person_id)
    as "personName", scopes, instant_text(made_at) as "madeAt",
  instant_text(expires_at) as "expiresAt", instant_text(revoked_at) as "revokedAt"`;

export type NewToken = {
  tokenId: string;
  personId: string;
  name: string;
  scopes: readonly Scope[];
  days: number;
  madeBy: ChangedBy;
};

/** Makes a token that acts as this person. `secret` is shown once: only its hash is kept. */
export async function makeToken(
  client: Connection,
  organisation: string,
  { tokenId, personId, name, scopes, days, madeBy }: NewToken,
): Promise<TokenRow & { secret: string }> {
  const key = newKey(organisation, { prefix: "ha_" });
  const by = refOf(madeBy);
  const { rows } = await client.query<TokenRow>(
    `insert into api_token (organisation, token_id, token_hash, person_id, name, scopes, made_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, now() + $8 * interval '1 day') returning ${columns}`,
    [organisation, tokenId, key.hash, personId, name, [...scopes], JSON.stringify(by), days],
  );
  const made = rows[0];
  if (!made) throw new Error("the token was not kept");
  const facts = [{ type: "TokenMade" as const, data: { tokenId, personId, scopes: [...scopes] } }];
  await noteInOrganisation(client, organisation, { facts, by });
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

/** Everybody's tokens, the newest first: for administrators. */
export async function tokensOfOrganisation(client: Connection, organisation: string): Promise<TokenRow[]> {
  const { rows } = await client.query<TokenRow>(
    `select ${columns} from api_token where organisation = $1 order by made_at desc limit 1000`,
    [organisation],
  );
  return rows;
}

/**
 * Ends a token at once. Undefined comes back where there is none of that id, or it is not `personId`'s; without one, anybody's
 * is ended.
 */
export async function revokeToken(
  client: Connection,
  organisation: string,
  { personId, tokenId, revokedBy }: { personId?: string | undefined; tokenId: string; revokedBy: ChangedBy },
): Promise<TokenRow | undefined> {
  const { rows } = await client.query<TokenRow>(
    `select ${columns} from api_token
     where organisation = $1 and token_id = $2 and ($3::text is null or person_id = $3) for update`,
    [organisation, tokenId, personId ?? null],
  );
  const token = rows[0];
  if (!token || token.revokedAt !== null) return token;
  const revoked = await client.query<TokenRow>(
    `update api_token set revoked_at = now() where organisation = $1 and token_id = $2 returning ${columns}`,
    [organisation, tokenId],
  );
  await noteRevoked(client, organisation, [token], revokedBy);
  return revoked.rows[0];
}

/** Ends every token of a person: after a new password, or when they leave. */
export async function revokeTokensOf(
  client: Connection,
  organisation: string,
  { personId, revokedBy }: { personId: string; revokedBy: ChangedBy },
): Promise<void> {
  const { rows } = await client.query<TokenRow>(
    `update api_token set revoked_at = now()
     where organisation = $1 and person_id = $2 and revoked_at is null returning ${columns}`,
    [organisation, personId],
  );
  await noteRevoked(client, organisation, rows, revokedBy);
}

async function noteRevoked(
  client: Connection,
  organisation: string,
  tokens: readonly Pick<TokenRow, "tokenId" | "personId">[],
  revokedBy: ChangedBy,
): Promise<void> {
  const facts = tokens.map(({ tokenId, personId }) => ({ type: "TokenRevoked" as const, data: { tokenId, personId } }));
  await noteInOrganisation(client, organisation, { facts, by: refOf(revokedBy) });
}
