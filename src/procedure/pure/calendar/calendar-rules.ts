import { parseDay, type Day, type Weekday } from "../day.ts";
import { vietnamOffsetMinutes } from "../vietnam.ts";

/** Hours of work in local time, `HH:MM`, `from` included and `to` not; `24:00` ends a day. A night shift is two shifts. */
export type Shift = { from: string; to: string };

/**
 * Whether the day of the event counts in terms of days, weeks and months (never in time-bars).
 *
 * - `next-day`: it does not (Civil Code 2015 Đ147.2–3).
 * - `same-day-before`: it counts as the first day when the event came before that local time (`HH:MM`, not included).
 */
export type FirstDayRule = { count: "next-day" } | { count: "same-day-before"; before: string };

/** How an organisation works, over the national layer. What it says of one date wins over everything national. */
export type CalendarRules = {
  /** The weekdays worked. The others are its weekly rest days, which holidays are made up for. */
  week: readonly Weekday[];
  /** Hours worked on each open day, in order and without overlap. */
  shifts: readonly Shift[];
  /** Other hours on some weekdays: `{ 6: [{ from: "08:00", to: "12:00" }] }`. A short day is a whole working day. */
  shiftsOn?: Partial<Record<Weekday, readonly Shift[]>>;
  /** False for who is open on holidays too (a hotline round the clock). Absent means true. */
  holidaysClosed?: boolean;
  swappedSaturdaysWorked: boolean;
  swapDaysClosed: boolean;
  makeUpDaysClosed: boolean;
  closures: readonly { date: Day; reason: string }[];
  /** Days worked although week or nation rest, such as a Tết day that this organisation takes at another time. */
  openings?: readonly { date: Day; reason: string }[];
  firstDay: FirstDayRule;
  /** Whether a last day on which the organisation rests moves to its next open day (Civil Code 2015 Đ148.5). */
  rollLastDay: boolean;
  /** How far local clocks are ahead of UTC, all year. */
  offsetMinutes: number;
};

/** Monday to Friday, office hours as a reading, every national day off closed, swapped Saturdays not worked. */
export const defaultRules: CalendarRules = {
  week: [1, 2, 3, 4, 5],
  shifts: [
    { from: "08:00", to: "12:00" },
    { from: "13:00", to: "17:00" },
  ],
  swappedSaturdaysWorked: false,
  swapDaysClosed: true,
  makeUpDaysClosed: true,
  closures: [],
  firstDay: { count: "next-day" },
  rollLastDay: true,
  offsetMinutes: vietnamOffsetMinutes,
};

/** Everything that keeps the rules from being compiled, a line each; none when they are sound. */
export function problemsInRules(rules: CalendarRules): string[] {
  const problems: string[] = [];
  if (rules.week.length === 0) problems.push("week: at least one weekday must be worked");
  if (new Set(rules.week).size < rules.week.length) problems.push("week: a weekday stands twice");
  if (rules.week.some((weekday) => !Number.isInteger(weekday) || weekday < 1 || weekday > 7)) {
    problems.push("week: weekdays are 1 (Monday) to 7 (Sunday)");
  }
  problems.push(...problemsInShifts("shifts", rules.shifts));
  for (const [weekday, shifts] of Object.entries(rules.shiftsOn ?? {})) {
    problems.push(...problemsInShifts(`shiftsOn ${weekday}`, shifts));
  }
  problems.push(...problemsInDates("closures", rules.closures), ...problemsInDates("openings", rules.openings ?? []));
  const closed = new Set(rules.closures.map(({ date }) => date));
  for (const { date } of rules.openings ?? []) {
    if (closed.has(date)) problems.push(`openings: ${date} is a closure too`);
  }
  if (rules.firstDay.count === "same-day-before" && (minuteOfDay(rules.firstDay.before) ?? 1440) >= 1440) {
    problems.push(`firstDay: "${rules.firstDay.before}" is not a time of day: write it as 12:00`);
  }
  if (!Number.isInteger(rules.offsetMinutes) || Math.abs(rules.offsetMinutes) > 14 * 60) {
    problems.push("offsetMinutes: a whole number of minutes from -840 to 840");
  }
  return problems;
}

/** Minutes since local midnight, 0 to 1440, or nothing where the text is no `HH:MM`. */
export function minuteOfDay(time: string): number | undefined {
  const match = /^(\d{2}):(\d{2})$/.exec(time);
  if (!match) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  if (minute > 59 || hour * 60 + minute > 1440) return undefined;
  return hour * 60 + minute;
}

function problemsInShifts(where: string, shifts: readonly Shift[]): string[] {
  if (shifts.length === 0) return [`${where}: at least one shift is needed`];
  let previousEnd = 0;
  for (const { from, to } of shifts) {
    const [start, end] = [minuteOfDay(from), minuteOfDay(to)];
    if (start === undefined || end === undefined) return [`${where}: "${from}" to "${to}": write times as 08:00`];
    if (start >= end) return [`${where}: ${from} to ${to} does not end after it begins; split a night shift at 24:00`];
    if (start < previousEnd) return [`${where}: ${from} to ${to} begins before the shift above it ends`];
    previousEnd = end;
  }
  return [];
}

function problemsInDates(where: string, days: readonly { date: Day }[]): string[] {
  const problems: string[] = [];
  const seen = new Set<Day>();
  for (const { date } of days) {
    const parsed = parseDay(date);
    if (!parsed.ok) problems.push(`${where}: ${parsed.reason}`);
    if (seen.has(date)) problems.push(`${where}: ${date} stands twice`);
    seen.add(date);
  }
  return problems;
}
