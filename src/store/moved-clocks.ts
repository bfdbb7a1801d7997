import type { NewEvent } from "../complaint/events/event.ts";
import { calendarOf, recountedDue } from "../complaint/follow/clock-due.ts";
import { isOpen, type Clock } from "../complaint/state.ts";
import type { WorkingCalendar } from "../procedure/pure/calendar/working-calendar.ts";
import type { Connection } from "../projections/inside-organisation.ts";
import { prepare, type Prepared } from "./append.ts";
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

/** What a change of the calendar makes of one complaint; `write` is undefined where none of its clocks moves. */
export type MovedComplaint = { moved: MovedClock[]; write: Prepared | undefined };

type Move = { organisation: string; complaintId: string; calendar: WorkingCalendar; reason: string };

/**
 * Counts the open clocks of a complaint anew, each from its beginning.
 *
 * @param move.lock keeps other writers of this complaint out until the end of the transaction
 */
export async function movedClocks(
  store: Store,
  { organisation, complaintId, calendar, reason, lock }: Move & { lock: boolean },
  connection: Connection,
): Promise<MovedComplaint> {
  const asked = { organisation, complaintId, isNew: false, idempotencyKey: undefined, lock };
  const { loaded } = await loadComplaint(connection, asked);
  const complaint = loaded?.complaint;
  const edition = complaint && store.registry.byHash(complaint.edition.hash);
  if (!loaded || !complaint || !edition) throw new Error(`complaint ${complaintId} or its edition is not there`);
  const ofEdition = await store.calendars.calendarsFor(edition, { number: 0, connection });
  const own = edition.ownCalendar ? ofEdition.own : calendar;
  const calendars = { ...ofEdition, organisation: calendar, own };
  const moved: MovedClock[] = [];
  const events: NewEvent[] = [];
  for (const clock of complaint.clocks) {
    const rule = edition.clocks.find(({ id }) => id === clock.rule);
    const countedOn = calendarOf(clock.calendar, calendars);
    if (!isOpen(clock) || !rule || clock.term === null || countedOn.version === clock.calendarVersion) continue;
    const due = recountedDue({ clock, rule, calendar: countedOn, now: loaded.decidedAt });
    if (due.dueAt === clock.dueAt) continue;
    events.push(clockMoved(clock, { due, calendar: countedOn, loaded, reason }));
    const { number } = complaint;
    moved.push({ complaintId, number, clockId: clock.clockId, rule: clock.rule, from: clock.dueAt, to: due.dueAt });
  }
  if (events.length === 0) return { moved, write: undefined };
  const actor = { kind: "system", process: "calendar-change" } as const;
  return { moved, write: prepare({ loaded, events, actor, commandId: store.newId(), edition }) };
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
