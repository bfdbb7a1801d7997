import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readMail } from "./read-mail.ts";

describe("reading a mail", () => {
  it("says of nothing at all that it cannot be read", async () => {
    const { nature, notes, text } = await readMail(Buffer.alloc(0));
    assert.deepEqual({ nature, notes, text }, { nature: "unreadable", notes: ["empty"], text: "" });
  });
});
