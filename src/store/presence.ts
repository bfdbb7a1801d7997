import type { Pool } from "pg";
import type { Connection } from "../projections/inside-organisation.ts";
import { seenBy, type Visibility } from "../projections/visibility.ts";

/** Somebody who has a complaint open. */
export type Present = { personId: string; name: string; isTyping: boolean };

/** Whoever says nothing for so long has left: three times the pause between two signs of a page. */
export const PRESENT_MS = 60_000;

type At = { organisation: string; complaintId: string; personId: string };

/** Takes note that somebody has a complaint open. The connection is inside the organisation. */
export async function notePresence(
  connection: Connection,
  { organisation, complaintId, personId }: At,
  isTyping: boolean,
): Promise<void> {
  await connection.query({
    name: "note_presence",
    text: `insert into presence as p (organisation, complaint_id, person_id, is_typing) values ($1, $2, $3, $4)
           on conflict (organisation, complaint_id, person_id) do update set
             is_typing = excluded.is_typing, seen_at = excluded.seen_at,
             changed_at = case
               when p.is_typing = excluded.is_typing and p.seen_at > excluded.seen_at - ${LEFT} then p.changed_at
               else excluded.changed_at end`,
    values: [organisation, complaintId, personId, isTyping],
  });
  await connection.query({
    name: "forget_presence",
    text: `delete from presence where organisation = $1 and changed_at < now() - interval '1 day' and seen_at < now() - ${LEFT}`,
    values: [organisation],
  });
}

/** Takes note that somebody has left. */
export async function noteLeaving(connection: Connection, { organisation, complaintId, personId }: At): Promise<void> {
  await connection.query(
    `update presence set seen_at = '-infinity', is_typing = false, changed_at = clock_timestamp()
     where organisation = $1 and complaint_id = $2 and person_id = $3`,
    [organisation, complaintId, personId],
  );
}

/** Who else has a complaint open, whoever came first being first; undefined where the reader may not see the complaint. */
export async function othersPresent(
  connection: Connection,
  { organisation, complaintId, personId }: At,
  visibility: Visibility,
): Promise<Present[] | undefined> {
  const values: unknown[] = [organisation, complaintId, personId];
  const isSeen = seenBy(visibility, (value) => `$${values.push(value)}`);
  const { rows } = await connection.query<{ [Key in keyof Present]: Present[Key] | null }>({
    name: "others_present",
    text: `select p.person_id as "personId", p.is_typing as "isTyping", person.name
           from complaint_row r
           left join (presence p join person on person.organisation = p.organisation and person.person_id = p.person_id)
             on p.organisation = r.organisation and p.complaint_id = r.complaint_id
               and p.person_id <> $3 and p.seen_at > now() - ${LEFT}
           where r.organisation = $1 and r.complaint_id = $2 and ${isSeen}
           order by p.person_id`,
    values,
  });
  if (rows.length === 0) return undefined;
  return rows.flatMap(({ personId: id, name, isTyping }) =>
    id === null || name === null || isTyping === null ? [] : [{ personId: id, name, isTyping }],
  );
}

/** Complaints at which somebody came, left, began or ceased to type since an instant of the database, and the latest of these. */
export async function presenceSince(
  connection: Connection,
  { organisation, since }: { organisation: string; since: string },
): Promise<{ complaintIds: string[]; latest: string }> {
  const { rows } = await connection.query<{ complaintIds: string[] | null; latest: string }>({
    name: "presence_since",
    text: `select array_agg(distinct complaint_id) as "complaintIds",
                  coalesce(max(changed_at), $2::timestamptz)::text as latest
           from presence where organisation = $1 and changed_at > $2::timestamptz`,
    values: [organisation, since],
  });
  const [row] = rows;
  if (!row) throw new Error("an aggregate gave no row");
  return { complaintIds: row.complaintIds ?? [], latest: row.latest };
}

/** From when on a listener who comes now has to be told: the database's own time. */
export async function presentNow(pool: Pick<Pool, "query">): Promise<string> {
  const { rows } = await pool.query<{ now: string }>("select clock_timestamp()::text as now");
  const [row] = rows;
  if (!row) throw new Error("the time gave no row");
  return row.now;
}

const LEFT = `interval '${PRESENT_MS} milliseconds'`;
