import assert from "node:assert/strict";
import { test } from "node:test";
import { at, given, march, registered } from "../../../tests/support/given.ts";

test("walks the customer through the steps and makes an appointment", () => {
  const then = given(registered(), at("work"))
    .now(march(2, "10:00"))
    .when("guide-customer", { steps: "Rút nguồn hai phút" });
  then.expectFacts(["CustomerGuided", { steps: "Rút nguồn hai phút", channel: "phone", appointmentId: "new-1" }]);
  assert.equal(then.clock("call-back").dueAt, march(2, "10:30"));
});

test("the time that was agreed takes the place of the term", () => {
  const then = given(registered(), at("work"))
    .now(march(2, "10:00"))
    .when("guide-customer", { steps: "Rút nguồn", callBackAt: march(2, "16:00") });
  assert.equal(then.clock("call-back").dueAt, march(2, "16:00"));
  assert.equal(then.clock("call-back").term, null);
});

test("is refused for a time that has passed", () => {
  given(registered(), at("work"))
    .now(march(2, "10:00"))
    .when("guide-customer", { steps: "Rút nguồn", callBackAt: march(2, "10:00") })
    .expectRefused("day-in-past", "callBackAt");
});
