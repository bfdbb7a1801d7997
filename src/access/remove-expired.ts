import type pg from "pg";
import { writeInside } from "../projections/inside-organisation.ts";
import { tryTurn } from "../store/locks.ts";

/** How long the same Idempotency-Key gets the same answer again. */
const ANSWER_DAYS = 30;
/** After so long a device is as good as another's. */
const DEVICE_DAYS = 400;
/** How long it is known to whom a link was sent, once it is over. */
const LINK_DAYS = 400;

/**
 * Removes up to `limit` sessions that are over, and as many answers, devices and links that nobody comes with again. While another
 * worker is at it, nothing is done.
 *
 * @returns how many rows were removed.
 */
export function removeExpired(
  { pool }: { pool: pg.Pool },
  { organisation, limit }: { organisation: string; limit: number },
): Promise<number> {
  return writeInside(pool, organisation, async (connection) => {
    if (!(await tryTurn(connection, "removing what has expired", organisation))) return 0;
    const sessions = await connection.query(
      `delete from session where organisation = $1 and token_hash in (
         select token_hash from session where organisation = $1 and expires_at < now() order by expires_at limit $2)`,
      [organisation, limit],
    );
    const answers = await connection.query(
      `delete from request_answer where organisation = $1 and idempotency_key in (
         select idempotency_key from request_answer
         where organisation = $1 and answered_at < now() - $3 * interval '1 day' order by answered_at limit $2)`,
      [organisation, limit, ANSWER_DAYS],
    );
    const devices = await connection.query(
      `delete from known_device where organisation = $1 and device_hash in (
         select device_hash from known_device
         where organisation = $1 and seen_at < now() - $3 * interval '1 day' order by seen_at limit $2)`,
      [organisation, limit, DEVICE_DAYS],
    );
    const links = await connection.query(
      `delete from answer_link where organisation = $1 and answer_link_id in (
         select answer_link_id from answer_link
         where organisation = $1 and expires_at < now() - $3 * interval '1 day' order by expires_at limit $2)`,
      [organisation, limit, LINK_DAYS],
    );
    const downloads = await connection.query(
      `delete from download_link where organisation = $1 and download_link_id in (
         select download_link_id from download_link
         where organisation = $1 and expires_at < now() - $3 * interval '1 day' order by expires_at limit $2)`,
      [organisation, limit, LINK_DAYS],
    );
    return (
      (downloads.rowCount ?? 0) +
      (links.rowCount ?? 0) +
      (devices.rowCount ?? 0) +
      (sessions.rowCount ?? 0) +
      (answers.rowCount ?? 0)
    );
  });
}
