import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, asked } from "../../../tests/support/facts.ts";
import { at, given, hung, person, registered } from "../../../tests/support/given.ts";

const on = { coordinationId: "ask-1", unit: "billing", reason: "Việc của Bp. Cước" };

test("the unit passes it to the one that can answer", () => {
  const then = given(registered(), at("work"), asked()).by(hung).when("pass-on-coordination", on);
  then.expectFacts(["CoordinationPassedOn", { ...on, previousUnit: "network" }]);
  assert.equal(then.complaint.coordinations[0]?.unit, "billing");
});

test("is refused to itself, to an unknown unit, and to one that takes no requests", () => {
  const before = given(registered(), at("work"), asked()).by(hung);
  before.when("pass-on-coordination", { ...on, unit: "network" }).expectRefused("same-unit", "unit");
  before.when("pass-on-coordination", { ...on, unit: "moon" }).expectRefused("unknown-unit", "unit");
  before.when("pass-on-coordination", { ...on, unit: "office" }).expectRefused("unit-does-not-coordinate", "unit");
});

test("a vulnerable customer's matter stays inside the house", () => {
  given(registered({ vulnerable: true }), at("work"), asked())
    .by(hung)
    .when("pass-on-coordination", { ...on, unit: "contractor" })
    .expectRefused("vulnerable-not-transferred", "unit");
});

test("is refused to another unit, for another request, and when it is answered", () => {
  given(registered(), at("work"), asked())
    .by(person("x", "unit-head", "office"))
    .when("pass-on-coordination", on)
    .expectRefused("not-your-role");
  given(registered(), at("work"), asked())
    .by(hung)
    .when("pass-on-coordination", { ...on, coordinationId: "ask-9" })
    .expectRefused("unknown-item", "coordinationId");
  given(registered(), at("work"), asked(), answered())
    .by(hung)
    .when("pass-on-coordination", on)
    .expectRefused("unknown-item");
});
