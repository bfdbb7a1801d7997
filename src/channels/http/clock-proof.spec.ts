import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Clock } from "../../complaint/state.ts";
import { smallCalendars } from "../../../tests/support/small-edition.ts";
import { clockProof } from "./clock-proof.ts";

const calendar = smallCalendars.organisation;

/** Two working days from Monday 2 March 2026, 09:00 in Vietnam. */
const clock: Clock = {
  clockId: "reply:complaint:1",
  rule: "reply",
  instance: 1,
  scope: "complaint",
  scopeId: "complaint",
  origin: "procedure",
  purpose: "first-reply",
  startedAt: "2026-03-02T02:00:00.000Z",
  term: "2 working days",
  calendar: "organisation",
  calendarVersion: calendar.version,
  dueOn: "2026-03-04",
  dueAt: "2026-03-04T17:00:00.000Z",
  inclusive: false,
  warnAts: [],
  warned: 0,
  breachedAt: null,
  pauses: [],
  extensions: [],
  status: "running",
  endedAt: null,
  stoppedBy: null,
};

const now = "2026-03-03T02:00:00.000Z";

describe("the proof of a clock", () => {
  it("leads from its start to its due, day by day", () => {
    const proof = clockProof(clock, calendar, now);
    assert.ok("parts" in proof);
    assert.deepEqual(
      proof.parts[0]?.steps.map((step) => ("on" in step ? `${step.on} ${step.verdict}` : "")),
      ["2026-03-02 skipped", "2026-03-03 counted", "2026-03-04 counted"],
    );
  });

  it("names the term and each extension as people say them", () => {
    const until = { ...clock, extensions: [{ by: "2026-03-09" }], dueAt: "2026-03-09T17:00:00.000Z" };
    const proof = clockProof(until, calendar, now);
    assert.ok("parts" in proof);
    assert.deepEqual(
      proof.parts.map(({ words }) => words),
      [
        { vi: "02 ngày làm việc", en: "2 working days" },
        { vi: "09/03/2026", en: "09/03/2026" },
      ],
    );
  });

  it("leaves out a pause that was over before the clock began: it was typed in later", () => {
    const pauses = [{ from: "2026-03-01T02:00:00.000Z", to: "2026-03-01T08:00:00.000Z" }];
    assert.deepEqual(clockProof({ ...clock, pauses }, calendar, now), clockProof(clock, calendar, now));
  });

  it("says that it cannot be given for another version of the calendar, or for a day that a person named", () => {
    const elsewhere = { ...clock, dueAt: "2026-03-05T17:00:00.000Z" };
    assert.deepEqual(clockProof(elsewhere, calendar, now), { unavailable: "other-calendar-version" });
    assert.deepEqual(clockProof({ ...clock, term: null }, calendar, now), { unavailable: "named-by-a-person" });
  });
});
