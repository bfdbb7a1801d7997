import assert from "node:assert/strict";
import { test } from "node:test";
import { loadVietnameseCalendar } from "../procedure/load/calendars.ts";
import { defaultRules } from "../procedure/pure/calendar/calendar-rules.ts";
import { compileCalendar } from "../procedure/pure/calendar/working-calendar.ts";
import { momentOf, monthsBefore, workingDayFrom } from "./moments.ts";

const calendar = compileCalendar({ national: loadVietnameseCalendar(), rules: defaultRules });
/** Tuesday 24 February 2026, 08:15 in Vietnam: work began again on Monday, after Tết. */
const now = "2026-02-24T01:15:00.000Z";
const told = (text: string, previous?: string) => momentOf(text, { now, previous, calendar });

test("working days are counted over Tết, and over a day off from the working day before it", () => {
  assert.equal(told("-1 09:12"), "2026-02-23T02:12:00.000Z");
  assert.equal(told("-2 09:12"), "2026-02-13T02:12:00.000Z");
  assert.equal(workingDayFrom("2026-02-18T03:00:00.000Z", 0, calendar), "2026-02-13");
  assert.equal(workingDayFrom("2026-02-18T03:00:00.000Z", 1, calendar), "2026-02-23");
});

test("by the clock, from now or from the step before", () => {
  assert.equal(told("21h ago"), "2026-02-23T04:15:00.000Z");
  assert.equal(told("in 2h"), "2026-02-24T03:15:00.000Z");
  assert.equal(told("+20m", "2026-02-23T04:15:00.000Z"), "2026-02-23T04:35:00.000Z");
});

test("what happened is never so recent that it would be sent: six minutes ago at the latest", () => {
  assert.equal(told("0 08:30"), "2026-02-24T01:09:00.000Z");
  assert.equal(told("1m ago"), "2026-02-24T01:09:00.000Z");
});

test("a step comes a minute after the one before, whatever it says", () => {
  assert.equal(told("-1 09:12", "2026-02-23T04:15:00.000Z"), "2026-02-23T04:16:00.000Z");
});

test("so many months ago is the same day, or the last of a shorter month", () => {
  assert.equal(monthsBefore(now, 3, calendar), "2025-11-24");
  assert.equal(monthsBefore("2026-03-31T03:00:00.000Z", 1, calendar), "2026-02-28");
});
