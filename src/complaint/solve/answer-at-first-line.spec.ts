import assert from "node:assert/strict";
import { test } from "node:test";
import { at, given, registered, system } from "../../../tests/support/given.ts";

const content = "Đã đặt lại cổng";

test("answers at once, and the customer accepts there and then", () => {
  const then = given(registered(), at("work")).when(
    "answer-at-first-line",
    { content, accepted: true },
    { confirmed: ["within-powers"] },
  );
  then.expectFacts(
    [
      "AnsweredAtFirstLine",
      {
        replyId: "new-1",
        content,
        channel: "phone",
        written: false,
        accepted: true,
        confirmed: ["within-powers"],
        round: 1,
        level: 1,
      },
    ],
    [
      "VerdictRecorded",
      { verdictId: "new-2", accepts: "yes", satisfied: "yes", channel: "phone", attachments: [], round: 1 },
    ],
  );
  assert.equal(then.complaint.stage, "answered");
});

test("not accepted, it goes where the pack says", () => {
  const { complaint } = given(registered(), at("work")).when("answer-at-first-line", { content, accepted: false });
  assert.equal(complaint.stage, "first-line");
  assert.equal(complaint.verdict?.accepts, "no");
});

test("is refused until the person has affirmed what the pack asks", () => {
  given(registered(), at("work"))
    .when("answer-at-first-line", { content, accepted: true })
    .expectRefused("not-confirmed", "confirmed");
});

test("the system never answers, whatever a pack says", () => {
  given(registered(), at("work"))
    .by(system)
    .when("answer-at-first-line", { content, accepted: true }, { confirmed: ["within-powers"] })
    .expectRefused("not-your-role");
});

test("is refused by an unknown channel", () => {
  given(registered(), at("work"))
    .when("answer-at-first-line", { content, accepted: false, channel: "fax" })
    .expectRefused("unknown-channel", "channel");
});
