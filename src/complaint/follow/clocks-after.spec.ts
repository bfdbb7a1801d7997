import assert from "node:assert/strict";
import { test } from "node:test";
import { clockSchema } from "../../procedure/pure/edition/clocks.ts";
import { smallEdition } from "../../../tests/support/small-edition.ts";
import {
  at,
  did,
  given,
  hung,
  lan,
  lived,
  march,
  received,
  registered,
  registers,
  system,
  thu,
  type Lived,
} from "../../../tests/support/given.ts";

/** From the first stage to the one where the work is done. */
const toWork: Lived = [march(2, "09:05"), lan, "watch", { until: "2026-03-31", reason: "Vào việc" }];
const replies: Lived = [march(3, "10:00"), lan, "reply", { content: "Đã sửa", channel: "email" }];

function statuses(facts: ReturnType<typeof lived>, rule: string): string[] {
  const { complaint } = given(...facts);
  return (complaint?.clocks ?? []).filter((clock) => clock.rule === rule).map(({ status }) => status);
}

test("a clock is met by what happened in time, though it was written down afterwards", () => {
  const facts = lived(registers, toWork, [
    march(6, "09:00"),
    lan,
    "reply",
    { content: "Đã gọi" },
    { occurredAt: march(4, "23:59") },
  ]);
  const reply = given(...facts).clock("reply");
  assert.equal(reply.status, "met");
  assert.equal(reply.endedAt, march(4, "23:59"));
  // It had been shown as run out meanwhile, and that stays in the log.
  assert.ok(facts.some(({ type }) => type === "ClockBreached"));
});

test("a clock is late by what happened after the last day", () => {
  const facts = lived(registers, toWork, [march(5, "00:00"), lan, "reply", { content: "Đã gọi" }]);
  assert.equal(given(...facts).clock("reply").status, "late");
});

test("a clock of minutes is met at its last moment, and late a millisecond after", () => {
  const guided = lived(registers, toWork, [march(2, "10:00"), lan, "guide-customer", { steps: "?" }]);
  assert.equal(
    given(...guided)
      .now(march(2, "10:30"))
      .when("call-back", { outcome: "fixed" })
      .clock("call-back").status,
    "met",
  );
  assert.equal(
    given(...guided)
      .now("2026-03-02T03:30:00.001Z")
      .when("call-back", { outcome: "fixed" })
      .clock("call-back").status,
    "late",
  );
});

test("a promise that falls away leaves its clock void", () => {
  const then = given(...lived(registers, toWork)).when("withdraw", { reason: "Thôi" });
  assert.equal(then.clock("reply").status, "void");
  assert.equal(then.clock("law-resolve").status, "void");
});

test("when it closes, what still runs ends void, but for what outlives the end", () => {
  const facts = lived(
    registers,
    toWork,
    replies,
    [march(4, "09:00"), lan, "record-verdict", { accepts: "yes" }],
    [march(4, "09:10"), lan, "record-authority", { authority: "Sở", act: "forwarded", content: "?" }],
    [march(4, "09:20"), lan, "close", { outcome: "agreed" }],
  );
  assert.deepEqual(statuses(facts, "working"), ["met"]);
  assert.deepEqual(statuses(facts, "watching"), ["running"]);
  // 05–06/03 are 1–2; 09–11/03 are 3–5: the law's clock begins with the end.
  assert.equal(given(...facts).clock("law-report").dueOn, "2026-03-11");
  const closed = lived(registers, [
    march(2, "09:01"),
    lan,
    "record-authority",
    { authority: "Sở", act: "request", content: "?" },
  ]);
  assert.equal(
    given(...closed).complaint?.clocks.some(({ rule }) => rule === "law-report"),
    false,
  );
});

test("the complaint's own clock starts once, whatever is done again", () => {
  const facts = lived(
    registers,
    toWork,
    replies,
    [march(4, "09:00"), lan, "record-verdict", { accepts: "no" }],
    [march(4, "09:10"), lan, "start-next-round", { reason: "Chưa đồng ý" }],
    [march(5, "10:00"), lan, "reply", { content: "Lần hai", channel: "email" }],
  );
  assert.deepEqual(statuses(facts, "reply"), ["met"]);
  assert.deepEqual(statuses(facts, "law-resolve"), ["met"]);
  // A clock of the stage and of the round runs anew each time.
  assert.deepEqual(statuses(facts, "working"), ["met", "met"]);
  assert.deepEqual(statuses(facts, "waiting"), ["met", "running"]);
  assert.deepEqual(statuses(facts, "round-2"), ["met"]);
});

