import assert from "node:assert/strict";
import { test } from "node:test";
import { replied } from "../../../tests/support/facts.ts";
import { at, did, given, registered } from "../../../tests/support/given.ts";

const yes = did("VerdictRecorded", {
  verdictId: "word-1",
  accepts: "yes",
  satisfied: "yes",
  attachments: [],
  round: 1,
});

test("ends the matter where the pack's guard holds", () => {
  const then = given(registered(), at("answered"), replied(), yes).when("close", {
    outcome: "agreed",
    summary: "Hai bên thỏa thuận",
  });
  then.expectFacts(["ComplaintClosed", { outcome: "agreed", summary: "Hai bên thỏa thuận" }]);
  assert.equal(then.complaint.phase, "closed");
  assert.equal(then.complaint.stage, "closed");
});

test("is refused against the guard, and for another end", () => {
  given(registered(), at("answered"), replied()).when("close", { outcome: "agreed" }).expectRefused("guard-not-met");
  given(registered(), at("answered"), replied(), yes)
    .when("close", { outcome: "goodwill" })
    .expectRefused("not-with-this-result");
});

test("is refused while a promise is open", () => {
  const promised = replied({ promises: [{ promiseId: "word-1", text: "Thay modem", dueOn: "2026-03-05" }] });
  given(registered(), at("answered"), promised, yes).when("close", { outcome: "agreed" }).expectRefused("promise-open");
  const kept = did("PromiseFulfilled", { promiseId: "word-1" });
  given(registered(), at("answered"), promised, yes, kept).when("close", { outcome: "agreed" }).accepted();
});

test("is refused while a remedy is not done", () => {
  const agreed = did("RemedyAgreed", {
    remedyId: "pay-1",
    type: "refund",
    amount: 100_000,
    reason: "?",
    needsApproval: false,
  });
  given(registered(), at("answered"), replied(), yes, agreed)
    .when("close", { outcome: "agreed" })
    .expectRefused("remedy-open");
});

test("is refused twice", () => {
  given(registered(), at("closed"), did("ComplaintClosed", { outcome: "agreed" }))
    .when("close", { outcome: "agreed" })
    .expectRefused("complaint-ended");
});
