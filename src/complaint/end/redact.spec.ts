import { test } from "node:test";
import { administrator, at, did, given, lan, march, registered } from "../../../tests/support/given.ts";

const closed = did("ComplaintClosed", { outcome: "agreed" }, march(10, "10:00"));

const wish = {
  events: [{ sequence: 1, paths: ["customer.name"] }],
  reason: "Khách hàng yêu cầu",
  basis: "Luật 91/2025/QH15",
};

test("names the values that are erased, by place and not by content", () => {
  given(registered(), closed, at("closed"))
    .by(administrator)
    .now(march(20, "09:00"))
    .when("redact", wish)
    .expectFacts(["ComplaintRedacted", wish]);
});

test("is refused to others, and without saying what", () => {
  given(registered(), closed, at("closed"))
    .by(lan)
    .now(march(20, "09:00"))
    .when("redact", wish)
    .expectRefused("not-your-role");
  given(registered(), closed, at("closed"))
    .by(administrator)
    .now(march(20, "09:00"))
    .when("redact", { ...wish, events: [] })
    .expectRefused("malformed-command", "events");
});
