import { CalendarRangeError, openDaysBetween, type WorkingCalendar } from "../calendar/working-calendar.ts";
import { dayOf, instantFromMs, msFromInstant, type Instant } from "../instant.ts";
import { workingMsBetween } from "./working-time.ts";

/** How far a due is, in working time. Both fall as time goes on, and are negative once it has passed. */
export type Remaining = {
  /** Working milliseconds to the due: inside the shifts of open days only. */
  workingMs: number;
  /** The term runs around the clock (`30 minutes`, `24 hours`): `workingMs` is then simply the time to the due. */
  isElapsed: boolean;
  /** Open days after today, the last day of the term included; once that has passed, less those after it to today. */
  openDays: number;
};

/** How far a due is at `now`, on this calendar. Null where one of them lies outside its years: nothing is guessed beyond. */
export function remainingUntil(
  dueAt: Instant,
  { now, calendar, isElapsed = false }: { now: Instant; calendar: WorkingCalendar; isElapsed?: boolean },
): Remaining | null {
  const offsetMinutes = calendar.rules.offsetMinutes;
  const today = dayOf(now, offsetMinutes);
  // A term of days is over at the midnight after its last day.
  const lastOn = dayOf(instantFromMs(msFromInstant(dueAt) - 1), offsetMinutes);
  try {
    return {
      workingMs: isElapsed ? msFromInstant(dueAt) - msFromInstant(now) : workingMsBetween(calendar, now, dueAt),
      isElapsed,
      openDays: openDaysBetween(calendar, today, lastOn) - openDaysBetween(calendar, lastOn, today),
    };
  } catch (error) {
    if (error instanceof CalendarRangeError) return null;
    throw error;
  }
}
