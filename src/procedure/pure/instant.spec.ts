import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf, instantFromMs, msFromInstant, parseInstant, withOffset } from "./instant.ts";

test("an instant with any offset is kept in UTC with milliseconds", () => {
  assert.deepEqual(parseInstant("2026-02-12T10:00:00+07:00"), { ok: true, instant: "2026-02-12T03:00:00.000Z" });
  assert.deepEqual(parseInstant("2026-01-01T00:30+07:00"), { ok: true, instant: "2025-12-31T17:30:00.000Z" });
  assert.deepEqual(parseInstant("2026-02-12T10:00:00.5Z"), { ok: true, instant: "2026-02-12T10:00:00.500Z" });
  assert.deepEqual(parseInstant("2026-02-12T23:59:59.999999-03:30"), { ok: true, instant: "2026-02-13T03:29:59.999Z" });
});

test("an instant without a zone is refused, and the line says why", () => {
  assert.deepEqual(parseInstant("2026-02-12T10:00:00"), {
    ok: false,
    reason: '"2026-02-12T10:00:00" names no time zone: write it as 2026-02-12T10:00:00+07:00',
  });
});

test("what is no instant is refused", () => {
  const texts = [
    "",
    "now",
    "2026-02-12",
    "2026-02-30T10:00Z",
    "2026-02-12T24:00Z",
    "2026-02-12T10:60Z",
    "2026-02-12T10:00:60Z",
  ];
  const more = ["2026-02-12T10:00+15:00", "2026-02-12T10:00+07:60", "2026-02-12 10:00Z", "0001-01-01T00:00+07:00"];
  for (const text of [...texts, ...more]) assert.equal(parseInstant(text).ok, false, text);
});

test("an instant at the end of the calendar has a day in every zone, or is refused", () => {
  assert.equal(parseInstant("9999-12-31T00:00Z").ok, false);
  assert.equal(parseInstant("0001-01-01T23:59Z").ok, false);
  assert.equal(dayOf("9999-12-30T23:59:59.999Z", 840), "9999-12-31");
  assert.equal(dayOf("0001-01-02T00:00:00.000Z", -840), "0001-01-01");
  assert.equal(parseInstant("9999-12-30T23:59:59.999Z").ok, true);
});

test("the day of an instant is the day where the organisation is", () => {
  assert.equal(dayOf("2026-02-23T16:59:59.999Z", 420), "2026-02-23");
  assert.equal(dayOf("2026-02-23T17:00:00.000Z", 420), "2026-02-24");
  assert.equal(dayOf("2026-02-23T17:00:00.000Z", 0), "2026-02-23");
});

test("milliseconds and text are the same moment", () => {
  assert.equal(msFromInstant("1970-01-01T00:00:00.001Z"), 1);
  assert.equal(instantFromMs(msFromInstant("2026-02-23T17:00:00.000Z")), "2026-02-23T17:00:00.000Z");
  assert.throws(() => msFromInstant("2026-02-23T17:00:00Z"), RangeError);
  assert.throws(() => msFromInstant("2026-02-24T00:00:00.000+07:00"), RangeError);
});

test("an instant is printed in a zone", () => {
  assert.equal(withOffset("2026-02-23T17:00:00.000Z", 420), "2026-02-24T00:00:00.000+07:00");
  assert.equal(withOffset("2026-02-23T01:00:00.000Z", -210), "2026-02-22T21:30:00.000-03:30");
});
