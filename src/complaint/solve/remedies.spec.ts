import assert from "node:assert/strict";
import { test } from "node:test";
import { at, did, director, given, lan, registered } from "../../../tests/support/given.ts";

const agreed = did("RemedyAgreed", {
  remedyId: "pay-1",
  type: "refund",
  amount: 800_000,
  reason: "Thu hai lần",
  needsApproval: true,
});
const small = did("RemedyAgreed", {
  remedyId: "pay-2",
  type: "refund",
  amount: 100_000,
  reason: "Thu hai lần",
  needsApproval: false,
});
const held = did("DebtHeld", { debtId: "debt-1", amount: 300_000, reason: "Đang khiếu nại" });

test("above the pack's amount it wants approval, below it does not", () => {
  const remedy = { type: "refund", reason: "Thu hai lần" };
  given(registered(), at("work"))
    .when("agree-remedy", { ...remedy, amount: 500_001, dueOn: "2026-03-10" })
    .expectFacts([
      "RemedyAgreed",
      { remedyId: "new-1", ...remedy, amount: 500_001, dueOn: "2026-03-10", needsApproval: true },
    ]);
  given(registered(), at("work"))
    .when("agree-remedy", { ...remedy, amount: 500_000 })
    .expectFacts(["RemedyAgreed", { remedyId: "new-1", ...remedy, amount: 500_000, needsApproval: false }]);
});

test("somebody else approves it, or does not", () => {
  given(registered(), at("work"), agreed)
    .by(director)
    .when("approve-remedy", { remedyId: "pay-1" })
    .expectFacts(["RemedyApproved", { remedyId: "pay-1", approved: true }]);
  const refused = given(registered(), at("work"), agreed)
    .by(director)
    .when("approve-remedy", { remedyId: "pay-1", approved: false, comment: "Chưa đủ chứng từ" });
  assert.equal(refused.complaint.remedies[0]?.status, "rejected");
});

test("nobody approves their own", () => {
  given(registered(), at("work"), agreed)
    .by(lan)
    .when("approve-remedy", { remedyId: "pay-1" })
    .expectRefused("own-proposal", "remedyId");
});

test("approving is refused without a remedy that waits, and for another", () => {
  given(registered(), at("work"))
    .by(director)
    .when("approve-remedy", { remedyId: "pay-1" })
    .expectRefused("unknown-item");
  given(registered(), at("work"), agreed)
    .by(director)
    .when("approve-remedy", { remedyId: "pay-9" })
    .expectRefused("unknown-item", "remedyId");
  const approved = did("RemedyApproved", { remedyId: "pay-1", approved: true });
  given(registered(), at("work"), agreed, approved, small)
    .by(director)
    .when("approve-remedy", { remedyId: "pay-1" })
    .expectRefused("item-not-open", "remedyId");
});

test("is done when it may be", () => {
  given(registered(), at("work"), small)
    .when("complete-remedy", { remedyId: "pay-2", reference: "CK 12" })
    .expectFacts(["RemedyCompleted", { remedyId: "pay-2", reference: "CK 12" }]);
  given(registered(), at("work"), agreed).when("complete-remedy", { remedyId: "pay-1" }).expectRefused("unknown-item");
  given(registered(), at("work"), agreed, small)
    .when("complete-remedy", { remedyId: "pay-1" })
    .expectRefused("item-not-open", "remedyId");
  given(registered(), at("work"), small)
    .when("complete-remedy", { remedyId: "pay-9" })
    .expectRefused("unknown-item", "remedyId");
});

test("a disputed debt is held, and released once", () => {
  given(registered(), at("work"))
    .when("hold-debt", { amount: 300_000, bill: "02/2026", reason: "Đang khiếu nại" })
    .expectFacts(["DebtHeld", { debtId: "new-1", amount: 300_000, bill: "02/2026", reason: "Đang khiếu nại" }]);
  given(registered(), at("work"), held)
    .when("release-debt", { debtId: "debt-1", reason: "Đã xong" })
    .expectFacts(["DebtReleased", { debtId: "debt-1", reason: "Đã xong" }]);
  given(registered(), at("work"), held)
    .when("release-debt", { debtId: "debt-9", reason: "?" })
    .expectRefused("unknown-item", "debtId");
  const released = did("DebtReleased", { debtId: "debt-1", reason: "Đã xong" });
  given(registered(), at("work"), held, released)
    .when("release-debt", { debtId: "debt-1", reason: "?" })
    .expectRefused("unknown-item");
});
