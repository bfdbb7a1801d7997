import assert from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import { describe, it } from "node:test";
import { textOfWord, wordFileOf, wordLink, wordParagraph as p } from "../../../tests/support/word.ts";
import { checkedTemplate, type CheckedTemplate } from "./check-template.ts";
import { filledTemplate } from "./fill-template.ts";
import { plainFilling } from "../../../tests/support/plain-filling.ts";
import { fieldsOfFile, letterFields } from "./template-fields.ts";
import { writeParts } from "./word-parts.ts";

const numbered = { isNumbered: true, isSigned: true, isAddressed: true };
const plainNote = { isNumbered: false, isSigned: false, isAddressed: false };
/** Everything that a numbered letter needs. */
const whole = [
  p("Số: {so_van_ban}"),
  p("{dia_danh_ngay_thang}"),
  p("Kính gửi: {kinh_gui}"),
  p("{noi_dung}"),
  p("{#nguoi_ky}{chuc_vu} {ho_ten}{/nguoi_ky}"),
  p("{ma_xac_nhan}"),
];

function check(file: Buffer, wanted = plainNote): CheckedTemplate {
  return checkedTemplate(file, { wanted, sample: plainFilling() });
}

/** What is told of the paragraphs of a template, in Vietnamese. */
function told(paragraphs: string[], wanted = plainNote): string[] {
  const body = [p("{dia_danh_ngay_thang} {noi_dung}"), ...paragraphs].join("");
  return check(wordFileOf({ body }), wanted).findings.map(({ words }) => words.vi);
}

describe("a Word template that is handed in", () => {
  it("is taken where every field is known and none is missing", () => {
    const { template, findings } = check(wordFileOf({ body: whole.join("") }), numbered);
    assert.deepEqual(findings, []);
    assert.ok(template);
    assert.equal(
      textOfWord(filledTemplate(template, plainFilling())),
      "Số: 07/2026/TL-BKNS Hà Nội, ngày 16 tháng 3 năm 2026 Kính gửi: Quý khách Lê Minh Đoạn một. Đoạn hai. GIÁM ĐỐC Trần Thị Lan MA-XAC-NHAN",
    );
  });

  it("is told which field there is not, what was meant, and where it stands", () => {
    const body = [p("Mở đầu"), p("Kính gửi: {kinh_gủi}, {ten_khach_hanh}")].join("");
    const unknown = check(wordFileOf({ body })).findings.filter(({ code }) => code === "unknown-tag");
    const where = { part: "body", paragraph: 2, text: "Kính gửi: {kinh_gủi}, {ten_khach_hanh}" };
    assert.deepEqual(unknown, [
      {
        code: "unknown-tag",
        isWrong: true,
        about: "{kinh_gủi}",
        suggestion: "kinh_gui",
        where,
        words: { vi: "Không có trường {kinh_gủi}.", en: "There is no field {kinh_gủi}." },
      },
      {
        code: "unknown-tag",
        isWrong: true,
        about: "{ten_khach_hanh}",
        suggestion: "ten_khach_hang",
        where,
        words: { vi: "Không có trường {ten_khach_hanh}.", en: "There is no field {ten_khach_hanh}." },
      },
    ]);
    assert.deepEqual(told([p("{khong_gan_gi_ca_xyz}")]), ["Không có trường {khong_gan_gi_ca_xyz}."]);
  });

  it("is read as whoever wrote it sees it, into however many pieces Word cut it and in capitals too", () => {
    assert.deepEqual(told([p("{", "TEN_", "DON_VI", "}")]), []);
    assert.deepEqual(told([p("{ten_", "dom_vi}")]), ["Không có trường {ten_dom_vi}."]);
  });

  it("is told of parts that are not closed, closed twice, crosswise, or one list in another", () => {
    assert.deepEqual(told([p("{#nguoi_ky}{ho_ten}")]), ["{#nguoi_ky} chưa được đóng lại."]);
    assert.deepEqual(told([p("{/nguoi_ky}")]), ["{/nguoi_ky} đóng một phần chưa được mở."]);
    assert.deepEqual(told([p("{#nguoi_ky}{ho_ten}{/muc}")]), ["{/muc} đóng sai: phần đang mở là {#nguoi_ky}."]);
    assert.deepEqual(told([p("{#nguoi_ky}{#muc}{ten_muc}{/}{/}")]), ["{#muc} nằm trong một danh sách khác."]);
    assert.deepEqual(told([p("{#trich_yeu}Về: {trich_yeu}{/trich_yeu}{^trich_yeu}Không{/}")]), []);
  });

  it("is told of fields at the wrong place, and of braces that stand alone", () => {
    assert.deepEqual(told([p("{ho_ten}")]), ["{ho_ten} chỉ dùng được giữa {#nguoi_ky} và {/nguoi_ky}."]);
    assert.deepEqual(told([p("{nguoi_ky}")]), [
      "{nguoi_ky} là danh sách: viết {#…} ở đầu và {/…} ở cuối phần lặp lại.",
    ]);
    assert.deepEqual(told([p("{ma_qr} {%so_van_ban}")]), [
      "{ma_qr} là hình: viết {%ma_qr}.",
      "{%so_van_ban} là chữ: viết {so_van_ban}.",
    ]);
    assert.deepEqual(told([p("{ten_don_vi"), p("so_van_ban}")]), [
      "Có dấu { mà không có dấu }.",
      "Có dấu } mà không có dấu {.",
    ]);
  });

  it("is told what such a paper must hold", () => {
    const { findings } = check(wordFileOf({ body: p("Kính gửi ai đó") }), numbered);
    assert.deepEqual(
      findings.map(({ words, isWrong }) => [words.vi, isWrong]),
      [
        ["Thiếu số văn bản: {so_van_ban}.", true],
        ["Thiếu ngày tháng: {dia_danh_ngay_thang}, hoặc {ngay}, {thang} và {nam}.", true],
        ["Thiếu nội dung: {noi_dung}, {#doan} hoặc {#muc}.", true],
        ["Thiếu người ký: {#nguoi_ky}.", true],
        ["Thiếu mã để kiểm tra văn bản: {%ma_qr} hoặc {ma_xac_nhan}.", true],
        ["Không có nơi kính gửi: {kinh_gui} hoặc {#nguoi_nhan}.", false],
      ],
    );
  });

  it("names every field once", () => {
    const names = [
      ...Object.values(fieldsOfFile).map(({ tag }) => tag),
      ...letterFields.flatMap((field) => [
        field.tag,
        ...(field.kind === "list" ? field.inside.map(({ tag }) => tag) : []),
      ]),
    ];
    assert.equal(new Set(names).size, names.length);
    for (const each of names) assert.match(each, /^[a-z0-9_]+$/);
  });
});

