import assert from "node:assert/strict";
import { test } from "node:test";
import { loadVietnameseCalendar } from "../../load/calendars.ts";
import { defaultRules } from "../calendar/calendar-rules.ts";
import { compileCalendar } from "../calendar/working-calendar.ts";
import { proofOf } from "./proof.ts";
import type { ProofStep } from "./proof-step.ts";
import { wordsOf } from "./proof-words.ts";
import { parseTerm } from "./term.ts";

const calendar = compileCalendar({ national: loadVietnameseCalendar(), rules: defaultRules });

function inputOf(startedAt: string, termText: string) {
  const term = parseTerm(termText);
  assert.ok(term.ok);
  return { startedAt, term: term.term, calendar };
}

function short(step: ProofStep): string {
  const when = "on" in step ? step.on : `${step.from.slice(5, 16)}/${step.to.slice(5, 16)}`;
  return `${when} ${step.verdict} ${step.reason}`;
}

test("two working days across Tết: each day, and why", () => {
  const steps = proofOf(inputOf("2026-02-12T03:00:00.000Z", "2 working days"));
  assert.deepEqual(steps.map(short), [
    "2026-02-12 skipped start-day",
    "2026-02-13 counted working-day",
    "2026-02-14 skipped rest-day",
    "2026-02-15 skipped rest-day",
    "2026-02-16 skipped holiday",
    "2026-02-17 skipped holiday",
    "2026-02-18 skipped holiday",
    "2026-02-19 skipped holiday",
    "2026-02-20 skipped holiday",
    "2026-02-21 skipped rest-day",
    "2026-02-22 skipped rest-day",
    "2026-02-23 counted working-day",
  ]);
  assert.deepEqual(steps[5], {
    on: "2026-02-17",
    verdict: "skipped",
    reason: "holiday",
    name: "Tết Nguyên đán (mùng 1)",
    source: "12729/VPCP-KGVX; 9441/TB-BNV; 3383/BNV-CVL",
    counted: 1,
  });
});

test("calendar days: the last one counted is a day off, and the term ends with the next working day", () => {
  const steps = proofOf(inputOf("2026-02-12T03:00:00.000Z", "8 days")).map(short);
  assert.deepEqual(steps.slice(-4), [
    "2026-02-20 counted calendar-day",
    "2026-02-21 skipped rest-day",
    "2026-02-22 skipped rest-day",
    "2026-02-23 skipped rolled-to",
  ]);
});

test("working hours: spans over lunch, night and weekend, with a pause", () => {
  const pauses = [{ from: "2026-03-06T07:00:00.000Z", to: "2026-03-06T08:00:00.000Z" }];
  const steps = proofOf({ ...inputOf("2026-03-06T04:00:00.000Z", "5 working hours"), pauses });
  assert.deepEqual(steps.map(short), [
    "03-06T04:00/03-06T05:00 counted working-time",
    "03-06T05:00/03-06T06:00 skipped outside-shifts",
    "03-06T06:00/03-06T07:00 counted working-time",
    "03-06T07:00/03-06T08:00 skipped paused",
    "03-06T08:00/03-06T10:00 counted working-time",
    "03-06T10:00/03-06T17:00 skipped outside-shifts",
    "03-06T17:00/03-08T17:00 skipped rest-day",
    "03-08T17:00/03-09T01:00 skipped outside-shifts",
    "03-09T01:00/03-09T02:00 counted working-time",
  ]);
  const last = steps.at(-1);
  assert.equal(last && "to" in last ? last.countedMs : 0, 5 * 3_600_000);
});

test("elapsed hours are one span", () => {
  assert.deepEqual(proofOf(inputOf("2026-03-06T04:00:00.000Z", "24 hours")).map(short), [
    "03-06T04:00/03-07T04:00 counted elapsed-time",
  ]);
});

test("says why a day counts on which offices of the State are closed in a swap", () => {
  const own = compileCalendar({
    national: loadVietnameseCalendar(),
    rules: { ...defaultRules, swapDaysClosed: false },
  });
  const steps = proofOf({ ...inputOf("2026-08-28T03:00:00.000Z", "1 working day"), calendar: own });
  assert.deepEqual(
    steps.map((step) => ["on" in step && step.on, step.verdict, wordsOf(step).vi]),
    [
      ["2026-08-28", "skipped", "ngày xảy ra sự kiện không được tính (BLDS 2015 Đ147.2)"],
      ["2026-08-29", "skipped", "ngày nghỉ hằng tuần"],
      ["2026-08-30", "skipped", "ngày nghỉ hằng tuần"],
      [
        "2026-08-31",
        "counted",
        "ngày làm việc: cơ quan nhà nước nghỉ hoán đổi ngày này, lịch này không trừ ngày hoán đổi",
      ],
    ],
  );
});

test("a day of a year without a notice is proved as proposed", () => {
  const steps = proofOf(inputOf("2027-02-03T03:00:00.000Z", "2 working days"));
  assert.ok(steps.every(({ status }) => status === "proposed"));
  assert.equal(wordsOf(steps[0] ?? assert.fail()).en.endsWith("(proposed: no notice for the year yet)"), true);
});

test("a reason is a sentence in both languages, with the name and its source", () => {
  const step = proofOf(inputOf("2026-04-24T03:00:00.000Z", "2 working days"))[3];
  assert.deepEqual(wordsOf(step ?? assert.fail()), {
    vi: "ngày nghỉ bù: Nghỉ bù Giỗ Tổ (CN 26/4) [12729/VPCP-KGVX; 9441/TB-BNV; 3383/BNV-CVL]",
    en: "day off made up for a holiday: Nghỉ bù Giỗ Tổ (CN 26/4) [12729/VPCP-KGVX; 9441/TB-BNV; 3383/BNV-CVL]",
  });
});
