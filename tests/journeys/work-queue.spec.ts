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

  it("is narrowed to any of several values, each with a cross, and the address holds them", async () => {
    await openQueue("queue=all");
    await lan.page.keyboard.press("f");
    await lan.page.getByRole("button", { name: "Loại", exact: true }).click();
    await lan.page.getByRole("checkbox", { name: "Cước dịch vụ" }).click();
    await lan.page.waitForURL("**kind=charges");
    await lan.page.getByRole("checkbox", { name: /^Sự cố dịch vụ/ }).click();
    await lan.page.waitForURL("**kind=charges%2Cincident");
    await lan.page.keyboard.press("Escape");
    const chips = lan.page.getByRole("list", { name: "Lọc" }).getByRole("listitem");
    await chips.filter({ hasText: /Loại:\s*Sự cố dịch vụ/ }).waitFor();
    await chips
      .filter({ hasText: /Loại:\s*Cước dịch vụ/ })
      .getByRole("button")
      .click();
    await lan.page.waitForURL("**kind=incident");
    const counted = await lan.context.request.get("/api/v1/complaints/count?queue=all&kind=incident");
    const { count } = (await counted.json()) as { count: number };
    await chips.filter({ hasText: new RegExp(`^${count} khiếu nại$`) }).waitFor();
    assert.equal(await rows().count(), count);
  });

  const registerMany = async (count: number, kind: string) => {
    for (let made = 0; made < count; made += 10) {
      const ten = Array.from({ length: 10 }, async (_none, place) => {
        const data = { channel: "phone", content: `Hỏi lịch bảo trì ${made + place}`, kind };
        const answer = await lan.context.request.post("/api/v1/complaints", { data });
        assert.equal(answer.status(), 201, await answer.text());
      });
      await Promise.all(ten);
    }
  };

  it("does with the whole list what is done with its rows, also with those that were not read yet", async () => {
    await registerMany(300, "other");
    await openQueue("queue=all&kind=other");
    await lan.page.locator("[role=columnheader] input").click();
    await lan.page.getByRole("button", { name: "Chọn cả 300 dòng" }).click();
    await lan.page.getByText("Đã chọn cả 300 dòng").waitFor();
    await lan.page.keyboard.press("a");
    await lan.page.getByRole("dialog", { name: "Giao 300 khiếu nại cho" }).getByRole("combobox").fill("minh");
    await lan.page.getByRole("option", { name: /Trần Quang Minh/ }).click();
    await lan.page.getByText("Đã giao 300 khiếu nại cho Trần Quang Minh").waitFor();
    const countOf = async (query: string) => {
      const counted = await lan.context.request.get(`/api/v1/complaints/count?kind=other&${query}`);
      return ((await counted.json()) as { count: number }).count;
    };
    assert.equal(await countOf("unassigned=true"), 0);
    await lan.page.getByRole("button", { name: "Hoàn tác" }).click();
    await lan.page.getByText("Đã trả lại như trước").waitFor();
    assert.equal(await countOf("unassigned=true"), 300);
  });

  it("says which were refused and why, and does the others", async () => {
    const minh = await pages.visit("minh@vntt");
    const session = await minh.context.request.get("/api/v1/session");
    const { personId } = (await session.json()) as { personId: string };
    await openQueue("queue=all&kind=other&sort=due");
    const link = await rows().nth(1).getByRole("link").getAttribute("href");
    const number = await rows().nth(1).getByRole("link").innerText();
    await rows().nth(0).getByRole("checkbox").click();
    await rows()
      .nth(2)
      .getByRole("checkbox")
      .click({ modifiers: ["Shift"] });
    // Somebody else is a moment earlier.
    await lan.page.route("**/api/v1/assignments", async (route) => {
      const address = `/api/v1/complaints/${link?.split("/").at(-1)}/assignments`;
      const made = await minh.context.request.post(address, { data: { personId } });
      assert.equal(made.status(), 201, await made.text());
      await route.continue();
    });
    await lan.page.keyboard.press("a");
    const dialog = lan.page.getByRole("dialog", { name: "Giao 3 khiếu nại cho" });
    await dialog.getByRole("option", { name: "Tôi" }).click();
    await dialog.getByText("Đã xong 2 trong 3").waitFor();
    await dialog.getByText("1 khiếu nại không làm được").waitFor();
    assert.match(await dialog.getByRole("listitem").innerText(), new RegExp(`^${number}: .+`));
    await lan.page.unroute("**/api/v1/assignments");
    await lan.page.keyboard.press("Escape");
  });

  it("chooses from row to row with Shift, and exports what is chosen", async () => {
    await openQueue("queue=all&kind=other");
    await rows().nth(1).getByRole("checkbox").click();
    await rows()
      .nth(4)
      .getByRole("checkbox")
      .click({ modifiers: ["Shift"] });
    await lan.page.getByText("Đã chọn 4", { exact: true }).waitFor();
    const numbers = await rows().allInnerTexts();
    const chosen = numbers.slice(1, 5).map((text) => text.match(/KN-\d+-\d+/)?.[0] ?? "");
    await lan.page.keyboard.press("e");
    const begun = lan.page.waitForEvent("download");
    await lan.page.getByRole("button", { name: "Xuất 4 dòng đã chọn" }).click();
    const text = await readFile(await (await begun).path(), "utf8");
    assert.deepEqual(text.match(/^KN-\d+-\d+/gm)?.toSorted(), chosen.toSorted());
  });

  it("links to an incident, and lets go again: at once, or later from the incident's own list", async () => {
    await openQueue("queue=all&kind=other");
    await rows().nth(0).getByRole("checkbox").click();
    await rows()
      .nth(2)
      .getByRole("checkbox")
      .click({ modifiers: ["Shift"] });
    await lan.page.keyboard.press("l");
    const dialog = lan.page.getByRole("dialog");
    await dialog.getByLabel("Tên sự cố").fill("Bảo trì trạm Phú Lợi");
    await dialog.getByLabel("Dịch vụ").selectOption({ index: 1 });
    await dialog.getByRole("button", { name: "Mở và gắn" }).click();
    await lan.page.getByText("Đã gắn 3 khiếu nại vào “Bảo trì trạm Phú Lợi”").waitFor();
    await lan.page.getByRole("button", { name: "Hoàn tác" }).click();
    await lan.page.getByText("Đã trả lại như trước").waitFor();

    await lan.page.keyboard.press("l");
    await dialog.getByRole("button", { name: /Bảo trì trạm Phú Lợi.*0 khiếu nại/ }).click();
    await lan.page.getByText("Đã gắn 3 khiếu nại vào “Bảo trì trạm Phú Lợi”").waitFor();
    await rows().first().getByRole("link").click();
    await lan.page.getByRole("link", { name: "Bảo trì trạm Phú Lợi" }).click();
    await lan.page.waitForURL("**incidentId=*");
    await lan.page.getByText("3 khiếu nại", { exact: true }).first().waitFor();
    await rows().nth(0).getByRole("checkbox").click();
    await lan.page.keyboard.press("u");
    await dialog.getByLabel("Lý do").fill("Gắn nhầm trạm");
    await dialog.getByRole("button", { name: "Gỡ khỏi sự cố" }).click();
    await lan.page.getByText("Đã gỡ 1 khiếu nại khỏi “Bảo trì trạm Phú Lợi”").waitFor();
    await lan.page.goto(lan.page.url());
    await lan.page.getByText("2 khiếu nại", { exact: true }).first().waitFor();
  });

  it("is that of all my units, or of one of them", async () => {
    const [administrator, dung] = [await pages.visit("tuan@vntt"), await pages.visit("dung@vntt")];
    const session = await dung.context.request.get("/api/v1/session");
    const { personId } = (await session.json()) as { personId: string };
    const role = { role: "unit-member", unit: "bp-kd", fromOn: "2026-01-01" };
    const given = await administrator.context.request.post(`/api/v1/people/${personId}/roles`, { data: role });
    assert.equal(given.status(), 201, await given.text());
    const { page } = dung;
    await page.goto("/viec?queue=unit");
    await page.getByRole("link", { name: /^Bộ phận của tôi/ }).waitFor();
    const choice = page.getByRole("combobox", { name: "Bộ phận của tôi" });
    assert.deepEqual(await choice.locator("option").allInnerTexts(), ["Cả 2 bộ phận", "Bp. KD", "P. KTVT"]);
    await choice.selectOption("P. KTVT");
    await page.waitForURL("**queue=unit&unit=p-ktvt");
  });
});
