import { test } from "node:test";
import { at, given, march, registered } from "../../../tests/support/given.ts";

test("invites to a meeting; its day is the day in Vietnam", () => {
  given(registered(), at("work"))
    .now(march(2, "10:00"))
    .when("invite", { meetingAt: march(5, "00:30"), place: "Trụ sở", channel: "email" })
    .expectFacts([
      "CustomerInvited",
      {
        meetingId: "new-1",
        meetingAt: "2026-03-04T17:30:00.000Z",
        meetingOn: "2026-03-05",
        place: "Trụ sở",
        channel: "email",
        written: true,
        round: 1,
      },
    ]);
});

test("is refused for a time that has passed, and by an unknown channel", () => {
  const before = given(registered(), at("work")).now(march(2, "10:00"));
  before.when("invite", { meetingAt: march(2, "10:00"), place: "Trụ sở" }).expectRefused("day-in-past", "meetingAt");
  before
    .when("invite", { meetingAt: march(5, "09:00"), place: "Trụ sở", channel: "fax" })
    .expectRefused("unknown-channel", "channel");
});
