import { test } from "node:test";
import { at, given, registered } from "../../../tests/support/given.ts";

test("tells the customer where else to turn", () => {
  given(registered(), at("answered"))
    .when("inform-of-outside-remedies", { remedies: ["Sở Công Thương", "Tòa án"], channel: "email" })
    .expectFacts(["OutsideRemediesTold", { channel: "email", remedies: ["Sở Công Thương", "Tòa án"] }]);
});

test("is refused without naming one, and by an unknown channel", () => {
  given(registered(), at("answered"))
    .when("inform-of-outside-remedies", { remedies: [] })
    .expectRefused("malformed-command", "remedies");
  given(registered(), at("answered"))
    .when("inform-of-outside-remedies", { remedies: ["Tòa án"], channel: "fax" })
    .expectRefused("unknown-channel", "channel");
});
