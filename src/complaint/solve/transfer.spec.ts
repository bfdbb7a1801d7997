import assert from "node:assert/strict";
import { test } from "node:test";
import { at, given, registered } from "../../../tests/support/given.ts";

test("hands it over with what is known", () => {
  const then = given(registered(), at("work")).when(
    "transfer",
    { unit: "network", via: "email", reason: "Cần NOC" },
    { filled: { meter: 5 } },
  );
  then.expectFacts([
    "ComplaintTransferred",
    { unit: "network", previousUnit: "care", via: "email", information: { meter: 5 }, reason: "Cần NOC" },
  ]);
  assert.equal(then.complaint.unit, "network");
});

test("is refused to the same unit, to an unknown one, by another way, and with unknown fields", () => {
  const before = given(registered(), at("work"));
  before.when("transfer", { unit: "care" }).expectRefused("same-unit", "unit");
  before.when("transfer", { unit: "moon" }).expectRefused("unknown-unit", "unit");
  before.when("transfer", { unit: "network", via: "system" }).expectRefused("channel-not-allowed", "via");
  before.when("transfer", { unit: "network" }, { filled: { weight: 1 } }).expectRefused("unknown-field");
});

test("a vulnerable customer's complaint is not passed to a third party", () => {
  given(registered({ vulnerable: true }), at("work"))
    .when("transfer", { unit: "contractor" })
    .expectRefused("vulnerable-not-transferred", "unit");
});
