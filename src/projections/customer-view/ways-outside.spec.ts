import assert from "node:assert/strict";
import { test } from "node:test";
import { waysOutside } from "./ways-outside.ts";

type Asking = Parameters<typeof waysOutside>[0];

const verdict = { round: 1, accepts: "yes", satisfied: "yes", at: "2026-11-05T03:00:00.000Z" } as const;
const waysOf = (change: Partial<Asking>) =>
  waysOutside({ classification: null, withdrawnAt: null, phase: "under-way", round: 1, verdict: null, ...change }, [
    "court",
    "arbitration",
    "court",
  ]);
const both = ["court", "arbitration"];

test("the ways outside are told at every time to who is not content", () => {
  assert.deepEqual(waysOf({ phase: "received" }), both);
  assert.deepEqual(waysOf({}), both);
  assert.deepEqual(waysOf({ verdict: { ...verdict, accepts: "no", satisfied: "no" } }), both);
  assert.deepEqual(waysOf({ verdict: { ...verdict, satisfied: "no" } }), both);
  // What was accepted in the first handling says nothing of the second.
  assert.deepEqual(waysOf({ round: 2, verdict }), both);
  assert.deepEqual(waysOf({ phase: "closed", verdict }), both);
});

test("who is content, who withdrew, and who praised, is sent to no court", () => {
  assert.deepEqual(waysOf({ phase: "answered", verdict }), []);
  assert.deepEqual(waysOf({ withdrawnAt: "2026-11-05T03:00:00.000Z" }), []);
  const praise = { kind: "praise", nature: "other", register: "r", complaint: false } as const;
  assert.deepEqual(waysOf({ classification: praise as unknown as Asking["classification"] }), []);
});
