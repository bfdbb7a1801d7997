import assert from "node:assert/strict";
import { test } from "node:test";
import { loadVietnameseCalendar } from "../../load/calendars.ts";
import { defaultRules } from "../calendar/calendar-rules.ts";
import { compileCalendar } from "../calendar/working-calendar.ts";
import { remainingUntil } from "./remaining.ts";

// Monday to Friday, 08:00–12:00 and 13:00–17:00.
const calendar = compileCalendar({ national: loadVietnameseCalendar(), rules: defaultRules });
const hourMs = 3_600_000;

test("before Tết, the days off are no time to work in", () => {
  // Friday 13/2/2026 16:00; the term ends with Monday 23/2. One hour today and eight on Monday.
  const left = remainingUntil("2026-02-23T17:00:00.000Z", { now: "2026-02-13T09:00:00.000Z", calendar });
  assert.deepEqual(left, { workingMs: 9 * hourMs, isElapsed: false, openDays: 1 });
});

test("on the last day no day is left after today, but its hours are", () => {
  const left = remainingUntil("2026-02-23T17:00:00.000Z", { now: "2026-02-23T07:00:00.000Z", calendar });
  assert.deepEqual(left, { workingMs: 3 * hourMs, isElapsed: false, openDays: 0 });
});

test("an hour that is the last moment belongs to its own day", () => {
  // Tuesday 3/3/2026 11:00, due at 14:00 of Wednesday: five hours on each.
  const left = remainingUntil("2026-03-04T07:00:00.000Z", { now: "2026-03-03T04:00:00.000Z", calendar });
  assert.deepEqual(left, { workingMs: 10 * hourMs, isElapsed: false, openDays: 1 });
});

test("once it has passed, both are negative, in working time and open days only", () => {
  // Due with Friday 13/2/2026; it is Tuesday 24/2 10:00 after Tết: Monday's eight hours and two of today.
  const left = remainingUntil("2026-02-13T17:00:00.000Z", { now: "2026-02-24T03:00:00.000Z", calendar });
  assert.deepEqual(left, { workingMs: -10 * hourMs, isElapsed: false, openDays: -2 });
});

test("in the night after the last day no working time has been lost yet", () => {
  const left = remainingUntil("2026-03-03T17:00:00.000Z", { now: "2026-03-03T20:00:00.000Z", calendar });
  assert.deepEqual(left, { workingMs: 0, isElapsed: false, openDays: -1 });
});

test("a term around the clock runs on Sunday too", () => {
  // Sunday 1/3/2026 10:00, thirty minutes promised at 09:00.
  const left = remainingUntil("2026-03-01T02:30:00.000Z", {
    now: "2026-03-01T03:00:00.000Z",
    calendar,
    isElapsed: true,
  });
  assert.deepEqual(left, { workingMs: -hourMs / 2, isElapsed: true, openDays: 0 });
});

test("beyond the calendar nothing is guessed", () => {
  assert.equal(remainingUntil("2051-01-02T00:00:00.000Z", { now: "2026-03-03T20:00:00.000Z", calendar }), null);
});
