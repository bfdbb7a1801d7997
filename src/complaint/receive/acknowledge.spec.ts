import { test } from "node:test";
import { at, given, registered, system } from "../../../tests/support/given.ts";

test("says that it arrived, by the way in which it came", () => {
  given(registered(), at("intake"))
    .when("acknowledge")
    .expectFacts([
      "ReceiptAcknowledged",
      { acknowledgementId: "new-1", channel: "phone", written: false, automatic: false },
    ]);
});

test("an automatic one by e-mail is in writing", () => {
  given(registered(), at("intake"))
    .by(system)
    .when("acknowledge", { automatic: true, channel: "email" })
    .expectFacts([
      "ReceiptAcknowledged",
      { acknowledgementId: "new-1", channel: "email", written: true, automatic: true },
    ]);
});

test("is refused by a channel that the provider does not have", () => {
  given(registered(), at("intake")).when("acknowledge", { channel: "fax" }).expectRefused("unknown-channel", "channel");
});
