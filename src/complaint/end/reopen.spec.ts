import assert from "node:assert/strict";
import { test } from "node:test";
import { at, did, director, given, march, registered } from "../../../tests/support/given.ts";
import { smallEdition } from "../../../tests/support/small-edition.ts";

const closed = did("ComplaintClosed", { outcome: "agreed" }, march(10, "10:00"));

test("leads where the pack's way for such a complaint says, else where all others go", () => {
  const { reopening } = smallEdition;
  const answered: typeof reopening = {
    ...reopening,
    ways: [{ when: { fact: "level", atLeast: 2 }, leadsTo: "answered", source: "?" }],
  };
  const edition = { ...smallEdition, reopening: answered };
  const stageAt = (level: number) =>
    given(registered(), at("closed", { level }), did("ComplaintClosed", { outcome: "agreed" })).when(
      "reopen",
      { reason: "Lỗi trở lại" },
      {},
      { edition },
    ).complaint.stage;
  assert.equal(stageAt(1), "work");
  assert.equal(stageAt(2), "answered");
});

test("takes it up again under its number", () => {
  const then = given(registered(), closed, at("closed"))
    .now(march(20, "09:00"))
    .when("reopen", { reason: "Lại rớt mạng" });
  then.expectFacts(["ComplaintReopened", { reason: "Lại rớt mạng" }]);
  assert.equal(then.complaint.phase, "under-way");
  assert.equal(then.complaint.stage, "work");
  assert.equal(then.complaint.number, "KN-0001");
});

test("an archived one too, as long as the edition allows: thirty days after the end", () => {
  const archived = did("ComplaintArchived", {}, march(11, "10:00"));
  // 10/03 + 30 days is 09/04.
  const before = given(registered(), closed, at("closed"), archived, at("archived"));
  before.now("2026-04-09T16:59:00.000Z").when("reopen", { reason: "Lại rớt" }).accepted();
  before.now("2026-04-09T17:00:00.000Z").when("reopen", { reason: "Lại rớt" }).expectRefused("reopening-too-late");
});

test("is refused while it is open, and where the edition does not reopen", () => {
  given(registered(), at("work")).by(director).when("reopen", { reason: "?" }).expectRefused("complaint-open");
  const never = { ...smallEdition, reopening: { ...smallEdition.reopening, allowed: false } };
  given(registered(), closed, at("closed"))
    .now(march(20, "09:00"))
    .when("reopen", { reason: "?" }, {}, { edition: never })
    .expectRefused("reopening-not-allowed");
});
