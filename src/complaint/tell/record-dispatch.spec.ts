import { test } from "node:test";
import { replied } from "../../../tests/support/facts.ts";
import { at, did, given, march, received, registered, system } from "../../../tests/support/given.ts";

const interim = replied({ final: false, channel: "email", written: true, content: "Đang kiểm tra" });

test("keeps what became of what left", () => {
  given(registered(), at("work"), interim)
    .by(system)
    .when("record-dispatch", { of: "reply-1", outcome: "bounced", channel: "email", detail: "550 no such user" })
    .expectFacts([
      "DispatchRecorded",
      { of: "reply-1", what: "reply", outcome: "bounced", channel: "email", detail: "550 no such user" },
    ]);
});

test("tells that what had come back leaves once more", () => {
  const bounced = did("DispatchRecorded", { of: "reply-1", what: "reply", outcome: "bounced", channel: "email" });
  given(registered(), at("work"), interim, bounced)
    .by(system)
    .when("record-dispatch", { of: "reply-1", outcome: "dispatched", channel: "email" })
    .expectFacts([
      "DispatchRecorded",
      { of: "reply-1", what: "reply", again: true, outcome: "dispatched", channel: "email" },
    ]);
});

test("is refused where nothing was sent, and for what never was", () => {
  given(registered(), at("work"))
    .when("record-dispatch", { of: "reply-1", outcome: "delivered" })
    .expectRefused("nothing-sent");
  given(registered(), at("work"), interim)
    .when("record-dispatch", { of: "reply-9", outcome: "delivered" })
    .expectRefused("unknown-item", "of");
});

test("a notice whose place another took is still known by the clock that it ended", () => {
  const clock = { clockId: "reply:complaint:1", rule: "reply" };
  const started = did("ClockStarted", {
    ...clock,
    instance: 1,
    scope: "complaint",
    scopeId: "complaint",
    origin: "procedure",
    purpose: "first-reply",
    startedAt: received,
    term: "2 working days",
    calendar: "organisation",
    calendarVersion: "1",
    dueOn: "2026-03-04",
    dueAt: march(5, "00:00"),
    inclusive: false,
    warnAts: [],
    paused: false,
  });
  const stopped = did("ClockStopped", { ...clock, outcome: "met", stoppedAt: received, by: "notice-1", reason: null });
  given(registered(), at("work"), started, stopped)
    .when("record-dispatch", { of: "notice-1", outcome: "bounced" })
    .accepted();
});

test("is refused without an outcome", () => {
  given(registered(), at("work"))
    .when("record-dispatch", { of: "reply-1" })
    .expectRefused("malformed-command", "outcome");
});
