import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Locator, Page } from "playwright-core";
import { openPages, PHONE, withoutBrowser, type Pages } from "../support/browser.ts";
import { find, send } from "../support/complaint-page.ts";

const PATH = "/khieu-nai/vntt-second-round";

describe("a complaint's page", { skip: withoutBrowser() }, () => {
  let pages: Pages;
  before(async () => {
    pages = await openPages();
  });
  after(() => pages.close());

  it("shows where it stands and how each due was counted, day by day", async () => {
    const { page, context } = await pages.visit("lan@vntt");
    await page.goto(PATH);
    await page.getByRole("heading", { level: 1, name: /KN-2\d{3}-000002 · Hộ kinh doanh Ngọc Trâm/ }).waitFor();
    const rail = page.getByRole("navigation", { name: "Các bước xử lý" });
    assert.match(await rail.locator("[aria-current=step]").innerText(), /^Thực hiện yêu cầu phối hợp xử lý/);
    await page.getByRole("button", { name: "Cách tính hạn: Giải quyết khiếu nại" }).click();
    const proof = page.getByRole("dialog", { name: "Giải quyết khiếu nại" });
    await proof.getByText("20 ngày làm việc").waitFor();
    // The day of receipt is not counted; the twentieth working day is the last.
    assert.equal(await proof.getByText("ngày xảy ra sự kiện không được tính (BLDS 2015 Đ147.2)").count(), 1);
    assert.match(await proof.getByRole("listitem").last().innerText(), /Tính\s*20\s/);
    await context.close();
  });

  it("narrows the timeline to what is looked for", async () => {
    const { page, context } = await pages.visit("lan@vntt");
    await page.goto(PATH);
    const timeline = page.getByRole("region", { name: "Diễn biến" });
    await timeline.getByText("Tiếp nhận qua Điện thoại").waitFor();
    await timeline.getByRole("button", { name: /^Thư, trả lời/ }).click();
    assert.equal(await timeline.getByText("Tiếp nhận qua Điện thoại").count(), 0);
    assert.equal(await timeline.getByText("Khách hàng chấp nhận, không hài lòng").count(), 1);
    await context.close();
  });

  it("shows two people each other, and loses no note that is being written", async () => {
    const lan = await pages.visit("lan@vntt");
    const minh = await pages.visit("minh@vntt");
    await lan.page.goto(PATH);
    await minh.page.goto(PATH);
    await lan.page.getByText("Trần Quang Minh đang xem").waitFor();
    const note = minh.page.getByRole("textbox", { name: "Ghi chú nội bộ" });
    await note.pressSequentially("Nhờ @Thị La");
    await minh.page.getByRole("option", { name: /Nguyễn Thị Lan/ }).waitFor();
    await note.press("Enter");
    await note.pressSequentially("gọi lại khách");
    await lan.page.getByText("Trần Quang Minh đang nhập").waitFor();
    await minh.page.reload();
    assert.equal(await note.inputValue(), "Nhờ @Nguyễn Thị Lan gọi lại khách");
    await note.press("Control+Enter");
    await lan.page.getByText("Nhắc đến Nguyễn Thị Lan").waitFor();
    await minh.page.getByText("Đã lưu ghi chú").waitFor();
    assert.equal(await note.inputValue(), "");
    await minh.context.close();
    await lan.context.close();
  });

  it("signs what is shown, keeps a signature that was begun, and says where a draft waits", async () => {
    const { page, context } = await pages.visit("lan@vntt");
    const drafted = await context.request.post("/api/v1/complaints/vntt-just-in/papers", {
      data: { paper: "receipt", content: "Khách hàng: Mai Thị Xuân" },
    });
    assert.equal(drafted.status(), 201);
    await page.goto("/khieu-nai/vntt-just-in");
    const signing = await find(page, "ky van ban", /^Ký văn bản/);
    await signing.getByText("Khách hàng: Mai Thị Xuân").waitFor();
    assert.equal(await signing.getByLabel("Họ tên người ký").inputValue(), "Nguyễn Thị Lan");
    await signing.locator("button[type=submit]").click();
    await signing.getByText("Ký vào ô, hoặc ký bằng tên.").waitFor();
    await draw(page, signing.getByRole("img", { name: /^Ký vào đây/ }));
    await signing.getByText("Đã có chữ ký.").waitFor();
    await signing.getByRole("button", { name: "Để sau" }).click();
    await page.getByText("có bản nháp").filter({ visible: true }).first().waitFor();
    await page.reload();
    const again = await find(page, "ky van ban", /^Ký văn bản/);
    await again.getByText("Đã có chữ ký.").waitFor();
    await send(page, /Chữ ký được gắn với đúng nội dung văn bản này/);
    await page.getByText("Ký văn bản: Nguyễn Thị Lan").waitFor();
    assert.equal(await page.getByText("chu-ky.png").count(), 0);
    await context.close();
  });

  it("leads to the next of the list that was looked at last, without going back", async () => {
    const { page, context } = await pages.visit("lan@vntt");
    const order = ["vntt-second-round", "vntt-slow-network"];
    await context.addInitScript(`sessionStorage.setItem("queue-order", '${JSON.stringify(order)}')`);
    await page.goto(PATH);
    await page.getByText("1/2 trong danh sách").waitFor();
    await page.keyboard.press("j");
    await page.getByRole("heading", { level: 1, name: /Công ty TNHH May mặc Thuận An Phát/ }).waitFor();
    await page.keyboard.press("k");
    await page.getByRole("heading", { level: 1, name: /Hộ kinh doanh Ngọc Trâm/ }).waitFor();
    await context.close();
  });

  it("is opened from a notification at the very note that mentions the reader, also on a telephone", async () => {
    const lan = await pages.visit("lan@vntt");
    await lan.page.goto(PATH);
    const note = lan.page.getByRole("textbox", { name: "Ghi chú nội bộ" });
    await note.pressSequentially("Xem giúp @Quang M");
    await lan.page.getByRole("option", { name: /Trần Quang Minh/ }).waitFor();
    await note.press("Enter");
    await note.pressSequentially("trước 16 giờ");
    await note.press("Control+Enter");
    await lan.page.getByText("Đã lưu ghi chú").waitFor();
    await lan.context.close();
    for (const options of [{}, PHONE]) {
      const { page, context } = await pages.visit("minh@vntt", options);
      await page.goto("/thong-bao");
      await page
        .getByRole("link", { name: /Bạn được nhắc đến trong KN-2\d{3}-000002/ })
        .first()
        .click();
      const shown = page.locator("[data-shown]");
      await shown.waitFor();
      assert.match(await shown.innerText(), /Xem giúp @Trần Quang Minh trước 16 giờ/);
      const box = await shown.boundingBox();
      const height = page.viewportSize()?.height ?? 0;
      assert.ok(box && box.y >= 0 && box.y + box.height <= height, JSON.stringify(box));
      assert.match(page.url(), /#fact-\d+$/);
      await context.close();
    }
  });
});

async function draw(page: Page, pad: Locator): Promise<void> {
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + 40, box.y + 60);
  await page.mouse.down();
  for (const [x, y] of [
    [80, 90],
    [120, 50],
    [160, 90],
  ] as const)
    await page.mouse.move(box.x + x, box.y + y, { steps: 4 });
  await page.mouse.up();
}
