import type { Pool } from "pg";
import type { Role } from "../procedure/pure/vocabulary.ts";
import type { Key } from "./key.ts";
import type { Scope } from "./scopes.ts";

/** In which a person reads the screens. */
export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];

/** How a deputy signs papers: in place of the post, by its order, authorised. */
export const signingWays = ["KT", "TL", "TUQ"] as const;
export type SigningWay = (typeof signingWays)[number];

export type RoleHeld = { role: Role; unit: string };

/** Who stands behind a session or a token, with the roles that they hold today. */
export type Identity = {
  organisation: string;
  personId: string;
  name: string;
  email: string | null;
  signInName: string;
  language: Language;
  /** The password is one that somebody else set: nothing else may be done before one's own is chosen. */
  mustChangePassword: boolean;
  roles: RoleHeld[];
  /** Absent people whose deputy this person is today, `untilOn` included. */
  standsInFor: {
    personId: string;
    name: string;
    untilOn: string;
    roles: RoleHeld[];
    signsAs: SigningWay | null;
    post: string | null;
  }[];
  /** What a token may be used for; null: a session, which may do whatever the person may. */
  scopes: Scope[] | null;
  tokenId: string | null;
  expiresAt: string;
  /** This session practises; a token never does. */
  isTraining: boolean;
};

/** Finds the person behind a key; undefined where it is unknown, has run out or was revoked. One round trip. */
export async function identityOf(pool: Pool, key: Key): Promise<Identity | undefined> {
  const { rows } = await pool.query<{
    identity: Omit<Identity, "organisation" | "isTraining"> | null;
    isTraining: boolean;
  }>({
    name: "identity_of",
    text: 'select identity_of($1, $2) as identity, is_training($1, $2) as "isTraining"',
    values: [key.organisation, key.hash],
  });
  const { identity, isTraining = false } = rows[0] ?? {};
  return identity ? { ...identity, isTraining, organisation: key.organisation } : undefined;
}
