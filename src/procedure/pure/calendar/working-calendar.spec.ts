import assert from "node:assert/strict";
import { test } from "node:test";
import { loadVietnameseCalendar } from "../../load/calendars.ts";
import { defaultRules, problemsInRules, type CalendarRules } from "./calendar-rules.ts";
import { CalendarRangeError, compileCalendar, markOf, openDaysBetween } from "./working-calendar.ts";

const national = loadVietnameseCalendar();
const vn = compileCalendar({ national, rules: defaultRules });

test("a day knows why it is open or closed, and from which source", () => {
  assert.deepEqual(markOf(vn, "2026-02-12"), { open: true, reason: "working-day" });
  assert.deepEqual(markOf(vn, "2026-02-14"), { open: false, reason: "rest-day" });
  assert.deepEqual(markOf(vn, "2026-02-17"), {
    open: false,
    reason: "holiday",
    name: "Tết Nguyên đán (mùng 1)",
    source: "12729/VPCP-KGVX; 9441/TB-BNV; 3383/BNV-CVL",
  });
  assert.equal(markOf(vn, "2026-04-27").reason, "make-up");
  assert.equal(markOf(vn, "2026-08-31").reason, "swap");
  assert.equal(markOf(vn, "2026-08-22").reason, "rest-day");
});

test("every day of a year without a notice is marked proposed, ordinary ones too", () => {
  assert.equal(markOf(vn, "2027-02-06").status, "proposed");
  assert.equal(markOf(vn, "2027-03-03").status, "proposed");
  assert.equal(markOf(vn, "2017-03-03").status, "proposed");
  assert.equal(markOf(vn, "2026-12-31").status, undefined);
});

test("the organisation's layer wins: closure, opening, swapped Saturday", () => {
  const rules: CalendarRules = {
    ...defaultRules,
    swappedSaturdaysWorked: true,
    closures: [{ date: "2026-03-04", reason: "Kỷ niệm ngày thành lập" }],
    openings: [{ date: "2026-02-16", reason: "Trực Tết" }],
  };
  const own = compileCalendar({ national, rules });
  assert.deepEqual(markOf(own, "2026-03-04"), { open: false, reason: "closure", name: "Kỷ niệm ngày thành lập" });
  assert.deepEqual(markOf(own, "2026-02-16"), { open: true, reason: "opening", name: "Trực Tết" });
  assert.equal(markOf(own, "2026-08-22").reason, "swapped-day-worked");
  const { reason, name } = markOf(compileCalendar({ national, rules: defaultRules }), "2026-08-22");
  assert.deepEqual([reason, name], ["rest-day", "cơ quan nhà nước làm bù cho ngày 31/08/2026; ở đây vẫn nghỉ"]);
});

test("open days between two days leave the first out and count the last", () => {
  assert.equal(openDaysBetween(vn, "2026-02-12", "2026-02-23"), 2);
  assert.equal(openDaysBetween(vn, "2026-02-13", "2026-02-22"), 0);
  assert.equal(openDaysBetween(vn, "2026-02-23", "2026-02-12"), 0);
});

test("a day outside 2010 to 2050 is refused", () => {
  assert.equal(markOf(vn, "2010-01-01").reason, "holiday");
  assert.throws(() => markOf(vn, "2009-12-31"), CalendarRangeError);
  assert.throws(
    () => markOf(vn, "2051-01-01"),
    /2051-01-01 is outside the calendar, which knows 2010-01-01 to 2050-12-31/,
  );
});

test("equal inputs have equal versions, whatever the order of keys; any change gives another", () => {
  const reordered = Object.fromEntries(Object.entries(defaultRules).reverse()) as CalendarRules;
  assert.equal(compileCalendar({ national, rules: reordered }).version, vn.version);
  assert.notEqual(compileCalendar({ national, rules: { ...defaultRules, rollLastDay: false } }).version, vn.version);
  assert.equal(compileCalendar({ national, rules: defaultRules, version: "vntt-3" }).version, "vntt-3");
  assert.match(vn.version, /^vn-2026-[0-9a-f]{16}$/);
});

test("rules that make no sense are named one by one, and not compiled", () => {
  const rules: CalendarRules = {
    ...defaultRules,
    week: [],
    shifts: [{ from: "22:00", to: "06:00" }],
    shiftsOn: { 6: [{ from: "8:00", to: "12:00" }] },
    closures: [{ date: "2026-02-30", reason: "?" }],
    firstDay: { count: "same-day-before", before: "24:00" },
    offsetMinutes: 7.5,
  };
  assert.deepEqual(problemsInRules(rules), [
    "week: at least one weekday must be worked",
    "shifts: 22:00 to 06:00 does not end after it begins; split a night shift at 24:00",
    'shiftsOn 6: "8:00" to "12:00": write times as 08:00',
    'closures: "2026-02-30" is a day that does not exist',
    'firstDay: "24:00" is not a time of day: write it as 12:00',
    "offsetMinutes: a whole number of minutes from -840 to 840",
  ]);
  assert.throws(() => compileCalendar({ national, rules }), /calendar rules refused: week/);
  assert.deepEqual(problemsInRules(defaultRules), []);
});
