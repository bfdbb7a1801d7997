import assert from "node:assert/strict";
import { test } from "node:test";
import { rowsOfCsv } from "./csv.ts";

test("a file as Excel writes it here: a mark at its beginning, semicolons, quotes, lines within a field", () => {
  const text =
    '\uFEFFTen;dien_thoai;ghi_chu\r\n"Công ty ""An Phú""; chi nhánh";0912 345 678;"dòng một\ndòng hai"\r\n\r\nBà Bảy;;\r\n';
  assert.deepEqual(rowsOfCsv(text), [
    { ten: 'Công ty "An Phú"; chi nhánh', dien_thoai: "0912 345 678", ghi_chu: "dòng một\ndòng hai" },
    { ten: "Bà Bảy", dien_thoai: "", ghi_chu: "" },
  ]);
});

test("commas, a last line without an end, and accents written apart", () => {
  assert.deepEqual(rowsOfCsv("ten,email\nLe\u0302 Nam,nam@example.vn"), [{ ten: "Lê Nam", email: "nam@example.vn" }]);
  assert.deepEqual(rowsOfCsv(""), []);
  assert.deepEqual(rowsOfCsv("ten\n"), []);
});
