import { test } from "node:test";
import { at, given, march, registered } from "../../../tests/support/given.ts";

test("keeps who called whom, and how it went", () => {
  given(registered(), at("work"))
    .when("log-call", { direction: "out", answered: true, number: "0912 345 678", summary: "Hẹn chiều nay" })
    .expectFacts([
      "CallLogged",
      {
        callId: "new-1",
        direction: "out",
        answered: true,
        startedAt: march(2, "10:00"),
        number: "0912 345 678",
        summary: "Hẹn chiều nay",
      },
    ]);
});

test("is refused without saying whether it was answered", () => {
  given(registered(), at("work")).when("log-call", { direction: "in" }).expectRefused("malformed-command", "answered");
});
