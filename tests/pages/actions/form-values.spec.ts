import assert from "node:assert/strict";
import { test } from "node:test";
import { missingOf, sentOf, startValues } from "../../../web/pages/complaint/actions/form-values.ts";
import type { FormField, Move } from "../../../web/pages/complaint/actions/described.ts";

const label = { vi: "Nhãn", en: "Label" };
const field = (type: FormField["type"], more: Partial<FormField> = {}): FormField => ({
  label,
  type,
  required: false,
  in: "body",
  ...more,
});

function move(fields: Record<string, FormField>, more: Partial<Move> = {}): Move {
  return {
    name: null,
    given: null,
    confirm: [],
    needs: [],
    needsEvidence: [],
    channels: [],
    leadsTo: null,
    leadsToName: null,
    next: { place: 0, primary: true },
    press: null,
    form: { fields, filled: {}, documents: [] },
    ...more,
  };
}

const values = (fields: Record<string, unknown>) => ({ fields, filled: {}, confirmed: [], documents: [] });

test("what somebody typed becomes what the server takes", () => {
  const remedy = move({
    remedyId: field("choice", { in: "address", required: true }),
    amount: field("money"),
    score: field("number"),
    personId: field("person"),
    reason: field("text"),
    comment: field("long-text"),
    wanted: field("list", { of: "text" }),
    on: field("yes-no"),
  });
  const typed = {
    remedyId: "pay-1",
    amount: "1.250.000",
    score: "4,5",
    personId: { id: "vntt-minh", name: "Trần Quang Minh" },
    reason: "  Đã thỏa thuận ",
    comment: "   ",
    wanted: ["Hóa đơn", ""],
    on: false,
  };
  assert.deepEqual(sentOf(remedy, values(typed)), {
    address: { remedyId: "pay-1" },
    body: {
      amount: 1_250_000,
      score: 4.5,
      personId: "vntt-minh",
      reason: "Đã thỏa thuận",
      wanted: ["Hóa đơn"],
      on: false,
    },
  });
});

test("nobody in charge is said by null, where the verb takes it", () => {
  const back = move({ personId: field("person", { nullable: true }), unit: field("choice") });
  assert.deepEqual(sentOf(back, values({ personId: null, unit: undefined })).body, { personId: null });
});

test("the pack's fields, what was affirmed, documents and when it happened go along", () => {
  const form = {
    fields: { content: field("long-text", { required: true }) },
    filled: { cost: { ...field("money"), value: 20_000 } },
    documents: [{ value: "minutes", label, required: true }],
  };
  const minutes = { sha256: "a".repeat(64), name: "Biên bản.pdf", bytes: 1200, evidence: "minutes" };
  const meeting = move({}, { form, confirm: [{ id: "suitable", name: "Phù hợp" }] });
  const start = startValues(meeting);
  assert.deepEqual(start.filled, { cost: "20000" });
  assert.deepEqual(missingOf(meeting, start), ["content", "confirmed", "attachments"]);
  const whole = {
    ...start,
    fields: { content: "Xong" },
    confirmed: ["suitable"],
    documents: [minutes],
    occurredAt: "2026-02-12T03:00:00.000Z",
  };
  assert.deepEqual(missingOf(meeting, whole), []);
  assert.deepEqual(sentOf(meeting, whole).body, {
    content: "Xong",
    filled: { cost: 20_000 },
    confirmed: ["suitable"],
    documents: [{ sha256: "a".repeat(64), name: "Biên bản.pdf", evidence: "minutes" }],
    occurredAt: "2026-02-12T03:00:00.000Z",
  });
});

test("an entry says itself what it still wants, and begins with what leaves no choice", () => {
  const via = { label, type: "choice" as const, required: true, options: [{ value: "phone", label }] };
  const fields = { unit: { label, type: "choice" as const, required: true }, via };
  const ask = move({ requests: field("list", { of: "group", required: true, fields }) });
  const start = startValues(ask);
  assert.deepEqual(start.fields, { requests: [{ via: "phone" }] });
  assert.deepEqual(missingOf(ask, start), ["requests.0.unit"]);
  const two = values({ requests: [{ unit: "p-ktvt", via: "phone" }, {}] });
  assert.deepEqual(missingOf(ask, two), ["requests.1.unit", "requests.1.via"]);
});

test("a group that need not be there wants nothing, and what was begun wants the rest", () => {
  const customer = {
    name: { label, type: "text" as const, required: true },
    note: { label, type: "text" as const, required: false },
  };
  const correct = move({ customer: field("group", { fields: customer }) });
  assert.deepEqual(missingOf(correct, values({})), []);
  assert.deepEqual(missingOf(correct, values({ customer: { note: "x" } })), ["customer.name"]);
});

test("a paper leaves without a document of one's own: the program makes it", () => {
  const paper = field("choice", { options: [{ value: "letter", label }] });
  const issue = move({ paper, paperId: field("choice") });
  assert.deepEqual(missingOf(issue, values({ paper: "letter" })), []);
});

test("a signature is given on the screen, or was given on paper", () => {
  const sign = move({ signedOn: field("choice"), signatureSha256: field("hash") });
  assert.deepEqual(missingOf(sign, values({})), ["signatureSha256"]);
  assert.deepEqual(missingOf(sign, values({ signatureSha256: "b".repeat(64) })), []);
  assert.deepEqual(missingOf(sign, values({ signedOn: "paper" })), []);
});
