import assert from "node:assert/strict";
import { test } from "node:test";
import { loadVietnameseCalendar } from "../../load/calendars.ts";
import { dayNumberOf, weekdayOf } from "../day.ts";
import { defaultRules } from "./calendar-rules.ts";
import { proposedHolidaysOf } from "./labour-code.ts";
import { makeUpDaysOf } from "./make-up-days.ts";
import type { ClosedDay } from "./announced-day.ts";
import { nationalCalendar } from "./national-calendar.ts";

const national = loadVietnameseCalendar();
const officialYears = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];

test("2018 to 2026 are announced, the rest of 2010 to 2050 is proposed", () => {
  assert.deepEqual(national.officialYears, officialYears);
  for (const { date, status } of national.closedDays) {
    assert.equal(status, date >= "2018" && date < "2027" ? "official" : "proposed", date);
  }
  assert.equal(national.closedDays[0]?.date, "2010-01-01");
  assert.equal(national.closedDays.at(-1)?.date, "2050-11-24");
});

test("the announced weekdays off of each year are as many as the notices list", () => {
  const perYear = officialYears.map((year) => weekdaysOff(year).length);
  assert.deepEqual(perYear, [11, 11, 10, 11, 11, 11, 12, 12, 14]);
});

test("every day names its source", () => {
  for (const day of [...national.closedDays, ...national.workedDays]) assert.notEqual(day.source, "", day.date);
});

test("the rule for proposed years gives every announced holiday of 2018 to 2026 again, Tết and 2/9 included", () => {
  for (const year of officialYears) {
    const announced = holidaysIn(national.closedDays.filter(({ date }) => date.startsWith(`${year}-`)));
    assert.deepEqual(holidaysIn(proposedHolidaysOf(year)), announced);
  }
});

test("days made up, derived for a Monday–Friday week, are the published ones", () => {
  const published = national.closedDays.filter(({ kind }) => kind === "make-up").map(({ date }) => date);
  assert.equal(published.length, 22);
  const closedDays = national.closedDays.filter(({ kind }) => kind !== "make-up");
  const underived = closedDays.map((day): ClosedDay => ({ ...day, status: "proposed" }));
  const derived = makeUpDaysOf({ national: { ...national, closedDays: underived }, rules: defaultRules });
  const dates = derived.map(({ date }) => date).filter((date) => date >= "2018" && date < "2027");
  assert.deepEqual(dates, published);
});

test("a published day made up wins over the derived one for a Monday–Friday week, and only for it", () => {
  const source = "a notice";
  const table = {
    year: 2027,
    closedDays: [
      { date: "2027-05-01", kind: "holiday", name: "Ngày Quốc tế Lao động", source, status: "official" },
      { date: "2027-05-04", kind: "make-up", name: "Nghỉ bù 1/5", source, status: "official" },
    ],
    workedDays: [],
  } as const;
  const one = nationalCalendar({ version: "test", tables: [table] });
  const in2027 = (days: ClosedDay[]) => days.map(({ date }) => date).filter((date) => date.startsWith("2027"));
  assert.deepEqual(in2027(makeUpDaysOf({ national: one, rules: defaultRules })), ["2027-05-04"]);
  const week = [1, 2, 3, 4, 7] as const;
  assert.deepEqual(in2027(makeUpDaysOf({ national: one, rules: { ...defaultRules, week } })), ["2027-05-02"]);
});

test("before its Code was in force a holiday is not proposed", () => {
  const tet2013 = proposedHolidaysOf(2013).filter(({ name }) => name.startsWith("Tết Nguyên"));
  assert.deepEqual(
    tet2013.map(({ date }) => date),
    ["2013-02-09", "2013-02-10", "2013-02-11", "2013-02-12"],
  );
  assert.equal(proposedHolidaysOf(2014).filter(({ name }) => name.startsWith("Tết Nguyên")).length, 5);
  assert.equal(proposedHolidaysOf(2017).filter(({ name }) => name.startsWith("Quốc khánh")).length, 1);
  assert.equal(
    proposedHolidaysOf(2025).some(({ date }) => date === "2025-11-24"),
    false,
  );
  assert.equal(proposedHolidaysOf(2027).find(({ date }) => date === "2027-11-24")?.madeUp, false);
});

test("a table of another year, twice the same day, or twice the same year is refused", () => {
  const day = {
    date: "2027-01-01",
    kind: "holiday",
    name: "Tết Dương lịch",
    source: "a notice",
    status: "official",
  } as const;
  const table = { year: 2027, closedDays: [day], workedDays: [] };
  assert.throws(
    () => nationalCalendar({ version: "x", tables: [{ ...table, year: 2028 }] }),
    /2027-01-01 stands in the table of 2028/,
  );
  assert.throws(
    () => nationalCalendar({ version: "x", tables: [{ ...table, closedDays: [day, day] }] }),
    /stands twice/,
  );
  assert.throws(() => nationalCalendar({ version: "x", tables: [table, table] }), /two tables of holidays for 2027/);
  assert.throws(
    () => nationalCalendar({ version: "x", tables: [{ year: 2051, closedDays: [], workedDays: [] }] }),
    /outside/,
  );
});

function weekdaysOff(year: number): string[] {
  const dates = national.closedDays.map(({ date }) => date).filter((date) => date.startsWith(`${year}-`));
  return dates.filter((date) => weekdayOf(dayNumberOf(date)) <= 5);
}

function holidaysIn(days: readonly ClosedDay[]): { date: string; name: string; madeUp: boolean }[] {
  const holidays = days.filter(({ kind }) => kind === "holiday");
  return holidays.map(({ date, name, madeUp = true }) => ({ date, name, madeUp }));
}
