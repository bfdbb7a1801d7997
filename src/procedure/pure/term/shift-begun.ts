import { instantFromMs, dayMs, msFromInstant, type Instant } from "../instant.ts";
import { assertCovered, type WorkingCalendar } from "../calendar/working-calendar.ts";
import { shiftsOn } from "./working-time.ts";

/**
 * When the shift of an instant began, or, outside of working hours, the last one before it. The beginning belongs to the shift.
 * Undefined before the calendar's first shift; throws `CalendarRangeError` beyond its years.
 */
export function shiftBegunAt(calendar: WorkingCalendar, at: Instant): Instant | undefined {
  const local = msFromInstant(at) + calendar.offsetMs;
  const today = Math.floor(local / dayMs);
  assertCovered(calendar, today);
  for (let dayNumber = today; dayNumber >= calendar.firstNumber; dayNumber -= 1) {
    const begun = shiftsOn(calendar, dayNumber).findLast(({ from }) => dayNumber * dayMs + from <= local);
    if (begun) return instantFromMs(dayNumber * dayMs + begun.from - calendar.offsetMs);
  }
  return undefined;
}
