import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { cluesIn, formsOf } from "./clues.ts";

const told = (text: string, sender = {}) =>
  cluesIn({ sender, text }).map(({ as, plain, isSenders }) => `${as} ${plain}${isSenders ? " (sender)" : ""}`);

describe("clues in what was told", () => {
  it("are telephone numbers in every form that is written in Viet Nam", () => {
    for (const written of [
      "0912345678",
      "0912 345 678",
      "0912.345.678",
      "0912-345-678",
      "+84 912 345 678",
      "+84 (0)912345678",
      "84912345678",
    ])
      assert.deepEqual(told(`Gọi tôi số ${written} nhé.`), ["phone 0912345678"], written);
    assert.deepEqual(told("Số cũ 01682345678 của tôi"), ["phone 0382345678"]);
    assert.deepEqual(told("Máy bàn (0274) 3 635 668"), ["phone 02743635668"]);
    assert.deepEqual(told("", { phone: "+84168 234 5678" }), ["phone 0382345678 (sender)"]);
  });

  it("are no hotlines, days and amounts", () => {
    assert.deepEqual(
      told("Tổng đài 1800 1166, ngày 22/11/2026 và 22-11-2026, tiền 250.000 đồng, phòng 304, lúc 10:30."),
      [],
    );
  });

  it("are contracts and cards, however they are written, and numbers of complaints", () => {
    assert.deepEqual(told("Hợp đồng HĐ-0123/2018-VNTT của tôi"), ["number HD01232018VNTT"]);
    assert.deepEqual(told("thẻ 0123 4567 8901"), ["number 012345678901"]);
    assert.deepEqual(told("Về khiếu nại kn-2026-000123 hôm trước"), ["complaint-number KN-2026-000123"]);
  });

  it("are addresses, and the sender's domain unless everybody has it", () => {
    assert.deepEqual(told("gửi lan@congty.vn", { email: "Hoa@CongTy.vn" }), [
      "email hoa@congty.vn (sender)",
      "email lan@congty.vn",
      "email-domain congty.vn (sender)",
    ]);
    assert.deepEqual(told("", { email: "hoa@gmail.com" }), ["email hoa@gmail.com (sender)"]);
  });

  it("are looked for with the prefix that a mobile number had until 2018, too", () => {
    const [phone] = cluesIn({ sender: {}, text: "0382345678" });
    assert.deepEqual(phone && formsOf(phone), ["0382345678", "01682345678"]);
    const [other] = cluesIn({ sender: {}, text: "0912345678" });
    assert.deepEqual(other && formsOf(other), ["0912345678"]);
  });

  it("are bounded in a text of nothing but numbers, and found in no time in one that is long", () => {
    const table = Array.from({ length: 5000 }, (_none, index) => `09${String(10_000_000 + index)}`).join(" ");
    assert.equal(told(table).filter((each) => each.startsWith("phone")).length, 8);
    const begun = performance.now();
    told(`${"1.".repeat(50_000)} ${"a-".repeat(50_000)} ${"(".repeat(50_000)}`);
    assert.ok(performance.now() - begun < 1000);
  });
});
