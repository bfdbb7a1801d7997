import assert from "node:assert/strict";
import { test } from "node:test";
import { isVietnamese } from "./vietnamese.ts";

test("what a customer or a provider wrote is Vietnamese", () => {
  for (const text of ["Mất mạng từ tối qua, gọi mãi không ai nghe", "Phòng Kỹ thuật", "Trần Thị Lan"]) {
    assert.equal(isVietnamese(text), true, text);
    assert.equal(isVietnamese(text.normalize("NFD")), true, text);
  }
});

test("an English sentence stays English with a name in it, and so do codes and figures", () => {
  for (const text of [
    "Assigned to Trần Thị Lan by the shift leader today",
    "K+ Store",
    "VNTT-2026-000123",
    "12:30",
    "",
  ])
    assert.equal(isVietnamese(text), false, text);
});
