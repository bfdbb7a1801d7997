import assert from "node:assert/strict";
import { test } from "node:test";
import { given, lan, lived, march, registers } from "../../../tests/support/given.ts";

const paused = lived(registers, [march(3, "11:00"), lan, "pause", { reason: "waiting-for-customer" }]);

test("days touched by the pause do not count", () => {
  const then = given(...paused)
    .now(march(4, "15:00"))
    .when("resume", { reason: "Đã có hóa đơn" });
  // Received 02/03; 03 and 04/03 stood still; 05/03 is 1, 06/03 is 2.
  assert.equal(then.clock("reply").dueOn, "2026-03-06");
  assert.equal(then.clock("reply").status, "running");
  assert.deepEqual(then.clock("reply").pauses, [{ from: march(3, "11:00"), to: march(4, "15:00") }]);
  const [resumed] = then.facts("ComplaintResumed");
  assert.equal(resumed?.data.clocks[0]?.previousDueAt, march(5, "00:00"));
});

test("what was answered meanwhile is in time by the due without the pause", () => {
  const work = lived(
    registers,
    [march(2, "09:05"), lan, "watch", { until: "2026-03-20", reason: "Vào việc" }],
    [march(3, "11:00"), lan, "pause", { reason: "waiting-for-customer" }],
  );
  const then = given(...work)
    .now(march(12, "09:00"))
    .when("reply", { content: "Xong" });
  assert.equal(then.clock("reply").status, "met");
});

test("is refused where nothing is paused, and before the pause began", () => {
  given(...lived(registers))
    .when("resume", { reason: "?" })
    .expectRefused("not-paused");
  given(...paused)
    .now(march(4, "15:00"))
    .when("resume", { reason: "?" }, { occurredAt: march(3, "10:00") })
    .expectRefused("not-paused", "occurredAt");
});
