import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openPages, withoutBrowser, type Pages } from "../support/browser.ts";

describe("mail on the pages", { skip: withoutBrowser() }, () => {
  let pages: Pages;
  before(async () => {
    pages = await openPages();
  });
  after(() => pages.close());

  it("is turned off and on by its reader, for good", async () => {
    const { page } = await pages.visit("lan@vntt");
    await page.goto("/thong-bao");
    const daily = page.getByRole("checkbox", { name: "Gửi thư cho tôi mỗi ngày làm việc có thông báo mới" });
    await daily.waitFor();
    assert.equal(await daily.isChecked(), true);
    await daily.focus();
    await page.keyboard.press("Space");
    await page.getByText("Không gửi thư hằng ngày nữa").waitFor();
    await page.reload();
    await daily.waitFor();
    assert.equal(await daily.isChecked(), false);
    await daily.click();
    await page.getByText("Sẽ gửi thư hằng ngày").waitFor();
  });

  it("that waits for a server is told on the complaint", async () => {
    const { page, context } = await pages.visit("lan@vntt");
    const data = {
      channel: "email",
      kind: "charges",
      content: "Cước tăng",
      customer: { name: "Hoa", email: "hoa@khach.example" },
    };
    const made = await context.request.post("/api/v1/complaints", { data });
    const { complaintId } = (await made.json()) as { complaintId: string };
    await page.goto(`/khieu-nai/${complaintId}`);
    await page.getByText("Chưa nối máy chủ thư cho đơn vị này").waitFor();
    await page.getByText("Xác nhận đã nhận · thư điện tử").waitFor();
    await page.getByText("Chờ gửi", { exact: true }).waitFor();
  });
});
