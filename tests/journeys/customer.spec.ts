import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { APIRequestContext, Locator } from "playwright-core";
import { openPages, PHONE, pictureOf, withoutBrowser, type Pages, type Visit } from "../support/browser.ts";
import { largePhoto } from "../support/large-photo.ts";

const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

describe("a customer on a telephone", { skip: withoutBrowser() }, () => {
  let pages: Pages;
  let dao: Visit;
  let lan: Visit;
  before(async () => {
    pages = await openPages();
    dao = await pages.visit(null, PHONE);
    lan = await pages.visit("lan@vntt");
  });
  after(() => pages.close());
  afterEach(async () => {
    await pictureOf(dao.page, "customer");
  });

  const main = () => dao.page.locator("main");
  const heading = (name: string | RegExp) => main().getByRole("heading", { level: 1, name }).waitFor();
  const touch = (name: string | RegExp) => main().getByRole("button", { name }).first().click();
  const goOn = async (next: string) => {
    await touch("Tiếp tục");
    await heading(next);
  };
  const staysInside = async () => {
    const width = await dao.page.evaluate("document.documentElement.scrollWidth");
    assert.equal(width, 360);
  };

  it("complains one thing at a time, loses nothing on the way, and is taken once though the network was gone", async () => {
    await dao.page.goto("/gui/vntt");
    await heading("Gửi khiếu nại");
    await touch("Bắt đầu");
    await heading("Quý khách khiếu nại về việc gì?");
    await touch("Tiếp tục");
    await main().getByText("Chọn một dòng để tiếp tục.").waitFor();
    await main().getByLabel("Cước dịch vụ").check();
    await goOn("Chuyện gì đã xảy ra?");
    await main().getByLabel("Nội dung khiếu nại").fill("Cước tháng này gấp đôi tháng trước.");
    await dao.page.reload();
    assert.equal(await main().getByLabel("Nội dung khiếu nại").inputValue(), "Cước tháng này gấp đôi tháng trước.");
    await goOn("Chuyện xảy ra khi nào?");
    await goOn("Một vài chi tiết");
    await main().getByLabel("Số tiền khiếu nại (đồng)").fill("300.000");
    await goOn("Chúng tôi liên hệ với quý khách thế nào?");
    await touch("Tiếp tục");
    await main().getByText("Nhập họ tên hoặc tên tổ chức.").waitFor();
    await main().getByLabel("Họ tên hoặc tên tổ chức").fill("Nguyễn Thị Đào");
    await main().getByText("Nhập họ tên hoặc tên tổ chức.").waitFor({ state: "detached" });
    await main().getByLabel("Số điện thoại").fill("0912 345 678");
    await goOn("Ảnh và giấy tờ");
    const photo = { name: "hoa-don.png", mimeType: "image/png", buffer: PICTURE };
    await main().getByLabel("Chọn tệp").setInputFiles(photo);
    await main().getByText("hoa-don.png").waitFor();
    await dao.page.reload();
    await main().getByText("hoa-don.png").waitFor();
    await staysInside();
    await goOn("Xem lại trước khi gửi");
    assert.doesNotMatch(await main().innerText(), /Hóa đơn hoặc thông báo cước/);
    await touch("Sửa: Họ tên hoặc tên tổ chức");
    await main().getByLabel("Người đại diện của khách hàng").check();
    await main().getByLabel("Họ tên của quý khách").fill("Trần Văn Bảy");
    await goOn("Xem lại trước khi gửi");
    await main().getByText("Người đại diện của khách hàng: Trần Văn Bảy").waitFor();
    await staysInside();

    await dao.context.setOffline(true);
    await touch("Gửi khiếu nại");
    await main().getByText("Chưa có mạng, khiếu nại chưa gửi được").waitFor();
    await dao.context.setOffline(false);
    await heading("Chúng tôi đã nhận khiếu nại của quý khách");
    await staysInside();
    const said = await main().innerText();
    assert.match(said, /KN-\d{4}-\d{6}/);
    assert.match(said, /Trả lời quý khách\n+Hạn: hết (T\d|CN) \d\d\/\d\d\/\d{4}\./);
    assert.match(said, /Quý khách đã viết\n+Cước tháng này gấp đôi tháng trước\./);
    await main().getByRole("img", { name: "Mã QR mở trang tra cứu" }).waitFor();
    const number = /KN-\d{4}-\d{6}/.exec(said)?.[0] ?? "";
    const file = await fileOf(lan.context.request, number);
    assert.deepEqual(
      [
        file.customer.name,
        file.complainant.name,
        file.content,
        file.filled["disputed-amount"],
        file.attachments[0]?.evidence,
      ],
      ["Nguyễn Thị Đào", "Trần Văn Bảy", "Cước tháng này gấp đôi tháng trước.", 300_000, "bill"],
    );
    await dao.page.reload();
    await main().getByText(number).waitFor();
  });

  it("sends the same once, whoever sends it again", async () => {
    const body = { kind: "charges", values: { content: "Hai lần một nút." } };
    const headers = { "idempotency-key": "5f0c6a4e-8a57-4b0f-9a7e-2f6f5e0c1d2b" };
    const send = async () => {
      const url = "/api/v1/public/organisations/vntt/complaints";
      const answer = await dao.context.request.post(url, { data: body, headers });
      return ((await answer.json()) as { number: string }).number;
    };
    const [one, other] = await Promise.all([send(), send()]);
    assert.equal(one, other);
  });

  it("follows the code to the answer, opens the letter with six digits, and accepts", async () => {
    const code = await codeFor(lan.context.request, "KN-2026-000010");
    await dao.page.goto("/tra-cuu");
    await main().getByLabel("Mã tra cứu").fill(code.toLowerCase().replaceAll("-", " "));
    await touch("Xem khiếu nại");
    await heading(/KN.2026.000010/);
    await main().getByText("Chúng tôi đã trả lời và chờ ý kiến của quý khách.").waitFor();
    await staysInside();
    await touch(/^Mở: Thư trả lời,/);
    await confirm();
    assert.ok((await main().innerText()).length > 400);

    await main().getByLabel("Tôi chấp nhận").check();
    await main().getByRole("group", { name: "Quý khách có hài lòng không?" }).getByLabel("Có", { exact: true }).check();
    await confirm();
    await touch("Gửi ý kiến");
    await main().getByText("Quý khách đã chấp nhận. Chúng tôi đang hoàn tất hồ sơ.").waitFor();
  });

  it("answers a question with a photo, signs on the screen, and is thanked each time with what comes next", async () => {
    const { code, number } = await complaint();
    const id = await idOf(lan.context.request, number);
    await did(lan, `${id}/information-requests`, {
      wanted: ["Ảnh đèn modem"],
      channel: "email",
      message: "Xin gửi ảnh.",
    });
    await did(lan, `${id}/papers`, { paper: "settlement-minutes", content: "Giảm 01 tháng cước." });
    await dao.page.goto(`/tra-cuu/${code}`);
    await main().getByText("Ảnh đèn modem").waitFor();
    await main().getByRole("button", { name: "Gửi", exact: true }).first().click();
    await main().getByText("Viết vài dòng hoặc thêm một tệp.").waitFor();
    await main().getByLabel("Quý khách trả lời").first().fill("Đèn đỏ nhấp nháy.");
    const photo = { name: "den.png", mimeType: "image/png", buffer: largePhoto() };
    await main().getByLabel("Chọn tệp").first().setInputFiles(photo);
    await main().getByText("den.jpg").waitFor();
    await dao.page.reload();
    await main().getByText("den.jpg").waitFor();
    await main().getByRole("button", { name: "Gửi", exact: true }).first().click();
    const thanks = await thanked();
    assert.match(thanks, /Người phụ trách đọc và giải quyết tiếp\.\n+Trả lời quý khách\. Hạn: hết/);
    assert.match(thanks, /“Đèn đỏ nhấp nháy\.”\n+Tệp: den\.jpg/);
    const { attachments } = await fileOf(lan.context.request, number);
    assert.equal(attachments[0]?.type, "image/jpeg");
    assert.ok((attachments[0]?.bytes ?? Infinity) < photo.buffer.length / 2);

    await confirm();
    await main().getByText("Giảm 01 tháng cước.").waitFor();
    await touch("Ký văn bản");
    await main().getByText("Ghi họ tên và ký vào ô.").waitFor();
    await main().getByLabel("Họ tên người ký").fill("Nguyễn Thị Đào");
    await drawOn(main().locator("canvas"));
    await staysInside();
    await touch("Ký văn bản");
    assert.match(await thanked(/được lưu cùng họ tên/), /giờ ký/);
    await main()
      .getByRole("button", { name: /^Mở: Biên bản kết quả giải quyết khiếu nại/ })
      .waitFor();
  });

  it("says no with a reason and a mark, and reads its own words again after a reload", async () => {
    const code = await codeFor(lan.context.request, "KN-2026-000004");
    await dao.page.goto(`/tra-cuu/${code}`);
    await touch("Gửi ý kiến");
    await main().getByText("Chọn một dòng.").waitFor();
    await main().getByLabel("Tôi không chấp nhận").check();
    await main()
      .getByRole("group", { name: "Quý khách có hài lòng không?" })
      .getByLabel("Không", { exact: true })
      .check();
    await main().getByText("2", { exact: true }).last().click();
    await main().getByLabel("Lý do hoặc lời nhắn").fill("Tiền phạt vẫn sai.");
    await touch("Gửi ý kiến");
    assert.match(await thanked(), /“Tiền phạt vẫn sai\.”\n+Chấm 2 trên 5 điểm/);
    await dao.page.reload();
    await main().getByText("Quý khách đã viết").click();
    await main().getByText("“Tiền phạt vẫn sai.”").waitFor();
    assert.equal(await main().getByText("Đã gửi. Cảm ơn quý khách.").count(), 0);
  });

  it("asks for the next level, comes to a meeting, and finds where to turn outside at the end", async () => {
    const [thuy, my] = [await pages.visit("thuy@kplus"), await pages.visit("my@kplus")];
    const opened = async (number: string) => {
      await dao.page.goto(`/tra-cuu/${await codeFor(thuy.context.request, number)}`);
      await heading(new RegExp(number.replaceAll("-", ".")));
      await staysInside();
    };
    await opened("KN-2026-000012");
    await main().getByText("Chuyển lên cấp trên").first().click();
    await touch("Chuyển lên cấp trên");
    await main().getByText("Viết vài lời để người xem lại hiểu.").waitFor();
    await main().getByLabel("Vì sao quý khách chưa đồng ý?").fill("Đã chờ ba tuần.");
    await touch("Chuyển lên cấp trên");
    assert.match(await thanked(), /Người ở cấp cao hơn xem lại toàn bộ[^]*“Đã chờ ba tuần\.”/);

    const id = await idOf(thuy.context.request, "KN-2026-000008");
    const meetingAt = new Date(Date.now() + 5 * 86_400_000).toISOString();
    await did(my, `${id}/invitations`, { meetingAt, place: "12 Lê Lợi, Huế", channel: "hotline" });
    await opened("KN-2026-000008");
    await main().getByText("tại 12 Lê Lợi, Huế").waitFor();
    await touch("Tôi sẽ đến");
    assert.match(await thanked(), /Chúng tôi đợi quý khách đúng giờ đã mời/);
    await main().getByText("Quý khách đã báo sẽ đến.").waitFor();

    await opened("KN-2026-000006");
    await main().getByText("Tòa án", { exact: true }).waitFor();
    await touch("Yêu cầu thương lượng");
    assert.match(await thanked(), /Chúng tôi nhận thương lượng, hoặc từ chối và nêu lý do/);
    await Promise.all([thuy, my].map(({ context }) => context.close()));
  });

  it("learns nothing from a wrong code but where to turn", async () => {
    await dao.page.goto("/tra-cuu/vntt-0000-0000-0000-0000");
    await main().getByText("Không có khiếu nại nào theo mã này.").waitFor();
    await main().getByRole("link", { name: "Nhập mã khác" }).click();
    await main().getByLabel("Mã tra cứu").fill("KN-2026-000010");
    await touch("Xem khiếu nại");
    await main().getByText("Đây chưa phải mã tra cứu.").waitFor();
    assert.equal(new URL(dao.page.url()).pathname, "/tra-cuu");
  });

  const thanked = async (besides: string | RegExp = /./) => {
    const box = main()
      .getByRole("status")
      .filter({ hasText: "Đã gửi. Cảm ơn quý khách." })
      .filter({ hasText: besides });
    await box.waitFor();
    return box.innerText();
  };

  async function complaint(): Promise<{ code: string; number: string }> {
    const data = { kind: "incident", values: { content: "Mạng chậm.", name: "Nguyễn Thị Đào", phone: "0912 345 678" } };
    const headers = { "idempotency-key": crypto.randomUUID() };
    const made = await dao.context.request.post("/api/v1/public/organisations/vntt/complaints", { data, headers });
    return (await made.json()) as { code: string; number: string };
  }

  /** A zigzag with one finger. */
  async function drawOn(pad: Locator): Promise<void> {
    await pad.scrollIntoViewIfNeeded();
    const { x, y } = (await pad.boundingBox()) ?? { x: 0, y: 0 };
    const finger = await dao.context.newCDPSession(dao.page);
    const move = (type: "touchStart" | "touchMove" | "touchEnd", at: { x: number; y: number }[]) =>
      finger.send("Input.dispatchTouchEvent", { type, touchPoints: at });
    await move("touchStart", [{ x: x + 20, y: y + 40 }]);
    for (let step = 1; step < 10; step += 1)
      await move("touchMove", [{ x: x + 20 + step * 15, y: y + 40 + (step % 2) * 30 }]);
    await move("touchEnd", []);
  }

  /** The demonstration sends nothing: it shows the digits, and says so. */
  async function confirm(): Promise<void> {
    await touch("Gửi mã");
    const shown = main().getByText("Bản trình diễn không gửi tin nhắn.").locator("strong");
    await main()
      .getByLabel("6 chữ số")
      .fill((await shown.textContent()) ?? "");
    await touch("Xác nhận");
    await main().getByLabel("6 chữ số").waitFor({ state: "detached" });
  }
});

type File = {
  customer: { name: string };
  complainant: { as: string; name?: string };
  content: string;
  filled: Record<string, unknown>;
  attachments: { evidence?: string; type: string; bytes: number }[];
};

async function fileOf(request: APIRequestContext, number: string): Promise<File> {
  return (await (await request.get(`/api/v1/complaints/${await idOf(request, number)}`)).json()) as File;
}

async function did({ context }: Visit, path: string, data: object): Promise<void> {
  const done = await context.request.post(`/api/v1/complaints/${path}`, { data });
  assert.equal(done.status(), 201, await done.text());
}

async function idOf(request: APIRequestContext, number: string): Promise<string> {
  const found = await request.get(`/api/v1/complaint-numbers/${number}`);
  return ((await found.json()) as { complaintId: string }).complaintId;
}

/** What stands on the receipt that staff hand over. */
async function codeFor(request: APIRequestContext, number: string): Promise<string> {
  const id = await idOf(request, number);
  const made = await request.post(`/api/v1/complaints/${id}/tracking-codes`, { data: {} });
  assert.equal(made.status(), 201, await made.text());
  return ((await made.json()) as { code: string }).code;
}
