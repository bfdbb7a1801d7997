import assert from "node:assert/strict";
import { test } from "node:test";
import { at, document, given, march, registered, system } from "../../../tests/support/given.ts";

test("answers, and each promise in the answer has its clock", () => {
  const then = given(registered(), at("work"))
    .now(march(2, "10:00"))
    .when(
      "reply",
      { content: "Sẽ thay modem", promises: [{ text: "Thay modem", dueOn: "2026-03-05" }] },
      { attachments: [document()] },
    );
  then.expectFacts([
    "ReplyGiven",
    {
      replyId: "new-1",
      round: 1,
      level: 1,
      final: true,
      substantive: true,
      channel: "phone",
      written: false,
      content: "Sẽ thay modem",
      promises: [{ promiseId: "new-2", text: "Thay modem", dueOn: "2026-03-05" }],
      attachments: [document()],
    },
  ]);
  assert.equal(then.complaint.stage, "answered");
  assert.equal(then.clock("promise").dueOn, "2026-03-05");
});

test("an interim one leaves it where it is", () => {
  const { complaint } = given(registered(), at("work")).when("reply", { content: "Đang kiểm tra", final: false });
  assert.equal(complaint.stage, "work");
  assert.equal(complaint.replies[0]?.substantive, true);
});

test("what the system sends by itself is never the answer of a person", () => {
  const [reply] = given(registered(), at("work")).by(system).when("reply", { content: "Tự động" }).facts("ReplyGiven");
  assert.equal(reply?.data.final, false);
  assert.equal(reply?.data.substantive, false);
});

test("leaves by the way in which the complaint came, or in writing", () => {
  given(registered(), at("work")).when("reply", { content: "Xong", channel: "email" }).accepted();
  given(registered({ channel: "email", channelType: "email" }), at("work"))
    .when("reply", { content: "Xong", channel: "phone" })
    .expectRefused("not-in-writing", "channel");
  given(registered(), at("work"))
    .when("reply", { content: "Xong", channel: "fax" })
    .expectRefused("unknown-channel", "channel");
});

test("a final one says something", () => {
  given(registered(), at("work"))
    .when("reply", { content: "…", substantive: false })
    .expectRefused("malformed-command", "substantive");
});
