import assert from "node:assert/strict";
import { test } from "node:test";
import { loadVietnameseCalendar } from "../../load/calendars.ts";
import { defaultRules } from "../calendar/calendar-rules.ts";
import { compileCalendar } from "../calendar/working-calendar.ts";
import { parseInstant, withOffset } from "../instant.ts";
import { instantBefore } from "./before.ts";
import type { Due } from "./due.ts";
import { parseTerm } from "./term.ts";

const calendar = compileCalendar({ national: loadVietnameseCalendar(), rules: defaultRules });

function before(due: Due, leadText: string): string {
  const lead = parseTerm(leadText);
  assert.ok(lead.ok);
  return withOffset(instantBefore({ due, lead: lead.term, calendar }), 420).slice(0, 16);
}

/** The end of a day in Vietnam. */
function endOf(day: string): Due {
  const midnight = parseInstant(`${day}T23:59:00+07:00`);
  assert.ok(midnight.ok);
  return { dueOn: day, dueAt: new Date(Date.parse(midnight.instant) + 60_000).toISOString(), inclusive: false };
}

function at(text: string): Due {
  const parsed = parseInstant(`${text}:00+07:00`);
  assert.ok(parsed.ok);
  return { dueOn: text.slice(0, 10), dueAt: parsed.instant, inclusive: true };
}

test("minutes and hours are taken off the instant, at night and on days off too", () => {
  assert.equal(before(at("2026-02-17T00:10"), "30 minutes"), "2026-02-16T23:40");
  assert.equal(before(at("2026-04-26T08:00"), "4 hours"), "2026-04-26T04:00");
});

test("working hours run back through the shifts, and end with a shift rather than begin one", () => {
  // The day ends for work at 17:00: two hours before is 15:00, four is the end of the morning.
  assert.equal(before(endOf("2026-03-04"), "2 working hours"), "2026-03-04T15:00");
  assert.equal(before(endOf("2026-03-04"), "4 working hours"), "2026-03-04T12:00");
  assert.equal(before(endOf("2026-03-04"), "5 working hours"), "2026-03-04T11:00");
  // A whole day of eight hours is the end of work on the day before.
  assert.equal(before(endOf("2026-03-04"), "8 working hours"), "2026-03-03T17:00");
});

test("working hours jump over Tết", () => {
  // 23/02 is the first day after Tết; 13/02 the last before.
  assert.equal(before(endOf("2026-02-23"), "8 working hours"), "2026-02-13T17:00");
  assert.equal(before(at("2026-02-23T09:00"), "2 working hours"), "2026-02-13T16:00");
});

test("working days give the midnight that begins the day so many open days before", () => {
  assert.equal(before(endOf("2026-03-09"), "1 working day"), "2026-03-06T00:00");
  assert.equal(before(endOf("2026-02-24"), "2 working days"), "2026-02-13T00:00");
});

test("calendar days and weeks are taken off the instant", () => {
  assert.equal(before(endOf("2026-03-10"), "5 days"), "2026-03-06T00:00");
  assert.equal(before(endOf("2026-03-10"), "1 week"), "2026-03-04T00:00");
});

test("a warning is never months ahead", () => {
  assert.throws(() => before(endOf("2026-03-10"), "1 month"), /minutes, hours, days or weeks/);
});

test("before the calendar begins there is nothing to warn of", () => {
  const [first] = calendar.openDays;
  assert.ok(first !== undefined);
  const due = endOf(new Date(first * 86_400_000).toISOString().slice(0, 10));
  assert.equal(before(due, "500 working days").slice(0, 4), due.dueOn.slice(0, 4));
});
