import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { dayBeside, readDay, readDayAndTime, shownDay, shownDayAndTime } from "./typed-days.ts";

describe("a day that somebody types", () => {
  const today = "2026-11-22";

  it("is read the Vietnamese way, the day first, with any sign between or none", () => {
    for (const typed of ["24/11/2026", " 24-11-2026 ", "24.11.26", "24 11 2026", "24112026", "241126", "2026-11-24"])
      assert.equal(readDay(typed, today), "2026-11-24", typed);
    assert.equal(readDay("3/2/2026", today), "2026-02-03");
  });

  it("is the nearest such day without a year", () => {
    assert.equal(readDay("24/11", today), "2026-11-24");
    assert.equal(readDay("2411", today), "2026-11-24");
    assert.equal(readDay("5/1", today), "2027-01-05");
    assert.equal(readDay("30/12", "2026-01-04"), "2025-12-30");
    assert.equal(readDay("29/2", today), undefined, "none of the years around has it");
  });

  it("is refused where there is no such day", () => {
    for (const typed of [
      "",
      "24",
      "31/4/2026",
      "29/02/2027",
      "32/1/2026",
      "12/13/2026",
      "mai",
      "24/11/20266",
      "1/1/0001",
    ])
      assert.equal(readDay(typed, today), undefined, typed);
  });

  it("is read with a time in either order, and a time alone is today's", () => {
    for (const typed of ["24/11/2026 09:30", "9h30 24/11", "09:30, 24/11/26", "2026-11-24T09:30"])
      assert.equal(readDayAndTime(typed, today), "2026-11-24T09:30", typed);
    assert.equal(readDayAndTime("9h", today), "2026-11-22T09:00");
    for (const typed of ["24/11/2026", "25:00 24/11", "9:75 24/11", "9h30 40/11", "9h 10h 24/11", ""])
      assert.equal(readDayAndTime(typed, today), undefined, typed);
  });

  it("is shown as people write it", () => {
    assert.equal(shownDay("2026-02-03"), "03/02/2026");
    assert.equal(shownDay(""), "");
    assert.equal(shownDayAndTime("2026-11-24T09:30"), "09:30 24/11/2026");
    assert.equal(dayBeside("2026-12-31", 1), "2027-01-01");
    assert.equal(dayBeside("2026-03-01", -1), "2026-02-28");
  });
});
