import assert from "node:assert/strict";
import { test } from "node:test";
import { smallEdition } from "../../../tests/support/small-edition.ts";
import { given, lan, lived, march, registers, system, type Lived } from "../../../tests/support/given.ts";
import { fireDue, nextFiringAt } from "./fire.ts";

const toWork: Lived = [march(2, "09:05"), lan, "watch", { until: "2026-03-31", reason: "Vào việc" }];

test("nothing fires before its time", () => {
  // Warned four working hours before the end of 04/03.
  given(...lived(registers))
    .now("2026-03-04T04:59:59.999Z")
    .fires()
    .expectTypes();
});

test("a warning fires at its instant, and a breach when the last day is over", () => {
  const warned = given(...lived(registers))
    .now(march(4, "12:00"))
    .by(system)
    .fires();
  warned.expectTypes("ClockWarned");
  const facts = [...lived(registers), ...warned.accepted()];
  given(...facts)
    .now(march(4, "23:59"))
    .fires()
    .expectTypes();
  const then = given(...facts)
    .now(march(5, "00:00"))
    .by(system)
    .fires();
  then.expectTypes("ClockBreached", "ComplaintMarked");
  assert.equal(then.clock("reply").breachedAt, march(5, "00:00"));
  assert.deepEqual(then.complaint.marks, ["priority"]);
});

test("a mark that is there is not set again by a breach", () => {
  const facts = lived(registers, [march(2, "09:05"), lan, "mark", { mark: "priority", reason: "Khách hàng lớn" }]);
  given(...facts)
    .now(march(5, "00:00"))
    .fires()
    .expectTypes("ClockWarned", "ClockBreached");
});

test("a second look finds nothing", () => {
  const facts = lived(registers);
  const fired = given(...facts)
    .now(march(9, "08:00"))
    .fires()
    .accepted();
  assert.equal(fired.length, 3);
  given(...facts, ...fired)
    .now(march(9, "08:00"))
    .fires()
    .expectTypes();
});

test("after standing still for weeks everything fires, in the order in which it fell due", () => {
  const facts = lived(registers, toWork, [march(2, "10:00"), lan, "guide-customer", { steps: "?" }]);
  const fired = given(...facts)
    .now(march(31, "10:00"))
    .fires()
    .accepted();
  const rules = fired.flatMap((event) =>
    event.type === "ClockBreached" || event.type === "ClockWarned" ? [`${event.type} ${event.data.rule}`] : [],
  );
  assert.deepEqual(rules, [
    "ClockBreached call-back",
    "ClockWarned reply",
    "ClockBreached reply",
    "ClockBreached working",
    "ClockBreached law-resolve",
  ]);
  const instants = fired.map(({ occurredAt }) => occurredAt);
  assert.deepEqual(instants, instants.toSorted());
});

test("a breach that escalates takes it to the next level by itself, and its own clock stays late", () => {
  const facts = lived(registers, toWork, [
    march(2, "15:00"),
    lan,
    "answer-at-first-line",
    { content: "?", accepted: false },
  ]);
  // 15:00–17:00 and 08:00–10:00.
  assert.equal(given(...facts).clock("must-escalate").dueAt, march(3, "10:00"));
  const then = given(...facts)
    .now(march(3, "10:01"))
    .by(system)
    .fires();
  then.expectTypes("ClockBreached", "LevelEscalated", "ClockStopped", "ClockStarted", "StageEntered", "ClockStarted");
  assert.equal(then.complaint.level, 2);
  assert.equal(then.complaint.stage, "work");
  assert.equal(then.clock("must-escalate").status, "late");
});

test("there is no level above the highest", () => {
  const facts = lived(registers, toWork, [
    march(2, "15:00"),
    lan,
    "answer-at-first-line",
    { content: "?", accepted: false },
  ]);
  const { complaint } = given(...facts);
  assert.ok(complaint);
  const oneLevel = { ...smallEdition, levels: 1 };
  const fired = fireDue(complaint, given().now(march(3, "10:01")).by(system).context({ edition: oneLevel }));
  assert.deepEqual(
    fired.map(({ type }) => type),
    ["ClockBreached"],
  );
});

test("what was extended may warn and run out anew", () => {
  const facts = lived(registers);
  const fired = given(...facts)
    .now(march(5, "00:00"))
    .fires()
    .accepted();
  const breached = [...facts, ...fired];
  const director = { kind: "person" as const, personId: "d", roles: [{ role: "approver" as const, unit: "office" }] };
  const extended = given(...breached)
    .now(march(5, "08:00"))
    .by(director)
    .when("extend", { clockId: "reply:complaint:1", by: "2026-03-10", reason: "?" });
  assert.equal(extended.clock("reply").breachedAt, null);
  // Written down when they happened: what is warned already is seen from then.
  const then = given(...breached, ...extended.accepted()).now(march(5, "08:00"));
  assert.ok(then.complaint);
  assert.equal(nextFiringAt(then.complaint), march(10, "12:00"));
});

test("the next time at which anything fires is known beforehand", () => {
  const { complaint } = given(...lived(registers));
  assert.ok(complaint);
  assert.equal(nextFiringAt(complaint), march(4, "12:00"));
});
