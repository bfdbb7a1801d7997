import type { CalendarRules } from "../procedure/pure/calendar/calendar-rules.ts";
import type { WorkingCalendar } from "../procedure/pure/calendar/working-calendar.ts";
import { writeInside, type Connection } from "../projections/inside-organisation.ts";
import { append, type Prepared } from "./append.ts";
import { movedClocks, type MovedClock } from "./moved-clocks.ts";
import type { Store } from "./open-store.ts";

/** So long a command may take that read the calendar before it was changed; then the second pass begins. */
const SECOND_PASS_AFTER_SECONDS = 60;

/** What one batch did. `failed` says which complaints could not be counted anew; they keep the due instants that they had. */
export type Batch = {
  /** Complaints gone through; 0: nothing is to be moved now. */
  complaints: number;
  moved: MovedClock[];
  failed: { complaintId: string; error: unknown }[];
};

/** Begins to move an organisation's open clocks to a calendar version, in the transaction that keeps it. An older move ends. */
export async function beginMove(connection: Connection, organisation: string, number: number): Promise<void> {
  await connection.query(
    `insert into calendar_move as m (organisation, number) values ($1, $2)
     on conflict (organisation) do update set
       (number, begun_at, begun_in, is_second_pass, after_id, complaints, clocks, ended_at)
       = (excluded.number, excluded.begun_at, excluded.begun_in, false, '', 0, 0, null)`,
    [organisation, number],
  );
}

/**
 * One batch of the move under way, in one transaction: up to `limit` complaints, in order of their ids, each once. Another worker
 * passes over the organisation meanwhile, and where this one dies, the batch is done again from its beginning.
 *
 * @param asked.secondPassAfterSeconds when the second pass may begin, from the change on
 */
export function moveClocks(
  store: Store,
  asked: { organisation: string; limit: number; secondPassAfterSeconds?: number },
): Promise<Batch> {
  return writeInside(store.pool, asked.organisation, (connection) => moveBatch(store, asked, connection));
}

/** The same, inside a transaction that is there already. */
export async function moveBatch(
  store: Store,
  asked: { organisation: string; limit: number; secondPassAfterSeconds?: number },
  connection: Connection,
): Promise<Batch> {
  const { organisation, limit } = asked;
  const move = await claimMove(connection, asked);
  if (!move) return { complaints: 0, moved: [], failed: [] };
  const calendar = store.calendars.compile(move.rules);
  const ids = await countedOtherwise(connection, { organisation, version: calendar.version, limit, from: move });
  const batch: Batch = { complaints: ids.length, moved: [], failed: [] };
  const writes: Prepared[] = [];
  for (const complaintId of ids) {
    try {
      const { reason } = move;
      const made = await movedClocks(store, { organisation, complaintId, calendar, reason, lock: true }, connection);
      batch.moved.push(...made.moved);
      if (made.write) writes.push(made.write);
    } catch (error) {
      if (isOfDatabase(error)) throw error;
      batch.failed.push({ complaintId, error });
    }
  }
  if (writes.length > 0) await append(connection, organisation, writes);
  await goOn(connection, { organisation, batch, last: ids.at(-1), isPassDone: ids.length < limit });
  return batch;
}

/** What is for practice keeps the calendar that it began with, and is not among what a change moves. */
const OF_WORK = `exists (
  select from complaint_row r
  where r.organisation = k.organisation and r.complaint_id = k.complaint_id and r.shown_in = 'work')`;

/** How many complaints have an open clock that counts on the organisation's calendar, but not on this version of it. */
export async function countCountedOtherwise(
  connection: Connection,
  { organisation, calendar }: { organisation: string; calendar: WorkingCalendar },
): Promise<number> {
  const { rows } = await connection.query<{ count: number }>(
    `select count(distinct k.complaint_id)::integer as count from clock k
     where k.organisation = $1 and k.ended_at is null and k.calendar <> 'national' and k.term is not null
       and k.calendar_version <> $2 and ${OF_WORK}`,
    [organisation, calendar.version],
  );
  return rows[0]?.count ?? 0;
}

/** Their ids, in order, from a place on. In a second pass only those that were written since the change. */
export async function countedOtherwise(
  connection: Connection,
  asked: {
    organisation: string;
    version: string;
    limit: number;
    from: { afterId: string; isSecondPass: boolean; begunIn: string };
  },
): Promise<string[]> {
  const { organisation, version, limit, from } = asked;
  const { rows } = await connection.query<{ complaint_id: string }>(
    `select distinct k.complaint_id from clock k
     where k.organisation = $1 and k.complaint_id > $2 and k.ended_at is null and k.calendar <> 'national'
       and k.term is not null and k.calendar_version <> $3 and ${OF_WORK}
       and (not $5 or k.complaint_id in (
         select complaint_id from complaint where organisation = $1 and changed_in >= $6::xid8))
     order by k.complaint_id limit $4`,
    [organisation, from.afterId, version, limit, from.isSecondPass, from.begunIn],
  );
  return rows.map((row) => row.complaint_id);
}

/** How far the last move has come; null where the calendar was never changed. */
export async function moveProgress(connection: Connection, organisation: string): Promise<MoveProgress | null> {
  const { rows } = await connection.query<MoveProgress>(
    `select number, complaints, clocks, ended_at is not null as "isEnded" from calendar_move where organisation = $1`,
    [organisation],
  );
  return rows[0] ?? null;
}

export type MoveProgress = { number: number; complaints: number; clocks: number; isEnded: boolean };

type MoveUnderWay = {
  afterId: string;
  isSecondPass: boolean;
  begunIn: string;
  rules: CalendarRules;
  reason: string;
};

async function claimMove(
  connection: Connection,
  {
    organisation,
    secondPassAfterSeconds = SECOND_PASS_AFTER_SECONDS,
  }: { organisation: string; secondPassAfterSeconds?: number },
): Promise<MoveUnderWay | undefined> {
  const { rows } = await connection.query<MoveUnderWay>({
    name: "claim_move",
    text: `select m.after_id as "afterId", m.is_second_pass as "isSecondPass", m.begun_in::text as "begunIn", v.rules, v.reason
           from calendar_move m join calendar_version v using (organisation, number)
           where m.organisation = $1 and m.ended_at is null
             and (not m.is_second_pass or m.begun_at <= clock_timestamp() - $2 * interval '1 second')
           for update of m skip locked`,
    values: [organisation, secondPassAfterSeconds],
  });
  return rows[0];
}

async function goOn(
  connection: Connection,
  {
    organisation,
    batch,
    last,
    isPassDone,
  }: { organisation: string; batch: Batch; last: string | undefined; isPassDone: boolean },
): Promise<void> {
  await connection.query(
    `update calendar_move set
       complaints = complaints + $2, clocks = clocks + $3,
       after_id = case when $5 then '' else coalesce($4, after_id) end,
       ended_at = case when $5 and is_second_pass then clock_timestamp() end,
       is_second_pass = is_second_pass or $5
     where organisation = $1`,
    [organisation, batch.complaints, batch.moved.length, last ?? null, isPassDone],
  );
}

/** After an error of the database, its transaction can only be rolled back. */
function isOfDatabase(error: unknown): boolean {
  return error instanceof Error && "severity" in error;
}
