import type pg from "pg";
import { writeInside } from "../projections/inside-organisation.ts";
import { tryTurn } from "./locks.ts";

/** How long the same idempotency key gets the same outcome again; after that it is a new command. */
const KEY_DAYS = 30;

/**
 * Forgets up to `limit` idempotency keys of commands that were carried out more than 30 days ago. While another worker is at it,
 * nothing is done.
 *
 * @returns how many were forgotten.
 */
export function forgetOldKeys(
  { pool }: { pool: pg.Pool },
  { organisation, limit }: { organisation: string; limit: number },
): Promise<number> {
  return writeInside(pool, organisation, async (connection) => {
    if (!(await tryTurn(connection, "forgetting old keys", organisation))) return 0;
    const forgotten = await connection.query(
      `delete from idempotency where organisation = $1 and idempotency_key in (
         select idempotency_key from idempotency
         where organisation = $1 and recorded_at < now() - $2 * interval '1 day' order by recorded_at limit $3)`,
      [organisation, KEY_DAYS, limit],
    );
    return forgotten.rowCount ?? 0;
  });
}
