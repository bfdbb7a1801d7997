import assert from "node:assert/strict";
import { test } from "node:test";
import { at, did, given, registered } from "../../../tests/support/given.ts";

const linked = did("ComplaintLinked", { linkId: "link-1", to: "KN-0009", as: "duplicate" });

test("takes a link back, with the reason", () => {
  const then = given(registered(), at("work"), linked).when("unlink", { linkId: "link-1", reason: "Không phải trùng" });
  then.expectFacts(["ComplaintUnlinked", { linkId: "link-1", reason: "Không phải trùng" }]);
  assert.deepEqual(then.complaint.links, []);
});

test("is refused where there is no link at all, and for one that is not there", () => {
  given(registered(), at("work")).when("unlink", { linkId: "link-1", reason: "?" }).expectRefused("unknown-item");
  given(registered(), at("work"), linked)
    .when("unlink", { linkId: "link-2", reason: "?" })
    .expectRefused("unknown-item", "linkId");
});
