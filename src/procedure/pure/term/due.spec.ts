import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultRules, type CalendarRules } from "../calendar/calendar-rules.ts";
import { CalendarRangeError, compileCalendar } from "../calendar/working-calendar.ts";
import { loadVietnameseCalendar } from "../../load/calendars.ts";
import { parseInstant } from "../instant.ts";
import { dueOf, type Due } from "./due.ts";
import { parseTerm } from "./term.ts";

const national = loadVietnameseCalendar();

/** Every instant and day below was worked out by hand on a printed calendar; `received` is local time in Vietnam. */
function due(
  received: string,
  termText: string,
  rules: Partial<CalendarRules> = {},
  pauses: [string, string][] = [],
): Due {
  const term = parseTerm(termText);
  assert.ok(term.ok);
  return dueOf({
    startedAt: at(received),
    term: term.term,
    calendar: compileCalendar({ national, rules: { ...defaultRules, ...rules } }),
    pauses: pauses.map(([from, to]) => ({ from: at(from), to: at(to) })),
  });
}

function at(local: string): string {
  const parsed = parseInstant(`${local}+07:00`);
  assert.ok(parsed.ok);
  return parsed.instant;
}

function dueOn(...input: Parameters<typeof due>): string {
  return due(...input).dueOn;
}

/** The due instant as local wall time. */
function dueAt(...input: Parameters<typeof due>): string {
  const { dueAt: instant } = due(...input);
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 16);
}

const swapped = { swappedSaturdaysWorked: true };
const sixDays = { week: [1, 2, 3, 4, 5, 6] } as const;

test("a due of days ends at the midnight after its last day, which is not included", () => {
  assert.deepEqual(due("2026-02-12T10:00", "2 working days"), {
    dueOn: "2026-02-23",
    dueAt: "2026-02-23T17:00:00.000Z",
    inclusive: false,
  });
});

test("a due of hours is the moment itself, included", () => {
  assert.deepEqual(due("2026-03-06T16:30", "24 hours"), {
    dueOn: "2026-03-07",
    dueAt: "2026-03-07T09:30:00.000Z",
    inclusive: true,
  });
});

test("working days across Tết 2026 (16–20/2)", () => {
  assert.equal(dueOn("2026-02-12T10:00", "20 working days"), "2026-03-19");
  assert.equal(dueOn("2026-02-13T16:59", "1 working day"), "2026-02-23");
});

test("working days across Tết 2024, whose Saturday and Sunday are made up on 13 and 14/2", () => {
  assert.equal(dueOn("2024-02-07T09:00", "2 working days"), "2024-02-16");
});

test("working days across 30/4 and 1/5", () => {
  // 27/4/2026 makes up for Giỗ Tổ on Sunday 26/4.
  assert.equal(dueOn("2026-04-24T10:00", "2 working days"), "2026-04-29");
  assert.equal(dueOn("2026-04-29T10:00", "1 working day"), "2026-05-04");
  // 2023: Sat 29/4, Sun 30/4, Mon 1/5, with 2 and 3/5 made up.
  assert.equal(dueOn("2023-04-28T10:00", "1 working day"), "2023-05-04");
  assert.equal(dueOn("2022-04-29T10:00", "5 working days"), "2022-05-10");
});

test("working days across 2/9", () => {
  assert.equal(dueOn("2026-08-28T08:00", "1 working day"), "2026-09-03");
  assert.equal(dueOn("2023-08-31T08:00", "2 working days"), "2023-09-06");
  assert.equal(dueOn("2021-09-01T08:00", "1 working day"), "2021-09-06");
  assert.equal(dueOn("2018-08-31T08:00", "1 working day"), "2018-09-04");
});

test("24/11 is a day off from 2026 on, not in 2025", () => {
  assert.equal(dueOn("2026-11-23T08:00", "1 working day"), "2026-11-25");
  assert.equal(dueOn("2025-11-21T08:00", "1 working day"), "2025-11-24");
});

test("24/11 on a Sunday is not made up: Đ111.3 does not reach it", () => {
  assert.equal(dueOn("2030-11-22T08:00", "1 working day"), "2030-11-25");
});

test("a swapped Saturday counts only where the organisation says so", () => {
  assert.equal(dueOn("2026-08-20T10:00", "2 working days", swapped), "2026-08-22");
  assert.equal(dueOn("2026-08-20T10:00", "2 working days"), "2026-08-24");
  assert.equal(dueOn("2026-01-09T10:00", "1 working day", swapped), "2026-01-10");
  assert.equal(dueOn("2019-05-03T10:00", "2 working days", swapped), "2019-05-06");
});

