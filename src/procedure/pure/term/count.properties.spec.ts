import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { loadVietnameseCalendar } from "../../load/calendars.ts";
import { defaultRules, type CalendarRules } from "../calendar/calendar-rules.ts";
import { compileCalendar, markOf, type WorkingCalendar } from "../calendar/working-calendar.ts";
import { dayFromNumber, dayNumberOf } from "../day.ts";
import { instantFromMs, msFromInstant } from "../instant.ts";
import { dueOf, type TermInput } from "./due.ts";
import { extendedDue } from "./extended-due.ts";
import { proofOf } from "./proof.ts";
import type { Term } from "./term.ts";
import { timeBarOf } from "./time-bar.ts";

const national = loadVietnameseCalendar();
const vn = compileCalendar({ national, rules: defaultRules });
const otherRules: Partial<CalendarRules>[] = [
  {},
  { swappedSaturdaysWorked: true },
  { week: [1, 2, 3, 4, 5, 6], shiftsOn: { 6: [{ from: "08:00", to: "12:00" }] } },
  { week: [2, 3, 4, 5, 6, 7], makeUpDaysClosed: false, swapDaysClosed: false },
  { firstDay: { count: "same-day-before", before: "15:00" } },
  { week: [1, 2, 3, 4, 5, 6, 7], shifts: [{ from: "00:00", to: "24:00" }] },
];
const calendars = otherRules.map((rules) => compileCalendar({ national, rules: { ...defaultRules, ...rules } }));

const minuteMs = 60_000;
const dayMs = 86_400_000;
const anyStart = fc.integer({ min: Date.UTC(2018, 0, 1) / minuteMs, max: Date.UTC(2049, 0, 1) / minuteMs });
/** The last days of a month, where months are cut short. */
const monthEnd = fc
  .record({ month: fc.integer({ min: 1, max: 12 * 31 }), minutes: fc.integer({ min: -4 * 1440, max: 1440 }) })
  .map(({ month, minutes }) => Date.UTC(2018, month, 1) / minuteMs + minutes);
const startMs = fc.oneof(anyStart, monthEnd).map((minutes) => minutes * minuteMs);
const calendar = fc.constantFrom(...calendars);
const dayTerm: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ amount: fc.integer({ min: 1, max: 60 }), unit: fc.constant("days"), counting: fc.constant("working") }),
  fc.record({ amount: fc.integer({ min: 1, max: 90 }), unit: fc.constant("days"), counting: fc.constant("calendar") }),
  fc.record({ amount: fc.integer({ min: 1, max: 12 }), unit: fc.constant("weeks"), counting: fc.constant("calendar") }),
  fc.record({
    amount: fc.integer({ min: 1, max: 14 }),
    unit: fc.constant("months"),
    counting: fc.constant("calendar"),
  }),
);
const hourTerm: fc.Arbitrary<Term> = fc.record({
  amount: fc.integer({ min: 1, max: 90 }),
  unit: fc.constantFrom("hours", "minutes"),
  counting: fc.constantFrom("elapsed", "working"),
});
const anyTerm = fc.oneof(dayTerm, hourTerm);
/** Pauses as minutes after a moment, so that none begins before it. */
const pauseMinutes = fc.array(
  fc.record({
    after: fc.oneof(fc.integer({ min: 0, max: 40 * 1440 }), fc.integer({ min: 0, max: 1440 })),
    length: fc.integer({ min: 0, max: 6 * 1440 }),
  }),
  { maxLength: 4 },
);

type PauseMinutes = { after: number; length: number }[];

function pausesAfter(ms: number, minutes: PauseMinutes) {
  return minutes.map(({ after, length }) => ({
    from: instantFromMs(ms + after * minuteMs),
    to: instantFromMs(ms + (after + length) * minuteMs),
  }));
}

function input(ms: number, term: Term, calendarOf: WorkingCalendar, pauses: PauseMinutes = []): TermInput {
  return { startedAt: instantFromMs(ms), term, calendar: calendarOf, pauses: pausesAfter(ms, pauses) };
}

test("a later start is never due earlier, with pauses or without", () => {
  const later = fc.oneof(fc.integer({ min: 0, max: 50 * 1440 }), fc.integer({ min: 0, max: 2 * 1440 }));
  fc.assert(
    fc.property(startMs, later, anyTerm, calendar, pauseMinutes, (ms, delay, term, on, minutes) => {
      const second = ms + delay * minuteMs;
      const pauses = pausesAfter(second, minutes);
      const early = dueOf({ ...input(ms, term, on), pauses });
      const late = dueOf({ ...input(second, term, on), pauses });
      assert.ok(early.dueAt <= late.dueAt, `${early.dueAt} <= ${late.dueAt}`);
    }),
    { numRuns: 3000 },
  );
});

