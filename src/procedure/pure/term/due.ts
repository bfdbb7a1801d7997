import { dayFromNumber, type Day, type DayNumber } from "../day.ts";
import { dayMs, instantFromMs, msFromInstant, type Instant } from "../instant.ts";
import { minuteOfDay } from "../calendar/calendar-rules.ts";
import { assertCovered, openBeforeAt, outOfRange, type WorkingCalendar } from "../calendar/working-calendar.ts";
import { lastDayOf } from "./last-day.ts";
import { mergedPauses, pausedDays, type DayRange, type Pause, type SpanMs } from "./pauses.ts";
import type { Term } from "./term.ts";
import { instantMsOfWorked, workedMsAt } from "./working-time.ts";

/**
 * When a term ends.
 *
 * Days, weeks, months: `dueOn` is the last day and `dueAt` the midnight that ends it (Civil Code 2015 Đ148.6), not included:
 * what happens at `dueAt` is late. Minutes, hours: `dueAt` is the last moment, included (`inclusive` is true), and `dueOn` its
 * day where the organisation is.
 */
export type Due = { dueOn: Day; dueAt: Instant; inclusive: boolean };

/** What a term is counted from. `pauses` may come in any order and overlap; none may begin before `startedAt`. */
export type TermInput = { startedAt: Instant; term: Term; calendar: WorkingCalendar; pauses?: readonly Pause[] };

/**
 * When a term that began at `startedAt` ends.
 *
 * - Hours and minutes start at the moment (Đ147.1). Paused time does not count. Working hours run inside the shifts only and may
 *   end with a shift; elapsed hours end when they end, at night and on holidays too.
 * - Working days: the Nth open day after the day of the start (Đ147.2). A day on which the clock was paused for any part does
 *   not count: no one owes a day of work in less than a day.
 * - Calendar days, weeks, months: by the calendar (Đ148.2–3), then longer by the number of days touched by a pause, then, where
 *   the organisation rests on the last day, to its next open day (Đ148.5, unless `rollLastDay` is false).
 *
 * Throws `CalendarRangeError` where the count leaves the calendar's years.
 */
export function dueOf(input: TermInput): Due {
  const ms = dueAtMs({
    ...input,
    startedAtMs: msFromInstant(input.startedAt),
    pauses: mergedPauses(input.pauses ?? []),
  });
  return dueFromMs(ms, input);
}

/** `dueOf` for hot loops: milliseconds in, milliseconds of `dueAt` out, pauses already merged. */
export function dueAtMs(input: {
  startedAtMs: number;
  term: Term;
  calendar: WorkingCalendar;
  pauses?: readonly SpanMs[];
}): number {
  const { startedAtMs, term, calendar, pauses = [] } = input;
  const startedOn = Math.floor((startedAtMs + calendar.offsetMs) / dayMs);
  assertCovered(calendar, startedOn);
  if (term.unit === "minutes" || term.unit === "hours") return dueAfterHours({ startedAtMs, term, calendar, pauses });
  const paused = pausedDays(pauses, calendar.offsetMs);
  const firstDayCounted = countsFirstDay(calendar, startedAtMs);
  const lastDay = lastDayOfTerm({ startedOn, term, calendar, paused, firstDayCounted });
  return (lastDay + 1) * dayMs - calendar.offsetMs;
}

/** A due of days ends with this day; at the midnight that ends it the time is over. */
export function dueAtEndOf(day: DayNumber, calendar: WorkingCalendar): Due {
  return {
    dueOn: calendar.days[day - calendar.firstNumber] ?? dayFromNumber(day),
    dueAt: instantFromMs((day + 1) * dayMs - calendar.offsetMs),
    inclusive: false,
  };
}

/** The last day of a term of days, weeks or months that began on `startedOn`, rolled where the rules say so. */
export function lastDayOfTerm(input: {
  startedOn: DayNumber;
  term: Term;
  calendar: WorkingCalendar;
  paused: readonly DayRange[];
  firstDayCounted: boolean;
}): DayNumber {
  const { startedOn, term, calendar, paused, firstDayCounted } = input;
  if (term.unit === "minutes" || term.unit === "hours")
    throw new RangeError(`${term.unit} end at an instant, not with a day`);
  if (term.counting === "working") {
    return workingDayAfter({ day: firstDayCounted ? startedOn - 1 : startedOn, amount: term.amount, calendar, paused });
  }
  const { last, anchor } = lastDayOf({ day: startedOn, amount: term.amount, unit: term.unit, firstDayCounted });
  return rolled(lengthened({ last, anchor, paused }), calendar);
}

