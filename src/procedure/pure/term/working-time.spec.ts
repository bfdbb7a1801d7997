import assert from "node:assert/strict";
import { test } from "node:test";
import { loadVietnameseCalendar } from "../../load/calendars.ts";
import { defaultRules } from "../calendar/calendar-rules.ts";
import { CalendarRangeError, compileCalendar } from "../calendar/working-calendar.ts";
import { workingMsBetween } from "./working-time.ts";

const calendar = compileCalendar({ national: loadVietnameseCalendar(), rules: defaultRules });
const hourMs = 3_600_000;

test("working time leaves out lunch, night, weekend and Tết", () => {
  // Friday 13/2/2026 16:00 to Monday 23/2 10:00 in Vietnam.
  assert.equal(workingMsBetween(calendar, "2026-02-13T09:00:00.000Z", "2026-02-23T03:00:00.000Z"), 3 * hourMs);
  assert.equal(workingMsBetween(calendar, "2026-03-03T04:00:00.000Z", "2026-03-03T07:00:00.000Z"), 2 * hourMs);
  assert.equal(workingMsBetween(calendar, "2026-02-17T01:00:00.000Z", "2026-02-18T10:00:00.000Z"), 0);
});

test("backwards it is negative: so much working time too late", () => {
  assert.equal(workingMsBetween(calendar, "2026-03-04T01:00:00.000Z", "2026-03-03T09:00:00.000Z"), -hourMs);
});

test("outside the calendar it is refused", () => {
  assert.throws(
    () => workingMsBetween(calendar, "2009-12-31T00:00:00.000Z", "2010-01-04T03:00:00.000Z"),
    CalendarRangeError,
  );
});
