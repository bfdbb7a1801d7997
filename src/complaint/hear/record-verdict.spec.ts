import { test } from "node:test";
import { replied } from "../../../tests/support/facts.ts";
import { at, customer, did, given, lan, lived, march, registered, registers } from "../../../tests/support/given.ts";

test("keeps what the customer says of the reply", () => {
  given(registered(), at("answered"), replied())
    .by(customer)
    .when("record-verdict", { accepts: "yes", satisfied: "yes", score: 5, words: "Cảm ơn" })
    .expectFacts([
      "VerdictRecorded",
      { verdictId: "new-1", accepts: "yes", satisfied: "yes", score: 5, words: "Cảm ơn", attachments: [], round: 1 },
    ]);
});

test("is refused before there is a reply", () => {
  given(registered(), at("answered")).when("record-verdict", { accepts: "yes" }).expectRefused("no-reply-yet");
});

test("there may be an opinion on a refusal, and on what was agreed at a meeting", () => {
  const refused = did("ComplaintRefused", {
    noticeId: "n-1",
    reason: "time-barred",
    basis: "Điều 5",
    channel: "email",
    written: true,
    message: "?",
    round: 1,
  });
  given(registered(), at("answered"), refused).when("record-verdict", { accepts: "no" }).accepted();
  const met = did("MeetingRecorded", {
    meetingId: "m-1",
    outcome: "signed",
    agreed: true,
    result: "?",
    attachments: [],
  });
  given(registered(), at("answered"), met).when("record-verdict", { accepts: "yes" }).accepted();
});

test("silence wants the waiting to be over and the attempts made, and is never satisfaction", () => {
  const answered = lived(
    registers,
    [march(2, "09:05"), lan, "watch", { until: "2026-03-20", reason: "Vào việc" }],
    [march(2, "09:30"), lan, "reply", { content: "Đã sửa" }],
  );
  const attempts = [march(3, "09:00"), march(4, "09:00")].map((when) =>
    did("ContactAttempted", { attemptId: when, channel: "phone", reached: false }, when),
  );
  // 03–06/03 and 09/03 are the five working days.
  given(...answered, ...attempts)
    .now(march(9, "23:59"))
    .when("record-verdict", { accepts: "silent" })
    .expectRefused("guard-not-met");
  given(...answered)
    .now(march(10, "00:00"))
    .when("record-verdict", { accepts: "silent" })
    .expectRefused("guard-not-met");
  given(...answered, ...attempts)
    .now(march(10, "00:00"))
    .when("record-verdict", { accepts: "silent", satisfied: "yes" })
    .expectRefused("silence-not-established", "satisfied");
  given(...answered, ...attempts)
    .now(march(10, "00:00"))
    .when("record-verdict", { accepts: "silent" })
    .accepted();
});
