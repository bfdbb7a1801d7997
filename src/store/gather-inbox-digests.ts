import { dayNumberOf } from "../procedure/pure/day.ts";
import { dayOf, dayMs, msFromInstant, type Instant } from "../procedure/pure/instant.ts";
import type { WorkingCalendar } from "../procedure/pure/calendar/working-calendar.ts";
import { shiftsOn } from "../procedure/pure/term/working-time.ts";
import { writeInside, type Connection } from "../projections/inside-organisation.ts";
import type { Store } from "./open-store.ts";
import { organisationCalendar } from "./organisation-calendar.ts";

/** What somebody has not read for longer is told no more in a first mail. */
const FIRST_DAYS = 7;

/**
 * The mail of the day for everybody who has an address, wants it, and has something unread since the last one. Made once a working
 * day for an organisation, at its first working hour that a worker sees, however many ask.
 *
 * @param asked.at now; absent: database time
 * @returns how many were made
 */
export function gatherInboxDigests(store: Store, asked: { organisation: string; at?: Instant }): Promise<number> {
  const { organisation } = asked;
  return writeInside(store.pool, organisation, async (connection) => {
    const known = await standing(connection, organisation);
    const at = asked.at ?? known.now;
    const calendar = await organisationCalendar(store, { organisation, at, number: known.number, connection });
    if (!calendar || !isWorkingHour(calendar, at)) return 0;
    const on = dayOf(at, calendar.offsetMs / 60_000);
    if (known.madeOn !== null && known.madeOn >= on) return 0;
    return (await beginDay(connection, organisation, on)) ? gather(connection, organisation, at) : 0;
  });
}

type Standing = { now: Instant; number: number; madeOn: string | null };

async function standing(connection: Connection, organisation: string): Promise<Standing> {
  const { rows } = await connection.query<Standing>({
    name: "inbox_digest_standing",
    text: `select instant_text(clock_timestamp()) as now,
             (select coalesce(max(number), 0) from calendar_version where organisation = $1) as number,
             (select made_on::text from inbox_digest_day where organisation = $1) as "madeOn"`,
    values: [organisation],
  });
  const found = rows[0];
  if (!found) throw new Error("a select without a table gave no row");
  return found;
}

function isWorkingHour(calendar: WorkingCalendar, at: Instant): boolean {
  const dayNumber = dayNumberOf(dayOf(at, calendar.offsetMs / 60_000));
  const timeOfDayMs = msFromInstant(at) + calendar.offsetMs - dayNumber * dayMs;
  return shiftsOn(calendar, dayNumber).some(({ from, to }) => from <= timeOfDayMs && timeOfDayMs < to);
}

/** Whether this worker is the one that makes them today. Another one waits here until this transaction has ended. */
async function beginDay(connection: Connection, organisation: string, on: string): Promise<boolean> {
  const { rowCount } = await connection.query(
    `insert into inbox_digest_day as d (organisation, made_on) values ($1, $2)
     on conflict (organisation) do update set made_on = excluded.made_on where d.made_on < excluded.made_on`,
    [organisation, on],
  );
  return rowCount === 1;
}

async function gather(connection: Connection, organisation: string, at: Instant): Promise<number> {
  const { rowCount } = await connection.query(
    `with reader as (
       select p.person_id, coalesce(d.told_to, $2::timestamptz - $3 * interval '1 day') as since
       from person p left join inbox_digest d on d.organisation = p.organisation and d.person_id = p.person_id
       where p.organisation = $1 and p.closed_at is null and p.email is not null and coalesce(d.is_wanted, true)),
     waiting as materialized (
       select r.person_id, r.since from reader r
       where exists (
         select from notification n where n.organisation = $1 and n.person_id = r.person_id and n.read_at is null
           and n.made_at > r.since and n.made_at <= $2
           and not exists (
             select from complaint_row c where c.organisation = $1 and c.complaint_id = n.complaint_id and c.shown_in <> 'work'))),
     told as (
       insert into inbox_digest (organisation, person_id, told_to) select $1, person_id, $2 from waiting
       on conflict (organisation, person_id) do update set told_to = excluded.told_to)
     insert into outbox (organisation, outbox_id, kind, audience, recipient, content, urgency, queued_at, next_try_at)
     select $1, 'inbox-digest.' || instant_text($2) || '.' || person_id, 'inbox-digest', 'inbox', person_id,
            jsonb_build_object('since', instant_text(since), 'to', instant_text($2)), 'now', clock_timestamp(), clock_timestamp()
     from waiting`,
    [organisation, at, FIRST_DAYS],
  );
  return rowCount ?? 0;
}