test("a swap day off is open for who does not follow the swap", () => {
  assert.equal(dueOn("2025-04-29T10:00", "1 working day"), "2025-05-05");
  assert.equal(dueOn("2025-04-29T10:00", "1 working day", { swapDaysClosed: false }), "2025-05-02");
});

test("a day made up is open under a text that excepts weekends and holidays only", () => {
  assert.equal(dueOn("2026-04-24T10:00", "1 working day", { makeUpDaysClosed: false }), "2026-04-27");
});

test("who works Saturdays rests on a Saturday holiday and gets no day made up for it", () => {
  // 10/2/2024 (Sat) is Tết; only Sunday 11/2 is made up, on Tuesday 13/2.
  assert.equal(dueOn("2024-02-07T09:00", "1 working day", sixDays), "2024-02-14");
  assert.equal(dueOn("2022-04-29T09:00", "1 working day", sixDays), "2022-05-03");
});

test("received on a holiday: the next open day is the first", () => {
  assert.equal(dueOn("2026-02-17T09:00", "1 working day"), "2026-02-23");
  assert.equal(dueOn("2026-02-21T09:00", "2 working days"), "2026-02-24");
});

test("23:59 and 00:00 in Vietnam are two days, whatever the day in UTC", () => {
  assert.equal(dueOn("2026-03-03T23:59", "1 working day"), "2026-03-04");
  assert.equal(dueOn("2026-03-04T00:00", "1 working day"), "2026-03-05");
  assert.equal(dueOn("2026-03-04T06:59", "1 working day"), "2026-03-05");
});

test("calendar days run through Tết, and a last day off moves to the next open day", () => {
  assert.equal(dueOn("2026-01-30T10:00", "20 days"), "2026-02-23");
  assert.equal(dueOn("2026-01-30T10:00", "20 days", { rollLastDay: false }), "2026-02-19");
  assert.equal(dueOn("2026-03-02T10:00", "20 days"), "2026-03-23");
});

test("weeks end on the same weekday", () => {
  assert.equal(dueOn("2026-03-04T10:00", "1 week"), "2026-03-11");
  assert.equal(dueOn("2026-02-10T10:00", "1 week"), "2026-02-23");
});

test("months end on the corresponding day, or the last of a month without one", () => {
  assert.equal(dueOn("2026-03-16T10:00", "1 month"), "2026-04-16");
  assert.equal(dueOn("2025-12-31T10:00", "3 months"), "2026-03-31");
  assert.equal(dueOn("2026-03-31T10:00", "1 month", { rollLastDay: false }), "2026-04-30");
  assert.equal(dueOn("2026-03-31T10:00", "1 month"), "2026-05-04");
  // 28/2/2026 is a Saturday.
  assert.equal(dueOn("2025-11-30T10:00", "3 months"), "2026-03-02");
  assert.equal(dueOn("2025-08-31T10:00", "13 months"), "2026-09-30");
});

test("a leap day is a corresponding day where it exists", () => {
  assert.equal(dueOn("2024-01-31T10:00", "1 month"), "2024-02-29");
  assert.equal(dueOn("2024-02-29T10:00", "12 months"), "2025-02-28");
  assert.equal(dueOn("2023-11-29T10:00", "3 months"), "2024-02-29");
});

test("elapsed time runs through nights, weekends and Tết and never rolls", () => {
  assert.equal(dueAt("2026-02-13T16:45", "30 minutes"), "2026-02-13T17:15");
  assert.equal(dueAt("2026-02-14T10:00", "48 hours"), "2026-02-16T10:00");
  assert.equal(dueAt("2026-12-31T23:50", "30 minutes"), "2027-01-01T00:20");
});

test("working hours run inside the shifts only", () => {
  assert.equal(dueAt("2026-03-03T11:00", "2 working hours"), "2026-03-03T14:00");
  assert.equal(dueAt("2026-03-03T08:00", "4 working hours"), "2026-03-03T12:00");
  assert.equal(dueAt("2026-03-03T12:30", "1 working hour"), "2026-03-03T14:00");
  assert.equal(dueAt("2026-03-03T16:00", "8 working hours"), "2026-03-04T16:00");
  assert.equal(dueAt("2026-03-06T16:30", "60 working minutes"), "2026-03-09T08:30");
  assert.equal(dueAt("2026-03-07T10:00", "8 working hours"), "2026-03-09T17:00");
  assert.equal(dueAt("2026-02-13T16:00", "8 working hours"), "2026-02-23T16:00");
  assert.equal(dueAt("2026-03-03T20:00", "30 working minutes"), "2026-03-04T08:30");
});

