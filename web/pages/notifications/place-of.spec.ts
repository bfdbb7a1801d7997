import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeOf } from "./place-of.ts";

describe("where a notification leads", () => {
  it("is the request, the term, the message, else the fact itself", () => {
    assert.equal(placeOf({ sequence: 9, data: { coordinationId: "c-1" } }), "coordination-c-1");
    assert.equal(placeOf({ sequence: 12, data: { clockId: "reply-1", dueAt: "…" } }), "clock-reply-1");
    assert.equal(placeOf({ sequence: 7, data: { of: "acknowledgement", outboxId: "k-1.3" } }), "message-k-1.3");
    assert.equal(placeOf({ sequence: 5, data: { paperId: "p-1", by: "lan" } }), "paper-p-1");
    assert.equal(placeOf({ sequence: 4, data: { noteId: "n-1" } }), "fact-4");
    assert.equal(placeOf({ sequence: null, data: {} }), undefined);
  });
});
