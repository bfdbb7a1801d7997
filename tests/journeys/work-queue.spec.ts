import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, describe, it } from "node:test";
import { openPages, pictureOf, withoutBrowser, type Pages, type Visit } from "../support/browser.ts";

describe("the work queue", { skip: withoutBrowser() }, () => {
  let pages: Pages;
  let lan: Visit;
  before(async () => {
    pages = await openPages();
    lan = await pages.visit("lan@vntt");
  });
  after(() => pages.close());
  afterEach(async () => {
    await pictureOf(lan.page, "work-queue");
  });

  const rows = () => lan.page.locator("[role=row][id]");
  const openQueue = async (search: string) => {
    await lan.page.goto(`/viec?${search}`);
    await rows().first().waitFor();
  };
  const untilFocused = (number: string | undefined) =>
    lan.page
      .locator("[role=row]:focus")
      .filter({ hasText: number ?? "no number" })
      .waitFor();
  const register = async (content: string) => {
    const data = { channel: "phone", content, customer: { name: "Phan Thị Mới" }, kind: "incident" };
    const made = await lan.context.request.post("/api/v1/complaints", { data });
    assert.equal(made.status(), 201, await made.text());
    return ((await made.json()) as { number: string }).number;
  };

  it("shows each complaint with its number, customer, kind, stage, owner, channel and nearest clock in working time", async () => {
    await openQueue("queue=all");
    const heads = await lan.page.locator("[role=columnheader]").allInnerTexts();
    assert.deepEqual(heads.map((head) => head.trim()).filter(Boolean), [
      "Thời hạn",
      "Số",
      "Khách hàng",
      "Nội dung",
      "Loại",
      "Bước",
      "Người phụ trách",
      "Kênh",
    ]);
    const late = rows().filter({ hasText: "KN-2026-000011" });
    const text = await late.innerText();
    for (const said of ["Quá ", "Phản hồi thông tin khiếu nại", "Công ty CP Logistics Tân Uyên", "Trần Quang Minh"]) {
      assert.ok(text.includes(said), `${said} in: ${text}`);
    }
  });

  it("is walked with j and k, opened with Enter, and come back to", async () => {
    await openQueue("queue=all");
    const first = (await rows().nth(0).innerText()).match(/KN-\d+-\d+/)?.[0];
    const second = (await rows().nth(1).innerText()).match(/KN-\d+-\d+/)?.[0];
    await lan.page.keyboard.press("j");
    await untilFocused(first);
    await lan.page.keyboard.press("j");
    await untilFocused(second);
    await lan.page.keyboard.press("Enter");
    await lan.page.waitForURL("**/khieu-nai/*");
    await lan.page
      .locator("h1")
      .filter({ hasText: second ?? "" })
      .waitFor();
    const order = await lan.page.evaluate(() => sessionStorage.getItem("queue-order"));
    assert.ok(JSON.parse(order ?? "[]").length >= 10);
    await lan.page.goBack();
    await rows().first().waitFor();
    assert.equal(new URL(lan.page.url()).search, "?queue=all");
  });

  it("finds while one types, without tones, and back leads to the whole list", async () => {
    await openQueue("queue=all");
    await lan.page.keyboard.press("/");
    await lan.page.keyboard.type("tiem thuoc");
    await lan.page.waitForURL("**search=tiem*");
    await rows().nth(1).waitFor({ state: "detached" });
    assert.match(await rows().first().innerText(), /Tiệm thuốc/);
    await lan.page.keyboard.press("Escape");
    await rows().nth(5).waitFor();
  });

  it("announces a new complaint without moving what is under the pointer, and shows it when asked", async () => {
    await openQueue("queue=all");
    const before = await rows().allInnerTexts();
    await rows().nth(2).hover();
    const number = await register("Mất kết nối từ đêm qua");
    const news = lan.page.getByRole("button", { name: /1 khiếu nại mới/ });
    await news.waitFor();
    assert.deepEqual(
      (await rows().allInnerTexts()).map((text) => text.match(/KN-\d+-\d+/)?.[0]),
      before.map((text) => text.match(/KN-\d+-\d+/)?.[0]),
    );
    await news.click();
    await rows().filter({ hasText: number }).waitFor();
    assert.equal(await news.count(), 0);
  });

  it("takes a new complaint in by itself while nobody is at the list", async () => {
    await openQueue("queue=all");
    await lan.page.mouse.move(5, 5);
    const number = await register("Đường truyền chập chờn");
    await rows().filter({ hasText: number }).waitFor();
  });

  it("gives many to one person at once, and takes it back", async () => {
    await openQueue("queue=all&unassigned=true");
    const count = await rows().count();
    assert.ok(count >= 2, `${count} are nobody's`);
    await rows().nth(0).getByRole("checkbox").click();
    await rows()
      .nth(1)
      .getByRole("checkbox")
      .click({ modifiers: ["Shift"] });
    await lan.page.keyboard.press("a");
    await lan.page.getByRole("dialog").getByRole("combobox").fill("minh");
    await lan.page.getByRole("option", { name: /Trần Quang Minh/ }).click();
    await lan.page.getByText("Đã giao 2 khiếu nại cho Trần Quang Minh").waitFor();
    await lan.page.locator("[role=row].line-through").nth(1).waitFor();
    await lan.page.getByRole("button", { name: "Hoàn tác" }).click();
    await lan.page.getByText("Đã trả lại như trước").waitFor();
    await lan.page.locator("[role=row].line-through").first().waitFor({ state: "detached" });
  });

  it("keeps a list under a name, with the number of open complaints in it", async () => {
    await openQueue("queue=all&kind=incident");
    await lan.page.getByRole("button", { name: "Lưu danh sách" }).click();
    await lan.page.getByLabel("Tên danh sách").fill("Sự cố đang mở");
    await lan.page.getByRole("dialog").getByRole("button", { name: "Lưu", exact: true }).click();
    const tab = lan.page.getByRole("link", { name: /^Sự cố đang mở \d+$/ });
    await tab.waitFor();
    await lan.page.goto("/viec?queue=mine");
    await tab.click();
    await lan.page.waitForURL("**kind=incident*");
  });

  it("exports the list as a table", async () => {
    await openQueue("queue=all&due=overdue");
    await lan.page.keyboard.press("e");
    const begun = lan.page.waitForEvent("download");
    await lan.page.getByRole("button", { name: "Tạo tệp" }).click();
    const file = await begun;
    assert.match(file.suggestedFilename(), /^khieu-nai-\d{4}-\d\d-\d\d\.csv$/);
    const text = await readFile(await file.path(), "utf8");
    assert.ok(text.startsWith("\uFEFFSố,Tiếp nhận lúc,"), text.slice(0, 60));
    assert.match(text, /\r\nKN-2026-000011,/);
  });
});
