import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { signatureOf } from "../../src/channels/phone/call-webhook.ts";
import { openPages, PHONE, withoutBrowser, type Pages, type Visit } from "../support/browser.ts";

const SECRET = "mot-khoa-ky-du-dai-123";

describe("letters and calls", { skip: withoutBrowser() }, () => {
  let pages: Pages;
  let anh: Visit;
  let lan: Visit;
  before(async () => {
    pages = await openPages();
    [anh, lan] = await Promise.all([pages.visit("anh@bkns"), pages.visit("lan@vntt")]);
  });
  after(() => pages.close());

  const isClean = async (page: Page) => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]),
      [],
    );
  };
  const told = async (said: object) => {
    const body = JSON.stringify(said);
    const seconds = String(Math.floor(Date.now() / 1000));
    const answer = await fetch(`${pages.url}/hooks/v1/vntt/tong-dai/calls`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "hoiam-timestamp": seconds,
        "hoiam-signature": signatureOf(SECRET, seconds, body),
      },
      body,
    });
    assert.equal(answer.status, 204, await answer.text());
  };

  it("a letter is entered under the next number, taken in by post on its day, and says what became of it", async () => {
    const { page } = anh;
    await page.goto("/cong-van-den");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("n");
    await page.getByLabel("Nơi gửi *").fill("Công ty TNHH Sao Mai");
    await page.getByLabel("Trích yếu *").fill("Khiếu nại phí gia hạn tên miền tính gấp ba");
    await page.getByLabel("Ngày giờ đến *").fill("09:10 02/11/2026");
    await page.getByLabel("Dấu bưu điện").fill("30/10/2026");
    await page.getByLabel("Bản quét").setInputFiles({
      name: "don.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.7 đơn viết tay"),
    });
    await page.getByText("don.pdf").waitFor();
    await isClean(page);
    await page.getByRole("button", { name: "Vào sổ", exact: true }).last().click();
    const heading = page.getByRole("heading", { level: 1, name: /^Số đến \d+\/2026$/ });
    const entry = await heading.innerText();
    await page.getByText("T6 30/10/2026").waitFor();
    await isClean(page);

    await page.keyboard.press("t");
    const name = page.locator("[name='customer.name']");
    await name.waitFor();
    assert.equal(await name.inputValue(), "Công ty TNHH Sao Mai");
    assert.equal(await page.locator("[name=channel]").inputValue(), "post");
    assert.equal(await page.locator("[name=receivedAt]").inputValue(), "09:10 02/11/2026");
    await page.getByText("don.pdf").waitFor();
    await page.keyboard.press("Control+Enter");
    const number = await page.getByTestId("number").innerText();
    await page.getByRole("button", { name: "In phiếu" }).waitFor();

    await page.getByRole("link", { name: "Mở hồ sơ" }).click();
    const ofFile = page.getByRole("region", { name: "Cuộc gọi, công văn đến" });
    await ofFile.getByRole("link", { name: entry }).waitFor();
    await ofFile.getByText("Dấu bưu điện T6 30/10/2026").waitFor();
    await page.goto("/cong-van-den");
    const row = page.getByRole("listitem").filter({ hasText: "Công ty TNHH Sao Mai" });
    await row.getByText("Đã tiếp nhận khiếu nại").waitFor();
    await row.getByText(number).waitFor();
  });

  it("a correction is seen, and the register is read on a telephone", async () => {
    const { page, context } = await pages.visit("anh@bkns", PHONE);
    await page.goto("/cong-van-den");
    const letter = page.getByRole("listitem").filter({ hasText: "Công ty TNHH Sao Mai" }).getByRole("link").first();
    await letter.waitFor();
    // On paper stands the register alone.
    await page.emulateMedia({ media: "print" });
    const seen = [letter, page.getByRole("navigation").first(), page.getByRole("button", { name: "Lọc" })];
    assert.deepEqual(await Promise.all(seen.map((each) => each.isVisible())), [true, false, false]);
    await page.emulateMedia({ media: "screen" });
    const search = page.getByLabel("Tìm", { exact: true });
    assert.equal(await search.isVisible(), false);
    await page.getByRole("button", { name: "Lọc" }).click();
    await search.waitFor();
    await letter.click();
    await page.getByRole("button", { name: "Sửa", exact: true }).click();
    await page.getByLabel("Số tờ").fill("4");
    await page.getByRole("button", { name: "Lưu sửa đổi" }).click();
    await page.getByRole("region", { name: "Lịch sử sửa đổi" }).getByText("Số tờ").waitFor();
    await isClean(page);
    const width = await page.evaluate<number>("document.documentElement.scrollWidth");
    assert.ok(width <= 360, `${width} px wide`);
    await context.close();
  });

  it("a call that rings shows who it is, and one press takes it down", async () => {
    const tuan = await pages.visit("tuan@vntt");
    const saved = await tuan.context.request.put("/api/v1/channel-connections/tong-dai", {
      data: {
        kind: "call-webhook",
        channelId: "phone",
        name: "Tổng đài",
        settings: { agents: "101=vntt-lan" },
        secrets: { secret: SECRET },
        isOn: true,
        basedOn: null,
      },
    });
    assert.equal(saved.status(), 200, await saved.text());
    const { page } = lan;
    await page.goto("/viec");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await told({ callId: "c1", event: "ringing", from: "+84 384 610 275", agent: "101" });
    const popped = page.getByRole("region", { name: "Cuộc gọi đến" });
    await popped.getByText("Bà Trần Thị Bảy").waitFor();
    await isClean(page);
    await popped.getByRole("link", { name: "Tiếp nhận khiếu nại" }).click();
    const phone = page.locator("[name='customer.phone']");
    await phone.waitFor();
    assert.equal(await phone.inputValue(), "+84 384 610 275");
    assert.equal(await page.locator("[name='customer.name']").inputValue(), "Bà Trần Thị Bảy");
    await page.locator("[name=content]").fill("Mạng chập chờn từ sáng");
    await page.keyboard.press("Control+Enter");
    const number = await page.getByTestId("number").innerText();

    await told({
      callId: "c1",
      event: "ended",
      from: "+84 384 610 275",
      agent: "101",
      answeredAt: new Date().toISOString(),
    });
    await popped.waitFor({ state: "hidden" });
    await page.goto("/dien-thoai");
    await page.getByRole("link", { name: number }).waitFor();
    await isClean(page);
    await tuan.context.close();
  });

  it("a missed call becomes an appointment, and is over when somebody called", async () => {
    const { page } = lan;
    await told({ callId: "c2", event: "missed", from: "0987654321", agent: "101" });
    await page.goto("/dien-thoai");
    const missed = page.getByRole("region", { name: "Gọi nhỡ, chưa gọi lại" });
    const call = missed.getByRole("listitem").filter({ hasText: "0987654321" });
    await call.getByRole("button", { name: "Hẹn gọi lại" }).click();
    await page.getByRole("button", { name: "Lưu" }).click();
    await call.waitFor({ state: "hidden" });
    const toCall = page.getByRole("region", { name: "Hẹn gọi lại" });
    const row = toCall.getByRole("listitem").filter({ hasText: "0987654321" });
    await row.getByText("Đến giờ gọi").waitFor();
    assert.equal(await row.getByRole("link", { name: "0987654321" }).getAttribute("href"), "tel:0987654321");
    await row.getByRole("button", { name: "Đã gọi" }).click();
    await page.getByLabel("Kết quả cuộc gọi").fill("Khách hỏi giờ làm việc");
    await page.getByRole("button", { name: "Lưu" }).click();
    await row.waitFor({ state: "hidden" });
  });
});
