import { dayNumberOf, type DayNumber } from "../day.ts";
import { dayMs, msFromInstant } from "../instant.ts";
import { outOfRange, type DayMark, type WorkingCalendar } from "../calendar/working-calendar.ts";
import { countsFirstDay, type TermInput } from "./due.ts";
import { lastDayOf } from "./last-day.ts";
import { mergedPauses, pausedDays, type DayRange } from "./pauses.ts";
import type { DayStep, StepReason } from "./proof-step.ts";
import type { TimeBarInput } from "./time-bar.ts";

/** The proof of a term of days, weeks or months: every day from the start day to the due day, one by one. */
export function proofOfDays(input: TermInput): DayStep[] {
  const { term, calendar } = input;
  const startedAtMs = msFromInstant(input.startedAt);
  const walk: Walk = {
    calendar,
    paused: pausedDays(mergedPauses(input.pauses ?? []), calendar.offsetMs),
    startedOn: Math.floor((startedAtMs + calendar.offsetMs) / dayMs),
    firstDayCounted: countsFirstDay(calendar, startedAtMs),
  };
  if (term.counting === "working") return workingDays(walk, term.amount);
  if (term.unit === "minutes" || term.unit === "hours") throw new RangeError(`${term.unit} are not proved by days`);
  return calendarDays(walk, { amount: term.amount, unit: term.unit });
}

/** The proof of a time-bar of days, weeks or months: its first day is counted, whatever the calendar's rule for terms. */
export function proofOfTimeBar({ eventOn, term, calendar }: TimeBarInput): DayStep[] {
  const walk: Walk = { calendar, paused: [], startedOn: dayNumberOf(eventOn), firstDayCounted: true };
  if (term.unit === "minutes" || term.unit === "hours") throw new RangeError(`${term.unit} bar nothing`);
  const steps =
    term.counting === "working"
      ? workingDays(walk, term.amount)
      : calendarDays(walk, { amount: term.amount, unit: term.unit });
  return steps.map((step) => (step.reason === "start-day-counted" ? { ...step, reason: "time-bar-first-day" } : step));
}

type Walk = {
  calendar: WorkingCalendar;
  paused: readonly DayRange[];
  startedOn: DayNumber;
  firstDayCounted: boolean;
};

function workingDays(walk: Walk, amount: number): DayStep[] {
  const { calendar, startedOn, firstDayCounted } = walk;
  const steps = firstDayCounted ? [] : [startDay(walk)];
  let counted = 0;
  for (let day = firstDayCounted ? startedOn : startedOn + 1; counted < amount; day += 1) {
    const mark = markAt(calendar, day);
    if (!mark.open) steps.push(stepOf({ calendar, day, mark, verdict: "skipped", reason: mark.reason, counted }));
    else if (isPaused(walk, day)) steps.push(pausedDay({ calendar, day, mark, counted }));
    else {
      counted += 1;
      const reason = day === startedOn ? "start-day-counted" : mark.reason;
      steps.push(stepOf({ calendar, day, mark, verdict: "counted", reason, counted }));
    }
  }
  return steps;
}

function calendarDays(walk: Walk, { amount, unit }: { amount: number; unit: "days" | "weeks" | "months" }): DayStep[] {
  const { calendar, startedOn, firstDayCounted } = walk;
  const { last, anchor } = lastDayOf({ day: startedOn, amount, unit, firstDayCounted });
  const steps = firstDayCounted ? [] : [startDay(walk)];
  const dayBefore = firstDayCounted ? startedOn - 1 : startedOn;
  // Where a month was cut short, pauses since the anchor lengthen it, one on the start day too.
  const missing = last - dayBefore + pausedBetween(walk, { after: anchor, upTo: dayBefore });
  let counted = 0;
  let day = dayBefore + 1;
  for (; counted < missing; day += 1) {
    const mark = markAt(calendar, day);
    if (isPaused(walk, day)) {
      steps.push(pausedDay({ calendar, day, mark, counted }));
      continue;
    }
    counted += 1;
    const reason = day === startedOn ? "start-day-counted" : "calendar-day";
    steps.push(stepOf({ calendar, day, mark, verdict: "counted", reason, counted }));
  }
  return calendar.rules.rollLastDay ? [...steps, ...rollingDays(calendar, { day, counted })] : steps;
}

/** The days from a closed last day to the open one with which the term ends; none where the last day is open. */
function rollingDays(calendar: WorkingCalendar, after: { day: DayNumber; counted: number }): DayStep[] {
  const steps: DayStep[] = [];
  const { counted } = after;
  if (markAt(calendar, after.day - 1).open) return steps;
  for (let day = after.day; ; day += 1) {
    const mark = markAt(calendar, day);
    const reason = mark.open ? "rolled-to" : mark.reason;
    steps.push(stepOf({ calendar, day, mark, verdict: "skipped", reason, counted }));
    if (mark.open) return steps;
  }
}

function startDay({ calendar, startedOn }: Walk): DayStep {
  const mark = markAt(calendar, startedOn);
  return stepOf({ calendar, day: startedOn, mark, verdict: "skipped", reason: "start-day", counted: 0 });
}

function pausedDay({
  calendar,
  day,
  mark,
  counted,
}: {
  calendar: WorkingCalendar;
  day: DayNumber;
  mark: DayMark;
  counted: number;
}): DayStep {
  return stepOf({ calendar, day, mark, verdict: "skipped", reason: "paused", counted });
}

function stepOf(input: {
  calendar: WorkingCalendar;
  day: DayNumber;
  mark: DayMark;
  verdict: "counted" | "skipped";
  reason: StepReason;
  counted: number;
}): DayStep {
  const { calendar, day, mark, verdict, reason, counted } = input;
  const step: DayStep = { on: calendar.days[day - calendar.firstNumber] ?? "", verdict, reason, counted };
  if (mark.name !== undefined) step.name = mark.name;
  if (mark.source !== undefined) step.source = mark.source;
  if (mark.status !== undefined) step.status = mark.status;
  return step;
}

function isPaused({ paused }: Walk, day: DayNumber): boolean {
  return paused.some(({ first, last }) => day >= first && day <= last);
}

function pausedBetween(walk: Walk, { after, upTo }: { after: DayNumber; upTo: DayNumber }): number {
  let count = 0;
  for (let day = after + 1; day <= upTo; day += 1) if (isPaused(walk, day)) count += 1;
  return count;
}

function markAt(calendar: WorkingCalendar, day: DayNumber): DayMark {
  const mark = calendar.marks[day - calendar.firstNumber];
  if (!mark) throw outOfRange(calendar, "the end of this term");
  return mark;
}