test("each coordination request has its own clock, and sending it back opens another", () => {
  const facts = lived(registers, toWork, [
    march(2, "10:00"),
    lan,
    "request-coordination",
    {
      requests: [
        { unit: "network", question: "?" },
        { unit: "billing", question: "?", dueOn: "2026-03-06" },
      ],
    },
  ]);
  const [network, billing] = given(...facts).complaint?.coordinations ?? [];
  const answer = { cause: "?", measure: "?", promisedRepairOn: "2026-03-09" };
  const then = given(...facts)
    .now(march(3, "09:00"))
    .by(hung)
    .when("answer-coordination", { coordinationId: network?.coordinationId, ...answer });
  assert.deepEqual(
    then.complaint.clocks.filter(({ rule }) => rule === "coordination").map(({ status, dueOn }) => [status, dueOn]),
    [
      ["met", "2026-03-03"],
      ["running", "2026-03-06"],
    ],
  );
  assert.equal(then.clock("repair").dueOn, "2026-03-09");
  const back = given(...facts, ...then.accepted())
    .now(march(3, "10:00"))
    .when("return-coordination", { coordinationId: network?.coordinationId, reason: "?" });
  const again = back.clock("coordination");
  assert.deepEqual([again.instance, again.scopeId, again.dueOn], [3, network?.coordinationId, "2026-03-04"]);
  const passed = given(...facts)
    .now(march(3, "10:00"))
    .by(thu)
    .when("pass-on-coordination", { coordinationId: billing?.coordinationId, unit: "network", reason: "?" });
  assert.deepEqual(
    passed.complaint.clocks.filter(({ rule }) => rule === "coordination").map(({ status }) => status),
    ["running", "void", "running"],
  );
});

test("a rule whose day nobody named starts no clock, unless it has a plain term", () => {
  const facts = lived(registers, toWork, [
    march(2, "10:00"),
    lan,
    "request-coordination",
    { requests: [{ unit: "network", question: "?" }] },
  ]);
  const coordinationId = given(...facts).complaint?.coordinations[0]?.coordinationId;
  const then = given(...facts)
    .now(march(2, "11:00"))
    .by(hung)
    .when("answer-coordination", { coordinationId, cause: "?", measure: "?" });
  assert.equal(
    then.complaint.clocks.some(({ rule }) => rule === "repair"),
    false,
  );
});

test("what comes back undelivered stops no clock: it runs on from where it was", () => {
  const facts = lived(registers, toWork, replies);
  const { complaint } = given(...facts);
  const of = complaint?.replies[0]?.replyId;
  assert.equal(given(...facts).clock("reply").status, "met");
  const bounced = given(...facts)
    .now(march(4, "08:00"))
    .by(system)
    .when("record-dispatch", { of, outcome: "bounced", channel: "email" });
  assert.equal(bounced.clock("reply").status, "running");
  assert.equal(bounced.clock("reply").dueOn, "2026-03-04");
  assert.equal(bounced.clock("law-resolve").status, "running");
  // Sent once more, it ends by when it left this time.
  const again = given(...facts, ...bounced.accepted())
    .now(march(5, "08:00"))
    .by(system)
    .when("record-dispatch", { of, outcome: "dispatched", channel: "email" });
  assert.equal(again.clock("reply").status, "late");
  assert.equal(again.clock("law-resolve").status, "met");
});

test("a bounce of something else, and one after the end, change nothing", () => {
  const acknowledged = did("ReceiptAcknowledged", {
    acknowledgementId: "hello-1",
    channel: "email",
    written: true,
    automatic: true,
  });
  given(...lived(registers, toWork, replies), acknowledged)
    .by(system)
    .when("record-dispatch", { of: "hello-1", outcome: "bounced" })
    .expectTypes("DispatchRecorded");
  const closed = lived(
    registers,
    toWork,
    replies,
    [march(4, "09:00"), lan, "record-verdict", { accepts: "yes" }],
    [march(4, "09:20"), lan, "close", { outcome: "agreed" }],
  );
  const of = given(...closed).complaint?.replies[0]?.replyId;
  given(...closed)
    .now(march(5, "08:00"))
    .by(system)
    .when("record-dispatch", { of, outcome: "bounced" })
    .expectTypes("DispatchRecorded");
});

