import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadVietnameseCalendar } from "../../load/calendars.ts";
import { defaultRules } from "../calendar/calendar-rules.ts";
import { compileCalendar } from "../calendar/working-calendar.ts";
import { shiftBegunAt } from "./shift-begun.ts";

const office = compileCalendar({ national: loadVietnameseCalendar(), rules: defaultRules });

describe("shiftBegunAt", () => {
  const examples: { at: string; begun: string; why: string }[] = [
    { at: "2026-03-02T08:00:00.000+07:00", begun: "2026-03-02T01:00:00.000Z", why: "the beginning belongs to it" },
    { at: "2026-03-02T07:59:59.999+07:00", begun: "2026-02-27T06:00:00.000Z", why: "Monday early: Friday afternoon" },
    { at: "2026-03-02T12:30:00.000+07:00", begun: "2026-03-02T01:00:00.000Z", why: "at lunch: the morning's" },
    { at: "2026-03-02T13:00:00.000+07:00", begun: "2026-03-02T06:00:00.000Z", why: "after lunch: another shift" },
    // Tết 2026: 14 to 22 February are off.
    { at: "2026-02-18T10:00:00.000+07:00", begun: "2026-02-13T06:00:00.000Z", why: "in Tết: the last shift before it" },
    { at: "2026-02-23T08:00:00.000+07:00", begun: "2026-02-23T01:00:00.000Z", why: "the first shift after Tết" },
  ];
  for (const { at, begun, why } of examples) {
    it(`${at}: ${why}`, () => assert.equal(shiftBegunAt(office, new Date(at).toISOString()), begun));
  }

  it("begins at midnight where work goes round the clock", () => {
    const rules = { ...defaultRules, week: [1, 2, 3, 4, 5, 6, 7] as const, shifts: [{ from: "00:00", to: "24:00" }] };
    const always = compileCalendar({ national: loadVietnameseCalendar(), rules });
    assert.equal(shiftBegunAt(always, "2026-03-02T10:00:00.000Z"), "2026-03-01T17:00:00.000Z");
  });

  it("guesses nothing beyond the calendar's years", () => {
    assert.throws(() => shiftBegunAt(office, "2900-01-01T00:00:00.000Z"), { name: "CalendarRangeError" });
  });
});
