import type pg from "pg";
import type { EventType } from "../procedure/pure/vocabulary.ts";
import { readInside } from "../projections/inside-organisation.ts";

/** A fact that was written since: enough to know which screens are out of date. */
export type NewsItem = { complaintId: string; sequence: number; type: EventType; recordedAt: string };

export type News = {
  items: NewsItem[];
  /** Where to go on reading. Opaque; good for this database only. */
  position: string;
  /** Too much happened to list: whatever is shown is out of date. */
  isCut: boolean;
};

const ITEMS_MAX = 2_000;

/** The position of now, for a listener that begins. */
export async function currentPosition(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ position: string }>(
    "select pg_snapshot_xmin(pg_current_snapshot())::text as position",
  );
  return rows[0]?.position ?? "0";
}

/**
 * The facts that were written since a position, each of them exactly once. A position is a transaction: only those older than
 * every running one are read, because they end out of order and one must not be passed over.
 */
export async function eventsSince(
  pool: pg.Pool,
  { organisation, position }: { organisation: string; position: string },
): Promise<News> {
  return readInside(pool, organisation, async (connection) => {
    const { rows } = await connection.query<{
      complaint_id: string | null;
      sequence: number;
      type: EventType;
      recorded_at: string;
      position: string;
    }>({
      name: "events_since",
      text: `with oldest as (select pg_snapshot_xmin(pg_current_snapshot()) as running)
             select e.complaint_id, e.sequence, e.type, instant_text(e.recorded_at) as recorded_at,
                    oldest.running::text as position
             from oldest left join (
               complaint c join event e
                 on e.organisation = c.organisation and e.complaint_id = c.complaint_id and e.written_in >= $2::xid8)
               on c.organisation = $1 and c.changed_in >= $2::xid8 and e.written_in < oldest.running
             order by e.written_in, e.complaint_id, e.sequence
             limit $3`,
      values: [organisation, position, ITEMS_MAX + 1],
    });
    const found = rows.flatMap(({ complaint_id: complaintId, sequence, type, recorded_at: recordedAt }) =>
      complaintId === null ? [] : [{ complaintId, sequence, type, recordedAt }],
    );
    return {
      items: found.slice(0, ITEMS_MAX),
      position: rows[0]?.position ?? position,
      isCut: found.length > ITEMS_MAX,
    };
  });
}
