import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import * as format from "./format.ts";

describe("instants as people read them", () => {
  // The words of a page ask the document for its language.
  before(() => void Object.assign(globalThis, { document: { documentElement: { lang: "vi" } } }));

  it("are Vietnam's, with the weekday", () => {
    assert.equal(format.formatInstant("2026-11-24T02:30:00.000Z"), "09:30 T3 24/11/2026");
    // Seven hours later it is the next day, month and year.
    assert.equal(format.formatInstant("2026-12-31T17:05:00.000Z"), "00:05 T6 01/01/2027");
    assert.equal(format.formatInstant("2026-12-31T16:59:59.999Z"), "23:59 T5 31/12/2026");
    assert.equal(format.formatDay("2028-02-29"), "T3 29/02/2028");
    assert.equal(format.dayOf("2026-11-21T17:00:00Z"), "2026-11-22");
  });

  it("are short in lists: the time today, the day this year, the date before", () => {
    const now = "2026-11-24T10:00:00.000Z";
    assert.equal(format.formatBriefly("2026-11-23T17:00:00.000Z", now), "00:00");
    assert.equal(format.formatBriefly("2026-11-23T16:59:00.000Z", now), "T2 23/11");
    assert.equal(format.formatBriefly("2025-11-24T02:00:00.000Z", now), "24/11/2025");
  });

  it("say both days of a span that ends on another", () => {
    assert.equal(
      format.formatSpan("2026-01-30T03:00:00.000Z", "2026-02-01T03:00:00.000Z"),
      "10:00 T6 30/01/2026 – 10:00 CN 01/02/2026",
    );
    assert.equal(
      format.formatSpan("2026-01-30T01:00:00.000Z", "2026-01-30T05:00:00.000Z"),
      "08:00–12:00 T6 30/01/2026",
    );
  });

  it("say the last day of a term of days, and the instant of any other", () => {
    assert.equal(format.formatDue("2026-11-24T17:00:00.000Z"), "hết T3 24/11/2026");
    assert.equal(format.formatDue("2026-11-24T09:00:00.000Z"), "16:00 T3 24/11/2026");
  });
});

describe("what is over since the last working minute", () => {
  before(() => void Object.assign(globalThis, { document: { documentElement: { lang: "vi" } } }));
  const over = { workingMs: 0, isElapsed: false, isOver: true };

  it("says since which day, or time of a day", () => {
    assert.equal(format.formatRemaining({ ...over, dueAt: "2026-11-20T17:00:00.000Z" }), "Quá hạn từ T6 20/11");
    assert.equal(format.formatRemaining({ ...over, dueAt: "2026-11-20T10:00:00.000Z" }), "Quá hạn từ 17:00 T6 20/11");
    const hour = { ...over, workingMs: -3_600_000, dueAt: "2026-11-20T17:00:00.000Z" };
    assert.equal(format.formatRemaining(hour), "Quá 1 giờ");
  });
});
