import assert from "node:assert/strict";
import { test } from "node:test";
import { at, did, director, given, lan, registered } from "../../../tests/support/given.ts";

const late = {
  rule: "three-months",
  eventOn: "2025-11-03",
  lastOn: "2026-02-02",
  barred: true,
  lateness: "may-refuse",
  calendarVersion: "vn",
} as const;
const words = { reason: "time-barred", basis: "Điều 5", message: "Đã quá ba tháng", channel: "email" };

test("refuses in writing, with reason and clause", () => {
  const then = given(registered({ timeBar: late }), at("work"))
    .by(director)
    .when("refuse", words);
  then.expectFacts(["ComplaintRefused", { noticeId: "new-1", ...words, written: true, round: 1 }]);
  assert.equal(then.complaint.stage, "answered");
});

test("is not for everybody", () => {
  given(registered({ timeBar: late }), at("work"))
    .by(lan)
    .when("refuse", words)
    .expectRefused("not-your-role");
});

test("lateness is no reason while the time-bar has not passed", () => {
  given(registered(), at("work")).by(director).when("refuse", words).expectRefused("not-time-barred", "reason");
  given(registered({ timeBar: { ...late, barred: false } }), at("work"))
    .by(director)
    .when("refuse", words)
    .expectRefused("not-time-barred", "reason");
});

test("is refused by word of mouth, by an unknown channel, and without its basis", () => {
  const before = given(registered({ timeBar: late }), at("work")).by(director);
  before.when("refuse", { ...words, channel: "phone" }).expectRefused("not-in-writing", "channel");
  before.when("refuse", { ...words, channel: "fax" }).expectRefused("unknown-channel", "channel");
  before.when("refuse", { reason: "time-barred", message: "?" }).expectRefused("malformed-command", "basis");
});

test("is refused twice in one round", () => {
  const refused = did("ComplaintRefused", {
    noticeId: "n-1",
    reason: "no-basis",
    basis: "Điều 5",
    channel: "email",
    written: true,
    message: "?",
    round: 1,
  });
  given(registered({ timeBar: late }), at("work"), refused)
    .by(director)
    .when("refuse", words)
    .expectRefused("already-done");
});