test("a clock that runs again while the file is paused stands still again, and runs on when it resumes", () => {
  const early: Lived[] = [toWork, [march(2, "10:00"), lan, "pause", { reason: "waiting-for-customer" }]];
  const answered = lived(registers, ...early, replies);
  const of = given(...answered).complaint?.replies[0]?.replyId;
  const bounce: Lived = [march(3, "10:05"), system, "record-dispatch", { of, outcome: "bounced" }];
  const resume: Lived = [march(3, "11:00"), lan, "resume", { reason: "Đã có" }];
  assert.equal(given(...lived(registers, ...early, replies, bounce)).clock("reply").status, "paused");
  for (const order of [
    [bounce, resume],
    [resume, [march(3, "11:05"), system, "record-dispatch", { of, outcome: "bounced" }] as Lived],
  ]) {
    const clock = given(...lived(registers, ...early, replies, ...order)).clock("reply");
    assert.equal(clock.status, "running");
    assert.deepEqual(clock.pauses, [{ from: march(2, "10:00"), to: march(3, "11:00") }]);
  }
});

test("a clock that ended in a pause and runs again after it is counted anew without the pause", () => {
  const answered = lived(
    registers,
    toWork,
    [march(3, "11:00"), lan, "pause", { reason: "waiting-for-customer" }],
    [march(4, "15:00"), lan, "reply", { content: "Đã xử lý", channel: "email" }],
    [march(5, "10:00"), lan, "resume", { reason: "Đã có hóa đơn" }],
  );
  const ended = given(...answered);
  assert.deepEqual([ended.clock("reply").status, ended.clock("reply").dueOn], ["met", "2026-03-04"]);
  const of = ended.complaint?.replies[0]?.replyId;
  const then = given(...answered)
    .now(march(5, "14:00"))
    .by(system)
    .when("record-dispatch", { of, outcome: "bounced" });
  // Received 02/03; 03, 04 and 05/03 stood still; 06/03 is 1, Monday 09/03 is 2.
  assert.deepEqual([then.clock("reply").status, then.clock("reply").dueOn], ["running", "2026-03-09"]);
  const [moved] = then.facts("ClockMoved");
  assert.deepEqual(
    [moved?.data.rule, moved?.data.previousDueAt, moved?.data.dueAt, moved?.data.reason],
    ["reply", march(5, "00:00"), march(10, "00:00"), "bounced"],
  );
});

test("the pack may say what undoes a stop: it runs on with its old due, unless that end was before a reopening", () => {
  const edition = {
    ...smallEdition,
    clocks: smallEdition.clocks.map((clock) =>
      clock.id === "reply"
        ? { ...clock, reinstate: [{ on: "VerdictRecorded" as const, with: { accepts: "no" } }] }
        : clock,
    ),
  };
  const answered = lived(registers, toWork, replies);
  const taken = given(...answered)
    .now(march(3, "15:00"))
    .when("record-verdict", { accepts: "no" }, {}, { edition });
  assert.equal(taken.clock("reply").status, "running");
  // 03/03 is 1, 04/03 is 2: as from the beginning.
  assert.equal(taken.clock("reply").dueOn, "2026-03-04");
  const reopened = lived(
    registers,
    toWork,
    replies,
    [march(4, "09:00"), lan, "record-verdict", { accepts: "yes" }],
    [march(4, "09:20"), lan, "close", { outcome: "agreed" }],
    [march(9, "09:00"), lan, "reopen", { reason: "Lỗi trở lại" }],
    [march(9, "10:00"), lan, "reply", { content: "Đã sửa lại", channel: "email" }],
  );
  const again = given(...reopened)
    .now(march(9, "15:00"))
    .when("record-verdict", { accepts: "no" }, {}, { edition });
  assert.equal(again.clock("reply").status, "met");
});

