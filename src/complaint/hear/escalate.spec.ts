import assert from "node:assert/strict";
import { test } from "node:test";
import { at, given, registered } from "../../../tests/support/given.ts";

test("goes to the next level; its clock is the level's own", () => {
  const then = given(registered(), at("first-line")).when("escalate", { reason: "Tuyến đầu không xong" });
  then.expectFacts(["LevelEscalated", { level: 2, reason: "Tuyến đầu không xong", byBreach: false }]);
  assert.equal(then.complaint.level, 2);
  assert.equal(then.complaint.stage, "work");
  assert.equal(then.clock("level-2").scopeId, "level-2");
});

test("is refused at the highest level", () => {
  given(registered(), at("work", { level: 2 }))
    .when("escalate", { reason: "?" })
    .expectRefused("levels-exhausted");
});
