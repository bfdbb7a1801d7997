import assert from "node:assert/strict";
import { test } from "node:test";
import { at, customer, did, given, registered } from "../../../tests/support/given.ts";

const invited = did("CustomerInvited", {
  meetingId: "meeting-1",
  meetingAt: "2026-03-05T02:00:00.000Z",
  meetingOn: "2026-03-05",
  place: "Trụ sở",
  channel: "email",
  written: true,
  round: 1,
});

test("the customer comes, or thinks better of it until the meeting is held", () => {
  const then = given(registered(), at("work"), invited)
    .by(customer)
    .when("answer-invitation", { meetingId: "meeting-1", comes: true })
    .expectFacts(["InvitationAnswered", { meetingId: "meeting-1", comes: true }]);
  assert.equal(then.complaint.meetings[0]?.comes, true);
  const later = given(
    registered(),
    at("work"),
    invited,
    did("InvitationAnswered", { meetingId: "meeting-1", comes: true }),
  )
    .by(customer)
    .when("answer-invitation", { meetingId: "meeting-1", comes: false, words: "Tôi bận hôm đó" })
    .expectFacts(["InvitationAnswered", { meetingId: "meeting-1", comes: false, words: "Tôi bận hôm đó" }]);
  assert.equal(later.complaint.meetings[0]?.comes, false);
});

test("is refused without an invitation, for another one, and once the meeting was held", () => {
  const answer = { meetingId: "meeting-1", comes: true };
  given(registered(), at("work")).by(customer).when("answer-invitation", answer).expectRefused("unknown-item");
  given(registered(), at("work"), invited)
    .by(customer)
    .when("answer-invitation", { ...answer, meetingId: "meeting-2" })
    .expectRefused("unknown-item", "meetingId");
  const held = did("MeetingRecorded", {
    meetingId: "meeting-1",
    outcome: "signed",
    agreed: true,
    result: "Đồng ý",
    attachments: [],
  });
  const again = { ...invited, data: { ...invited.data, meetingId: "meeting-2" } } as typeof invited;
  given(registered(), at("work"), invited, held, again)
    .by(customer)
    .when("answer-invitation", answer)
    .expectRefused("item-not-open", "meetingId");
});