test("a longer term is never due earlier", () => {
  fc.assert(
    fc.property(startMs, anyTerm, calendar, pauseMinutes, (ms, term, on, pauses) => {
      const longer = { ...term, amount: term.amount + 1 };
      assert.ok(dueOf(input(ms, term, on, pauses)).dueAt <= dueOf(input(ms, longer, on, pauses)).dueAt);
    }),
    { numRuns: 2000 },
  );
});

test("a term of days, weeks or months is never due on a closed day", () => {
  fc.assert(
    fc.property(startMs, dayTerm, calendar, pauseMinutes, (ms, term, on, pauses) => {
      const { dueOn } = dueOf(input(ms, term, on, pauses));
      assert.equal(markOf(on, dueOn).open, true);
    }),
    { numRuns: 2000 },
  );
});

test("a pause more, or a longer one, never makes a term due earlier", () => {
  fc.assert(
    fc.property(startMs, anyTerm, calendar, pauseMinutes, pauseMinutes, (ms, term, on, pauses, more) => {
      const few = dueOf(input(ms, term, on, pauses));
      assert.ok(few.dueAt <= dueOf(input(ms, term, on, [...pauses, ...more])).dueAt);
    }),
    { numRuns: 2000 },
  );
});

test("a holiday added later never makes anything due earlier", () => {
  const date = fc.integer({ min: dayNumberOf("2027-01-01"), max: dayNumberOf("2028-12-31") }).map(dayFromNumber);
  const start = fc.integer({ min: Date.UTC(2026, 11, 1) / minuteMs, max: Date.UTC(2028, 11, 1) / minuteMs });
  fc.assert(
    fc.property(date, start, anyTerm, fc.constantFrom(...otherRules), (added, minutes, term, rules) => {
      const source = "a late notice";
      const day = { date: added, kind: "holiday", name: "Quốc tang", source, status: "proposed" } as const;
      if (national.closedDays.some((closed) => closed.date === added)) return;
      const closedDays = [...national.closedDays, day].sort((a, b) => (a.date < b.date ? -1 : 1));
      const ruled = { ...defaultRules, ...rules };
      const before = compileCalendar({ national, rules: ruled });
      const after = compileCalendar({ national: { ...national, closedDays }, rules: ruled });
      assert.notEqual(before.version, after.version);
      const ms = minutes * minuteMs;
      assert.ok(dueOf(input(ms, term, before)).dueAt <= dueOf(input(ms, term, after)).dueAt);
      const eventOn = dayFromNumber(Math.floor(ms / dayMs));
      if (term.unit === "minutes" || term.unit === "hours") return;
      const bar = { eventOn, term };
      assert.ok(timeBarOf({ ...bar, calendar: before }).lastOn <= timeBarOf({ ...bar, calendar: after }).lastOn);
    }),
    { numRuns: 120 },
  );
});

test("the proof adds up to the term, leaves no gap, and ends with the due", () => {
  fc.assert(
    fc.property(startMs, anyTerm, calendar, pauseMinutes, (ms, term, on, pauses) => {
      const count = input(ms, term, on, pauses);
      const due = dueOf(count);
      const steps = proofOf(count);
      let counted = 0;
      let end = "";
      for (const step of steps) {
        const length = "on" in step ? 1 : msFromInstant(step.to) - msFromInstant(step.from);
        if (step.verdict === "counted") counted += length;
        assert.equal("on" in step ? step.counted : step.countedMs, counted);
        if (end !== "") assert.equal("on" in step ? step.on : step.from, end);
        end = "on" in step ? dayFromNumber(dayNumberOf(step.on) + 1) : step.to;
      }
      if (due.inclusive) {
        assert.equal(counted, term.amount * (term.unit === "hours" ? 60 : 1) * minuteMs);
        assert.equal(end, due.dueAt);
      } else {
        assert.equal(end, dayFromNumber(dayNumberOf(due.dueOn) + 1));
        if (term.unit === "days") assert.equal(counted, term.amount);
        if (term.unit === "weeks") assert.equal(counted, term.amount * 7);
      }
    }),
    { numRuns: 3000 },
  );
});