test("a clock that begins during a pause stands still at once, if it may", () => {
  const paused = [
    ...lived(registers),
    did("ComplaintPaused", { reason: "waiting-for-customer", clocks: ["reply:complaint:1"] }, march(2, "09:30")),
  ];
  const then = given(...paused)
    .now(march(2, "10:00"))
    .when("watch", { until: "2026-03-31", reason: "Vào việc" });
  assert.equal(then.clock("working").status, "running");
});

test("a level's clock belongs to the level", () => {
  const facts = lived(
    registers,
    toWork,
    [march(2, "10:00"), lan, "answer-at-first-line", { content: "?", accepted: false }],
    [march(2, "11:00"), lan, "escalate", { reason: "?" }],
  );
  const clock = given(...facts).clock("level-2");
  assert.deepEqual([clock.scopeId, clock.startedAt, clock.dueOn], ["level-2", march(2, "11:00"), "2026-03-09"]);
  assert.deepEqual(statuses(facts, "must-escalate"), ["met"]);
});

/** The law wants regulated services acknowledged in writing; whether the service is one, sorting tells. */
const hello = {
  ...smallEdition,
  clocks: [
    ...smallEdition.clocks,
    clockSchema.parse({
      id: "hello",
      name: "Hồi âm",
      origin: "law",
      purpose: "acknowledge",
      scope: "complaint",
      start: [{ on: "ComplaintClassified", when: { fact: "regulated-service", is: true } }],
      from: "receipt",
      stop: [
        { on: "ReceiptAcknowledged", with: { written: true } },
        { on: "PaperIssued", with: { kind: ["receipt"] } },
      ],
      void: [{ on: "ComplaintAccepted" }],
      term: "2 working days",
      calendar: "national",
      owner: "owner",
      source: "spec",
    }),
  ],
};

function sortedLate(...facts: Parameters<typeof given>): string {
  const unsorted = registered({ classification: null, missing: ["kind"] });
  const then = given(unsorted, at("intake"), ...facts)
    .now(march(6, "09:00"))
    .when("classify", { kind: "fault", service: "internet" }, {}, { edition: hello });
  const { status, endedAt, startedAt } = then.clock("hello");
  assert.equal(startedAt, received);
  return `${status} ${endedAt ?? ""}`.trim();
}

test("a clock that is known late was kept, or missed, by what had happened already", () => {
  const acknowledged = (when: string, written: boolean) =>
    did("ReceiptAcknowledged", { acknowledgementId: "a", channel: "email", written, automatic: true }, when);
  assert.equal(sortedLate(), "running");
  assert.equal(sortedLate(acknowledged(march(3, "08:00"), false)), "running");
  assert.equal(sortedLate(acknowledged(march(3, "08:00"), true)), `met ${march(3, "08:00")}`);
  assert.equal(sortedLate(acknowledged(march(5, "08:00"), true)), `late ${march(5, "08:00")}`);
  const receipt = did("PaperIssued", { paperId: "p", paper: "receipt", kind: "receipt" }, march(3, "09:00"));
  assert.equal(sortedLate(receipt), `met ${march(3, "09:00")}`);
  const accepted = did("ComplaintAccepted", { noticeId: "n", channel: "email", written: true }, march(3, "10:00"));
  assert.equal(sortedLate(accepted), `void ${march(3, "10:00")}`);
});

test("days off do not count: a complaint of Thursday before Tết is due on the Monday after", () => {
  const tet = given()
    .now("2026-02-12T03:00:00.000Z")
    .when("register", { channel: "phone", kind: "fault", content: "?" });
  // 13/02 is 1; 16–20/02 are Tết; 23/02 is 2.
  assert.equal(tet.clock("reply").dueOn, "2026-02-23");
  assert.equal(tet.clock("reply").dueAt, "2026-02-23T17:00:00.000Z");
  assert.equal(received < march(3, "00:00"), true);
});

test("what happened before a pause, and is written down during it, is judged by the due without the pause", () => {
  const facts = lived(registers, toWork, [march(4, "10:00"), lan, "pause", { reason: "waiting-for-customer" }]);
  const then = given(...facts)
    .now(march(4, "11:00"))
    .when("reply", { content: "Đã gọi" }, { occurredAt: march(3, "09:00") });
  assert.equal(then.clock("reply").status, "met");
});
