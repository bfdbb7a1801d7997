import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import type { APIRequestContext, Download, Page } from "playwright-core";
import { openPages, withoutBrowser, type Pages } from "../support/browser.ts";
import { find, fill, send } from "../support/complaint-page.ts";
import { textOfPdf } from "../support/pdf.ts";
import { textOfWord, wordFileOf, wordParagraph as p } from "../support/word.ts";
import { WORD } from "../../src/documents/word/letter-in-word.ts";

const layout = (addressee: string) =>
  wordFileOf({
    body: [
      p("MẪU THƯ CỦA BKNS"),
      p("Số: {so_van_ban}"),
      p("{dia_danh_ngay_thang}"),
      p(`Kính gửi: {${addressee}}`),
      p("{noi_dung}"),
      p("{#nguoi_ky}{chuc_vu}: {ho_ten}{/nguoi_ky}"),
      p("Mã xác nhận: {ma_xac_nhan}"),
    ].join(""),
  });

describe("a provider's own Word template", { skip: withoutBrowser() }, () => {
  let pages: Pages;
  before(async () => {
    pages = await openPages();
  });
  after(() => pages.close());

  it("is mended where it was told to be wrong, looked at, switched on, and the reply leaves in it with its number", async () => {
    const { page } = await pages.visit("linh@bkns");
    await page.goto("/quan-tri?part=templates");
    await page.getByRole("button", { name: "Mẫu Word: Thư trả lời", exact: true }).click();
    await handIn(page, layout("kinh_goi"));
    await page.getByText("mau.docx: Mẫu chưa dùng được: 1 chỗ phải sửa.").waitFor();
    const found = page.getByRole("listitem").filter({ hasText: "Không có trường {kinh_goi}." });
    await found.getByText("Có phải kinh_gui?").waitFor();
    await found.getByText("Thân văn bản, đoạn 4: Kính gửi: {kinh_goi}").waitFor();

    await handIn(page, layout("kinh_gui"));
    await page.getByText("mau.docx: Mẫu dùng được và đã lưu là bản 1.").waitFor();
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: /^Xem thử: Thư trả lời, Bản 1/ }).click();
    const sample = textOfWord(await contentOf(await downloading));
    assert.match(sample, /^BẢN MẪU MẪU THƯ CỦA BKNS Số: 07\/2026\/TL-BKNS .*Kính gửi: Quý khách Nguyễn Thị Xuân/);
    await page.getByRole("button", { name: /^Dùng bản này: Thư trả lời/ }).click();
    await page.getByText("Thư trả lời: từ giờ dùng mẫu riêng, bản 1").waitFor();
    await page.getByText("Mẫu riêng, bản 1", { exact: true }).waitFor();

    const { complaintId, request } = await signedReply();
    const { page: clerk } = await pages.visit("anh@bkns");
    await clerk.goto(`/khieu-nai/${complaintId}`);
    const form = await find(clerk, "phat hanh", /Phát hành văn bản/);
    await fill(form, { choices: { "Giấy tờ đã soạn": "Thư trả lời" } });
    await send(clerk, /Văn bản được đánh số và phát hành/);
    const { documents } = await answer<{ documents: { attachmentId: string; name: string; type: string }[] }>(
      request,
      `/complaints/${complaintId}/documents`,
    );
    const [issued] = documents;
    assert.ok(issued);
    assert.match(issued.name, /^Thư trả lời \d+-20\d\d – KN-/);
    const file = await request.get(`/api/v1/complaints/${complaintId}/documents/${issued.attachmentId}`);
    const content = await file.body();
    // As PDF where the machine has an office program.
    const text = issued.type === WORD ? textOfWord(content) : await textOfPdf(content);
    assert.match(
      text,
      /^MẪU THƯ CỦA BKNS Số: \d{2,}\/20\d\d\/TL-BKNS .*Đường truyền đã được sửa\..*Mã xác nhận: \S{8,}/,
    );
  });

  /** A complaint whose reply is drafted, and signed by whom the procedure names. */
  async function signedReply(): Promise<{ complaintId: string; request: APIRequestContext }> {
    const headers = { origin: pages.url };
    const { request } = (await pages.visit("anh@bkns")).context;
    const posted = async (who: APIRequestContext, path: string, data: object) => {
      const made = await who.post(`/api/v1${path}`, { data, headers });
      assert.ok(made.ok(), await made.text());
      return (await made.json()) as { complaintId: string; events: { data: { paperId: string } }[] };
    };
    const customer = { name: "Lê Văn Khách", email: "khach@thudo.vn", phone: "0912 345 678" };
    const asked = { channel: "email", kind: "quality", content: "Máy chủ chậm", customer };
    const { complaintId } = await posted(request, "/complaints", asked);
    const drafted = await posted(request, `/complaints/${complaintId}/papers`, {
      paper: "reply-letter",
      content: "Đường truyền đã được sửa.",
    });
    const paperId = drafted.events[0]?.data.paperId ?? "";
    const lead = (await pages.visit("trang@bkns")).context.request;
    await posted(lead, `/complaints/${complaintId}/papers/${paperId}/signatures`, { by: "shift-lead" });
    return { complaintId, request };
  }
});

async function handIn(page: Page, buffer: Buffer): Promise<void> {
  await page.locator("input[type=file]").setInputFiles({ name: "mau.docx", mimeType: WORD, buffer });
}

async function contentOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

async function answer<Said>(request: APIRequestContext, path: string): Promise<Said> {
  return (await (await request.get(`/api/v1${path}`)).json()) as Said;
}