test("an extension is never due before the old due, and starts from its day", () => {
  fc.assert(
    fc.property(startMs, anyTerm, anyTerm, calendar, pauseMinutes, (ms, term, more, on, minutes) => {
      const pauses = pausesAfter(ms, minutes);
      const previous = dueOf({ ...input(ms, term, on), pauses });
      const extended = extendedDue({ previous, term: more, calendar: on, pauses });
      assert.ok(extended.dueAt >= previous.dueAt);
      const unpaused = extendedDue({ previous, term: more, calendar: on });
      assert.ok(unpaused.dueAt <= extended.dueAt);
    }),
    { numRuns: 1500 },
  );
});

test("every count agrees with a slow one that walks the days with Temporal, 2018 to 2050", () => {
  const closed = slowClosedDays();
  const agrees = (ms: number, term: Term, minutes: PauseMinutes) => {
    // The slow count knows no anchor: its pauses begin on the day after the start.
    const nextDay = (Math.floor((ms + 7 * 3_600_000) / dayMs) + 1) * dayMs - 7 * 3_600_000;
    const pauses = pausesAfter(nextDay, minutes);
    const { dueAt } = dueOf({ ...input(ms, term, vn), pauses });
    assert.equal(dueAt, slowDueAt({ ms, term, closed, pauses }));
  };
  fc.assert(fc.property(startMs, dayTerm, pauseMinutes, agrees), { numRuns: 1200 });
  fc.assert(fc.property(startMs, hourTerm, pauseMinutes, agrees), { numRuns: 150 });
});

type Slow = { ms: number; term: Term; closed: ReadonlySet<string>; pauses: { from: string; to: string }[] };

function slowDueAt({ ms, term, closed, pauses }: Slow): string {
  const started = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO("+07:00");
  if (term.unit === "hours" || term.unit === "minutes") return slowDueMinute({ ms, term, closed, pauses });
  const paused = slowPausedDays(pauses);
  const isOpen = (day: Temporal.PlainDate) => day.dayOfWeek <= 5 && !closed.has(day.toString());
  let day = started.toPlainDate();
  let missing = term.amount;
  if (term.counting === "calendar")
    missing = day.until(day.add({ [term.unit]: term.amount }), { largestUnit: "days" }).days;
  while (missing > 0) {
    day = day.add({ days: 1 });
    if (!paused.has(day.toString()) && (term.counting === "calendar" || isOpen(day))) missing -= 1;
  }
  while (!isOpen(day)) day = day.add({ days: 1 });
  return midnightAfter(day);
}

function slowDueMinute({ ms, term, closed, pauses }: Slow): string {
  const isPaused = (at: number) => pauses.some(({ from, to }) => at >= Date.parse(from) && at < Date.parse(to));
  let missing = term.amount * (term.unit === "hours" ? 60 : 1);
  let at = ms;
  for (; missing > 0; at += minuteMs) {
    const local = new Date(at + 7 * 3_600_000);
    const weekday = local.getUTCDay();
    const hour = local.getUTCHours();
    const open = weekday >= 1 && weekday <= 5 && !closed.has(local.toISOString().slice(0, 10));
    const working = open && ((hour >= 8 && hour < 12) || (hour >= 13 && hour < 17));
    if (!isPaused(at) && (term.counting === "elapsed" || working)) missing -= 1;
  }
  return new Date(at).toISOString();
}

function slowPausedDays(pauses: { from: string; to: string }[]): Set<string> {
  const days = new Set<string>();
  for (const { from, to } of pauses) {
    for (let at = Date.parse(from); at < Date.parse(to); at += minuteMs) {
      days.add(new Date(at + 7 * 3_600_000).toISOString().slice(0, 10));
    }
  }
  return days;
}

/** Published days off where there are any; elsewhere holidays, each one on a weekend made up on the next free weekday. */
function slowClosedDays(): Set<string> {
  const closed = new Set(national.closedDays.map(({ date }) => date));
  for (const { date, status, madeUp } of national.closedDays) {
    if (status === "official" || madeUp === false) continue;
    let day = Temporal.PlainDate.from(date);
    if (day.dayOfWeek <= 5) continue;
    while (day.dayOfWeek > 5 || closed.has(day.toString())) day = day.add({ days: 1 });
    closed.add(day.toString());
  }
  return closed;
}

function midnightAfter(day: Temporal.PlainDate): string {
  const midnight = day.add({ days: 1 }).toZonedDateTime("+07:00");
  return new Date(midnight.epochMilliseconds).toISOString();
}
