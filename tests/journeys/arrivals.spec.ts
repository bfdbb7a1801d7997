import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { openPages, PHONE, withoutBrowser, type Pages } from "../support/browser.ts";
import { openImapServer, type ImapServer } from "../support/imap-server.ts";
import { deadPort } from "../support/mail-server.ts";

const TEXT = "Content-Type: text/plain; charset=utf-8";
const HTML = "Content-Type: text/html; charset=utf-8";

describe("what arrives by mail", { skip: withoutBrowser() }, () => {
  let pages: Pages;
  let mailbox: ImapServer;
  let tuan: Page;
  let lan: Page;
  let number: string;
  before(async () => {
    [pages, mailbox] = await Promise.all([openPages(), openImapServer()]);
    ({ page: tuan } = await pages.visit("tuan@vntt"));
    ({ page: lan } = await pages.visit("lan@vntt"));
  });
  after(() => Promise.all([pages.close(), mailbox.close()]));

  const deliver = (from: string, subject: string, { body, type = TEXT }: { body: string; type?: string }) => {
    const id = `<${subject.length}-${from.length}-${body.length}@khach.example>`;
    const head = [`From: ${from}`, "To: khieunai@vntt.example", `Message-ID: ${id}`, `Subject: ${subject}`];
    return mailbox.deliver(Buffer.from(`${[...head, "MIME-Version: 1.0", type].join("\r\n")}\r\n\r\n${body}\r\n`));
  };
  const row = (name: RegExp | string) => lan.getByRole("list", { name: "Khay thư đến" }).getByRole("button", { name });

  it("a mailbox is connected when its test goes well, and the test says which step failed until then", async () => {
    await tuan.goto("/quan-tri?part=channels");
    const email = tuan.getByRole("region", { name: /^Kết nối: .*(thư|Thư|mail)/i }).first();
    await email.getByRole("button", { name: /^Thêm kết nối cho/ }).click();
    const form = tuan.getByRole("dialog");
    await form.getByLabel("Tên gọi").fill("Hộp thư khiếu nại");
    await form.getByLabel("Máy chủ").fill("127.0.0.1");
    await form.getByLabel("Cổng").fill(String(await deadPort()));
    await form.getByLabel("Mã hoá").selectOption("none");
    await form.getByRole("button", { name: "Thử kết nối" }).click();
    assert.equal(await form.getByText("Điền mục này.").count(), 2);
    await form.getByLabel("Tên đăng nhập").fill("hoiam");
    await form.getByLabel("Mật khẩu").fill("sai-mật-khẩu");
    await form.getByRole("button", { name: "Thử kết nối" }).click();
    await form.getByText("Không được ở bước «Kết nối tới máy chủ»").waitFor();
    await form.getByText(/ECONNREFUSED/).waitFor();
    await form.getByLabel("Cổng").fill(String(mailbox.port));
    await form.getByRole("button", { name: "Thử kết nối" }).click();
    await form.getByText("Không được ở bước «Đăng nhập»").waitFor();
    await form.getByLabel("Mật khẩu").fill("mật-khẩu");
    await form.getByRole("button", { name: "Thử kết nối" }).click();
    await form.getByText("Mọi bước đều được.").waitFor();
    await form.getByLabel("Thư mới thành khiếu nại mới").uncheck();
    await form.getByRole("button", { name: "Lưu" }).click();
    await tuan.getByText("Đã lưu kết nối").waitFor();
    const kept = tuan.getByRole("article", { name: "Hộp thư khiếu nại" });
    await kept.getByText("Đang bật").waitFor();
  });

  it("its password is never shown again, and is typed anew where it would go elsewhere", async () => {
    const kept = tuan.getByRole("article", { name: "Hộp thư khiếu nại" });
    await kept.getByRole("button", { name: /^Sửa/ }).click();
    const form = tuan.getByRole("dialog", { name: "Hộp thư khiếu nại" });
    assert.equal(await form.getByLabel("Mật khẩu").inputValue(), "");
    await form.getByText("Đã lưu; để trống là giữ nguyên.").waitFor();
    await form.getByLabel("Máy chủ").fill("localhost");
    await form.getByRole("button", { name: "Lưu" }).click();
    await form.getByRole("alert").getByText("Nơi kết nối đã đổi, nên phải nhập lại: Mật khẩu.").waitFor();
    await tuan.keyboard.press("Escape");
    await form.waitFor({ state: "detached" });
    await kept.getByRole("button", { name: /^Thử kết nối/ }).click();
    await kept.getByText("Mọi bước đều được.").waitFor();
  });

  it("mail waits in the tray with its reason, is put aside and taken back", async () => {
    deliver("Hoa <hoa@khach.example>", "Mat mang ca ngay", {
      body: `<p>Nhà tôi <b>mất mạng</b> cả ngày, gọi 0912 345 678.<script>document.title="x"</script></p>`,
      type: HTML,
    });
    deliver("Tin moi <tin@bao.example>", "Ban tin tuan", { body: "Khuyến mãi lớn trong tuần này." });
    await lan.goto("/thu-den");
    await row("Tin moi").click();
    await lan.getByText("Nơi nhận này không tự mở khiếu nại mới.").first().waitFor();
    await lan.keyboard.press("x");
    const dialog = lan.getByRole("dialog", { name: "Để riêng" });
    await dialog.getByRole("button", { name: "Để riêng" }).click();
    await dialog.getByText("Điền mục này.").waitFor();
    await dialog.getByLabel("Lý do để riêng").fill("quảng cáo");
    await dialog.getByRole("button", { name: "Để riêng" }).click();
    await row("Tin moi").waitFor({ state: "detached" });
    await lan.getByRole("button", { name: "Hoàn tác" }).click();
    await row("Tin moi").waitFor();
    await row("Tin moi").click();
    await lan.keyboard.press("x");
    await dialog.getByLabel("Lý do để riêng").fill("quảng cáo");
    await lan.keyboard.press("Enter");
    await row("Tin moi").waitFor({ state: "detached" });
  });

  it("shows a mail's HTML where nothing runs, and takes it in as a complaint with its original", async () => {
    await row("Hoa").click();
    await lan.getByRole("heading", { level: 2, name: "Mat mang ca ngay" }).waitFor();
    await lan.getByRole("button", { name: "Như trong thư" }).click();
    const frame = lan.frameLocator("iframe");
    await frame.getByText("mất mạng").waitFor();
    assert.equal(await lan.locator("iframe").getAttribute("sandbox"), "");
    assert.equal(await frame.locator("script").count(), 0);
    await lan.keyboard.press("n");
    const dialog = lan.getByRole("dialog", { name: "Tiếp nhận mới" });
    await dialog.getByLabel("Loại khiếu nại").selectOption({ index: 1 });
    await dialog.getByLabel("Điện thoại").fill("0912 345 678");
    await dialog.getByRole("button", { name: "Tiếp nhận mới" }).click();
    const told = lan.getByText(/^Đã tiếp nhận KN-/);
    await told.waitFor();
    number = (await told.innerText()).replace("Đã tiếp nhận ", "");
    await lan.getByLabel("Tình trạng").selectOption("taken-in");
    await row("Hoa").click();
    await lan.getByRole("link", { name: `Mở hồ sơ ${number}` }).click();
    const original = lan.getByRole("link", { name: "Thư gốc" });
    const [file] = await Promise.all([lan.waitForEvent("download"), original.click()]);
    assert.match(file.suggestedFilename(), /\.eml$/);
  });

  it("suggests the complaint of the same telephone, and adds to it what came later from elsewhere", async () => {
    deliver("Con trai <con@nha.example>", "Goi lai giup", { body: "Sao chưa thấy ai gọi lại? Số +84 912 345 678." });
    await lan.goto("/thu-den");
    await row("Con trai").click();
    await lan.getByText("Trùng số điện thoại +84 912 345 678").first().waitFor();
    await lan.getByRole("button", { name: `Thêm vào đây: ${number}` }).click();
    await lan.getByRole("dialog").getByRole("button", { name: "Thêm vào hồ sơ" }).click();
    await lan.getByText(`Đã thêm vào ${number}`).waitFor();
    await row("Con trai").waitFor({ state: "detached" });
  });

  it("proposes at a complaint what is probably the same matter, until a person has said which", async () => {
    const { page, context } = await pages.visit("lan@vntt");
    const take = async (content: string) => {
      const data = { channel: "phone", kind: "charges", content, customer: { name: "Ông Tư", phone: "0977 000 111" } };
      const made = await context.request.post("/api/v1/complaints", { data });
      return (await made.json()) as { complaintId: string; number: string };
    };
    const first = await take("Cước tháng 10 sai");
    const second = await take("Hoá đơn tháng 10 cao bất thường");
    await page.goto(`/khieu-nai/${second.complaintId}`);
    const proposed = page.getByRole("complementary", { name: "Có thể trùng với" });
    await proposed.getByText("cùng số điện thoại, hợp đồng hoặc thẻ").waitFor();
    await proposed.getByRole("button", { name: `Không trùng: ${first.number}` }).click();
    await proposed.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Hoàn tác" }).click();
    await proposed.getByRole("button", { name: `Liên kết là trùng: ${first.number}` }).click();
    await proposed.waitFor({ state: "detached" });
    await page.getByText(`Đã liên kết với ${first.number}`).waitFor();
    await context.close();
  });

  it("leaves axe nothing to find, in a tray with mail and in the form of a connection", async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const found = async (page: Page) => {
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(" ")}`);
    };
    await lan.emulateMedia({ colorScheme: "dark" });
    await lan.goto("/thu-den?status=taken-in");
    await lan.getByRole("heading", { level: 2, name: "Nội dung" }).waitFor();
    assert.deepEqual(await found(lan), []);
    await tuan.getByRole("button", { name: "Sửa: Hộp thư khiếu nại" }).click();
    await tuan.getByRole("dialog").getByRole("button", { name: "Thử kết nối" }).click();
    await tuan.getByRole("dialog").getByText("Mọi bước đều được.").waitFor();
    assert.deepEqual(await found(tuan), []);
  });

  it("is looked after on a telephone too", async () => {
    deliver("Ba Bay <bay@khach.example>", "Hoi hoa don", { body: "Cho tôi hỏi hoá đơn tháng 10." });
    const { page } = await pages.visit("lan@vntt", PHONE);
    await page.goto("/thu-den");
    await page.getByRole("list", { name: "Khay thư đến" }).getByRole("button", { name: "Ba Bay" }).click();
    await page.getByRole("heading", { level: 2, name: "Hoi hoa don" }).waitFor();
    const width = Number(await page.evaluate("document.documentElement.scrollWidth"));
    assert.ok(width <= 360, `${width} px wide`);
    await page.getByRole("button", { name: "Danh sách" }).click();
    await page.getByRole("list", { name: "Khay thư đến" }).getByRole("button", { name: "Ba Bay" }).waitFor();
  });
});
