import assert from "node:assert/strict";
import { test } from "node:test";
import type { Receipt } from "./complaint-receipt.ts";
import { receiptText } from "./receipt-text.ts";

const receipt = {
  number: "KN-2026-000018",
  isComplaint: true,
  receivedAt: "2026-11-23T02:00:00.000Z",
  customer: [],
  documents: [],
  missing: [],
  promises: [
    // Twenty-four working hours; two working days, which end at the midnight after the last.
    { name: "Trả lời khiếu nại", dueOn: "2026-11-24", dueAt: "2026-11-24T11:43:00.000Z" },
    { name: "Giải quyết", dueOn: "2026-11-25", dueAt: "2026-11-25T17:00:00.000Z" },
  ],
} as unknown as Receipt;

test("the paper says a term of hours by its minute and one of days by its last day, as the page does", () => {
  assert.deepEqual(receiptText(receipt).split("\n").slice(-2), [
    "Trả lời khiếu nại: 18:43 T3 24/11/2026",
    "Giải quyết: hết T4 25/11/2026",
  ]);
});
