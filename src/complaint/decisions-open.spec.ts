import assert from "node:assert/strict";
import { test } from "node:test";
import { at, board, did, director, given, lan, minh, registered, thu } from "../../tests/support/given.ts";
import { smallCalendars, smallEdition } from "../../tests/support/small-edition.ts";
import type { Actor } from "./context.ts";
import { decisionsOpen, decisionVerbs } from "./decisions-open.ts";
import type { NewEvent } from "./events/event.ts";

const refund = { type: "refund", amount: 500_000, reason: "Tính nhầm", needsApproval: true } as const;
const proposal = [
  did("ResolutionProposed", { resolutionId: "plan", content: "Đổi modem", round: 1 }),
  did("ResolutionSubmitted", { resolutionId: "plan", to: "approver" }),
];

function open(actor: Actor, ...facts: NewEvent[]) {
  const { complaint } = given(registered(), at("work"), ...facts);
  assert.ok(complaint);
  const now = "2026-03-02T03:00:00.000Z";
  const context = { edition: smallEdition, calendars: smallCalendars, now, actor, newId: () => "new" };
  return decisionsOpen(complaint, context).map(({ itemId, verbs }) => [itemId, ...verbs]);
}

test("a proposal waits for whoever approves, and never for whoever made it", () => {
  assert.deepEqual(open(director, ...proposal), [["plan", "approve-resolution", "send-back-resolution"]]);
  assert.deepEqual(open(lan, ...proposal), []);
  assert.deepEqual(open(minh, ...proposal)[0]?.slice(0, 2), ["plan", "approve-resolution"]);
  assert.deepEqual(open(thu, ...proposal), []);
});

test("a dossier waits for the board alone", () => {
  const dossier = did("DossierSubmitted", { dossierId: "file", to: "board", summary: "Xin ý kiến", attachments: [] });
  assert.deepEqual(open(board, dossier), [["file", "give-direction"]]);
  assert.deepEqual(open(director, dossier), []);
});

test("of two remedies, only the one that another agreed waits for me", () => {
  const remedies = [
    did("RemedyAgreed", { ...refund, remedyId: "one" }),
    did("RemedyAgreed", { ...refund, remedyId: "two" }),
  ];
  assert.deepEqual(open(director, ...remedies), [
    ["one", "approve-remedy"],
    ["two", "approve-remedy"],
  ]);
  assert.deepEqual(open(lan, ...remedies), []);
});

test("a draft waits for its check, and for the signature of those whom the pack names", () => {
  const letter = did("PaperDrafted", { paperId: "letter", paper: "letter", kind: "reply-letter" });
  assert.deepEqual(open(director, letter), [["letter", "check-paper", "sign-paper"]]);
  assert.deepEqual(open(director, letter, did("PaperChecked", { paperId: "letter" })), [["letter", "sign-paper"]]);
  const receipt = did("PaperDrafted", { paperId: "receipt", paper: "receipt", kind: "receipt" });
  assert.deepEqual(open(director, receipt, did("PaperChecked", { paperId: "receipt" })), []);
});

test("what nobody of one's roles may decide is not looked for at all", () => {
  assert.deepEqual(decisionVerbs([smallEdition], board), ["give-direction"]);
  assert.deepEqual(decisionVerbs([smallEdition], lan), ["approve-resolution", "approve-remedy"]);
  assert.deepEqual(decisionVerbs([smallEdition], thu), []);
});
