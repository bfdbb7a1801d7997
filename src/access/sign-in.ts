import type { Pool } from "pg";
import { readInside, writeInside, type Connection } from "../projections/inside-organisation.ts";
import { fairTurns } from "./fair-turns.ts";
import { countedAddress, forgetGuesses, takeGuess, type Guess } from "./guesses.ts";
import { newKey, type Key } from "./key.ts";
import { isKnownDevice, rememberDevice } from "./known-devices.ts";
import { passwordFits } from "./password.ts";

/** How long a session lasts without signing in again: one shift. */
export const SESSION_HOURS = 12;

export type SignedIn =
  { ok: true; key: Key; device: Key; expiresAt: string } | { ok: false; code: SignInRefusal; retryAfterS?: number };
export type SignInRefusal = "wrong-sign-in" | "too-many-sign-ins";

/** Where an attempt comes from: an address, and a device that says to be known. */
export type Whence = { address: string; device: Key | undefined };

type SignIn = { organisation: string; signInName: string; password: string; whence: Whence };

/**
 * Begins a session for a name and its password. Who guessed wrong waits ever longer before the next try at that name from there,
 * and nobody else does: a stranger cannot lock a person out, not even from behind the same address, once the person has
 * signed in with a device. An unknown name, a closed person and a wrong password are told apart neither by words nor by time.
 */
export async function signIn(pool: Pool, attempt: SignIn): Promise<SignedIn> {
  const guess = await guessOf(pool, { ...attempt, signInName: await nameMeant(pool, attempt) });
  // A device that the person signed in with is nobody's flood: it waits behind no stranger.
  if (guess.from.startsWith(DEVICE)) return tryToSignIn(pool, attempt, guess);
  const tried = await hashing(guess.from, () => tryToSignIn(pool, attempt, guess));
  return tried === "full" ? { ok: false, code: "too-many-sign-ins", retryAfterS: FULL_S } : tried;
}

/** Hashes keep a processor busy on purpose: few at once, the addresses in turn, of all organisations together. */
const hashing = fairTurns({ atOnce: 2, waitingOfPlace: 30, waiting: 300 });
const FULL_S = 10;
const DEVICE = "device ";

async function tryToSignIn(pool: Pool, attempt: SignIn, guess: Guess): Promise<SignedIn> {
  const waitS = await takeGuess(pool, guess);
  if (waitS > 0) return { ok: false, code: "too-many-sign-ins", retryAfterS: waitS };
  const person = await writeInside(pool, attempt.organisation, (client) => personNamed(client, guess));
  // Outside any transaction: a hash takes longer than a connection should be held.
  const fits = await passwordFits(attempt.password, person?.password_hash ?? null);
  if (!fits || !person) return { ok: false, code: "wrong-sign-in" };
  const who = { organisation: attempt.organisation, personId: person.person_id };
  return writeInside(pool, attempt.organisation, async (client) => {
    await forgetGuesses(client, guess);
    const device = await rememberDevice(client, { ...who, device: attempt.whence.device });
    return { ok: true, device, ...(await beginSession(client, who)) };
  });
}

/** What a guess at this name from there counts as: a device that the person signed in with counts by itself. */
export async function guessOf(
  pool: Pool,
  { organisation, signInName, whence }: { organisation: string; signInName: string; whence: Whence },
): Promise<Guess> {
  const name = plainSignInName(signInName);
  const { address, device } = whence;
  const isKnown = device?.organisation === organisation && (await isKnownDevice(pool, device, name));
  const from = isKnown ? `${DEVICE}${device.hash.toString("hex")}` : countedAddress(address);
  return { organisation, signInName: name, from };
}

export function plainSignInName(text: string): string {
  return text.trim().normalize("NFC").toLowerCase();
}

/** `lan` and `lan@vntt` are the same name at VNTT: as it was written first. Longer names are tried before shorter ones. */
export function sameSignInNames(organisation: string, text: string): string[] {
  const name = plainSignInName(text);
  const end = `@${organisation}`;
  return name.endsWith(end) ? [name, name.slice(0, -end.length)] : [`${name}${end}`, name];
}

/** The name that somebody has, where they typed it with or without their organisation; else what was typed. */
async function nameMeant(pool: Pool, { organisation, signInName }: SignIn): Promise<string> {
  const { rows } = await readInside(pool, organisation, (client) =>
    client.query<{ sign_in_name: string }>(
      `select sign_in_name from person where organisation = $1 and sign_in_name = any ($2)
       order by sign_in_name = $3 desc limit 1`,
      [organisation, sameSignInNames(organisation, signInName), plainSignInName(signInName)],
    ),
  );
  return rows[0]?.sign_in_name ?? signInName;
}

/** Ends one session, for signing out. */
export async function endSession(pool: Pool, key: Key): Promise<void> {
  await writeInside(pool, key.organisation, (client) =>
    client.query("delete from session where organisation = $1 and token_hash = $2", [key.organisation, key.hash]),
  );
}

/** Lets a session practise, or brings it back to work. */
export async function setTraining(pool: Pool, key: Key, isTraining: boolean): Promise<void> {
  await writeInside(pool, key.organisation, (client) =>
    client.query("update session set is_training = $3 where organisation = $1 and token_hash = $2", [
      key.organisation,
      key.hash,
      isTraining,
    ]),
  );
}

/** Ends every session of a person: after a new password, or when they leave. */
export async function endSessionsOf(client: Connection, organisation: string, personId: string): Promise<void> {
  await client.query("delete from session where organisation = $1 and person_id = $2", [organisation, personId]);
}

async function personNamed(client: Connection, { organisation, signInName }: Guess) {
  const { rows } = await client.query<{ person_id: string; password_hash: string | null }>(
    // One that somebody else set opens nothing any more once it has run out.
    `select person_id, case when one_time_until is null or one_time_until > now() then password_hash end as password_hash
     from person
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
