import assert from "node:assert/strict";
import { test } from "node:test";
import { at, did, given, registered } from "../../tests/support/given.ts";
import { awaitedDecisions } from "./awaited-decisions.ts";
import type { NewEvent } from "./events/event.ts";

const proposed = did("ResolutionProposed", { resolutionId: "plan", content: "Đổi modem", round: 1 });
const submitted = did("ResolutionSubmitted", { resolutionId: "plan", to: "approver" });
const dossier = did("DossierSubmitted", {
  dossierId: "file",
  to: "board",
  summary: "Khách đòi bồi thường",
  attachments: [],
});
const refund = {
  remedyId: "refund",
  type: "refund",
  amount: 500_000,
  reason: "Tính nhầm",
  needsApproval: true,
} as const;

function waiting(...facts: NewEvent[]) {
  const { complaint } = given(registered(), at("work"), ...facts);
  assert.ok(complaint);
  return awaitedDecisions(complaint).map(({ verb, itemId }) => [verb, itemId]);
}

test("a proposal waits once it is submitted, until it is approved or sent back", () => {
  assert.deepEqual(waiting(proposed), []);
  assert.deepEqual(waiting(proposed, submitted), [["approve-resolution", "plan"]]);
  assert.deepEqual(waiting(proposed, submitted, did("ResolutionApproved", { resolutionId: "plan" })), []);
  assert.deepEqual(waiting(proposed, submitted, did("ResolutionSentBack", { resolutionId: "plan", reason: "?" })), []);
});

test("a dossier waits for the board's direction", () => {
  assert.deepEqual(waiting(dossier), [["give-direction", "file"]]);
  assert.deepEqual(waiting(dossier, did("DirectionGiven", { dossierId: "file", direction: "Gặp khách" })), []);
});

test("a remedy waits only where the procedure wants it approved", () => {
  assert.deepEqual(waiting(did("RemedyAgreed", refund)), [["approve-remedy", "refund"]]);
  assert.deepEqual(waiting(did("RemedyAgreed", { ...refund, needsApproval: false })), []);
  assert.deepEqual(
    waiting(did("RemedyAgreed", refund), did("RemedyApproved", { remedyId: "refund", approved: true })),
    [],
  );
});

test("a draft waits for its check and its signatures, an issued paper for nothing", () => {
  const drafted = did("PaperDrafted", { paperId: "letter", paper: "reply-letter", kind: "reply-letter" });
  assert.deepEqual(waiting(drafted), [
    ["check-paper", "letter"],
    ["sign-paper", "letter"],
  ]);
  assert.deepEqual(waiting(drafted, did("PaperChecked", { paperId: "letter" })), [["sign-paper", "letter"]]);
  const issued = did("PaperIssued", { paperId: "letter", paper: "reply-letter", kind: "reply-letter" });
  assert.deepEqual(waiting(drafted, issued), []);
});
