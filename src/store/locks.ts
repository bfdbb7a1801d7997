import type { Connection } from "../projections/inside-organisation.ts";

/**
 * First parts of this program's advisory locks in its own database; the second is the hash of what is locked. Others: 18497, in
 * `create_complaint_sequence`, and 0x4841 ("HA"), below and in `embedded-postgres/server-use.ts`.
 */
const numbers = {
  sealing: 18498,
  "calendar version": 18499,
  "repeated request": 18500,
  "repeated reply to an incident": 18501,
  "removing what has expired": 18502,
  "guess at a password": 18503,
  "units and roles of the packs": 18504,
  "accepted edition": 18505,
  "forgetting old keys": 18506,
  "organisation log": 18507,
  "closed channels": 18510,
  "word templates": 18520,
} as const;
export type Lock = keyof typeof numbers;

/** Held by a session that migrates ("HA" and 3; 1 and 2 belong to the launcher). */
export const MIGRATION_LOCK = [0x4841, 3];

/** Waits for its turn, until the end of the transaction. Two texts may share a lock: they only wait for each other. */
export async function takeTurn(connection: Connection, lock: Lock, of: string): Promise<void> {
  await connection.query("select pg_advisory_xact_lock($1, hashtext($2))", [numbers[lock], of]);
}

/** Takes the lock until the end of the transaction, unless another one is at it. */
export async function tryTurn(connection: Connection, lock: Lock, of: string): Promise<boolean> {
  const { rows } = await connection.query<{ mine: boolean }>(
    "select pg_try_advisory_xact_lock($1, hashtext($2)) as mine",
    [numbers[lock], of],
  );
  return rows[0]?.mine === true;
}
