import { actorRef, type Actor } from "../complaint/context.ts";
import type { NewEvent } from "../complaint/events/event.ts";
import { calendarOf, recountedDue } from "../complaint/follow/clock-due.ts";
import { isOpen, type Clock } from "../complaint/state.ts";
import type { CalendarRules } from "../procedure/pure/calendar/calendar-rules.ts";
import { problemsInRules } from "../procedure/pure/calendar/calendar-rules.ts";
import type { WorkingCalendar } from "../procedure/pure/calendar/working-calendar.ts";
import { readInside, writeInside, type Connection } from "../projections/inside-organisation.ts";
import { append, isConflict, prepare } from "./append.ts";
import { loadComplaint, type LoadedComplaint } from "./load-complaint.ts";
import type { Store } from "./open-store.ts";

/** An open clock that another calendar gives another due instant. */
export type MovedClock = {
  complaintId: string;
  number: string;
  clockId: string;
  rule: string;
  from: string;
  to: string;
};

export type CalendarChange =
  | { ok: false; problems: string[] }
  /** `number`: the version that is in force now; null for a preview, which changes nothing. */
  | { ok: true; number: number | null; moved: MovedClock[] };

const TRIES_MAX = 5;

/**
 * Another working calendar for an organisation. A preview shows which open clocks would move; applying keeps the version with its
 * reason and moves them, complaint by complaint, each by an event of its own. Applying again after an interruption moves the rest.
 */
export async function changeCalendar(
  store: Store,
  asked: { organisation: string; rules: CalendarRules; reason: string; actor: Actor; preview: boolean },
): Promise<CalendarChange> {
  const { organisation, rules, reason, actor, preview } = asked;
  const problems = problemsInRules(rules);
  if (reason.trim() === "") problems.push("reason: why the calendar changes must be said");
  if (problems.length > 0) return { ok: false, problems };
  const calendar = store.calendars.compile(rules);
  const number = preview ? null : await keepVersion(store, { organisation, rules, reason, actor });
  const moved: MovedClock[] = [];
  for await (const complaintId of complaintsCountedOtherwise(store, organisation, calendar.version)) {
    moved.push(...(await moveClocksOf(store, { organisation, complaintId, calendar, reason, preview })));
  }
  return { ok: true, number, moved };
}

function keepVersion(
  { pool }: Store,
  { organisation, rules, reason, actor }: { organisation: string; rules: CalendarRules; reason: string; actor: Actor },
): Promise<number> {
  return writeInside(pool, organisation, async (connection) => {
    await connection.query("select pg_advisory_xact_lock(18499, hashtext($1))", [organisation]);
    const { rows } = await connection.query<{ number: number }>(
      `insert into calendar_version (organisation, number, rules, reason, changed_by)
       select $1, coalesce(max(number), 0) + 1, $2, $3, $4 from calendar_version where organisation = $1
       returning number`,
      [organisation, JSON.stringify(rules), reason, JSON.stringify(actorRef(actor))],
    );
    return rows[0]?.number ?? 0;
  });
}

/** Complaints with an open clock that counts on the organisation's calendar, but not on this version of it. */
async function* complaintsCountedOtherwise(
  { pool }: Store,
  organisation: string,
  version: string,
): AsyncGenerator<string> {
  for (let after = ""; ;) {
    const { rows } = await readInside(pool, organisation, (connection) =>
      connection.query<{ complaint_id: string }>(
        `select distinct complaint_id from clock
         where organisation = $1 and complaint_id > $2 and ended_at is null and calendar <> 'national'
           and term is not null and calendar_version <> $3
         order by complaint_id limit 500`,
        [organisation, after, version],
      ),
    );
    for (const row of rows) yield row.complaint_id;
    const last = rows.at(-1);
    if (!last) return;
    after = last.complaint_id;
  }
}

type Move = {
  organisation: string;
  complaintId: string;
  calendar: WorkingCalendar;
  reason: string;
  preview: boolean;
};

async function moveClocksOf(store: Store, move: Move): Promise<MovedClock[]> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await moveOnce(store, move, store.pool);
    } catch (error) {
      if (!isConflict(error) || tries === TRIES_MAX) throw error;
    }
  }
}

async function moveOnce(store: Store, move: Move, connection: Connection): Promise<MovedClock[]> {
  const { organisation, complaintId, preview } = move;
  const asked = { organisation, complaintId, isNew: false, idempotencyKey: undefined };
  const { loaded, calendarNumber } = await loadComplaint(connection, asked);
  const complaint = loaded?.complaint;
  const edition = complaint && store.registry.byHash(complaint.edition.hash);
  if (!loaded || !complaint || !edition) throw new Error(`complaint ${complaintId} or its edition is not there`);
  const inForce = await store.calendars.calendarsFor(edition, { number: calendarNumber, connection });
  const own = edition.ownCalendar ? inForce.own : move.calendar;
  const calendars = { ...inForce, organisation: move.calendar, own };
  const events = complaint.clocks.flatMap((clock): NewEvent[] => {
    const rule = edition.clocks.find(({ id }) => id === clock.rule);
    const calendar = calendarOf(clock.calendar, calendars);
    if (!isOpen(clock) || !rule || clock.term === null || calendar.version === clock.calendarVersion) return [];
    const due = recountedDue({ clock, rule, calendar, now: loaded.decidedAt });
    return due.dueAt === clock.dueAt ? [] : [clockMoved(clock, { due, calendar, loaded, reason: move.reason })];
  });
  if (events.length > 0 && !preview) {
    const actor = { kind: "system", process: "calendar-change" } as const;
    await append(connection, organisation, [prepare({ loaded, events, actor, commandId: store.newId(), edition })]);
  }
  const { number } = complaint;
  return events.flatMap((event) =>
    event.type === "ClockMoved"
      ? {
          complaintId,
          number,
          clockId: event.data.clockId,
          rule: event.data.rule,
          from: event.data.previousDueAt,
          to: event.data.dueAt,
        }
      : [],
  );
}

function clockMoved(
  { clockId, rule, term, dueAt: previousDueAt }: Clock,
  counted: {
    due: ReturnType<typeof recountedDue>;
    calendar: WorkingCalendar;
    loaded: LoadedComplaint;
    reason: string;
  },
): NewEvent {
  const { due, calendar, loaded, reason } = counted;
  const data = { clockId, rule, term, calendarVersion: calendar.version, previousDueAt, ...due, reason };
  return { type: "ClockMoved", occurredAt: loaded.decidedAt, data };
}
