import assert from "node:assert/strict";
import { test } from "node:test";
import { loadVietnameseCalendar } from "../procedure/load/calendars.ts";
import { defaultRules } from "../procedure/pure/calendar/calendar-rules.ts";
import { compileCalendar } from "../procedure/pure/calendar/working-calendar.ts";
import { countDue, type DueArguments } from "./count-due.ts";

const national = loadVietnameseCalendar();
const vntt = compileCalendar({ national, rules: { ...defaultRules, swappedSaturdaysWorked: true } });
const receipt = { received: "2026-08-20T10:00:00+07:00", term: "2 working days" };

function run(args: DueArguments) {
  const calendarFor = (organisation: string) => (organisation === "vntt" ? vntt : undefined);
  // Friday 21 August 2026, 16:00 in Vietnam.
  const now = "2026-08-21T09:00:00.000Z";
  return countDue(args, { calendarFor, organisations: ["vntt"], national, now });
}

test("a due and its proof are printed in Vietnamese, with weekdays", () => {
  const { exitCode, stdout, stderr } = run({ organisation: "vntt", ...receipt });
  assert.equal(exitCode, 0);
  assert.equal(stderr, "");
  assert.deepEqual(stdout.split("\n"), [
    "Nhận lúc: Thứ Năm 20/08/2026 10:00",
    "Thời hạn: 02 ngày làm việc",
    "Hạn cuối: hết ngày Thứ Bảy 22/08/2026",
    `Lịch: ${vntt.version}`,
    "",
    "Cách tính:",
    "  Thứ Năm 20/08/2026      không tính    ngày xảy ra sự kiện không được tính (BLDS 2015 Đ147.2)",
    "  Thứ Sáu 21/08/2026      tính 1        ngày làm việc",
    "  Thứ Bảy 22/08/2026      tính 2        ngày làm việc hoán đổi: Làm bù cho ngày 2026-08-31 [12729/VPCP-KGVX; 9441/TB-BNV; 3383/BNV-CVL]",
    "",
  ]);
});

test("--calendar vn does not work swapped Saturdays; --language en", () => {
  const { stdout } = run({ calendar: "vn", language: "en", ...receipt });
  assert.match(
    stdout,
    /^Received: Thursday 20\/08\/2026 10:00\nTerm: 2 working days\nDue: end of Monday 24\/08\/2026\n/,
  );
});

test("--json prints one object with the due, how far it is, and the proof", () => {
  const { stdout } = run({ calendar: "vn", json: true, ...receipt });
  const printed = JSON.parse(stdout);
  assert.equal(printed.dueOn, "2026-08-24");
  assert.equal(printed.dueAt, "2026-08-24T17:00:00.000Z");
  // One hour of Friday and eight of Monday.
  assert.deepEqual(printed.remaining, { workingMs: 9 * 3_600_000, isElapsed: false, openDays: 1 });
  assert.equal(printed.proposed, false);
  assert.deepEqual(
    printed.proof.map((step: { on: string; verdict: string; reason: string }) => [step.on, step.verdict, step.reason]),
    [
      ["2026-08-20", "skipped", "start-day"],
      ["2026-08-21", "counted", "working-day"],
      ["2026-08-22", "skipped", "rest-day"],
      ["2026-08-23", "skipped", "rest-day"],
      ["2026-08-24", "counted", "working-day"],
    ],
  );
});

test("hours are printed as the last moment, and their proof as spans", () => {
  const { stdout } = run({ calendar: "vn", received: "2026-03-03T11:00:00+07:00", term: "2 working hours" });
  assert.match(stdout, /Hạn cuối: Thứ Ba 03\/03\/2026 14:00/);
  assert.match(stdout, /Thứ Ba 03\/03\/2026 12:00 – Thứ Ba 03\/03\/2026 13:00 {2}không tính {4}ngoài giờ làm việc/);
});

test("a count in a year without a notice says that it is proposed", () => {
  const { stdout } = run({ calendar: "vn", received: "2030-03-04T10:00:00+07:00", term: "1 working day" });
  assert.match(stdout, /hạn này là dự kiến/);
});

test("what cannot be counted ends with 2 and one line that says how to mend it", () => {
  const refused: [DueArguments, string][] = [
    [{ calendar: "vn", ...receipt, term: "0 days" }, '--term "0 days" is not a term: the amount must be at least 1'],
    [
      { calendar: "vn", ...receipt, received: "2026-08-20T10:00:00" },
      '--received "2026-08-20T10:00:00" names no time zone: write it as 2026-02-12T10:00:00+07:00',
    ],
    [{ organisation: "acme", ...receipt }, '--organisation "acme" is not known: known are vntt'],
    [{ calendar: "fr", ...receipt }, '--calendar "fr" is not known: write vn'],
    [receipt, "say whose days are counted: either --organisation <name> or --calendar vn"],
    [
      { calendar: "vn", ...receipt, received: "2051-01-01T00:00:00+07:00" },
      "2051-01-01 is outside the calendar, which knows 2010-01-01 to 2050-12-31: nothing is guessed beyond; " +
        "choose an earlier or later --received or a shorter --term",
    ],
    [{ calendar: "vn", language: "fr", ...receipt }, '--language "fr" is not known: write vi or en'],
    [{ calendar: "vn", ...receipt, term: "2\ndays now" }, '--term "2 days now" is not a term: write for example'],
  ];
  for (const [args, reason] of refused) {
    const { exitCode, stdout, stderr } = run(args);
    assert.equal(exitCode, 2);
    assert.equal(stdout, "");
    assert.ok(stderr.startsWith(`hoiam due: ${reason}`), stderr);
    assert.equal(stderr.split("\n").length, 2);
  }
});
