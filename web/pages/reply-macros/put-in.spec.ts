import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { putIn } from "./put-in.ts";

describe("a variable that is put into a piece", () => {
  it("stands at the cursor, apart from the words beside it", () => {
    const said = (text: string, from: number, to = from) => putIn(text, "{customerName}", { from, to });
    assert.deepEqual(said("", 0), { text: "{customerName}", at: 14 });
    assert.deepEqual(said("Kính gửi", 8), { text: "Kính gửi {customerName}", at: 23 });
    assert.deepEqual(said("Kính gửi ,", 9), { text: "Kính gửi {customerName},", at: 23 });
    assert.deepEqual(said("Kính gửi bạn", 0), { text: "{customerName} Kính gửi bạn", at: 14 });
    assert.deepEqual(said("Kính gửi XXX thân mến", 9, 12), { text: "Kính gửi {customerName} thân mến", at: 23 });
    assert.deepEqual(said("(số )", 1), { text: "({customerName} số )", at: 15 });
  });
});
