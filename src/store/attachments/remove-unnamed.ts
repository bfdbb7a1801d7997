import type pg from "pg";
import { writeInside, type Connection } from "../../projections/inside-organisation.ts";
import type { AttachmentStore } from "./attachment-store.ts";

/** How long an upload waits for a complaint that names it. */
const WAIT_HOURS = 24;

/** Notes that a complaint names these contents now: in the transaction of the fact that does. */
export async function noteNamed(
  connection: Connection,
  organisation: string,
  sha256s: readonly string[],
): Promise<void> {
  await connection.query(
    "update attachment set is_named = true where organisation = $1 and sha256 = any ($2) and not is_named",
    [organisation, sha256s],
  );
}

/**
 * Removes up to `limit` contents that were uploaded more than a day ago and that no complaint names. A content that somebody
 * hands in at this moment is left alone, and another worker passes over what this one has claimed.
 *
 * @returns how many were removed.
 */
export function removeUnnamedContents(
  { pool, attachments }: { pool: pg.Pool; attachments: AttachmentStore },
  { organisation, limit }: { organisation: string; limit: number },
): Promise<number> {
  return writeInside(pool, organisation, async (connection) => {
    const { rows } = await connection.query<{ sha256: string }>(
      `select sha256 from attachment
       where organisation = $1 and not is_named and wanted_at < now() - $2 * interval '1 hour'
       order by wanted_at limit $3 for update skip locked`,
      [organisation, WAIT_HOURS, limit],
    );
    const sha256s = rows.map(({ sha256 }) => sha256);
    // The content first: where this is cut short, the row is still there to be taken up again.
    for (const sha256 of sha256s) await attachments.remove(organisation, sha256);
    await connection.query("delete from attachment where organisation = $1 and sha256 = any ($2)", [
      organisation,
      sha256s,
    ]);
    return sha256s.length;
  });
}
