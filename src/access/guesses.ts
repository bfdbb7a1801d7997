import { isIPv6 } from "node:net";
import type { Pool } from "pg";
import { writeInside, type Connection } from "../projections/inside-organisation.ts";
import { takeTurn } from "../store/locks.ts";

/** A guess at somebody's password. `from`: the counted address, or the known device, that it came from. */
export type Guess = { organisation: string; signInName: string; from: string };

/**
 * Counts a guess at a password before the password is looked at, and says how many seconds it must wait; 0: it may be tried now.
 * Guesses at a name from one place wait for one another, and for no others.
 */
export async function takeGuess(pool: Pool, guess: Guess): Promise<number> {
  return writeInside(pool, guess.organisation, async (client) => {
    // Guesses sent all at once are counted one after another.
    await takeTurn(client, "guess at a password", `${guess.from} ${guess.signInName}`);
    const waitS = await secondsToWait(client, guess);
    if (waitS === 0) await noteGuess(client, guess);
    return waitS;
  });
}

/** The password fitted: the guesses before it were a person's own. */
export async function forgetGuesses(client: Connection, { organisation, from, signInName }: Guess): Promise<void> {
  await client.query("delete from sign_in_failure where organisation = $1 and address = $2 and sign_in_name = $3", [
    organisation,
    from,
    signInName,
  ]);
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

const FREE_FAILURES = 5;
/** A whole provider may sit behind one address: only what no office mistypes in a day makes all of it wait. */
const FREE_FAILURES_OF_ADDRESS = 1000;
const WAIT_MAX_S = 900;

/** Five wrong passwords are human; then 2, 4, 8 … seconds. */
async function secondsToWait(client: Connection, { organisation, from, signInName }: Guess): Promise<number> {
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
    [organisation, from, signInName],
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
async function noteGuess(client: Connection, { organisation, from, signInName }: Guess): Promise<void> {
  await client.query("delete from sign_in_failure where organisation = $1 and last_at < now() - interval '1 day'", [
    organisation,
  ]);
  await client.query(
    `insert into sign_in_failure (organisation, address, sign_in_name, failures, last_at) values ($1, $2, $3, 1, now())
     on conflict (organisation, address, sign_in_name)
       do update set failures = sign_in_failure.failures + 1, last_at = now()`,
    [organisation, from, signInName],
  );
}
