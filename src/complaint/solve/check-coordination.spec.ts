import assert from "node:assert/strict";
import { test } from "node:test";
import { answerAccepted, answered, asked } from "../../../tests/support/facts.ts";
import { at, did, given, registered } from "../../../tests/support/given.ts";

const promised = answered({ promisedRepairOn: "2026-03-05" });
const repaired = answerAccepted({ repairDone: true });

test("the answer is fit for the customer", () => {
  given(registered(), at("work"), asked(), answered())
    .when("accept-coordination", { coordinationId: "ask-1" })
    .expectFacts(["CoordinationAccepted", { coordinationId: "ask-1", repairDone: false }]);
});

test("called again later: the promised repair is done", () => {
  given(registered(), at("work"), asked(), promised, answerAccepted())
    .when("accept-coordination", { coordinationId: "ask-1", repairDone: true })
    .expectFacts(["CoordinationAccepted", { coordinationId: "ask-1", repairDone: true }]);
});

test("the answer goes back to the unit, with the reason", () => {
  const then = given(registered(), at("work"), asked(), answered()).when("return-coordination", {
    coordinationId: "ask-1",
    reason: "Chưa rõ nguyên nhân",
  });
  then.expectFacts(["CoordinationReturned", { coordinationId: "ask-1", reason: "Chưa rõ nguyên nhân" }]);
  assert.equal(then.complaint.coordinations[0]?.status, "returned");
});

test("accepting is closed where nothing is left to accept", () => {
  const withdrawn = did("CoordinationWithdrawn", { coordinationId: "ask-1", reason: "Không cần nữa" });
  for (const facts of [
    [asked(), promised, repaired],
    [asked(), withdrawn],
    [asked(), answered(), answerAccepted()],
  ])
    given(registered(), at("work"), ...facts)
      .when("accept-coordination", { coordinationId: "ask-1", repairDone: true })
      .expectRefused("unknown-item");
});

test("the promised repair is done once, while another answer waits", () => {
  const second = { coordinationId: "ask-2" };
  given(registered(), at("work"), asked(), promised, repaired, asked(second), answered(second))
    .when("accept-coordination", { coordinationId: "ask-1", repairDone: true })
    .expectRefused("already-done", "coordinationId");
});

test("both are refused before there is an answer, for another request, and a second time", () => {
  given(registered(), at("work"), asked())
    .when("accept-coordination", { coordinationId: "ask-1" })
    .expectRefused("unknown-item");
  given(registered(), at("work"), asked())
    .when("return-coordination", { coordinationId: "ask-1", reason: "?" })
    .expectRefused("unknown-item");
  given(registered(), at("work"), asked(), answered())
    .when("accept-coordination", { coordinationId: "ask-9" })
    .expectRefused("unknown-item", "coordinationId");
  given(registered(), at("work"), asked(), answered())
    .when("return-coordination", { coordinationId: "ask-9", reason: "?" })
    .expectRefused("unknown-item", "coordinationId");
  given(registered(), at("work"), asked(), promised, answerAccepted())
    .when("accept-coordination", { coordinationId: "ask-1" })
    .expectRefused("item-not-open", "coordinationId");
});
