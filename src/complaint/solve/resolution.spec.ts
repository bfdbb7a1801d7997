import { test } from "node:test";
import { at, did, director, given, lan, registered } from "../../../tests/support/given.ts";

const proposed = did("ResolutionProposed", { resolutionId: "plan-1", content: "Hoàn tiền", round: 1 });
const submitted = did("ResolutionSubmitted", { resolutionId: "plan-1", to: "approver" });

test("is proposed, submitted, approved", () => {
  given(registered(), at("work"))
    .when("propose-resolution", { content: "Hoàn tiền" })
    .expectFacts(["ResolutionProposed", { resolutionId: "new-1", content: "Hoàn tiền", round: 1 }]);
  given(registered(), at("work"), proposed)
    .when("submit-resolution")
    .expectFacts(["ResolutionSubmitted", { resolutionId: "plan-1", to: "approver" }]);
  given(registered(), at("work"), proposed, submitted)
    .by(director)
    .when("approve-resolution", { comment: "Đồng ý" })
    .expectFacts(["ResolutionApproved", { resolutionId: "plan-1", comment: "Đồng ý" }]);
});

test("is sent back with the reason, and submitted again", () => {
  given(registered(), at("work"), proposed, submitted)
    .by(director)
    .when("send-back-resolution", { reason: "Thiếu chứng từ" })
    .expectFacts(["ResolutionSentBack", { resolutionId: "plan-1", reason: "Thiếu chứng từ" }]);
  const back = did("ResolutionSentBack", { resolutionId: "plan-1", reason: "Thiếu chứng từ" });
  given(registered(), at("work"), proposed, submitted, back).when("submit-resolution").accepted();
});

test("nobody approves their own", () => {
  given(registered(), at("work"), proposed, submitted).by(lan).when("approve-resolution").expectRefused("own-proposal");
});

test("another proposal is refused while one is with the superior", () => {
  given(registered(), at("work"), proposed, submitted)
    .when("propose-resolution", { content: "Khác" })
    .expectRefused("already-done");
});

test("each step needs the one before", () => {
  given(registered(), at("work")).when("submit-resolution").expectRefused("unknown-item");
  given(registered(), at("work"), proposed).by(director).when("approve-resolution").expectRefused("unknown-item");
  given(registered(), at("work"), proposed)
    .by(director)
    .when("send-back-resolution", { reason: "?" })
    .expectRefused("unknown-item");
});
