import assert from "node:assert/strict";
import { test } from "node:test";
import { replied } from "../../../tests/support/facts.ts";
import { at, did, given, registered } from "../../../tests/support/given.ts";

const no = did("VerdictRecorded", { verdictId: "word-1", accepts: "no", satisfied: "no", attachments: [], round: 1 });

test("begins again after a reply that was not accepted", () => {
  const then = given(registered(), at("answered"), replied(), no).when("start-next-round", { reason: "Không đồng ý" });
  then.expectFacts(["RoundStarted", { round: 2, reason: "Không đồng ý" }]);
  assert.equal(then.complaint.round, 2);
  assert.equal(then.complaint.verdict, null);
  assert.equal(then.complaint.stage, "work");
});

test("is refused while the customer has not said no", () => {
  given(registered(), at("answered"), replied())
    .when("start-next-round", { reason: "?" })
    .expectRefused("guard-not-met");
});

test("is refused beyond the rounds of the procedure", () => {
  const again = { ...no, data: { ...no.data, round: 2 } } as typeof no;
  given(registered(), at("answered"), replied(), did("RoundStarted", { round: 2, reason: "?" }), again)
    .when("start-next-round", { reason: "?" })
    .expectRefused("rounds-exhausted");
});
