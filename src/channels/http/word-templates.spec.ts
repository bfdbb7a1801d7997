import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { textOfPdf } from "../../../tests/support/pdf.ts";
import { textOfWord, wordFileOf, wordParagraph as p } from "../../../tests/support/word.ts";
import { LetterNotSet } from "../../documents/letter-press.ts";
import { WORD } from "../../documents/word/letter-in-word.ts";

const LETTER = [
  p("MẪU RIÊNG CỦA BKNS"),
  p("Số {so_van_ban}, {dia_danh_ngay_thang}"),
  p("Kính gửi: {kinh_gui}"),
  p("{noi_dung}"),
  p("{#nguoi_ky}{chuc_vu} {ho_ten}{/nguoi_ky}"),
  p("Mã: {ma_xac_nhan}"),
].join("");

function upload(content: Buffer, name = "Mẫu thư trả lời.docx"): Buffer {
  const head = `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${WORD}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from("\r\n--x--\r\n")]);
}
const MULTIPART = { "content-type": "multipart/form-data; boundary=x" };

describe("/word-templates", () => {
  let test: TestApi;
  let hoa: Caller;
  let khanh: Caller;
  let minh: Caller;
  let office: (word: Buffer) => Promise<Buffer>;
  before(async () => {
    test = await openTestApi({ office: { pdf: (word) => office(word) } });
    minh = await test.person("bkns", "minh", "administrator@cskh", "clerk@cskh");
    hoa = await test.person("bkns", "hoa", "clerk@cskh");
    khanh = await test.person("bkns", "khanh", "shift-lead@cskh");
  });
  after(() => test.close());

  const handIn = (body: string, paper = "reply-letter") =>
    minh("POST", `/word-templates/${paper}/versions`, upload(wordFileOf({ body })), MULTIPART);
  const choose = (version: number | null, paper = "reply-letter") =>
    minh("PUT", `/word-templates/${paper}`, { version });
  const replyReady = async () => {
    const made = await hoa("POST", "/complaints", {
      channel: "counter",
      kind: "quality",
      content: "Máy chủ chậm từ tối qua",
      customer: { name: "Nguyễn Thị Xuân", phone: "0912 345 678", email: "xuan@thudo.vn" },
      occurredAt: "2026-03-16T09:05:00+07:00",
    });
    const { complaintId: id, number } = made.body;
    const content = "Máy chủ đã được chuyển sang cụm mới.\nBKNS gia hạn thêm một tháng.";
    const drafted = await hoa("POST", `/complaints/${id}/papers`, { paper: "reply-letter", content });
    const { paperId } = drafted.body.events[0].data;
    await khanh("POST", `/complaints/${id}/papers/${paperId}/signatures`, { by: "shift-lead" });
    return {
      id,
      number,
      paperId,
      issue: () => hoa("POST", `/complaints/${id}/issued-papers`, { paperId, channel: "email" }),
    };
  };
  const documentOf = async (sha256: string) => {
    const content = await test.attachments.open("bkns", sha256);
    assert.ok(content);
    return buffer(content);
  };

  it("are told what is wrong and where, filled in for a try, and then the reply leaves in the provider's own layout", async () => {
    const wrong = await handIn(LETTER.replace("kinh_gui", "kinh_goi"));
    assert.equal(wrong.status, 200, JSON.stringify(wrong.body));
    assert.equal(wrong.body.version, null);
    assert.deepEqual(wrong.body.findings[0], {
      code: "unknown-tag",
      isWrong: true,
      about: "{kinh_goi}",
      suggestion: "kinh_gui",
      where: { part: "body", paragraph: 3, text: "Kính gửi: {kinh_goi}" },
      words: { vi: "Không có trường {kinh_goi}.", en: "There is no field {kinh_goi}." },
    });

    const mended = await handIn(LETTER);
    assert.deepEqual(mended.body, { findings: [], version: 1 });
    const sample = await minh("GET", "/word-templates/reply-letter/versions/1/sample");
    assert.equal(sample.headers["content-type"], WORD);
    const sampleText = textOfWord(sample.raw);
    assert.ok(sampleText.startsWith("BẢN MẪU MẪU RIÊNG CỦA BKNS Số 07/2026/TL-BKNS, Hà Nội,"), sampleText);
    assert.ok(sampleText.includes("Kính gửi: Quý khách Nguyễn Thị Xuân"), sampleText);

    const on = await choose(1);
    assert.deepEqual([on.status, on.body.versionOn], [200, 1]);
    let given: Buffer | undefined;
    office = async (word) => {
      given = word;
      return Buffer.from("%PDF-1.7 from the office");
    };
    const { number, issue } = await replyReady();
    const issued = await issue();
    assert.equal(issued.status, 201, JSON.stringify(issued.body));
    const { letterNumber, attachment } = issued.body.events[0].data;
    assert.deepEqual(
      [attachment.type, attachment.name],
      ["application/pdf", `Thư trả lời ${letterNumber.replace("/", "-")} – ${number}.pdf`],
    );
    const kept = await documentOf(attachment.sha256);
    assert.equal(kept.toString(), "%PDF-1.7 from the office");
    assert.equal(createHash("sha256").update(kept).digest("hex"), attachment.sha256);
    assert.ok(given);
    const text = textOfWord(given);
    assert.ok(text.startsWith(`MẪU RIÊNG CỦA BKNS Số 0${letterNumber}/TL-BKNS, Hà Nội`), text);
    assert.match(text, /Máy chủ đã được chuyển sang cụm mới\. BKNS gia hạn thêm một tháng\..*Người khanh Mã: \S{8,}$/);
  });

  it("lose no number where the office program fails, and no paper leaves in another layout", async () => {
    office = () => Promise.reject(new LetterNotSet("it took too long"));
    const { id, paperId, issue } = await replyReady();
    const failed = await issue();
    assert.deepEqual([failed.status, failed.body.title], [503, "paper-not-set"]);
    office = async () => Buffer.from("%PDF-1.7");
    const issued = await issue();
    const before = await hoa("GET", `/complaints/${id}`);
    assert.deepEqual(
      before.body.papers.map((each: { paperId: string; letterNumber: string }) => [each.paperId, each.letterNumber]),
      [[paperId, issued.body.events[0].data.letterNumber]],
    );
    assert.match(issued.body.events[0].data.letterNumber, /^2\//);
  });

  it("are looked at before they leave, with a complaint that is", async () => {
    office = async () => Buffer.from("%PDF-1.7 preview");
    const { id } = await replyReady();
    const shown = await hoa("POST", `/complaints/${id}/paper-previews?as=picture`, {
      paper: "reply-letter",
      content: "Đang gõ.",
    });
    assert.deepEqual([shown.headers["content-type"], shown.raw.toString()], ["application/pdf", "%PDF-1.7 preview"]);
    const word = await hoa("POST", `/complaints/${id}/paper-previews?as=word`, {
      paper: "reply-letter",
      content: "Đang gõ.",
    });
    assert.match(
      textOfWord(word.raw),
      /^BẢN XEM TRƯỚC MẪU RIÊNG CỦA BKNS Số \.\.\.\.\.\.\/2\d{3}\/TL-BKNS,.* Đang gõ\./,
    );
    const receipt = wordFileOf({ body: LETTER });
    const handed = await minh("POST", "/word-templates/receipt/versions", upload(receipt), MULTIPART);
    assert.equal(handed.body.version, 1, JSON.stringify(handed.body));
    const sample = await minh("GET", `/word-templates/receipt/versions/1/sample?complaintId=${id}`);
    assert.match(textOfWord(sample.raw), /^BẢN XEM TRƯỚC .* Nguyễn Thị Xuân 0912 345 678 xuan@thudo\.vn /);
  });

  it("stay by version; one is on, or none and it is ours again; the organisation's log says who did it", async () => {
    assert.equal((await handIn(LETTER.replace("MẪU RIÊNG", "MẪU MỚI"))).body.version, 2);
    assert.equal((await choose(2)).body.versionOn, 2);
    const listed = await minh("GET", "/word-templates");
    const reply = listed.body.papers.find(({ paper }: { paper: string }) => paper === "reply-letter");
    assert.deepEqual(
      reply.versions.map((each: Record<string, unknown>) => [
        each["version"],
        each["name"],
        each["uploadedBy"],
        each["isOn"],
      ]),
      [
        [2, "Mẫu thư trả lời.docx", "Người minh", true],
        [1, "Mẫu thư trả lời.docx", "Người minh", false],
      ],
    );
    const file = await minh("GET", "/word-templates/reply-letter/versions/1/file");
    assert.ok(textOfWord(file.raw).startsWith("MẪU RIÊNG CỦA BKNS Số {so_van_ban}"));
    assert.equal((await choose(null)).body.versionOn, null);
    assert.equal((await choose(7)).status, 404);
    const { issue } = await replyReady();
    const { attachment } = (await issue()).body.events[0].data;
    assert.ok((await textOfPdf(await documentOf(attachment.sha256))).includes("Độc lập - Tự do - Hạnh phúc"));
    const { body: log } = await minh("GET", "/organisation-log?limit=1000");
    const facts = log.facts.filter(({ type }: { type: string }) => type.startsWith("WordTemplate"));
    assert.deepEqual(
      facts.map(
        ({ type, data, actor }: { type: string; data: Record<string, unknown>; actor: { personId: string } }) => [
          type,
          data["paper"],
          data["version"] ?? null,
          actor.personId,
        ],
      ),
      [
        ["WordTemplateUploaded", "reply-letter", 1, "minh"],
        ["WordTemplateOn", "reply-letter", 1, "minh"],
        ["WordTemplateUploaded", "receipt", 1, "minh"],
        ["WordTemplateUploaded", "reply-letter", 2, "minh"],
        ["WordTemplateOn", "reply-letter", 2, "minh"],
        ["WordTemplateOff", "reply-letter", null, "minh"],
      ],
    );
  });

  it("are for administrators of the organisation, and of a size that a letter has", async () => {
    assert.equal((await hoa("GET", "/word-templates")).status, 403);
    assert.equal((await hoa("PUT", "/word-templates/reply-letter", { version: null })).status, 403);
    const other = await test.person("vntt", "an", "administrator@cskh");
    const { body } = await other("GET", "/word-templates");
    assert.ok(body.papers.every(({ versions }: { versions: unknown[] }) => versions.length === 0));
    assert.equal((await other("GET", "/word-templates/reply-letter/versions/1/file")).status, 404);
    const large = await minh(
      "POST",
      "/word-templates/reply-letter/versions",
      upload(Buffer.alloc(5_000_001)),
      MULTIPART,
    );
    assert.deepEqual([large.status, large.body.title], [413, "too-large"]);
    const notes = await minh("POST", "/word-templates/reply-letter/versions", { a: 1 });
    assert.equal(notes.status, 415);
    const text = await minh("POST", "/word-templates/reply-letter/versions", upload(Buffer.from("hi")), MULTIPART);
    assert.deepEqual(
      [text.body.version, text.body.findings[0].words.vi],
      [null, "Tệp không phải là tài liệu Word .docx."],
    );
    assert.equal(
      (await minh("POST", "/word-templates/poem/versions", upload(Buffer.from("hi")), MULTIPART)).status,
      404,
    );
  });

  it("may name what is listed, each with an example, and begin from the program's own layout", async () => {
    const { body } = await minh("GET", "/word-templates");
    assert.equal(body.isSetAsPdf, true);
    const field = (tag: string) => body.fields.find((each: { tag: string }) => each.tag === tag);
    assert.deepEqual(field("so_van_ban"), {
      tag: "so_van_ban",
      kind: "text",
      written: "{so_van_ban}",
      list: null,
      about: { vi: "Số và ký hiệu, lấy từ sổ khi phát hành", en: "Number and symbol" },
      example: field("so_van_ban").example,
    });
    assert.match(field("so_van_ban").example, /^07\/2026\/[A-ZĐ]+-BKNS$/);
    assert.deepEqual([field("ho_ten").list, field("ho_ten").example], ["nguoi_ky", "Trần Thị Lan"]);
    assert.equal(field("ma_qr").written, "{%ma_qr}");
    for (const { paper } of body.papers) {
      const starter = await minh("GET", `/word-templates/${paper}/starter`);
      const taken = await minh("POST", `/word-templates/${paper}/versions`, upload(starter.raw), MULTIPART);
      assert.deepEqual(taken.body.findings, [], paper);
    }
  });
});

describe("/word-templates without an office program", () => {
  it("issue the filled Word file itself, numbered and frozen as any paper", async () => {
    const test = await openTestApi();
    try {
      const minh = await test.person("bkns", "minh", "administrator@cskh", "clerk@cskh");
      assert.equal((await minh("GET", "/word-templates")).body.isSetAsPdf, false);
      const body = LETTER.replace("{kinh_gui}", "{ten_khach_hang}");
      await minh("POST", "/word-templates/receipt/versions", upload(wordFileOf({ body })), MULTIPART);
      assert.equal((await minh("PUT", "/word-templates/receipt", { version: 1 })).status, 200);
      const made = await minh("POST", "/complaints", {
        channel: "counter",
        kind: "quality",
        content: "Máy chủ chậm",
        customer: { name: "Nguyễn Thị Xuân {so_van_ban}", phone: "0912 345 678" },
      });
      const issued = await minh("POST", `/complaints/${made.body.complaintId}/issued-papers`, {
        paper: "receipt",
        channel: "counter",
      });
      assert.equal(issued.status, 201, JSON.stringify(issued.body));
      const { letterNumber, attachment } = issued.body.events[2].data;
      assert.deepEqual([attachment.type, attachment.name.endsWith(".docx")], [WORD, true]);
      const content = await test.attachments.open("bkns", attachment.sha256);
      assert.ok(content);
      const text = textOfWord(await buffer(content));
      assert.ok(text.includes(`Số 0${letterNumber}/PTN-BKNS`), text);
      assert.ok(text.includes("Kính gửi: Nguyễn Thị Xuân {so_van_ban}"), text);
    } finally {
      await test.close();
    }
  });
});
