import assert from "node:assert/strict";
import { test } from "node:test";
import { dayFromNumber } from "../day.ts";
import { dayNumberFromLunar } from "./lunar.ts";

/** Mùng 1 Tết as celebrated in Vietnam. */
const newYears = `
  1968-01-29 1969-02-16 1976-01-31 1984-02-02 1985-01-21 1995-01-31 2000-02-05 2001-01-24
  2007-02-17 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08
  2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10
  2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02
`
  .trim()
  .split(/\s+/);

test("Tết falls on the days on which Vietnam celebrated it", () => {
  for (const day of newYears) assert.equal(tetOf(Number(day.slice(0, 4))), day);
});

test("Tết is a day before China's new year where the new moon falls between the two midnights", () => {
  const china = { 1968: "1968-01-30", 1969: "1969-02-17", 2007: "2007-02-18", 2030: "2030-02-03" };
  for (const [year, day] of Object.entries(china)) assert.ok(tetOf(Number(year)) < day, year);
  // 1985: a month apart, for the leap month fell elsewhere.
  assert.equal(tetOf(1985), "1985-01-21");
});

test("the tenth of the third month follows the leap months", () => {
  const days = ["2018-04-25", "2019-04-14", "2020-04-02", "2021-04-21", "2022-04-10", "2023-04-29", "2024-04-18"];
  for (const day of [...days, "2025-04-07", "2026-04-26"]) {
    const year = Number(day.slice(0, 4));
    assert.equal(dayFromNumber(dayNumberFromLunar({ year, month: 3, day: 10 })), day);
  }
});

function tetOf(year: number): string {
  return dayFromNumber(dayNumberFromLunar({ year, month: 1, day: 1 }));
}
