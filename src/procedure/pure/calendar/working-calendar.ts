import { civilFrom, dayFromNumber, dayNumberFrom, dayNumberOf, weekdayOf, type Day, type DayNumber } from "../day.ts";
import { dayMs } from "../instant.ts";
import { minuteOfDay, problemsInRules, type CalendarRules, type Shift } from "./calendar-rules.ts";
import { makeUpDaysOf } from "./make-up-days.ts";
import type { ClosedDay } from "./announced-day.ts";
import type { NationalCalendar } from "./national-calendar.ts";
import { versionOf } from "./version.ts";

/** Why a day is open or closed. Stable codes: they are stored in proofs. */
export type DayReason =
  "working-day" | "swapped-day-worked" | "opening" | "rest-day" | "holiday" | "make-up" | "swap" | "closure";

/** What the calendar knows of one day. `status` stands only on days of a year whose notice is missing. */
export type DayMark = { open: boolean; reason: DayReason; name?: string; source?: string; status?: "proposed" };

/**
 * A calendar made ready for counting: every array has one entry for each day of its years, so that a due date is a lookup.
 * Opaque to callers, but for `version`, which names its inputs and goes into the events, and its bounds.
 */
export type WorkingCalendar = {
  readonly version: string;
  readonly firstOn: Day;
  /** The last day that can be counted, included. */
  readonly lastOn: Day;
  readonly rules: CalendarRules;
  readonly offsetMs: number;
  readonly firstNumber: DayNumber;
  readonly lastNumber: DayNumber;
  /** Day and its mark, by day number less `firstNumber`. */
  readonly days: readonly Day[];
  readonly marks: readonly DayMark[];
  /** Open days before the day of that index; one entry more than there are days. */
  readonly openBefore: Int32Array;
  /** The open days in order, as day numbers. */
  readonly openDays: Int32Array;
  /** Working milliseconds before the midnight that begins that day; one entry more than there are days. */
  readonly workedMsBefore: Float64Array;
  /** Shifts by weekday 1 to 7, in milliseconds since local midnight (index 0 is unused). */
  readonly shiftsMs: readonly (readonly ShiftMs[])[];
};

export type ShiftMs = { from: number; to: number };

/** Thrown where a count leaves the years of the calendar: nothing is ever guessed beyond them. */
export class CalendarRangeError extends RangeError {
  override name = "CalendarRangeError";
}

/**
 * The national layer and the organisation's rules as one calendar. `version` defaults to a hash of both, so that the same
 * inputs always have the same name. Throws on rules that `problemsInRules` complains of: check them first.
 */
export function compileCalendar(input: {
  national: NationalCalendar;
  rules: CalendarRules;
  version?: string;
}): WorkingCalendar {
  const { national, rules } = input;
  const problems = problemsInRules(rules);
  if (problems.length > 0) throw new RangeError(`calendar rules refused: ${problems.join("; ")}`);
  const firstNumber = dayNumberFrom({ year: national.firstYear, month: 1, day: 1 });
  const lastNumber = dayNumberFrom({ year: national.lastYear, month: 12, day: 31 });
  const marks = marksOf({ national, rules, firstNumber, lastNumber });
  const shiftsMs = shiftsMsOf(rules);
  return {
    version: input.version ?? versionOf({ national, rules }),
    firstOn: dayFromNumber(firstNumber),
    lastOn: dayFromNumber(lastNumber),
    rules,
    offsetMs: rules.offsetMinutes * 60_000,
    firstNumber,
    lastNumber,
    days: marks.map((_, index) => dayFromNumber(firstNumber + index)),
    marks,
    shiftsMs,
    ...countedAhead({ marks, firstNumber, shiftsMs }),
  };
}

/** What the calendar knows of a day. Throws `CalendarRangeError` outside its years. */
export function markOf(calendar: WorkingCalendar, day: Day): DayMark {
  const mark = calendar.marks[dayNumberOf(day) - calendar.firstNumber];
  if (!mark) throw outOfRange(calendar, day);
  return mark;
}

/** How many days are open after `from`, to `to` included; zero where `to` is not after `from`. */
export function openDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  const [start, end] = [dayNumberOf(from), dayNumberOf(to)];
  assertCovered(calendar, start);
  assertCovered(calendar, end);
  const count = openBeforeAt(calendar, end + 1) - openBeforeAt(calendar, start + 1);
  return Math.max(0, count);
}

export function assertCovered(calendar: WorkingCalendar, dayNumber: DayNumber): void {
  if (dayNumber >= calendar.firstNumber && dayNumber <= calendar.lastNumber) return;
  throw outOfRange(calendar, wordsOfDay(dayNumber));
}

function wordsOfDay(dayNumber: DayNumber): string {
  const { year } = civilFrom(dayNumber);
  return year >= 1 && year <= 9999 ? dayFromNumber(dayNumber) : `a day of the year ${year}`;
}

export function outOfRange(calendar: WorkingCalendar, what: string): CalendarRangeError {
  const { firstOn, lastOn } = calendar;
  return new CalendarRangeError(
    `${what} is outside the calendar, which knows ${firstOn} to ${lastOn}: nothing is guessed beyond`,
  );
}

/** Open days before a day of the calendar, or before the day after its last. */
export function openBeforeAt(calendar: WorkingCalendar, dayNumber: DayNumber): number {
  const count = calendar.openBefore[dayNumber - calendar.firstNumber];
  if (count === undefined) throw outOfRange(calendar, wordsOfDay(dayNumber));
  return count;
}

