import { dayNumberOf, type Day } from "../day.ts";
import type { Instant } from "../instant.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import { dueAtEndOf, lastDayOfTerm } from "./due.ts";
import type { Term } from "./term.ts";

export type TimeBarInput = { eventOn: Day; term: Term; calendar: WorkingCalendar };

/**
 * The last day on which a complaint is still in time, and the midnight that ends it (at `barredAt` it is too late).
 *
 * A time-bar (thời hiệu) is another count than a term. It runs from the *start* of its first day (Civil Code 2015 Đ151), where a
 * term leaves the day of the event out (Đ147). So `eventOn`, the day of the bill, the use or the breach, is its first day: one
 * month from 15 March ends with 14 April, 30 days from 1 March with 30 March; where the last month has no corresponding day it
 * ends with that month (31 January + 1 month = 28 February). A time-bar is still a period set by law (Đ149.1), so a last day on
 * which the organisation rests moves to its next open day (Đ148.5), which is also the reading in the complainant's favour.
 * An organisation that reads the first day as the day after passes that day as `eventOn`.
 *
 * Takes days, weeks and months; throws on minutes and hours, and outside the calendar's years.
 */
export function timeBarOf({ eventOn, term, calendar }: TimeBarInput): { lastOn: Day; barredAt: Instant } {
  const last = lastDayOfTerm({ startedOn: dayNumberOf(eventOn), term, calendar, paused: [], firstDayCounted: true });
  const { dueOn, dueAt } = dueAtEndOf(last, calendar);
  return { lastOn: dueOn, barredAt: dueAt };
}
