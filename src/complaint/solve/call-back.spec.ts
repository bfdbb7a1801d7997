import assert from "node:assert/strict";
import { test } from "node:test";
import { at, did, given, lan, lived, march, registered, registers } from "../../../tests/support/given.ts";

const guided = did("CustomerGuided", { steps: "Rút nguồn", channel: "phone", appointmentId: "visit-1" });

test("calls back as promised", () => {
  const then = given(registered(), at("work"), guided).when("call-back", { outcome: "fixed", summary: "Được rồi" });
  then.expectFacts(["CustomerCalledBack", { appointmentId: "visit-1", outcome: "fixed", summary: "Được rồi" }]);
  assert.equal(then.complaint.appointments[0]?.outcome, "fixed");
});

test("nobody answers: the promise is kept by the call, and there is a next appointment", () => {
  const facts = lived(
    registers,
    [march(2, "09:05"), lan, "watch", { until: "2026-03-09", reason: "Vào việc" }],
    [march(2, "09:10"), lan, "guide-customer", { steps: "Rút nguồn" }],
  );
  const then = given(...facts)
    .now(march(2, "09:40"))
    .when("call-back", { outcome: "no-answer" });
  then.expectTypes("CustomerCalledBack", "ClockStopped", "ClockStarted");
  const [first, second] = then.complaint.clocks.filter(({ rule }) => rule === "call-back");
  assert.equal(first?.status, "met");
  assert.equal(second?.dueAt, march(2, "10:10"));
});

test("is refused without an appointment, and for one that is over", () => {
  given(registered(), at("work")).when("call-back", { outcome: "fixed" }).expectRefused("unknown-item");
  given(registered(), at("work"), guided)
    .when("call-back", { outcome: "fixed", appointmentId: "visit-9" })
    .expectRefused("item-not-open", "appointmentId");
});
