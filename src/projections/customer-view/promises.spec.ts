import assert from "node:assert/strict";
import { test } from "node:test";
import type { Clock } from "../../complaint/state.ts";
import { promisedAfterReceipt, promisedDays } from "./promises.ts";

const clock = (change: Partial<Clock>): Clock => ({
  clockId: "c",
  rule: "reply",
  instance: 1,
  scope: "complaint",
  scopeId: "1",
  origin: "procedure",
  purpose: "first-reply",
  startedAt: "2026-03-02T02:00:00.000Z",
  term: "2 working days",
  calendar: "organisation",
  calendarVersion: "1",
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
  ...change,
});
const edition = {
  clocks: [
    { id: "reply", source: "S0-0.14" },
    {
      id: "law-reply",
      source: ["law: TT 05/2011/TT-BTTTT (đã đọc)", "law: NĐ 174/2026/NĐ-CP Đ63.1.c (đã đọc)", "practice: mười ngày"],
    },
  ],
};
const underWay = { phase: "under-way", round: 1, refused: null, verdict: null } as const;
const days = (clocks: Clock[], now = "2026-03-03T02:00:00.000Z") =>
  promisedDays({ ...underWay, clocks }, { edition, now }).map(({ purpose, dueOn, state }) => [purpose, dueOn, state]);

test("what says itself that the complaint has arrived does not promise it; every other term stays", () => {
  const clocks = [clock({ purpose: "acknowledge", origin: "law" }), clock({ purpose: "resolve", origin: "law" })];
  const told = promisedAfterReceipt({ ...underWay, clocks }, { edition, now: "2026-03-03T02:00:00.000Z" });
  assert.deepEqual(
    told.map(({ purpose, origin }) => [purpose, origin]),
    [["resolve", "law"]],
  );
});

test("what colleagues owe one another and what fell away is not told", () => {
  const inside = [
    clock({ origin: "internal" }),
    clock({ purpose: "coordinate" }),
    clock({ purpose: "approve", origin: "law" }),
    clock({ status: "void" }),
  ];
  assert.deepEqual(days(inside), []);
});

test("the law's day is told where the provider promised none, and one promise has one day: the earlier", () => {
  const law = { origin: "law", dueOn: "2026-03-20", dueAt: "2026-03-20T17:00:00.000Z" } as const;
  assert.deepEqual(days([clock(law), clock({})]), [["first-reply", "2026-03-04", "running"]]);
  assert.deepEqual(days([clock({ ...law, purpose: "resolve" }), clock({})]), [
    ["first-reply", "2026-03-04", "running"],
    ["resolve", "2026-03-20", "running"],
  ]);
  const later = { dueOn: "2026-03-05", dueAt: "2026-03-05T17:00:00.000Z" };
  assert.deepEqual(days([clock(later), clock({})]), [["first-reply", "2026-03-04", "running"]]);
});

test("kept, late and overdue are told apart at the very instant", () => {
  assert.deepEqual(days([clock({})], "2026-03-04T16:59:59.999Z"), [["first-reply", "2026-03-04", "running"]]);
  assert.deepEqual(days([clock({})], "2026-03-04T17:00:00.000Z"), [["first-reply", "2026-03-04", "overdue"]]);
  assert.deepEqual(days([clock({ inclusive: true })], "2026-03-04T17:00:00.000Z"), [
    ["first-reply", "2026-03-04", "running"],
  ]);
  assert.deepEqual(days([clock({ status: "met" })]), [["first-reply", "2026-03-04", "kept"]]);
  assert.deepEqual(days([clock({ status: "late" })]), [["first-reply", "2026-03-04", "late"]]);
});

test("a second handling that is counted from receipt too is a promise of its own, beside what the first one kept", () => {
  const first = {
    purpose: "resolve",
    dueOn: "2026-03-24",
    dueAt: "2026-03-24T17:00:00.000Z",
    status: "met",
    endedAt: "2026-03-13T03:00:00.000Z",
  } as const;
  const law = {
    ...first,
    rule: "law-resolve",
    origin: "law",
    dueOn: "2026-03-30",
    dueAt: "2026-03-30T17:00:00.000Z",
  } as const;
  const second = clock({
    purpose: "resolve",
    scope: "round",
    scopeId: "round-2",
    dueOn: "2026-03-24",
    dueAt: "2026-03-24T17:00:00.000Z",
  });
  const rounds = (clocks: Clock[]) =>
    promisedDays({ ...underWay, round: 2, clocks }, { edition, now: "2026-03-20T02:00:00.000Z" }).map(
      ({ round, dueOn, state }) => [round, dueOn, state],
    );
  assert.deepEqual(rounds([clock(first), clock(law), second]), [
    [1, "2026-03-24", "kept"],
    [2, "2026-03-24", "running"],
  ]);
  const answeredLate = { status: "late", endedAt: "2026-03-25T03:00:00.000Z" } as const;
  assert.deepEqual(rounds([clock(first), clock(law), { ...second, ...answeredLate }]), [
    [1, "2026-03-24", "kept"],
    [2, "2026-03-24", "late"],
  ]);
});