function marksOf(input: {
  national: NationalCalendar;
  rules: CalendarRules;
  firstNumber: DayNumber;
  lastNumber: DayNumber;
}): DayMark[] {
  const special = specialMarksOf(input);
  const officialYears = new Set(input.national.officialYears);
  const marks: DayMark[] = [];
  for (let dayNumber = input.firstNumber; dayNumber <= input.lastNumber; dayNumber += 1) {
    const mark = special.get(dayNumber) ?? weekMark(input.rules, dayNumber);
    const year = Number(dayFromNumber(dayNumber).slice(0, 4));
    // An ordinary day of a year without a notice may still become a swap: it is no surer than the holidays.
    marks.push(officialYears.has(year) ? mark : proposedMark(mark));
  }
  return marks;
}

/** Days that are not as their weekday says. Later layers win: swaps, days made up, holidays, the organisation's own. */
function specialMarksOf({
  national,
  rules,
}: {
  national: NationalCalendar;
  rules: CalendarRules;
}): Map<DayNumber, DayMark> {
  const marks = new Map<DayNumber, DayMark>();
  for (const { date, swappedFor, source } of national.workedDays) {
    const mark = swappedMark(rules, weekMark(rules, dayNumberOf(date)), swappedFor);
    if (mark) marks.set(dayNumberOf(date), { ...mark, source });
  }
  const swaps = national.closedDays.filter(({ kind }) => kind === "swap");
  const holidays = national.closedDays.filter(({ kind }) => kind === "holiday");
  const holidaysClosed = rules.holidaysClosed !== false;
  const layers = [
    rules.swapDaysClosed ? swaps : [],
    holidaysClosed && rules.makeUpDaysClosed ? makeUpDaysOf({ national, rules }) : [],
    holidaysClosed ? holidays : [],
  ];
  if (!rules.swapDaysClosed) {
    for (const { date } of swaps) {
      const week = weekMark(rules, dayNumberOf(date));
      if (week.open) marks.set(dayNumberOf(date), { ...week, name: workedAllTheSame });
    }
  }
  for (const day of layers.flat()) marks.set(dayNumberOf(day.date), closedMark(day));
  for (const { date, reason } of rules.closures) {
    marks.set(dayNumberOf(date), { open: false, reason: "closure", name: reason });
  }
  for (const { date, reason } of rules.openings ?? []) {
    marks.set(dayNumberOf(date), { open: true, reason: "opening", name: reason });
  }
  return marks;
}

/** A Saturday that offices of the State work for a day off in the week: whoever does not is told why it stays a day of rest. */
function swappedMark(rules: CalendarRules, week: DayMark, swappedFor: string): DayMark | undefined {
  if (rules.swappedSaturdaysWorked)
    return { open: true, reason: "swapped-day-worked", name: `Làm bù cho ngày ${swappedFor}` };
  const day = swappedFor.split("-").toReversed().join("/");
  return week.open ? undefined : { ...week, name: `cơ quan nhà nước làm bù cho ngày ${day}; ở đây vẫn nghỉ` };
}

const workedAllTheSame = "cơ quan nhà nước nghỉ hoán đổi ngày này, lịch này không trừ ngày hoán đổi";

function closedMark({ kind, name, source, status }: ClosedDay): DayMark {
  const mark: DayMark = { open: false, reason: kind, name, source };
  return status === "proposed" ? proposedMark(mark) : mark;
}

const workingDay: DayMark = { open: true, reason: "working-day" };
const restDay: DayMark = { open: false, reason: "rest-day" };

function weekMark(rules: CalendarRules, dayNumber: DayNumber): DayMark {
  return rules.week.includes(weekdayOf(dayNumber)) ? workingDay : restDay;
}

function proposedMark(mark: DayMark): DayMark {
  return { ...mark, status: "proposed" };
}

function shiftsMsOf({ shifts, shiftsOn }: CalendarRules): ShiftMs[][] {
  const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
  return [[], ...weekdays.map((weekday) => (shiftsOn?.[weekday] ?? shifts).map(shiftMs))];
}

function shiftMs({ from, to }: Shift): ShiftMs {
  const [start, end] = [minuteOfDay(from), minuteOfDay(to)];
  if (start === undefined || end === undefined || end * 60_000 > dayMs) throw new RangeError(`shift ${from} to ${to}`);
  return { from: start * 60_000, to: end * 60_000 };
}

function countedAhead(input: {
  marks: readonly DayMark[];
  firstNumber: DayNumber;
  shiftsMs: readonly (readonly ShiftMs[])[];
}): { openBefore: Int32Array; openDays: Int32Array; workedMsBefore: Float64Array } {
  const { marks, firstNumber, shiftsMs } = input;
  const openBefore = new Int32Array(marks.length + 1);
  const workedMsBefore = new Float64Array(marks.length + 1);
  const openDays: DayNumber[] = [];
  let workedMs = 0;
  for (const [index, mark] of marks.entries()) {
    if (mark.open) {
      openDays.push(firstNumber + index);
      for (const shift of shiftsMs[weekdayOf(firstNumber + index)] ?? []) workedMs += shift.to - shift.from;
    }
    openBefore[index + 1] = openDays.length;
    workedMsBefore[index + 1] = workedMs;
  }
  return { openBefore, openDays: Int32Array.from(openDays), workedMsBefore };
}
