import { test } from "node:test";
import { at, did, given, registered } from "../../../tests/support/given.ts";

test("tells the customer in writing that it is taken up", () => {
  given(registered(), at("work"))
    .when("accept", { channel: "email", message: "Chúng tôi sẽ xem xét" })
    .expectFacts([
      "ComplaintAccepted",
      { noticeId: "new-1", channel: "email", written: true, message: "Chúng tôi sẽ xem xét" },
    ]);
});

test("a notice handed over at the counter is in writing where the clerk says so", () => {
  given(registered({ channel: "counter", channelType: "counter" }), at("work"))
    .when("accept", { written: true })
    .expectFacts(["ComplaintAccepted", { noticeId: "new-1", channel: "counter", written: true }]);
});

test("is refused by word of mouth, and by an unknown channel", () => {
  given(registered(), at("work")).when("accept").expectRefused("not-in-writing", "channel");
  given(registered(), at("work")).when("accept", { channel: "fax" }).expectRefused("unknown-channel", "channel");
});

test("is refused once it was accepted or refused", () => {
  const accepted = did("ComplaintAccepted", { noticeId: "n-1", channel: "email", written: true });
  given(registered(), at("work"), accepted).when("accept", { channel: "email" }).expectRefused("already-done");
});

test("nothing in writing leaves by a telephone: the channel must be named", () => {
  given(registered(), at("work")).when("accept", { written: true }).expectRefused("not-in-writing", "channel");
  given(registered(), at("work"))
    .when("accept", { written: true, channel: "phone" })
    .expectRefused("not-in-writing", "channel");
});
