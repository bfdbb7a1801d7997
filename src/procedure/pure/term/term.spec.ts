import assert from "node:assert/strict";
import { test } from "node:test";
import { formatTerm, formatTermVietnamese, parseTerm } from "./term.ts";

const written: [text: string, canonical: string, vietnamese: string][] = [
  ["30 minutes", "30 minutes", "30 phút"],
  ["1 hours", "1 hour", "01 giờ"],
  ["48 hours", "48 hours", "48 giờ"],
  ["8 working hours", "8 working hours", "08 giờ làm việc"],
  ["90 working minutes", "90 working minutes", "90 phút làm việc"],
  ["02 Working Days", "2 working days", "02 ngày làm việc"],
  ["1 working day", "1 working day", "01 ngày làm việc"],
  ["  20   days ", "20 days", "20 ngày"],
  ["1 week", "1 week", "01 tuần"],
  ["3 months", "3 months", "03 tháng"],
];

test("a term is read, and written again in English and in Vietnamese", () => {
  for (const [text, canonical, vietnamese] of written) {
    const parsed = parseTerm(text);
    assert.ok(parsed.ok, text);
    assert.equal(formatTerm(parsed.term), canonical);
    assert.equal(formatTermVietnamese(parsed.term), vietnamese);
    assert.deepEqual(parseTerm(canonical), parsed);
  }
});

test("how a unit is counted follows from its words", () => {
  assert.deepEqual(parseTerm("2 working days"), { ok: true, term: { amount: 2, unit: "days", counting: "working" } });
  assert.deepEqual(parseTerm("20 days"), { ok: true, term: { amount: 20, unit: "days", counting: "calendar" } });
  assert.deepEqual(parseTerm("24 hours"), { ok: true, term: { amount: 24, unit: "hours", counting: "elapsed" } });
});

test("a term that means nothing is refused in one line that says how to mend it", () => {
  const refused: [string, string][] = [
    ["0 days", '"0 days" is not a term: the amount must be at least 1'],
    ["-2 days", '"-2 days" is not a term: the amount must be a whole number without sign or decimals'],
    ["1.5 hours", '"1.5 hours" is not a term: the amount must be a whole number without sign or decimals'],
    ["2 working weeks", '"2 working weeks" is not a term: weeks are counted by the calendar only'],
    ["3651 days", '"3651 days" is not a term: at most 3650 days can be counted'],
  ];
  for (const [text, reason] of refused) assert.deepEqual(parseTerm(text), { ok: false, reason });
  for (const text of [
    "",
    "soon",
    "days",
    "2",
    "2 fortnights",
    "two days",
    "2 working",
    "2days",
    "2 days 3 hours",
    "1e3 days",
  ]) {
    assert.equal(parseTerm(text).ok, false, text);
  }
});
