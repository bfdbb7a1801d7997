import assert from "node:assert/strict";
import { test } from "node:test";
import { at, document, given, registered } from "../../../tests/support/given.ts";

test("keeps what was done, where, and whether it mended it", () => {
  given(registered(), at("work"))
    .when("record-handling", { method: "Đổi cổng", place: "core" }, { attachments: [document("log")] })
    .expectFacts([
      "HandlingRecorded",
      { handlingId: "new-1", method: "Đổi cổng", place: "core", fixed: true, attachments: [document("log")] },
    ]);
});

test("what the pack wants filled in on site is refused without, and kept with it", () => {
  const before = given(registered(), at("work"));
  before
    .when("record-handling", { method: "Thay cáp", place: "on-site" })
    .expectRefused("field-missing", "filled.conclusion");
  const then = before.when(
    "record-handling",
    { method: "Thay cáp", place: "on-site" },
    { filled: { conclusion: "Chuột cắn" } },
  );
  then.expectTypes("FormFilled", "HandlingRecorded");
  assert.equal(then.complaint.filled["conclusion"], "Chuột cắn");
});
