import { msFromInstant, type Instant } from "../instant.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { Due } from "./due.ts";
import { dueWithExtensions, type Extension } from "./extended-due.ts";
import type { Pause } from "./pauses.ts";
import type { Term } from "./term.ts";

/** A clock that still runs, as its events tell it. `id` is the caller's own and comes back unchanged. */
export type RunningClock = {
  id: string;
  startedAt: Instant;
  term: Term;
  pauses?: readonly Pause[];
  extensions?: readonly Extension[];
};

/** `movedMs` is above zero where the new calendar gives more time. */
export type MovedDue = { id: string; before: Due; after: Due; movedMs: number };

/**
 * Which dues another version of a calendar would move, and how: shown to a person first, then applied as events. In the order
 * of the clocks given; clocks that stay where they are are left out. Throws where a clock leaves the years of either calendar.
 */
export function movedDues({
  from,
  to,
  clocks,
}: {
  from: WorkingCalendar;
  to: WorkingCalendar;
  clocks: readonly RunningClock[];
}): MovedDue[] {
  const moved: MovedDue[] = [];
  for (const { id, ...clock } of clocks) {
    const before = dueWithExtensions({ ...clock, calendar: from });
    const after = dueWithExtensions({ ...clock, calendar: to });
    const movedMs = msFromInstant(after.dueAt) - msFromInstant(before.dueAt);
    if (movedMs !== 0) moved.push({ id, before, after, movedMs });
  }
  return moved;
}
