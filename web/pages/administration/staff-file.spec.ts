import assert from "node:assert/strict";
import { test } from "node:test";
import { csvOf, sampleFile, staffLinesOf } from "./staff-file.ts";

test("a list of staff by its columns, roles apart, lines counted as a spreadsheet does", () => {
  const text =
    "ho_ten;ten_dang_nhap;bo_phan;vai_tro\nLê Nam;nam;CSKH;NV. CSKH, records-clerk@cskh\n;;;\nBà Bảy;bay;;\n";
  assert.deepEqual(staffLinesOf(text), [
    { line: 2, name: "Lê Nam", signInName: "nam", email: "", unit: "CSKH", roles: ["NV. CSKH", "records-clerk@cskh"] },
    { line: 3, name: "Bà Bảy", signInName: "bay", email: "", unit: "", roles: [] },
  ]);
  assert.equal(staffLinesOf("ten,email\nLan,lan@example.vn\n"), "no-columns");
  assert.deepEqual(staffLinesOf(""), []);
  assert.equal(staffLinesOf(sampleFile).length, 1);
});

test("passwords for a spreadsheet, nothing of which it runs", () => {
  assert.equal(csvOf([['=HYPERLINK("x")', "nam"]]), '\uFEFF"\'=HYPERLINK(""x"")","nam"\r\n');
  // Where the separator is a semicolon a cell begins inside the text, and a line break begins a row.
  assert.equal(csvOf([["An;=1+1", "a\n@b", "＝1", "a=1;b"]]), '\uFEFF"An;\'=1+1","a\n\'@b","\'＝1","a=1;b"\r\n');
});
