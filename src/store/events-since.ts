import type pg from "pg";
import type { EventType } from "../procedure/pure/vocabulary.ts";
import { readInside } from "../projections/inside-organisation.ts";

/** A fact that was written since: enough to know which screens are out of date. */
export type NewsItem = { complaintId: string; sequence: number; type: EventType; recordedAt: string };

export type News = {
  items: NewsItem[];
  /** Where to go on reading: what was visible to this look. Opaque; good for this database only. */
  position: string;
  /** Too much happened to list: whatever is shown is out of date. */
  isCut: boolean;
};

const ITEMS_MAX = 2_000;

/** The position of now, for a listener that begins. */
export async function currentPosition(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ position: string }>("select pg_current_snapshot()::text as position");
  const position = rows[0]?.position;
  if (position === undefined) throw new Error("a select without a table gave no row");
  return position;
}

/** Whether a text has the shape of a position, which a listener brings back from anywhere. */
export function isPosition(text: string): boolean {
  const [, oldest, next, running] = /^(\d{1,19})(?::(\d{1,19}):([\d,]{0,8000}))?$/.exec(text) ?? [];
  if (oldest === undefined || BigInt(oldest) === 0n) return false;
  if (next === undefined || running === undefined) return true;
  // PostgreSQL wants them in order, from the oldest that runs to before the next.
  const ids = running === "" ? [] : running.split(",");
  if (ids.some((id) => !/^\d{1,19}$/.test(id))) return false;
  const inOrder = [oldest, ...ids, next].map(BigInt);
  return inOrder.every((id, index) => index === 0 || id >= (inOrder[index - 1] ?? 0n)) && !ids.includes(next);
}

/**
 * The facts that were written since a position, each of them exactly once. A position is a snapshot, and not the last
 * transaction that was seen, because transactions end out of order: one that takes long neither keeps the others back nor is
 * passed over when it ends. While it runs, each look goes through the complaints that were changed since it began.
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
      text: `with now as (select pg_current_snapshot() as seen)
             select e.complaint_id, e.sequence, e.type, instant_text(e.recorded_at) as recorded_at,
                    now.seen::text as position
             from now left join (
               complaint c join event e
                 on e.organisation = c.organisation and e.complaint_id = c.complaint_id
                   and not pg_visible_in_snapshot(e.written_in, $2::pg_snapshot))
               on c.organisation = $1 and c.changed_in >= pg_snapshot_xmin($2::pg_snapshot)
                 and not pg_visible_in_snapshot(c.changed_in, $2::pg_snapshot)
             order by e.written_in, e.complaint_id, e.sequence
             limit $3`,
      values: [organisation, asSnapshot(position), ITEMS_MAX + 1],
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

/** A listener may come back with a position of an older program: the oldest transaction that was running then. */
function asSnapshot(position: string): string {
  return position.includes(":") ? position : `${position}:${position}:`;
}
