import { weekdayOf } from "../day.ts";
import { dayMs, msFromInstant, type Instant } from "../instant.ts";
import { outOfRange, type ShiftMs, type WorkingCalendar } from "../calendar/working-calendar.ts";

/**
 * Working milliseconds from `from` to `to`, inside the organisation's shifts on its open days; negative where `to` is earlier.
 * Throws `CalendarRangeError` outside the calendar's years.
 */
export function workingMsBetween(calendar: WorkingCalendar, from: Instant, to: Instant): number {
  return workedMsAt(calendar, msFromInstant(to)) - workedMsAt(calendar, msFromInstant(from));
}

/** Working milliseconds from the calendar's beginning to an instant (ms since 1970 in UTC). Never falls as time goes on. */
export function workedMsAt(calendar: WorkingCalendar, ms: number): number {
  const local = ms + calendar.offsetMs;
  const dayNumber = Math.floor(local / dayMs);
  const before = calendar.workedMsBefore[dayNumber - calendar.firstNumber];
  if (before === undefined) throw outOfRange(calendar, new Date(ms).toISOString());
  const timeOfDayMs = local - dayNumber * dayMs;
  let worked = before;
  for (const shift of shiftsOn(calendar, dayNumber)) {
    if (timeOfDayMs <= shift.from) break;
    worked += Math.min(timeOfDayMs, shift.to) - shift.from;
  }
  return worked;
}

/** The first instant at which `workedMs` have been worked since the calendar's beginning: a shift's end, never the next one's start. */
export function instantMsOfWorked(calendar: WorkingCalendar, workedMs: number): number {
  const index = dayIndexOfWorked(calendar, workedMs);
  const dayNumber = calendar.firstNumber + index;
  let missing = workedMs - (calendar.workedMsBefore[index] ?? 0);
  for (const shift of shiftsOn(calendar, dayNumber)) {
    const length = shift.to - shift.from;
    if (missing <= length) return dayNumber * dayMs + shift.from + missing - calendar.offsetMs;
    missing -= length;
  }
  throw new Error(`day ${dayNumber} holds less working time than its calendar counted ahead`);
}

/** The shifts of an open day in milliseconds since local midnight; none on a closed day. */
export function shiftsOn(calendar: WorkingCalendar, dayNumber: number): readonly ShiftMs[] {
  const open = calendar.marks[dayNumber - calendar.firstNumber]?.open ?? false;
  return open ? (calendar.shiftsMs[weekdayOf(dayNumber)] ?? []) : [];
}

/** Index of the first day by whose end `workedMs` have been worked. */
function dayIndexOfWorked(calendar: WorkingCalendar, workedMs: number): number {
  const { workedMsBefore } = calendar;
  let low = 1;
  let high = workedMsBefore.length - 1;
  if ((workedMsBefore[high] ?? 0) < workedMs) throw outOfRange(calendar, "the end of this term");
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((workedMsBefore[middle] ?? 0) < workedMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
