import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plainFilling } from "../../../tests/support/plain-filling.ts";
import { textOfWord, wordFileOf, wordParagraph as p } from "../../../tests/support/word.ts";
import { filledTemplate } from "./fill-template.ts";
import { readParts } from "./word-parts.ts";

const DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

/** What a reader finds once paragraphs are filled in. */
function filled(paragraphs: string[], letter: Parameters<typeof plainFilling>[0] = {}): string {
  return textOfWord(filledTemplate(wordFileOf({ body: paragraphs.join("") }), plainFilling(letter)));
}

describe("a template that is filled in", () => {
  it("says what the letter and the file say, list by list", () => {
    const text = filled([
      p("{ten_don_vi} {so_van_ban} {trich_yeu}"),
      p("{#doan}"),
      p("+ {dong}"),
      p("{/doan}"),
      p("{#nguoi_ky}{thay_mat}{chuc_vu}: {ho_ten} {ghi_chu_ky}{/nguoi_ky}"),
      p("{#noi_nhan}- {ten_noi_nhan} {/noi_nhan}"),
      p("{ngay}/{thang}/{nam} {ma_xac_nhan} {dia_chi_xac_nhan}"),
      p("{ten_khach_hang}, {so_khieu_nai}, {ngay_nhan}, {cam_ket}"),
    ]);
    assert.equal(
      text,
      "Công ty BKNS 07/2026/TL-BKNS V/v trả lời khiếu nại + Đoạn một. + Đoạn hai. GIÁM ĐỐC: Trần Thị Lan (Đã ký) " +
        "- Như trên; - Lưu: VT. 16/03/2026 MA-XAC-NHAN https://khieunai.bkns.vn/xac-nhan/MA " +
        "Nguyễn Thị Xuân, KN-2026-000123, 02/03/2026, Giảm trừ cước tháng 3 (trước hết thứ sáu 10/04/2026)",
    );
  });

  it("repeats the items of a form, with what stands before and after them", () => {
    const text = filled(
      [p("{#doan_truoc}{dong_truoc}{/}"), p("{#muc}{ten_muc}={gia_tri};{/}"), p("{#doan_sau}{dong_sau}{/}")],
      {
        body: [
          { kind: "text", text: "Trước." },
          {
            kind: "rows",
            rows: [
              { label: "Số", value: "1" },
              { label: "Ý kiến", value: null },
            ],
          },
          { kind: "text", text: "Sau." },
        ],
      },
    );
    assert.equal(text, "Trước. Số=1;Ý kiến=…………………………; Sau.");
  });

  it("takes what people typed for words: no field, no tag, no picture", () => {
    const typed = "{so_van_ban} {#muc} </w:t></w:p> &amp; <b> {%ma_qr} {constructor} \u0001";
    const text = filled([p("{noi_dung}")], { body: [{ kind: "text", text: typed }] });
    assert.equal(text, "{so_van_ban} {#muc} </w:t></w:p> &amp; <b> {%ma_qr} {constructor}");
    assert.equal(filled([p("[{constructor}{__proto__}{toString}]")]), "[]");
  });

  it("holds the QR code and the pictures of signatures, and nothing where there are none", () => {
    const body = [p("Mã: {%ma_qr}."), p("{#nguoi_ky}{%chu_ky}{ho_ten}{/}")].join("");
    const signed = { delegation: null, title: "GĐ", name: "Lan", note: null };
    const picture = { type: "image/png" as const, base64: DOT };
    const word = filledTemplate(wordFileOf({ body }), plainFilling({ signatories: [{ ...signed, picture }] }));
    const parts = readParts(word);
    assert.deepEqual(
      [...parts.keys()].filter((name) => name.startsWith("word/media/")),
      ["word/media/hoiam1.png", "word/media/hoiam2.png"],
    );
    const xml = parts.get("word/document.xml")?.toString() ?? "";
    assert.deepEqual(xml.match(/r:embed="[^"]+"/g), ['r:embed="hoiam1"', 'r:embed="hoiam2"']);
    assert.match(
      parts.get("word/_rels/document.xml.rels")?.toString() ?? "",
      /Id="hoiam2"[^>]+Target="media\/hoiam2.png"/,
    );
    assert.match(
      parts.get("[Content_Types].xml")?.toString() ?? "",
      /<Default Extension="png" ContentType="image\/png"\/>/,
    );
    const none = filledTemplate(wordFileOf({ body }), plainFilling({ confirmation: null }));
    assert.equal(textOfWord(none), "Mã: . Trần Thị Lan");
  });

  it("bears the mark of a preview or of practice, which no template can leave out", () => {
    assert.equal(filled([p("Thư")], { mark: "TẬP HUẤN" }), "TẬP HUẤN Thư");
  });

  it("has the title and the author of the letter, nothing of who wrote the template, and is the same file each time", () => {
    const core =
      "<cp:coreProperties><dc:creator>Nguyễn Văn Soạn</dc:creator><dc:title>{sai</dc:title></cp:coreProperties>";
    const template = wordFileOf({
      body: p("Thư"),
      parts: { "docProps/core.xml": core, "docProps/app.xml": "<Properties><Manager>Sếp</Manager></Properties>" },
    });
    const word = filledTemplate(template, plainFilling());
    const parts = readParts(word);
    assert.match(
      parts.get("docProps/core.xml")?.toString() ?? "",
      /<dc:title>Thư trả lời – KN-2026-000123<\/dc:title>/,
    );
    for (const each of parts.values()) assert.doesNotMatch(each.toString("latin1"), /Manager/);
    assert.doesNotMatch(parts.get("docProps/core.xml")?.toString() ?? "", /Soạn/);
    assert.ok(filledTemplate(template, plainFilling()).equals(word));
  });
});
