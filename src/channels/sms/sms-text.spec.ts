import assert from "node:assert/strict";
import { test } from "node:test";
import { mobileNumber, withPrefix } from "./mobile-number.ts";
import { smsText } from "./sms-text.ts";

test("a text without tone marks fits seven bits, whatever stood in it", () => {
  assert.deepEqual(smsText("Đã nhận khiếu nại “KN-1” – cảm ơn…", "plain"), {
    text: 'Da nhan khieu nai "KN-1" - cam on...',
    parts: 1,
  });
  assert.deepEqual(smsText("a\u0323\r\n\r\nx\u200b\u0007 漢", "plain"), { text: "a\n\nx ?", parts: 1 });
});

test("parts are counted as they are paid: 160 and 153 characters, 70 and 67 with tone marks", () => {
  assert.equal(smsText("a".repeat(160), "plain").parts, 1);
  assert.equal(smsText("a".repeat(161), "plain").parts, 2);
  assert.equal(smsText("a".repeat(306), "plain").parts, 2);
  assert.equal(smsText("a".repeat(307), "plain").parts, 3);
  // {, } and € take two places each.
  assert.equal(smsText(`${"a".repeat(158)}€`, "plain").parts, 1);
  assert.equal(smsText(`${"a".repeat(159)}€`, "plain").parts, 2);
  assert.deepEqual(smsText("ờ".repeat(70), "unicode"), { text: "ờ".repeat(70), parts: 1 });
  assert.equal(smsText("ờ".repeat(71), "unicode").parts, 2);
  assert.equal(smsText("ờ".repeat(135), "unicode").parts, 3);
});

test("only a mobile number gets an SMS, in any form in which people write it", () => {
  assert.equal(mobileNumber("+84 (0)912 345 678"), "0912345678");
  assert.equal(mobileNumber("01652345678"), "0352345678");
  assert.equal(mobileNumber("024 3825 1234"), undefined);
  assert.equal(mobileNumber("18001166"), undefined);
  assert.equal(mobileNumber(undefined), undefined);
  assert.equal(withPrefix("0912345678", "+84"), "+84912345678");
  assert.equal(withPrefix("0912345678", "84"), "84912345678");
  assert.equal(withPrefix("0912345678", "0"), "0912345678");
});
