import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { textOfPdf } from "../../../tests/support/pdf.ts";
import { textOfWord } from "../../../tests/support/word.ts";
import { WORD } from "../../documents/word/letter-in-word.ts";
import { readParts } from "../../documents/word/word-parts.ts";

describe("an issued paper, asked for again", () => {
  let test: TestApi;
  let hoa: Caller;
  before(async () => {
    test = await openTestApi();
    hoa = await test.person("bkns", "hoa", "clerk@cskh");
  });
  after(() => test.close());

  it("is the document itself, and as a Word file a copy of it as the file stood then, marked as one", async () => {
    const made = await hoa("POST", "/complaints", {
      channel: "counter",
      kind: "quality",
      content: "Máy chủ chậm từ tối qua",
      customer: { name: "Nguyễn Thị Xuân", phone: "0912 345 678" },
      occurredAt: "2026-03-16T09:05:00+07:00",
    });
    const { complaintId: id } = made.body;
    const issued = await hoa("POST", `/complaints/${id}/issued-papers`, { paper: "receipt", channel: "counter" });
    const { paperId } = issued.body.events[2].data;
    // What the file says later does not stand in the copy.
    const later = await hoa("POST", `/complaints/${id}/notes`, { text: "Khách gọi lại" });
    assert.ok(later.status < 300, JSON.stringify(later.body));
    const again = await hoa("POST", `/complaints/${id}/paper-previews`, { paperId });
    assert.equal(again.headers["content-type"], "application/pdf");
    const pdf = await textOfPdf(again.raw);
    const word = await hoa("POST", `/complaints/${id}/paper-previews?as=word`, { paperId });
    assert.equal(word.headers["content-type"], WORD);
    const copy = textOfWord(word.raw);
    // All but what confirms the document, which the copy is not.
    assert.ok(pdf.startsWith(copy), `${pdf}\n${copy}`);
    assert.match(copy, /Số: 01\/20\d\d\/PTN-BKNS .* NHÂN VIÊN CHĂM SÓC KHÁCH HÀNG \(Đã ký\) Người hoa$/);
    assert.match(readParts(word.raw).get("word/header2.xml")?.toString() ?? "", /string="BẢN SAO"/);
  });
});
