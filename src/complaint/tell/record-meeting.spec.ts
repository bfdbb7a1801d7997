import { test } from "node:test";
import { at, did, document, given, march, registered } from "../../../tests/support/given.ts";

const invited = did("CustomerInvited", {
  meetingId: "meet-1",
  meetingAt: march(5, "09:00"),
  meetingOn: "2026-03-05",
  place: "Trụ sở",
  channel: "email",
  written: true,
  round: 1,
});

test("both signed: the minutes belong to the meeting that was planned", () => {
  given(registered(), at("work"), invited)
    .when("record-meeting", { outcome: "signed", agreed: true, result: "Hoàn tiền" }, { attachments: [document()] })
    .expectFacts([
      "MeetingRecorded",
      { meetingId: "meet-1", outcome: "signed", agreed: true, result: "Hoàn tiền", attachments: [document()] },
    ]);
});

test("a customer who came by herself has minutes too", () => {
  given(registered(), at("work"))
    .when("record-meeting", { outcome: "signed", result: "Hoàn tiền" })
    .expectFacts([
      "MeetingRecorded",
      { meetingId: "new-1", outcome: "signed", agreed: false, result: "Hoàn tiền", attachments: [] },
    ]);
});

test("without the customer's signature a witness is wanted", () => {
  given(registered(), at("work"), invited)
    .when("record-meeting", { outcome: "absent", result: "Không đến" })
    .expectRefused("minutes-need-witness", "witness");
  given(registered(), at("work"), invited)
    .when("record-meeting", { outcome: "refused-to-sign", result: "Không ký", witness: "Ông Tư" })
    .expectFacts([
      "MeetingRecorded",
      {
        meetingId: "meet-1",
        outcome: "refused-to-sign",
        agreed: false,
        result: "Không ký",
        witness: "Ông Tư",
        attachments: [],
      },
    ]);
});

test("is refused for a meeting that was never planned", () => {
  given(registered(), at("work"), invited)
    .when("record-meeting", { meetingId: "meet-9", outcome: "signed", result: "?" })
    .expectRefused("unknown-item", "meetingId");
});
