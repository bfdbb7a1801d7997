import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { dayInFull, instantInFull, placeAndDay, termEnd } from "./days-in-words.ts";

describe("days on paper", () => {
  it("are written as NĐ 30/2020 writes them", () => {
    assert.equal(dayInFull("2026-03-16"), "ngày 16 tháng 3 năm 2026");
    assert.equal(dayInFull("2026-02-01"), "ngày 01 tháng 02 năm 2026");
    assert.equal(placeAndDay("Hà Nội", "2026-03-16"), "Hà Nội, ngày 16 tháng 3 năm 2026");
    assert.equal(placeAndDay(null, "2026-03-16"), "Ngày 16 tháng 3 năm 2026");
    assert.equal(instantInFull("2026-03-16T02:05:00.000Z"), "09:05 thứ hai 16/03/2026");
  });

  it("end a term of days with its last day, and one of hours by its minute", () => {
    assert.equal(termEnd("2026-11-24T17:00:00.000Z"), "hết thứ ba 24/11/2026");
    assert.equal(termEnd("2026-11-24T11:43:00.000Z"), "18:43 thứ ba 24/11/2026");
  });
});