describe("a hostile Word file", () => {
  const codes = (file: Buffer) => check(file).findings.map(({ code }) => code);
  const body = p("{dia_danh_ngay_thang} {noi_dung}");

  it("is refused where it is none, or no .docx", () => {
    assert.deepEqual(codes(Buffer.from("PK\u0003\u0004 not really")), ["not-word"]);
    assert.deepEqual(codes(Buffer.alloc(0)), ["not-word"]);
    assert.deepEqual(codes(wordFileOf({ body, type: "template" })), ["wrong-type"]);
    const macroEnabled =
      '<Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>';
    assert.deepEqual(codes(wordFileOf({ body, declared: macroEnabled })), ["wrong-type"]);
  });

  it("is refused with macros, whatever its name, and with what is embedded in it", () => {
    assert.deepEqual(codes(wordFileOf({ body, parts: { "word/vbaProject.bin": "x" } })), ["macros"]);
    const hidden = { parts: { "word/x.bin": "x" }, links: wordLink("rId9", "vbaProject", "x.bin") };
    assert.deepEqual(codes(wordFileOf({ body, ...hidden })), ["macros"]);
    assert.deepEqual(codes(wordFileOf({ body, links: wordLink("rId9", "oleObject", "embeddings/oleObject1.bin") })), [
      "embedded",
    ]);
    assert.deepEqual(codes(wordFileOf({ body, links: wordLink("rId9", "aFChunk", "chunk.html") })), ["embedded"]);
  });

  it("is refused where it fetches something from elsewhere; plain links are taken out", () => {
    const image = wordLink("rId9", "image", "https://example.vn/spy.png");
    const { findings } = check(wordFileOf({ body, links: image }));
    assert.deepEqual(
      findings.map(({ words }) => words.vi),
      ["Tệp gọi nội dung ở nơi khác (https://example.vn/spy.png); hãy chèn hẳn vào tệp."],
    );
    const link =
      '<w:p><w:hyperlink r:id="rId9"><w:r><w:t>bkns.vn</w:t></w:r></w:hyperlink><w:hyperlink w:anchor="a"><w:r><w:t>mục</w:t></w:r></w:hyperlink></w:p>';
    const checked = check(
      wordFileOf({ body: body + link, links: wordLink("rId9", "hyperlink", "https://bkns.vn/?a=1&b=2") }),
    );
    assert.deepEqual(
      checked.findings.map(({ words, isWrong }) => [words.vi, isWrong]),
      [["Đã bỏ liên kết đến https://bkns.vn/?a=1&b=2; chữ vẫn giữ nguyên.", false]],
    );
    assert.ok(checked.template);
    assert.ok(
      textOfWord(checked.template).endsWith("bkns.vn mục") || textOfWord(checked.template).endsWith("bkns.vnmục"),
    );
    const kept = checked.template.toString("latin1");
    assert.ok(!kept.includes("https://"));
  });

  it("is refused where it fetches something from elsewhere however that is written, as a reader of XML would find it", () => {
    const links = (attributes: string) => `<Relationship Id="rId9" Type="http://x/image" ${attributes}/>`;
    for (const written of [
      'Target="http://127.0.0.1/a.png" TargetMode="external "',
      "Target='file:///etc/passwd' TargetMode = 'External'",
      'x:TargetMode="" Target="a.png" TargetMode="External"',
      `Note=' TargetMode="Internal" ' Target="a.png" TargetMode='External'`,
      'Target="a.png" TargetMode="&#0000000069;xternal"',
      'Target="file:///etc/passwd"',
      'Target="//example.vn/a.png"',
      'Target="C:\\anh.png"',
    ])
      assert.deepEqual(codes(wordFileOf({ body, links: links(written) })), ["external"], written);
    const hidden = `<?x '?>${links('Target="http://example.vn" TargetMode="External"')}<?x '?>`;
    assert.deepEqual(codes(wordFileOf({ body, links: hidden })), ["external"]);
    assert.deepEqual(codes(wordFileOf({ body, links: links('Target="media/a.png" TargetMode="Internal"') })), []);
    const rels = `<Relationships>${links('Target="http://example.vn" TargetMode="External"')}</Relationships>`;
    assert.deepEqual(codes(wordFileOf({ body, parts: { "word/_rels/footer1.xml.RELS": rels } })), ["external"]);
  });

  it("is refused with what stands in a part that no list names, or whose name says that it is none of words", () => {
    const field = '<w:p><w:fldSimple w:instr="INCLUDEPICTURE x"/></w:p>';
    assert.deepEqual(codes(wordFileOf({ body, parts: { "word/lost.xml": `<w:hdr>${field}</w:hdr>` } })), [
      "word-field",
    ]);
    assert.deepEqual(codes(wordFileOf({ body, parts: { "word/head.bin": `\ufeff <w:hdr>${field}</w:hdr>` } })), [
      "word-field",
    ]);
    const utf16 = Buffer.from(`\ufeff<w:hdr>${field}</w:hdr>`, "utf16le");
    assert.deepEqual(codes(wordFileOf({ body, parts: { "word/head.bin": utf16 } })), ["not-utf-8"]);
    const far = `<w:p xmlns:x${" ".repeat(20)}=${" ".repeat(20)}"http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>`;
    assert.deepEqual(codes(wordFileOf({ body: body + far })), ["wrong-type"]);
    const drawn = '<w:p xmlns:y="urn:schemas-microsoft-com:vml"><y:imagedata src="http://example.vn/a.png"/></w:p>';
    assert.deepEqual(codes(wordFileOf({ body: body + drawn })), ["wrong-type"]);
  });

  it("is refused where a drawing fetches something by itself, or where words stand under another prefix than we look at", () => {
    const drawn = (attribute: string) =>
      codes(wordFileOf({ body: `${body}<w:p><w:r><w:pict><v:imagedata ${attribute}/></w:pict></w:r></w:p>` }));
    assert.deepEqual(drawn('src="file:///etc/passwd"'), ["external"]);
    assert.deepEqual(drawn('o:href="http://example.vn/a.png"'), ["external"]);
    assert.deepEqual(drawn('o:title="logo"'), []);
    const svg = '<svg xmlns:xlink="x"><image xlink:href="file:///etc/hostname"/></svg>';
    assert.deepEqual(codes(wordFileOf({ body, parts: { "word/media/image1.svg": svg } })), ["external"]);
    const other =
      '<w:p xmlns:x="http:&#47;&#47;schemas.openxmlformats.org/wordprocessingml/2006/main"><x:fldSimple x:instr="INCLUDETEXT"/></w:p>';
    assert.deepEqual(codes(wordFileOf({ body: body + other })), ["wrong-type"]);
  });

  it("is refused with XML entities, another encoding, tracked changes, comments and fields that fetch or compute", () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>';
    assert.deepEqual(codes(wordFileOf({ body, parts: { "word/document.xml": bomb } })), ["entities"]);
    const utf16 = Buffer.from("<w:document/>", "utf16le");
    assert.deepEqual(codes(wordFileOf({ body, parts: { "word/document.xml": utf16 } })), ["not-utf-8"]);
    assert.deepEqual(codes(wordFileOf({ body: `${body}<w:p><w:ins><w:r><w:t>x</w:t></w:r></w:ins></w:p>` })), [
      "tracked",
    ]);
    assert.deepEqual(codes(wordFileOf({ body: `${body}<w:p><w:commentRangeStart w:id="1"/></w:p>` })), ["comments"]);
    const field = (...code: string[]) =>
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
      code.map((each) => `<w:r><w:instrText>${each}</w:instrText></w:r>`).join("") +
      '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';
    assert.deepEqual(codes(wordFileOf({ body: body + field(" PAGE ") })), []);
    for (const code of [["DDE", "AUTO c:\\\\cmd"], ["INCLUDEPICTURE http://x"], ["= 1 + 1"], ["HYPERLINK http://x"]])
      assert.deepEqual(codes(wordFileOf({ body: body + field(...code) })), ["word-field"], code.join(""));
    assert.deepEqual(codes(wordFileOf({ body: `${body}<w:p><w:fldSimple w:instr="DATE"/></w:p>` })), ["word-field"]);
  });

  it("is refused where it would unpack to more than a letter, whether it says so or not", () => {
    const much = Buffer.alloc(30_000_000, "a");
    assert.deepEqual(codes(wordFileOf({ body, parts: { "word/media/image1.png": much } })), ["too-large"]);
    const file = wordFileOf({ body, parts: { "word/media/image1.png": Buffer.alloc(1_000_000, "a") } });
    // In its folder the picture is said to have 10 bytes.
    const packed = deflateRawSync(Buffer.alloc(1_000_000, "a"));
    assert.ok(packed.length < 2000);
    const lied = Buffer.from(file);
    for (let place = 0; place < lied.length - 4; place += 1)
      if (lied.readUInt32LE(place) === 1_000_000) lied.writeUInt32LE(10, place);
    assert.deepEqual(codes(lied), ["not-word"]);
    const many = Object.fromEntries(Array.from({ length: 500 }, (_none, each) => [`word/media/${each}.png`, "x"]));
    assert.deepEqual(codes(wordFileOf({ body, parts: many })), ["too-large"]);
  });

  it("is refused with two parts that a reader may take for one, or with a name that leads elsewhere", () => {
    for (const name of ["word/Document.xml", "../outside.xml", "word\\\\styles.xml", "/word/styles.xml"])
      assert.deepEqual(codes(wordFileOf({ body, parts: { [name]: "<x/>" } })), ["not-word"], name);
  });

  it("is refused with more fields than any letter has, before anything is filled in", () => {
    assert.deepEqual(codes(wordFileOf({ body: p("{noi_dung}".repeat(401)) })), ["too-many-tags"]);
  });

  it("comes back whole from being packed", () => {
    const parts = new Map([["a.xml", Buffer.from("<a/>")]]);
    assert.ok(writeParts(parts).equals(writeParts(parts)));
  });
});