test("shifts may differ by weekday, and run round the clock", () => {
  const mornings: Partial<CalendarRules> = { ...sixDays, shiftsOn: { 6: [{ from: "08:00", to: "12:00" }] } };
  assert.equal(dueAt("2026-03-06T16:00", "6 working hours", mornings), "2026-03-09T09:00");
  const always: Partial<CalendarRules> = {
    week: [1, 2, 3, 4, 5, 6, 7],
    shifts: [{ from: "00:00", to: "24:00" }],
    holidaysClosed: false,
    swapDaysClosed: false,
  };
  assert.equal(dueAt("2026-02-16T22:00", "24 working hours", always), "2026-02-17T22:00");
});

test("an organisation may count the day of an early receipt", () => {
  const early: Partial<CalendarRules> = { firstDay: { count: "same-day-before", before: "12:00" } };
  assert.equal(dueOn("2026-03-03T11:59", "2 working days", early), "2026-03-04");
  assert.equal(dueOn("2026-03-03T12:00", "2 working days", early), "2026-03-05");
  assert.equal(dueOn("2026-03-07T09:00", "1 working day", early), "2026-03-09");
  assert.equal(dueOn("2026-03-02T09:00", "1 month", early), "2026-04-01");
  assert.equal(dueOn("2026-03-02T09:00", "5 days", early), "2026-03-06");
});

test("an organisation's closures and openings win over the nation's days", () => {
  const closures = [{ date: "2026-03-04", reason: "Kỷ niệm ngày thành lập" }];
  assert.equal(dueOn("2026-03-03T10:00", "1 working day", { closures }), "2026-03-05");
  const openings = [{ date: "2026-02-16", reason: "Trực Tết" }];
  assert.equal(dueOn("2026-02-13T10:00", "1 working day", { openings }), "2026-02-16");
});

test("a pause stops hours for as long as it lasts", () => {
  assert.equal(
    dueAt("2026-03-03T08:00", "24 hours", {}, [["2026-03-03T10:00", "2026-03-03T13:30"]]),
    "2026-03-04T11:30",
  );
  assert.equal(
    dueAt("2026-03-03T08:00", "4 working hours", {}, [["2026-03-03T11:00", "2026-03-03T14:00"]]),
    "2026-03-03T15:00",
  );
});

test("a working day paused for any part does not count", () => {
  assert.equal(
    dueOn("2026-03-02T08:00", "2 working days", {}, [["2026-03-03T10:00", "2026-03-03T10:05"]]),
    "2026-03-05",
  );
  assert.equal(
    dueOn("2026-03-02T08:00", "2 working days", {}, [["2026-03-06T10:00", "2026-03-09T10:00"]]),
    "2026-03-04",
  );
  // Overlapping pauses are one; a pause to midnight leaves the next day whole.
  assert.equal(
    dueOn("2026-03-02T08:00", "2 working days", {}, [
      ["2026-03-03T10:00", "2026-03-04T00:00"],
      ["2026-03-03T12:00", "2026-03-03T15:00"],
    ]),
    "2026-03-05",
  );
});

test("calendar days and months grow by the days paused, then move off a day off", () => {
  assert.equal(dueOn("2026-03-02T08:00", "10 days", {}, [["2026-03-04T10:00", "2026-03-05T10:00"]]), "2026-03-16");
  assert.equal(dueOn("2026-03-02T08:00", "1 month", {}, [["2026-03-09T10:00", "2026-03-09T11:00"]]), "2026-04-03");
});

test("starts that lead to the same cut month are lengthened alike, so that the later is never due earlier", () => {
  const asItFalls = { rollLastDay: false };
  const pauses: [string, string][] = [["2026-03-31T14:00", "2026-03-31T15:00"]];
  assert.equal(dueOn("2026-03-30T09:00", "1 month", asItFalls, pauses), "2026-05-01");
  assert.equal(dueOn("2026-03-31T09:00", "1 month", asItFalls, pauses), "2026-05-01");
});

test("nothing is counted outside the calendar's years", () => {
  assert.throws(() => due("2009-12-31T10:00", "1 day"), CalendarRangeError);
  assert.throws(() => due("2050-12-30T10:00", "2 working days"), CalendarRangeError);
  assert.throws(() => due("2050-12-30T10:00", "10000 working hours"), CalendarRangeError);
  assert.throws(() => due("2050-12-30T10:00", "120 months"), CalendarRangeError);
  assert.throws(() => due("2051-01-01T10:00", "1 hour"), CalendarRangeError);
});
