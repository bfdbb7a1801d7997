import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { buffer } from "node:stream/consumers";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { writeInside } from "../../projections/inside-organisation.ts";
import { removeUnnamedContents } from "../../store/attachments/remove-unnamed.ts";
import { textOfPdf } from "../../../tests/support/pdf.ts";

/** Without the day of issue, which is the day of the test. */
function undated(text: string): string {
  return text.replace(/Hà Nội, .*? năm \d{4}/, "Hà Nội, …");
}

/** How a letter ends that anybody may ask about. */
function confirmed(code: string): string {
  assert.match(code, /^bkns(-[0-9A-HJKMNP-TV-Z]{4}){4}$/);
  return (
    ` Mã xác nhận văn bản: ${code} Quét mã, hoặc nhập mã tại http://localhost:8080/xac-nhan, ` +
    "để biết văn bản này do Công ty Cổ phần Giải pháp mạng Bạch Kim – BKNS phát hành."
  );
}

describe("a paper that the program makes", () => {
  let test: TestApi;
  let hoa: Caller;
  before(async () => {
    test = await openTestApi();
    hoa = await test.person("bkns", "hoa", "clerk@cskh");
  });
  after(() => test.close());

  const atTheCounter = async () => {
    const { status, body } = await hoa("POST", "/complaints", {
      channel: "counter",
      kind: "quality",
      content: "Máy chủ chậm từ tối qua",
      remedySought: "Kiểm tra và gia hạn một tháng",
      customer: { name: "Nguyễn Thị Xuân", phone: "0912 345 678", email: "xuan@thudo.vn" },
      // A Monday.
      occurredAt: "2026-03-16T09:05:00+07:00",
    });
    assert.equal(status, 201, JSON.stringify(body));
    return body as { complaintId: string; number: string };
  };
  const pdfOf = async (sha256: string) => {
    const content = await test.attachments.open("bkns", sha256);
    assert.ok(content);
    return buffer(content);
  };
  const owedIn = async (id: string) => {
    const { body } = await hoa("GET", `/complaints/${id}`);
    return body.papersOwed.map((each: { duty: string; issuedAs: string | null }) => [
      each.duty,
      each.issuedAs !== null,
    ]);
  };

  it("is issued without a file: numbered, signed by who issues it, frozen under its hash, and no longer owed", async () => {
    const { complaintId: id, number } = await atTheCounter();
    assert.deepEqual(await owedIn(id), [
      ["receipt-in-person", false],
      ["law-receipt-at-counter", false],
    ]);
    const issued = await hoa("POST", `/complaints/${id}/issued-papers`, { paper: "receipt", channel: "counter" });
    assert.equal(issued.status, 201, JSON.stringify(issued.body));
    assert.deepEqual(
      issued.body.events.slice(0, 3).map(({ type }: { type: string }) => type),
      ["PaperDrafted", "PaperSigned", "PaperIssued"],
    );
    const { letterNumber, attachment, ...stands } = issued.body.events[2].data;
    assert.match(letterNumber, /^1\/20\d\d$/);
    assert.deepEqual(
      [attachment.type, attachment.name],
      ["application/pdf", `Phiếu tiếp nhận ${letterNumber.replace("/", "-")} – ${number}.pdf`],
    );
    assert.deepEqual(await owedIn(id), [
      ["receipt-in-person", true],
      ["law-receipt-at-counter", true],
    ]);

    const pdf = await pdfOf(attachment.sha256);
    assert.equal(createHash("sha256").update(pdf).digest("hex"), attachment.sha256);
    assert.equal(pdf.length, attachment.bytes);
    const [year] = letterNumber.split("/").toReversed();
    assert.equal(
      undated(await textOfPdf(pdf)),
      "CÔNG TY CỔ PHẦN GIẢI PHÁP MẠNG BẠCH KIM – BKNS CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc " +
        `Số: 01/${year}/PTN-BKNS Hà Nội, … PHIẾU TIẾP NHẬN Khiếu nại số ${number} Số phiếu: 1/${year} ` +
        "Ngày tiếp nhận: 09:05 thứ hai 16/03/2026 " +
        "Khách hàng và cách liên hệ: Nguyễn Thị Xuân 0912 345 678 xuan@thudo.vn Nội dung sự việc: Máy chủ chậm từ tối qua " +
        "Ý kiến phản ánh: Khiếu nại chất lượng dịch vụ Yêu cầu của khách hàng: Kiểm tra và gia hạn một tháng " +
        "Thời hạn: Thư trả lời hoặc Giấy mời trong 48 giờ: 09:05 thứ tư 18/03/2026 " +
        "Giải quyết trong 20 ngày: hết thứ hai 06/04/2026 " +
        "Nếu không đồng ý với kết quả giải quyết, Quý khách có quyền đề nghị xem xét lại, hoặc nhờ giải quyết tại: " +
        "cơ quan bảo vệ quyền lợi người tiêu dùng, tổ chức bảo vệ quyền lợi người tiêu dùng, Trọng tài, Tòa án. " +
        `NHÂN VIÊN CHĂM SÓC KHÁCH HÀNG (Đã ký) Người hoa${confirmed(stands.confirmationCode)}`,
    );
    assert.deepEqual(
      [stands.numberOnPaper, stands.subject, stands.recipient],
      [`01/${year}/PTN-BKNS`, `Khiếu nại số ${number}`, undefined],
    );
  });

  it("says what somebody drafted, once those whom the procedure names have signed it", async () => {
    const khanh = await test.person("bkns", "khanh", "shift-lead@cskh");
    const { complaintId: id, number } = await atTheCounter();
    const tooEarly = await hoa("POST", `/complaints/${id}/issued-papers`, { paper: "reply-letter" });
    assert.deepEqual([tooEarly.status, tooEarly.body.title], [422, "paper-empty"]);
    const content = "Máy chủ đã được chuyển sang cụm mới.\nBKNS gia hạn thêm một tháng.";
    const drafted = await hoa("POST", `/complaints/${id}/papers`, { paper: "reply-letter", content });
    const { paperId } = drafted.body.events[0].data;
    const unsigned = await hoa("POST", `/complaints/${id}/issued-papers`, { paperId });
    assert.deepEqual([unsigned.status, unsigned.body.title], [409, "paper-not-ready"]);
    await khanh("POST", `/complaints/${id}/papers/${paperId}/signatures`, { by: "shift-lead" });
    const issued = await hoa("POST", `/complaints/${id}/issued-papers`, { paperId, channel: "email" });
    assert.equal(issued.status, 201, JSON.stringify(issued.body));
    const { letterNumber, attachment, ...stands } = issued.body.events[0].data;
    const said = undated(await textOfPdf(await pdfOf(attachment.sha256)));
    assert.equal(
      said.slice(said.indexOf("Số:")),
      `Số: 0${letterNumber}/TL-BKNS V/v trả lời khiếu nại số ${number} Hà Nội, … Kính gửi: Quý khách Nguyễn Thị Xuân ` +
        "Máy chủ đã được chuyển sang cụm mới. BKNS gia hạn thêm một tháng. " +
        `Nơi nhận: - Như trên; - Lưu: VT, Bộ phận CSKH, hồ sơ ${number}. ` +
        `PHỤ TRÁCH BỘ PHẬN CHĂM SÓC KHÁCH HÀNG (Đã ký) Người khanh${confirmed(stands.confirmationCode)}`,
    );
    assert.deepEqual(
      [stands.numberOnPaper, stands.subject, stands.recipient],
      [`0${letterNumber}/TL-BKNS`, `V/v trả lời khiếu nại số ${number}`, "Quý khách Nguyễn Thị Xuân"],
    );
  });

  it("is made once where it is asked twice, and a number is not lost where nothing can be said", async () => {
    const { complaintId: id } = await atTheCounter();
    const key = { "idempotency-key": "receipt-of-this-spec" };
    const issue = () => hoa("POST", `/complaints/${id}/issued-papers`, { paper: "receipt" }, key);
    const [one, again] = [await issue(), await issue()];
    assert.deepEqual([one.body.repeated, again.body.repeated], [false, true]);
    assert.deepEqual(again.body.events, one.body.events);
    const { complaintId: other } = await atTheCounter();
    await hoa("POST", `/complaints/${other}/issued-papers`, { paper: "reply-letter" });
    const next = await hoa("POST", `/complaints/${other}/issued-papers`, { paper: "receipt" });
    const numberIn = ({ body }: { body: { events: { type: string; data: { letterNumber: string } }[] } }) =>
      Number(body.events.find(({ type }) => type === "PaperIssued")?.data.letterNumber.split("/")[0]);
    assert.equal(numberIn(next), numberIn(one) + 1);
  });

  it("leaves no file behind where it could not be issued: the number goes to the next, and housekeeping finds the file", async () => {
    const { complaintId: id } = await atTheCounter();
    const { has } = test.attachments;
    test.attachments.has = () => Promise.resolve(false);
    const failed = await hoa("POST", `/complaints/${id}/issued-papers`, { paper: "receipt" });
    test.attachments.has = has;
    assert.deepEqual([failed.status, failed.body.title], [503, "paper-taken-away"]);
    const left = await writeInside(test.database.pool, "bkns", async (connection) => {
      const { rows } = await connection.query<{ sha256: string }>(
        `update attachment set wanted_at = now() - interval '25 hours'
         where organisation = 'bkns' and not is_named returning sha256`,
      );
      return rows.map(({ sha256 }) => sha256);
    });
    assert.equal(left.length, 1);
    assert.equal(await test.attachments.has("bkns", left[0] ?? ""), true);
    const { pool } = test.database;
    const removed = await removeUnnamedContents(
      { pool, attachments: test.attachments },
      { organisation: "bkns", limit: 10 },
    );
    assert.equal(removed, 1);
    assert.equal(await test.attachments.has("bkns", left[0] ?? ""), false);
    assert.equal((await hoa("POST", `/complaints/${id}/issued-papers`, { paper: "receipt" })).status, 201);
  });

  it("is looked at before it leaves: nothing is kept, and it has no number", async () => {
    const { complaintId: id } = await atTheCounter();
    const shown = await hoa("POST", `/complaints/${id}/paper-previews`, { paper: "receipt" });
    assert.deepEqual([shown.status, shown.headers["content-type"]], [200, "application/pdf"]);
    const { body: file } = await hoa("GET", `/complaints/${id}/documents`);
    assert.deepEqual(file.documents, []);
    const empty = await hoa("POST", `/complaints/${id}/paper-previews`, { paper: "invitation" });
    assert.deepEqual([empty.status, empty.body.title], [422, "paper-empty"]);
    const unknown = await hoa("POST", `/complaints/${id}/paper-previews`, { paper: "poem" });
    assert.equal(unknown.status, 404);
  });

  it("gets the program's words where it is drafted without any", async () => {
    const { complaintId: id, number } = await atTheCounter();
    const drafted = await hoa("POST", `/complaints/${id}/papers`, { paper: "acknowledgement" });
    assert.equal(drafted.status, 201, JSON.stringify(drafted.body));
    assert.equal(
      drafted.body.events[0].data.content,
      `BKNS đã nhận khiếu nại của Quý khách lúc 09:05 thứ hai 16/03/2026, qua Trực tiếp tại Chi nhánh, và đã vào sổ số ${number}.
Nội dung khiếu nại: Máy chủ chậm từ tối qua.
Thời hạn: Thư trả lời hoặc Giấy mời trong 48 giờ: 09:05 thứ tư 18/03/2026; Giải quyết trong 20 ngày: hết thứ hai 06/04/2026.
Đây là thư xác nhận đã nhận, chưa phải trả lời khiếu nại.
Cần hỏi ngay, xin gọi 1900 63 68 09.
Trân trọng./.`,
    );
  });
});