/** Where the last day is closed, the next open one (Đ148.5), unless the organisation's rules leave it. */
export function rolled(day: DayNumber, calendar: WorkingCalendar): DayNumber {
  assertCovered(calendar, day);
  return calendar.rules.rollLastDay ? openDayNumber(calendar, openBeforeAt(calendar, day)) : day;
}

/** Calendar days are counted after `anchor` until as many unpaused ones have passed as lie between it and `last`. */
export function lengthened(input: { last: DayNumber; anchor: DayNumber; paused: readonly DayRange[] }): DayNumber {
  let last = input.last;
  for (const range of input.paused) {
    const first = Math.max(range.first, input.anchor + 1);
    if (first > last) break;
    last += Math.max(0, range.last - first + 1);
  }
  return last;
}

/** Whether the day of the start is the first that counts: only where the organisation says so, for what came early enough. */
export function countsFirstDay(calendar: WorkingCalendar, startedAtMs: number): boolean {
  const { firstDay } = calendar.rules;
  if (firstDay.count === "next-day") return false;
  const local = startedAtMs + calendar.offsetMs;
  const timeOfDayMs = local - Math.floor(local / dayMs) * dayMs;
  return timeOfDayMs < (minuteOfDay(firstDay.before) ?? 0) * 60_000;
}

function dueAfterHours(input: {
  startedAtMs: number;
  term: Term;
  calendar: WorkingCalendar;
  pauses: readonly SpanMs[];
}): number {
  const { startedAtMs, term, calendar, pauses } = input;
  const lengthMs = term.amount * (term.unit === "hours" ? 3_600_000 : 60_000);
  if (term.counting === "working") return dueAfterWorkingTime({ startedAtMs, lengthMs, calendar, pauses });
  let dueMs = startedAtMs + lengthMs;
  for (const pause of pauses) {
    if (pause.from >= dueMs) break;
    dueMs += Math.max(0, pause.to - Math.max(pause.from, startedAtMs));
  }
  assertCovered(calendar, Math.floor((dueMs + calendar.offsetMs) / dayMs));
  return dueMs;
}

function dueAfterWorkingTime(input: {
  startedAtMs: number;
  lengthMs: number;
  calendar: WorkingCalendar;
  pauses: readonly SpanMs[];
}): number {
  const { startedAtMs, lengthMs, calendar, pauses } = input;
  let worked = workedMsAt(calendar, startedAtMs) + lengthMs;
  for (const pause of pauses) {
    const from = Math.max(pause.from, startedAtMs);
    if (pause.to <= from) continue;
    const workedBeforePause = workedMsAt(calendar, from);
    if (workedBeforePause >= worked) break;
    worked += workedMsAt(calendar, pause.to) - workedBeforePause;
  }
  return instantMsOfWorked(calendar, worked);
}

function workingDayAfter(input: {
  day: DayNumber;
  amount: number;
  calendar: WorkingCalendar;
  paused: readonly DayRange[];
}): DayNumber {
  const { day, amount, calendar, paused } = input;
  let index = openBeforeAt(calendar, day + 1) + amount - 1;
  let last = openDayNumber(calendar, index);
  for (const range of paused) {
    const first = Math.max(range.first, day + 1);
    if (first > last) break;
    if (range.last < first) continue;
    assertCovered(calendar, range.last);
    index += openBeforeAt(calendar, range.last + 1) - openBeforeAt(calendar, first);
    last = openDayNumber(calendar, index);
  }
  return last;
}

function openDayNumber(calendar: WorkingCalendar, index: number): DayNumber {
  const day = calendar.openDays[index];
  if (day === undefined) throw outOfRange(calendar, "the end of this term");
  return day;
}

function dueFromMs(ms: number, { term, calendar }: TermInput): Due {
  if (term.unit !== "minutes" && term.unit !== "hours") {
    return dueAtEndOf(Math.floor((ms + calendar.offsetMs) / dayMs) - 1, calendar);
  }
  const dueOn = dayFromNumber(Math.floor((ms + calendar.offsetMs) / dayMs));
  return { dueOn, dueAt: instantFromMs(ms), inclusive: true };
}
