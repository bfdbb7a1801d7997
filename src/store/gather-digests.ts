import { dayOf, type Instant } from "../procedure/pure/instant.ts";
import { shiftBegunAt } from "../procedure/pure/term/shift-begun.ts";
import { writeInside, type Connection } from "../projections/inside-organisation.ts";
import type { Store } from "./open-store.ts";
import { organisationCalendar } from "./organisation-calendar.ts";

/** Clocks listed in one digest, those that end first; `count` in it says how many there are. */
const LISTED_MAX = 500;

/**
 * The digests of a shift: for each recipient one message about every clock whose warning fell due by the shift's beginning and
 * had to wait for it. Made once for a shift, however many workers ask and however late, as soon as nothing is left to fire that
 * fell due by then; what fell due later waits for the next shift. Left out is a clock that ended meanwhile, one whose
 * breach was told at once, and one that was moved and will be warned of anew. Who stands in for an absent person is told too.
 *
 * @param asked.at now; absent: database time
 * @returns how many digests were made
 */
export function gatherDigests(store: Store, asked: { organisation: string; at?: Instant }): Promise<number> {
  const { organisation } = asked;
  return writeInside(store.pool, organisation, async (connection) => {
    const known = await standing(connection, organisation);
    const at = asked.at ?? known.now;
    const { number, gatheredTo } = known;
    const calendar = await organisationCalendar(store, { organisation, at, number, connection });
    const shiftAt = calendar && shiftBegunAt(calendar, at);
    if (!calendar || shiftAt === undefined || (gatheredTo !== null && gatheredTo >= shiftAt)) return 0;
    if (!(await beginShift(connection, organisation, shiftAt))) return 0;
    const on = dayOf(at, calendar.offsetMs / 60_000);
    return gather(connection, { organisation, shiftAt, on });
  });
}

type Standing = { now: Instant; number: number; gatheredTo: Instant | null };

async function standing(connection: Connection, organisation: string): Promise<Standing> {
  const { rows } = await connection.query<Standing>({
    name: "digest_standing",
    text: `select instant_text(clock_timestamp()) as now,
             (select coalesce(max(number), 0) from calendar_version where organisation = $1) as number,
             (select instant_text(shift_at) from shift_digest where organisation = $1) as "gatheredTo"`,
    values: [organisation],
  });
  const found = rows[0];
  if (!found) throw new Error("a select without a table gave no row");
  return found;
}

/** Whether this worker is the one that gathers the shift. Another one waits here until this transaction has ended. */
async function beginShift(connection: Connection, organisation: string, shiftAt: Instant): Promise<boolean> {
  const { rowCount } = await connection.query(
    `insert into shift_digest as s (organisation, shift_at)
     select $1, $2 where not exists (select from complaint where organisation = $1 and next_firing_at <= $2)
     on conflict (organisation) do update set shift_at = excluded.shift_at, gathered_at = excluded.gathered_at
       where s.shift_at < excluded.shift_at`,
    [organisation, shiftAt],
  );
  return rowCount === 1;
}

async function gather(
  connection: Connection,
  { organisation, shiftAt, on }: { organisation: string; shiftAt: Instant; on: string },
): Promise<number> {
  const { rows } = await connection.query<{ made: number }>(
    `with waiting as materialized (
       select o.outbox_id, o.complaint_id, o.recipient, o.content ->> 'clockId' as clock_id,
              (o.content ->> 'warning')::integer as warning
       from outbox o join event e using (organisation, complaint_id, sequence)
       where o.organisation = $1 and o.urgency = 'digest' and o.status = 'queued' and o.kind = 'clock-warned'
         and e.occurred_at <= $2),
     found as materialized (
       select w.outbox_id, w.complaint_id, w.clock_id, r.number, c.rule, c.due_at, t.audience, t.recipient,
              case when c.ended_at is not null then 'clock-ended' when c.breached_at is not null then 'clock-breached'
                   when w.warning > c.warned then 'clock-moved' end as left_out
       from waiting w
         join complaint_row r on r.organisation = $1 and r.complaint_id = w.complaint_id
         join clock c on c.organisation = $1 and c.complaint_id = w.complaint_id and c.clock_id = w.clock_id
         left join coordination_row q on c.scope = 'coordination'
           and q.organisation = $1 and q.complaint_id = w.complaint_id and q.coordination_id = c.scope_id
         cross join lateral (
           select case when w.recipient in ('owner', 'owning-unit') then r.unit
                       when w.recipient = 'asked-unit' then coalesce(q.unit, r.unit)
                       else (select unit_id from unit u where u.organisation = $1 and u.unit_id = w.recipient) end as unit_id) u
         -- What a pack says of a clock's owner: who is in charge at the moment, a unit by its id, or a role.
         cross join lateral (
           select case when w.recipient = 'owner' and r.owner_id is not null then 'person'
                       when u.unit_id is not null then 'unit'
                       when w.recipient in ('owner', 'owning-unit', 'asked-unit') then 'clock-owner'
                       else 'role' end as audience,
                  case when w.recipient = 'owner' then coalesce(r.owner_id, u.unit_id, w.recipient)
                       else coalesce(u.unit_id, w.recipient) end as recipient) t),
     told as (
       select audience, recipient, null as stands_for, complaint_id, number, clock_id, rule, due_at
       from found where left_out is null
       union
       select 'person', d.deputy_id, f.recipient, complaint_id, number, clock_id, rule, due_at
       from found f join delegation d on d.organisation = $1 and d.person_id = f.recipient
       where f.left_out is null and f.audience = 'person' and $3 between d.from_on and d.to_on and d.ended_at is null),
     in_order as (
       select *, row_number() over (partition by audience, recipient order by due_at, complaint_id, clock_id, stands_for) as place
       from told),
     settled as (
       update outbox o set status = case when f.left_out is null then 'gathered' else 'dropped' end, last_error = f.left_out
       from found f where o.organisation = $1 and o.outbox_id = f.outbox_id),
     made as (
       insert into outbox (organisation, outbox_id, kind, audience, recipient, content, urgency, queued_at, next_try_at)
       select $1, 'shift-digest.' || instant_text($2) || '.' || audience || '.' || recipient, 'shift-digest', audience, recipient,
              jsonb_build_object('shiftAt', instant_text($2), 'count', count(*), 'clocks', jsonb_agg(
                jsonb_build_object('complaintId', complaint_id, 'number', number, 'clockId', clock_id, 'rule', rule,
                  'dueAt', instant_text(due_at))
                || case when stands_for is null then '{}' else jsonb_build_object('standsFor', stands_for) end
                order by place) filter (where place <= $4)),
              'now', clock_timestamp(), clock_timestamp()
       from in_order group by audience, recipient
       returning 1)
     select count(*)::integer as made from made`,
    [organisation, shiftAt, on, LISTED_MAX],
  );
  return rows[0]?.made ?? 0;
}
