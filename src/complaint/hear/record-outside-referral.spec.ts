import { test } from "node:test";
import { at, document, given, registered } from "../../../tests/support/given.ts";

test("notes that the customer went outside", () => {
  given(registered(), at("answered"))
    .when("record-outside-referral", { to: "Tòa án", onDay: "2026-03-20" }, { attachments: [document()] })
    .expectFacts(["OutsideReferralRecorded", { to: "Tòa án", onDay: "2026-03-20", evidence: [document()] }]);
});

test("is refused without saying where", () => {
  given(registered(), at("answered")).when("record-outside-referral", {}).expectRefused("malformed-command", "to");
});
