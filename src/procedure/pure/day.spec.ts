import assert from "node:assert/strict";
import { test } from "node:test";
import { dayFromNumber, dayNumberOf, parseDay, weekdayOf } from "./day.ts";

test("days are numbered from 1970-01-01, a Thursday", () => {
  assert.equal(dayNumberOf("1970-01-01"), 0);
  assert.equal(dayNumberOf("1969-12-31"), -1);
  assert.equal(dayNumberOf("2026-02-23"), 20507);
  assert.equal(weekdayOf(0), 4);
  assert.equal(weekdayOf(dayNumberOf("2026-02-23")), 1);
  assert.equal(weekdayOf(dayNumberOf("1969-12-28")), 7);
});

test("every day from 1900 to 2100 comes back, and agrees with the platform's calendar", () => {
  for (let dayNumber = dayNumberOf("1900-01-01"); dayNumber <= dayNumberOf("2100-12-31"); dayNumber += 1) {
    const day = dayFromNumber(dayNumber);
    assert.equal(day, new Date(dayNumber * 86_400_000).toISOString().slice(0, 10));
    assert.equal(dayNumberOf(day), dayNumber);
  }
});

test("a day that does not exist is refused", () => {
  assert.deepEqual(parseDay("2024-02-29"), { ok: true, day: "2024-02-29" });
  for (const text of [
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-4-1",
    "12/02/2026",
    "0000-01-01",
    "",
  ]) {
    assert.equal(parseDay(text).ok, false, text);
  }
  assert.throws(() => dayNumberOf("2026-02-30"), RangeError);
});
