import { isIPv6 } from "node:net";
import type { Pool } from "pg";
import { writeInside, type Connection } from "../projections/inside-organisation.ts";
import { newKey, type Key } from "./key.ts";
import { passwordFits } from "./password.ts";

/** How long a session lasts without signing in again: one shift. */
export const SESSION_HOURS = 12;

export type SignedIn =
  { ok: true; key: Key; expiresAt: string } | { ok: false; code: SignInRefusal; retryAfterS?: number };
export type SignInRefusal = "wrong-sign-in" | "too-many-sign-ins";

type SignIn = { organisation: string; signInName: string; password: string; address: string };

/**
 * Begins a session for a name and its password. An address that guessed wrong waits ever longer before its next try at that
 * name, and nobody else does: a stranger cannot lock a person out. An unknown name, a closed person and a wrong
 * password are told apart neither by words nor by time.
 */
export async function signIn(pool: Pool, attempt: SignIn): Promise<SignedIn> {
  const signInName = plainSignInName(attempt.signInName);
  const tried = { ...attempt, signInName, address: countedAddress(attempt.address) };
  const { person, waitS } = await writeInside(pool, attempt.organisation, async (client) => {
    // Guesses sent all at once are counted one after another.
    await client.query("select pg_advisory_xact_lock(18503, hashtext($1))", [`${tried.address} ${signInName}`]);
    const waitS = await secondsToWait(client, tried);
    if (waitS === 0) await noteFailure(client, tried);
    return { waitS, person: await personNamed(client, tried) };
  });
  if (waitS > 0) return { ok: false, code: "too-many-sign-ins", retryAfterS: waitS };
  // Outside any transaction: a hash takes longer than a connection should be held.
  const fits = await passwordFits(attempt.password, person?.password_hash ?? null);
  if (!fits || !person) return { ok: false, code: "wrong-sign-in" };
  return writeInside(pool, attempt.organisation, async (client) => {
    await forgetFailures(client, tried);
    return { ok: true, ...(await beginSession(client, { ...tried, personId: person.person_id })) };
  });
}

export function plainSignInName(text: string): string {
  return text.trim().normalize("NFC").toLowerCase();
}

/** Whoever has an IPv6 network has all of its 2^64 addresses to guess from: they count as one, by the first four groups. */
export function countedAddress(address: string): string {
  const [plain = ""] = address.split("%");
  if (!isIPv6(plain)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  const [before = [], after = []] = plain.split("::").map((part) => part.split(":").filter((group) => group !== ""));
  const left = [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0"), ...after];
  const network = left.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}

/** Ends one session, for signing out. */
export async function endSession(pool: Pool, key: Key): Promise<void> {
  await writeInside(pool, key.organisation, (client) =>
    client.query("delete from session where organisation = $1 and token_hash = $2", [key.organisation, key.hash]),
  );
}

/** Ends every session of a person: after a new password, or when they leave. */
export async function endSessionsOf(client: Connection, organisation: string, personId: string): Promise<void> {
  await client.query("delete from session where organisation = $1 and person_id = $2", [organisation, personId]);
}

async function personNamed(client: Connection, { organisation, signInName }: SignIn) {
  const { rows } = await client.query<{ person_id: string; password_hash: string | null }>(
    `select person_id, password_hash from person
     where organisation = $1 and sign_in_name = $2 and closed_at is null`,
    [organisation, signInName],
  );
  return rows[0];
}

async function beginSession(
  client: Connection,
  { organisation, personId }: { organisation: string; personId: string },
) {
  const key = newKey(organisation);
  await client.query("delete from session where organisation = $1 and person_id = $2 and expires_at <= now()", [
    organisation,
    personId,
  ]);
  const { rows } = await client.query<{ expires_at: string }>(
    `insert into session (organisation, token_hash, person_id, expires_at)
     values ($1, $2, $3, now() + $4 * interval '1 hour') returning instant_text(expires_at) as expires_at`,
    [organisation, key.hash, personId, SESSION_HOURS],
  );
  return { key, expiresAt: rows[0]?.expires_at ?? "" };
}

const FREE_FAILURES = 5;
const FREE_FAILURES_OF_ADDRESS = 50;
const WAIT_MAX_S = 900;

/** Five wrong passwords are human; then 2, 4, 8 … seconds. An address that tries many names waits for all of them. */
async function secondsToWait(client: Connection, { organisation, address, signInName }: SignIn): Promise<number> {
  const { rows } = await client.query<{
    own: number | null;
    own_ago_s: number | null;
    all: number;
    all_ago_s: number | null;
  }>(
    `select max(failures) filter (where sign_in_name = $3) as own,
            extract(epoch from now() - max(last_at) filter (where sign_in_name = $3))::float as own_ago_s,
            coalesce(sum(failures), 0)::integer as all,
            extract(epoch from now() - max(last_at))::float as all_ago_s
     from sign_in_failure
     where organisation = $1 and address = $2 and last_at > now() - interval '1 day'`,
    [organisation, address, signInName],
  );
  const found = rows[0];
  if (!found) return 0;
  const ofName = waitAfter((found.own ?? 0) - FREE_FAILURES) - (found.own_ago_s ?? 0);
  const ofAddress = waitAfter(found.all - FREE_FAILURES_OF_ADDRESS) - (found.all_ago_s ?? 0);
  return Math.max(0, Math.ceil(Math.max(ofName, ofAddress)));
}

function waitAfter(failuresTooMany: number): number {
  return failuresTooMany < 0 ? 0 : Math.min(2 ** (failuresTooMany + 1), WAIT_MAX_S);
}

/** Noted before the password is looked at, and forgotten when it fits. */
async function noteFailure(client: Connection, { organisation, address, signInName }: SignIn): Promise<void> {
  await client.query("delete from sign_in_failure where organisation = $1 and last_at < now() - interval '1 day'", [
    organisation,
  ]);
  await client.query(
    `insert into sign_in_failure (organisation, address, sign_in_name, failures, last_at) values ($1, $2, $3, 1, now())
     on conflict (organisation, address, sign_in_name)
       do update set failures = sign_in_failure.failures + 1, last_at = now()`,
    [organisation, address, signInName],
  );
}

async function forgetFailures(client: Connection, { organisation, address, signInName }: SignIn): Promise<void> {
  await client.query("delete from sign_in_failure where organisation = $1 and address = $2 and sign_in_name = $3", [
    organisation,
    address,
    signInName,
  ]);
}
