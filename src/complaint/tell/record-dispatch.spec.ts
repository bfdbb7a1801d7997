import { test } from "node:test";
import { at, given, registered, system } from "../../../tests/support/given.ts";

test("keeps what became of what left", () => {
  given(registered(), at("work"))
    .by(system)
    .when("record-dispatch", { of: "reply-1", outcome: "bounced", channel: "email", detail: "550 no such user" })
    .expectFacts([
      "DispatchRecorded",
      { of: "reply-1", outcome: "bounced", channel: "email", detail: "550 no such user" },
    ]);
});

test("is refused without an outcome", () => {
  given(registered(), at("work"))
    .when("record-dispatch", { of: "reply-1" })
    .expectRefused("malformed-command", "outcome");
});
