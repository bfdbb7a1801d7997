import assert from "node:assert/strict";
import { test } from "node:test";
import { loadVietnameseCalendar } from "../../load/calendars.ts";
import { defaultRules } from "../calendar/calendar-rules.ts";
import { compileCalendar } from "../calendar/working-calendar.ts";
import { parseTerm } from "./term.ts";
import { proofOfTimeBar } from "./proof-of-days.ts";
import { timeBarOf } from "./time-bar.ts";

const calendar = compileCalendar({ national: loadVietnameseCalendar(), rules: defaultRules });

function lastOn(eventOn: string, termText: string): string {
  const term = parseTerm(termText);
  assert.ok(term.ok);
  return timeBarOf({ eventOn, term: term.term, calendar }).lastOn;
}

test("a time-bar counts the day of the event, where a term would not", () => {
  assert.equal(lastOn("2026-03-16", "1 month"), "2026-04-15");
  assert.equal(lastOn("2026-03-03", "30 days"), "2026-04-01");
  assert.equal(lastOn("2026-03-04", "1 week"), "2026-03-10");
});

test("a whole month is barred with its end", () => {
  assert.equal(lastOn("2026-06-01", "1 month"), "2026-06-30");
  assert.equal(lastOn("2026-07-01", "3 months"), "2026-09-30");
});

test("a month without the corresponding day ends the time-bar with itself", () => {
  assert.equal(lastOn("2024-01-31", "1 month"), "2024-02-29");
  assert.equal(lastOn("2025-12-31", "4 months"), "2026-05-04");
});

test("a last day off moves to the next open day", () => {
  // 14/3/2026 is a Saturday; 17/2/2026 is Tết.
  assert.equal(lastOn("2026-02-15", "1 month"), "2026-03-16");
  assert.equal(lastOn("2025-11-18", "3 months"), "2026-02-23");
  assert.equal(lastOn("2025-11-20", "90 days"), "2026-02-23");
});

test("it is barred from the midnight that ends the last day, in Vietnam", () => {
  const term = { amount: 1, unit: "months", counting: "calendar" } as const;
  assert.deepEqual(timeBarOf({ eventOn: "2026-03-16", term, calendar }), {
    lastOn: "2026-04-15",
    barredAt: "2026-04-15T17:00:00.000Z",
  });
});

test("hours bar nothing", () => {
  assert.throws(() => lastOn("2026-03-16", "48 hours"), /hours end at an instant/);
});

test("its proof counts the first day, and says why it goes on past a day off", () => {
  const term = { amount: 1, unit: "months", counting: "calendar" } as const;
  const steps = proofOfTimeBar({ eventOn: "2026-02-15", term, calendar });
  assert.deepEqual(
    steps.map(({ on, reason, counted }) => [on, reason, counted]).filter(([, reason]) => reason !== "calendar-day"),
    [
      ["2026-02-15", "time-bar-first-day", 1],
      ["2026-03-15", "rest-day", 28],
      ["2026-03-16", "rolled-to", 28],
    ],
  );
  assert.deepEqual(steps.at(27)?.on, "2026-03-14");
});
