import assert from "node:assert/strict";
import { test } from "node:test";
import { at, customer, did, given, registered } from "../../../tests/support/given.ts";

test("the customer takes it back; the file stays open until it is closed", () => {
  const then = given(registered(), at("work")).by(customer).when("withdraw", { reason: "Đã tự xử lý" });
  then.expectFacts(["ComplaintWithdrawn", { reason: "Đã tự xử lý", channel: "phone", attachments: [] }]);
  assert.equal(then.complaint.phase, "under-way");
});

test("is refused a second time", () => {
  given(registered(), at("work"), did("ComplaintWithdrawn", { reason: "Thôi", channel: "phone", attachments: [] }))
    .by(customer)
    .when("withdraw", { reason: "Thôi" })
    .expectRefused("already-done");
});
