import assert from "node:assert/strict";
import { test } from "node:test";
import { did, given, lived, march, registers } from "../../../tests/support/given.ts";

const facts = lived(registers);

test("only the clocks that the pack lets stand still", () => {
  const then = given(...facts)
    .now(march(2, "11:00"))
    .when("pause", { reason: "waiting-for-customer", comment: "Chờ hóa đơn" });
  then.expectFacts([
    "ComplaintPaused",
    { reason: "waiting-for-customer", clocks: ["reply:complaint:1"], comment: "Chờ hóa đơn" },
  ]);
  assert.equal(then.clock("reply").status, "paused");
  assert.equal(then.clock("law-resolve").status, "running");
});

test("a paused clock neither warns nor runs out", () => {
  const paused = [
    ...facts,
    did("ComplaintPaused", { reason: "waiting-for-customer", clocks: ["reply:complaint:1"] }, march(2, "11:00")),
  ];
  given(...paused)
    .now(march(20, "10:00"))
    .fires()
    .expectTypes();
});

test("is refused for a reason that stops nothing, and a second time", () => {
  given(...facts)
    .when("pause", { reason: "force-majeure" })
    .expectRefused("nothing-to-pause", "reason");
  const paused = did(
    "ComplaintPaused",
    { reason: "waiting-for-customer", clocks: ["reply:complaint:1"] },
    march(2, "11:00"),
  );
  given(...facts, paused)
    .when("pause", { reason: "waiting-for-customer" })
    .expectRefused("already-paused");
});
