import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openPages, withoutBrowser, type Pages } from "../support/browser.ts";

describe("the procedure, read by staff and by customers", { skip: withoutBrowser() }, () => {
  let pages: Pages;
  before(async () => {
    pages = await openPages();
  });
  after(() => pages.close());

  it("opens the queue of a stage from its number in the chart", async () => {
    const { page, context } = await pages.visit("lan@vntt");
    await page.goto("/quy-trinh");
    await page.getByRole("heading", { level: 1, name: "Quy trình tiếp nhận và giải quyết khiếu nại" }).waitFor();
    await page.getByText("Giang Quốc Dũng").waitFor();
    const mark = page.getByRole("link", { name: /^Thực hiện yêu cầu phối hợp xử lý: \d+ khiếu nại đang mở/ });
    const open = Number(/: (\d+) /.exec((await mark.getAttribute("aria-label")) ?? "")?.[1]);
    const answer = await context.request.get("/api/v1/complaints?open=true&stage=coordination&limit=200");
    const { items } = (await answer.json()) as { items: unknown[] };
    assert.equal(open, items.length);
    await mark.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/viec?*stage=coordination*");
    await context.close();
  });

  it("counts anew when a complaint comes in", async () => {
    const { page, context } = await pages.visit("lan@vntt");
    await page.goto("/quy-trinh");
    const mark = page.getByRole("link", { name: /^Tiếp nhận khiếu nại: \d+ khiếu nại đang mở/ });
    const before = Number(/: (\d+) /.exec((await mark.getAttribute("aria-label")) ?? "")?.[1]);
    const headers = { origin: pages.url };
    const data = { channel: "phone", content: "Cước tháng này tính sai." };
    assert.equal((await context.request.post("/api/v1/complaints", { data, headers })).status(), 201);
    await page.getByRole("link", { name: new RegExp(`^Tiếp nhận khiếu nại: ${before + 1} khiếu nại`) }).waitFor();
    await context.close();
  });

  it("lets a customer say what the published page is worth, and tells staff", async () => {
    const { page, context } = await pages.visit(null, { viewport: { width: 360, height: 740 } });
    await page.goto("/quy-trinh-cong-khai/kplus");
    await page.getByRole("heading", { level: 1, name: /^K\+ giải quyết khiếu nại/ }).waitFor();
    await page.getByRole("button", { name: "Không", exact: true }).click();
    await page.getByRole("button", { name: "Có", exact: true }).click();
    await page.getByRole("button", { name: "4 trên 5" }).click();
    await page.getByText("Đã ghi nhận.").nth(1).waitFor();
    await page.reload();
    assert.equal(await page.getByRole("button", { name: "4 trên 5" }).getAttribute("aria-pressed"), "true");
    assert.equal(await page.evaluate("document.documentElement.scrollWidth"), 360);
    await context.close();
    const staff = await pages.visit("thuy@kplus");
    await staff.page.goto("/quy-trinh");
    await staff.page.getByText("Bài viết có ích: 1 trong 1 người đọc đã trả lời.").waitFor();
    await staff.page.getByText("Trang hỗ trợ khách hàng: 4 trên 5, 1 người đọc.").waitFor();
    await staff.context.close();
  });
});
