import assert from "node:assert/strict";
import { test } from "node:test";
import { loadVietnameseCalendar } from "../../load/calendars.ts";
import { defaultRules, type CalendarRules } from "../calendar/calendar-rules.ts";
import { compileCalendar } from "../calendar/working-calendar.ts";
import { dueOf } from "./due.ts";
import { dueWithExtensions, extendedDue } from "./extended-due.ts";
import type { Term } from "./term.ts";

const national = loadVietnameseCalendar();
const calendar = compileCalendar({ national, rules: defaultRules });
const twoWorkingDays: Term = { amount: 2, unit: "days", counting: "working" };
const startedAt = "2026-03-02T03:00:00.000Z";
const previous = dueOf({ startedAt, term: twoWorkingDays, calendar });

test("an extension counts from the old due day", () => {
  assert.equal(previous.dueOn, "2026-03-04");
  assert.equal(extendedDue({ previous, term: twoWorkingDays, calendar }).dueOn, "2026-03-06");
  assert.equal(
    extendedDue({ previous, term: { amount: 3, unit: "days", counting: "calendar" }, calendar }).dueOn,
    "2026-03-09",
  );
});

test("an extension by hours counts from the old due moment", () => {
  const day: Term = { amount: 24, unit: "hours", counting: "elapsed" };
  const before = dueOf({ startedAt, term: day, calendar });
  assert.equal(extendedDue({ previous: before, term: day, calendar }).dueAt, "2026-03-04T03:00:00.000Z");
});

test("the day of the old due never counts, whatever counts at receipt", () => {
  const rules: CalendarRules = { ...defaultRules, firstDay: { count: "same-day-before", before: "23:59" } };
  const early = compileCalendar({ national, rules });
  const hours = dueOf({ startedAt, term: { amount: 1, unit: "hours", counting: "elapsed" }, calendar: early });
  assert.equal(extendedDue({ previous: hours, term: twoWorkingDays, calendar: early }).dueOn, "2026-03-04");
});

test("a day named by whoever extends is the new last day, moved off a day off; an earlier one changes nothing", () => {
  assert.equal(extendedDue({ previous, until: "2026-03-12", calendar }).dueAt, "2026-03-12T17:00:00.000Z");
  assert.equal(extendedDue({ previous, until: "2026-03-14", calendar }).dueOn, "2026-03-16");
  assert.deepEqual(extendedDue({ previous, until: "2026-03-03", calendar }), previous);
});

test("a clock's due is its term with its pauses, then each extension in order", () => {
  const pauses = [
    { from: "2026-03-03T03:00:00.000Z", to: "2026-03-03T04:00:00.000Z" },
    { from: "2026-03-06T03:00:00.000Z", to: "2026-03-06T04:00:00.000Z" },
  ];
  // 3/3 paused: due 5/3; extended over the paused 6/3 to 10/3; then to 20/3.
  const clock = { startedAt, term: twoWorkingDays, calendar, pauses };
  assert.equal(dueWithExtensions({ ...clock, extensions: [{ term: twoWorkingDays }] }).dueOn, "2026-03-10");
  const extensions = [{ term: twoWorkingDays }, { until: "2026-03-20" }];
  assert.equal(dueWithExtensions({ ...clock, extensions }).dueOn, "2026-03-20");
});
