import { test } from "node:test";
import { at, given, registered } from "../../../tests/support/given.ts";

test("counts one try by the way in which the complaint came", () => {
  given(registered(), at("answered"))
    .when("record-contact-attempt", { reached: false })
    .expectFacts(["ContactAttempted", { attemptId: "new-1", channel: "phone", reached: false }]);
});

test("is refused without saying whether the customer was reached", () => {
  given(registered(), at("answered")).when("record-contact-attempt", {}).expectRefused("malformed-command", "reached");
});
