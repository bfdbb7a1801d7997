import assert from "node:assert/strict";
import { test } from "node:test";
import { at, document, given, registered } from "../../../tests/support/given.ts";

test("an authority forwards it: from then on a report is owed after the end", () => {
  const then = given(registered(), at("work")).when(
    "record-authority",
    { authority: "Sở Công Thương", act: "forwarded", reference: "12/SCT", content: "Đề nghị giải quyết" },
    { attachments: [document()] },
  );
  then.expectFacts([
    "AuthorityActed",
    {
      authority: "Sở Công Thương",
      act: "forwarded",
      reference: "12/SCT",
      content: "Đề nghị giải quyết",
      attachments: [document()],
    },
  ]);
  assert.equal(then.complaint.forwardedByAuthority, "Sở Công Thương");
});

test("is refused without saying what it did", () => {
  given(registered(), at("work"))
    .when("record-authority", { authority: "Sở", content: "?" })
    .expectRefused("malformed-command", "act");
});
