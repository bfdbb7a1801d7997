import assert from "node:assert/strict";
import { test } from "node:test";
import { at, did, director, given, march, registered } from "../../../tests/support/given.ts";

const closed = did("ComplaintClosed", { outcome: "agreed" }, march(10, "10:00"));

test("puts the closed file away", () => {
  const then = given(registered(), closed, at("closed"))
    .now(march(11, "09:00"))
    .when("archive", { place: "Tủ 3", keepUntil: "2028-03-11" });
  then.expectFacts(["ComplaintArchived", { place: "Tủ 3", keepUntil: "2028-03-11" }]);
  assert.equal(then.complaint.phase, "archived");
});

test("is refused while it is open, and a second time", () => {
  given(registered(), at("work")).by(director).when("archive").expectRefused("complaint-open");
  const archived = did("ComplaintArchived", {}, march(11, "10:00"));
  given(registered(), closed, at("closed"), archived, at("archived"))
    .now(march(12, "09:00"))
    .when("archive")
    .expectRefused("already-done");
});
