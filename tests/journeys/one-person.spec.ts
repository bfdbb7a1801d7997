import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { DEMO_PASSWORD } from "../../src/demo/seed-demo.ts";
import { openPages, withoutBrowser, type Pages } from "../support/browser.ts";

const TYPED = "Lan viết dở, chưa gửi";

describe("two windows of one browser", { skip: withoutBrowser() }, () => {
  let pages: Pages;
  before(async () => {
    pages = await openPages();
  });
  after(() => pages.close());

  it("belong to one person: what one typed is neither shown to the next nor sent in their name, and waits for its writer", async () => {
    const { page: first, context } = await pages.visit("lan@vntt");
    const { items } = (await (await context.request.get("/api/v1/complaints?limit=1")).json()) as {
      items: { complaintId: string }[];
    };
    await first.goto(`/khieu-nai/${items[0]?.complaintId}`);
    const note = first.getByRole("textbox", { name: "Ghi chú nội bộ" });
    await note.fill(TYPED);

    const second = await context.newPage();
    await second.goto("/viec");
    await second.getByRole("button", { name: /Lan/ }).first().click();
    await second.getByRole("menuitem", { name: "Đăng xuất" }).click();
    await second.getByRole("button", { name: "Giữ và đăng xuất" }).click();
    await second.waitForURL(/dang-nhap/);
    await first.waitForURL(/dang-nhap\?next=/);
    assert.equal(await first.getByText(TYPED).count(), 0);

    await signInAs("minh@vntt");
    assert.equal(await note.inputValue(), "");
    await second.goto("/viec");
    await second.getByRole("button", { name: /Minh/ }).first().click();
    await second.getByRole("menuitem", { name: "Đăng xuất" }).click();
    await first.waitForURL(/dang-nhap/);
    await signInAs("lan@vntt");
    await note.waitFor();
    assert.equal(await note.inputValue(), TYPED);
    await context.close();

    async function signInAs(who: string): Promise<void> {
      await first.getByLabel("Tên đăng nhập").fill(who);
      await first.getByLabel("Mật khẩu", { exact: true }).fill(DEMO_PASSWORD);
      await first.keyboard.press("Enter");
      await first.waitForURL(/khieu-nai/);
      await note.waitFor();
    }
  });
});
