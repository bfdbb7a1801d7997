import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { newTrackingCode, readTrackingCode, trackingCodeFor } from "./tracking-codes.ts";

describe("a tracking code", () => {
  it("is 80 random bits in groups, in letters that nobody mistakes for digits", () => {
    const codes = Array.from({ length: 200 }, () => newTrackingCode("vntt").text);
    for (const code of codes) {
      assert.match(
        code,
        /^vntt-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/,
      );
    }
    assert.equal(new Set(codes).size, 200);
  });

  it("is read however it is typed, and as nothing else", () => {
    const read = (text: string) => readTrackingCode(text)?.text;
    assert.equal(read("vnpt-hue-7K3M-9QXT-2B4R-HN80"), "vnpt-hue-7K3M-9QXT-2B4R-HN80");
    assert.equal(read("  VNPT HUE 7k3m9qxt2b4rhn8o "), "vnpt-hue-7K3M-9QXT-2B4R-HN80");
    assert.equal(read("vntt-il00-0000-0000-000I"), "vntt-1100-0000-0000-0001");
    for (const wrong of [
      "",
      "KN-2026-000001",
      "7K3M-9QXT-2B4R-HN80",
      "vntt-7K3M-9QXT-2B4R-HN8",
      "vntt-7K3M-9QXT-2B4R-HN8U",
      "x".repeat(500),
    ]) {
      assert.equal(read(wrong), undefined, wrong);
    }
  });

  it("is the same for the same complaint under the same key, and for no other", () => {
    const code = trackingCodeFor("vntt", "c-1", "6f1c6a4e-8a57-4b0f-9a7e-2f6f5e0c1d2b");
    assert.equal(code.text, trackingCodeFor("vntt", "c-1", "6f1c6a4e-8a57-4b0f-9a7e-2f6f5e0c1d2b").text);
    assert.notEqual(code.text, trackingCodeFor("vntt", "c-2", "6f1c6a4e-8a57-4b0f-9a7e-2f6f5e0c1d2b").text);
    assert.notEqual(code.text, trackingCodeFor("vntt", "c-1", "6f1c6a4e-8a57-4b0f-9a7e-2f6f5e0c1d2c").text);
    assert.equal(readTrackingCode(code.text)?.hash.equals(code.hash), true);
  });
});