const answered = clock({
  purpose: "resolve",
  dueOn: "2026-03-30",
  dueAt: "2026-03-30T17:00:00.000Z",
  status: "met",
  endedAt: "2026-03-16T03:00:00.000Z",
});
const told = (change: Partial<Parameters<typeof promisedDays>[0]>, clocks = [answered]) =>
  promisedDays({ ...underWay, clocks, ...change }, { edition, now: "2026-03-20T02:00:00.000Z" }).map(
    ({ purpose, dueOn, state }) => [purpose, dueOn, state],
  );

test("an answer is told as settled only once the customer is content with it", () => {
  const verdict = { round: 1, accepts: "yes", satisfied: "not-asked", at: "2026-03-17T03:00:00.000Z" } as const;
  const result = [["result", "2026-03-30", "kept"]];
  const settled = [["resolve", "2026-03-30", "kept"]];
  assert.deepEqual(told({ phase: "answered" }), result);
  assert.deepEqual(told({ phase: "answered", verdict: { ...verdict, accepts: "no" } }), result);
  assert.deepEqual(told({ phase: "answered", verdict: { ...verdict, satisfied: "no" } }), result);
  assert.deepEqual(told({ phase: "answered", verdict }), settled);
  assert.deepEqual(told({ phase: "closed", outcome: "satisfied", verdict }), settled);
  assert.deepEqual(told({ phase: "closed", outcome: "outside" }), result);
  // Closed, and taken up again: what was accepted then did not last.
  assert.deepEqual(told({ phase: "under-way", verdict }), result);
});

test("a refusal is told with the refusal's own day, and as nothing that was settled", () => {
  const refused = { noticeId: "n", at: "2026-03-16T03:00:00.000Z", reason: "late", round: 1 };
  const refuse = clock({ purpose: "refuse", origin: "law", dueOn: "2026-03-09", dueAt: "2026-03-09T17:00:00.000Z" });
  const given = { ...refuse, status: "late", endedAt: refused.at } as const;
  assert.deepEqual(told({ refused }, [answered, given]), [["refuse", "2026-03-09", "late"]]);
  // Nobody is told of a refusal before it is given.
  const waits = clock({ purpose: "resolve", dueOn: "2026-03-30", dueAt: "2026-03-30T17:00:00.000Z" });
  assert.deepEqual(told({}, [refuse, waits]), [["resolve", "2026-03-30", "running"]]);
  // What was taken up and is refused in the second handling has no such day.
  assert.deepEqual(told({ refused, round: 2 }, [answered]), [["result", "2026-03-30", "kept"]]);
});

test("the day that ends first is the one to keep, be it the law's; the law's is told as the law's, by its name", () => {
  const law = clock({ rule: "law-reply", origin: "law", dueOn: "2026-03-03", dueAt: "2026-03-03T17:00:00.000Z" });
  const whose = (clocks: Clock[]) =>
    promisedDays({ ...underWay, clocks }, { edition, now: "2026-03-03T02:00:00.000Z" }).map(
      ({ dueOn, state, origin, laws }) => [dueOn, state, origin, laws],
    );
  const byLaw = ["law", ["TT 05/2011/TT-BTTTT", "NĐ 174/2026/NĐ-CP Đ63.1.c"]];
  assert.deepEqual(whose([clock({}), law]), [["2026-03-03", "running", ...byLaw]]);
  // On the same day it is the provider's own word.
  assert.deepEqual(whose([{ ...law, dueOn: "2026-03-04", dueAt: "2026-03-04T17:00:00.000Z" }, clock({})]), [
    ["2026-03-04", "running", "procedure", []],
  ]);
  // An answer on the telephone kept the promise; the law's day wants it in writing and still runs.
  const said = clock({ status: "met", endedAt: "2026-03-03T01:00:00.000Z" });
  assert.deepEqual(whose([said, law]), [
    ["2026-03-03", "running", ...byLaw],
    ["2026-03-04", "kept", "procedure", []],
  ]);
});
