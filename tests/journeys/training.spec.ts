import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openPages, withoutBrowser, type Pages } from "../support/browser.ts";

describe("practising", { skip: withoutBrowser() }, () => {
  let pages: Pages;
  before(async () => {
    pages = await openPages();
  });
  after(() => pages.close());

  it("is turned on by keys, cannot be taken for work, in another window neither, and is cleared away", async () => {
    const { page, context } = await pages.visit("hoa@vntt");
    await page.goto("/viec");
    await page.getByRole("heading", { level: 1 }).waitFor();
    const other = await context.newPage();
    await other.goto("/viec");
    await other.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("h");
    const band = page.getByRole("region", { name: "Tập huấn", exact: true });
    await band.waitFor();
    await other.getByRole("region", { name: "Tập huấn", exact: true }).waitFor();
    assert.equal(await page.getByText(/KN-\d{4}-/).count(), 0);

    await page.goto("/tiep-nhan");
    await page.locator("[name=content]").fill("Mất mạng từ sáng, buổi tập");
    await page.keyboard.press("Control+Enter");
    const number = page.getByTestId("number");
    await number.waitFor();
    assert.match(await number.innerText(), /^TH-\d{4}-000001$/);
    await page.getByText("TẬP HUẤN — không có giá trị", { exact: true }).last().waitFor();
    await page.goto("/viec?queue=all");
    await page.getByText("TH-").first().waitFor();

    const { page: ofLan } = await pages.visit("lan@vntt");
    await ofLan.goto("/viec?queue=all");
    await ofLan
      .getByText(/KN-\d{4}-/)
      .first()
      .waitFor();
    assert.equal(await ofLan.getByText(/TH-\d{4}-/).count(), 0);

    await band.getByRole("button", { name: "Xóa buổi tập" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Xóa buổi tập" }).click();
    await page.getByText("Đã xóa 1 khiếu nại tập huấn").waitFor();
    await band.getByRole("button", { name: "Tắt Tập huấn" }).click();
    await band.waitFor({ state: "detached" });
    await page
      .getByText(/KN-\d{4}-/)
      .first()
      .waitFor();
    await other.getByRole("region", { name: "Tập huấn", exact: true }).waitFor({ state: "detached" });
  });
});
