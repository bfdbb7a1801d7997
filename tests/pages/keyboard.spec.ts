import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Locator, Page } from "playwright-core";
import { openPages, PHONE, withoutBrowser, type Pages } from "../support/browser.ts";

/** More steps of the key than any page has controls. */
const TABS_MAX = 60;

/** Goes there by the key alone, as somebody does who cannot point. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let pressed = 0; pressed < TABS_MAX; pressed += 1) {
    if ((await wanted.and(page.locator(":focus")).count()) > 0) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`the key never comes to ${wanted.toString()}`);
}

/** What a screen reader says of a control after its name: its help and its error. */
async function describedAs(page: Page, field: Locator): Promise<string> {
  const ids = ((await field.getAttribute("aria-describedby")) ?? "").split(" ").filter(Boolean);
  const texts = await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).innerText()));
  return texts.join(" ");
}

describe("without a pointer and without eyes", { skip: withoutBrowser() }, () => {
  let pages: Pages;
  before(async () => {
    pages = await openPages();
  });
  after(() => pages.close());

  it("a customer complains", async () => {
    const { page, context } = await pages.visit(null, { viewport: PHONE.viewport ?? null });
    const main = page.getByRole("main");
    const titled = (name: string) => page.locator("h1:focus").filter({ hasText: name }).waitFor();
    const press = async (name: string) => {
      await tabTo(page, main.getByRole("button", { name, exact: true }));
      await page.keyboard.press("Enter");
    };
    const write = async (name: string, text: string) => {
      await tabTo(page, main.getByRole("textbox", { name }));
      await page.keyboard.type(text);
    };
    await page.goto("/gui/kplus");
    await press("Bắt đầu");
    await titled("Quý khách khiếu nại về việc gì?");
    await tabTo(page, main.getByRole("radio", { name: "Thẻ giải mã, đầu thu, tín hiệu" }));
    await page.keyboard.press("ArrowDown");
    assert.ok(await main.getByRole("radio", { name: "Phí thuê bao" }).isChecked());
    await press("Tiếp tục");
    await titled("Chuyện gì đã xảy ra?");
    await press("Tiếp tục");
    // The error takes the focus to its field, and is read with it.
    const content = main.getByRole("textbox", { name: "Nội dung khiếu nại" });
    await main.locator("textarea:focus").waitFor();
    assert.equal(await content.getAttribute("aria-invalid"), "true");
    assert.match(await describedAs(page, content), /Viết vài câu về chuyện đã xảy ra\.$/);
    await page.keyboard.type("Thu phí hai lần trong một tháng.");
    await press("Tiếp tục");
    await titled("Chuyện xảy ra khi nào?");
    await press("Tiếp tục");
    await titled("Một vài chi tiết");
    await press("Tiếp tục");
    await titled("Chúng tôi liên hệ với quý khách thế nào?");
    await write("Tên", "Đặng Thị Xuân");
    await write("Số điện thoại", "0905 999 888");
    await press("Tiếp tục");
    await titled("Ảnh và giấy tờ");
    await press("Tiếp tục");
    await titled("Xem lại trước khi gửi");
    await press("Gửi khiếu nại");
    await titled("Chúng tôi đã nhận khiếu nại của quý khách");
    assert.match(await main.innerText(), /KN-\d{4}-\d{6}/);
    await context.close();
  });

  it("a clerk answers", async () => {
    const { page, context } = await pages.visit("lan@vntt");
    const data = { channel: "phone", kind: "incident", content: "Mất mạng", customer: { name: "Phan Thị Mới" } };
    const made = await context.request.post("/api/v1/complaints", { data });
    const { complaintId } = (await made.json()) as { complaintId: string };
    await context.request.post(`/api/v1/complaints/${complaintId}/assignments`, { data: { personId: "vntt-lan" } });
    await page.goto(`/khieu-nai/${complaintId}`);
    await page.getByRole("button", { name: /Trả lời và hướng dẫn, khách hàng hiểu/ }).waitFor();
    await page.keyboard.press("x");
    await page.keyboard.press("n");
    const form = page.getByRole("dialog", { name: "Xử lý ngay" });
    const content = form.getByRole("textbox", { name: "Nội dung" });
    await form.locator("textarea:focus").waitFor();
    await page.keyboard.press("Control+Enter");
    await form.locator("[aria-invalid]:focus").waitFor();
    assert.equal(await content.getAttribute("aria-invalid"), "true");
    assert.notEqual(await describedAs(page, content), "");
    await page.keyboard.type("Đã khởi động lại thiết bị, mạng ổn định.");
    for (const name of ["Trong khả năng giải quyết của CSKH", "Đã có đủ yếu tố kết luận"]) {
      await tabTo(page, form.getByRole("checkbox", { name }));
      await page.keyboard.press("Space");
    }
    await page.keyboard.press("Control+Enter");
    await form.waitFor({ state: "hidden" });
    await page.getByRole("main").getByText("Đã khởi động lại thiết bị, mạng ổn định.").first().waitFor();
    // The button that opened the form is gone with the step: the focus is not.
    await page.locator("h1:focus").waitFor();
    await context.close();
  });
});
