import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { BrowserContext, Page } from "playwright-core";
import { openPages, withoutBrowser, type Pages } from "../support/browser.ts";

/** On the telephone: faster than finding the customer by asking around. */
const CALL_MS_MAX = 60_000;

type Call = {
  who: string;
  /** As it is read out. */
  search: string;
  customer: RegExp;
  /** Arrow presses from the first kind; 0 takes the first. */
  down: number;
  kind: string;
  missing: string[];
};
const CALLS: Call[] = [
  {
    who: "lan@vntt",
    search: "+84 384 610 275",
    customer: /^Bà Trần Thị Bảy/,
    down: 1,
    kind: "charges",
    missing: ["bill"],
  },
  { who: "mai@dcnet", search: "DC 2019 0098", customer: /^Đặng Văn Hiền/, down: 0, kind: "incident", missing: [] },
  {
    who: "anh@bkns",
    search: "bqt@caycanhbb.vidu.vn",
    customer: /^Diễn đàn Cây Cảnh Bắc Bộ/,
    down: 0,
    kind: "quality",
    missing: ["remedy-sought"],
  },
  // Whom to ask for is known from the complaint before.
  {
    who: "nhung@ihostinger",
    search: "phong tranh",
    customer: /^Phòng tranh Nét Xưa/,
    down: 1,
    kind: "quality",
    missing: [],
  },
  // The card's number; card, receiver and address are known from the complaint before.
  { who: "thuy@kplus", search: "902155403377", customer: /^Nguyễn Văn Mười/, down: 0, kind: "decoder", missing: [] },
];

describe("taking a call", { skip: withoutBrowser() }, () => {
  let pages: Pages;
  before(async () => {
    pages = await openPages();
  });
  after(() => pages.close());

  for (const { who, search, customer, down, kind, missing } of CALLS) {
    it(`takes less than a minute with the keyboard alone, ${who}`, async (test) => {
      const { page, context } = await pages.visit(who);
      await page.goto("/viec");
      await page.getByRole("heading", { level: 1 }).waitFor();
      const beganAt = Date.now();
      await page.keyboard.press("c");
      await searchBox(page).waitFor();
      await page.keyboard.type(search);
      // Not waiting for the answer, as nobody does.
      await page.keyboard.press("Enter");
      await page.locator("[name=kind]:focus").waitFor();
      for (let pressed = 0; pressed < down; pressed += 1) await page.keyboard.press("ArrowDown");
      if (down === 0) await page.keyboard.press("Space");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.type("Khách gọi lần thứ hai trong tuần, nhờ xem lại.");
      await page.keyboard.press("Control+Enter");
      const number = await numberOf(page);
      const ms = Date.now() - beganAt;
      test.diagnostic(`${who}: ${ms} ms`);
      assert.ok(ms < CALL_MS_MAX, `${ms} ms`);
      assert.match(number, /^KN-2\d{3}-\d{6}$/);
      await page.getByText(/^Chúng tôi phản hồi quý khách chậm nhất .*(CN|T[2-7]) \d\d\/\d\d\/2\d{3}\.$/).waitFor();
      const [made] = await madeWith(context, number);
      assert.deepEqual([made?.kind, made?.missing], [kind, missing]);
      assert.match(made?.customerName ?? "", customer);
      await context.close();
    });
  }

  it("says at once that the time-bar has passed, and takes it in all the same", async () => {
    const { page, context } = await pages.visit("lan@vntt");
    await page.goto("/tiep-nhan");
    await page.getByLabel("Cước dịch vụ").check();
    await page.getByLabel("Khách hàng nói gì").fill("Nay mới xem lại cước của năm ngoái");
    await page.getByLabel(/^Ngày thông báo cước/).fill("2020-01-06");
    // A month from Monday 6 January, that day counted, ends with Wednesday 5 February.
    await page.getByText("Đã hết thời hiệu từ hết T4 05/02/2020").last().waitFor();
    await page.getByText("Cách tính", { exact: true }).click();
    await page.getByText("T2 06/01/2020", { exact: true }).waitFor();
    await page.keyboard.press("Control+Enter");
    const [made] = await madeWith(context, await numberOf(page));
    assert.deepEqual(made?.missing, ["name", "phone", "bill"]);
    await context.close();
  });

  it("keeps nothing of a customer chosen by mistake", async () => {
    const { page, context } = await pages.visit("minh@vntt");
    await page.goto("/tiep-nhan");
    await page.getByLabel("Cước dịch vụ").check();
    await searchBox(page).fill("0384610275");
    await page.getByRole("option", { name: /^Bà Trần Thị Bảy/ }).click();
    await page.locator('[name="customer.name"][value="Bà Trần Thị Bảy"]').waitFor();
    await searchBox(page).fill("0987000111");
    await page.getByRole("option", { name: /^Khách hàng mới/ }).click();
    await page.locator('[name="customer.phone"][value="0987000111"]').waitFor();
    const shown = await page
      .locator('[name^="customer."], [name^="filled."]')
      .evaluateAll((fields) =>
        fields.map((field) => (field as unknown as { value: string }).value).filter((value) => value !== ""),
      );
    assert.deepEqual(shown, ["0987000111"]);
    await context.close();
  });

  it("warns of the customer's open complaints, and of those in the same words", async () => {
    const { page, context } = await pages.visit("minh@vntt");
    await page.goto("/tiep-nhan");
    await searchBox(page).fill("0384610275");
    await page.getByRole("option", { name: /^Bà Trần Thị Bảy/ }).click();
    await page.getByLabel("Sự cố dịch vụ").check();
    const advice = page.getByRole("complementary", { name: "Cần biết ngay" });
    await advice.getByText("Có thể trùng").first().waitFor();
    await advice
      .getByText(/cùng khách hàng · cùng số/)
      .first()
      .waitFor();
    await context.close();
  });

  it("keeps calls that come in parallel, each with what was typed, through a reload", async () => {
    const { page, context } = await pages.visit("minh@vntt");
    await page.goto("/tiep-nhan");
    await page.getByLabel("Khách hàng nói gì").fill("Cuộc thứ nhất");
    await page.keyboard.press("Control+E");
    await searchBox(page).waitFor();
    await page.locator("[role=combobox]:focus").waitFor();
    await page.getByLabel("Khách hàng nói gì").fill("Cuộc thứ hai");
    await page.getByRole("button", { name: "Cuộc thứ hai", exact: true }).waitFor();
    await page.reload();
    assert.equal(await page.getByLabel("Khách hàng nói gì").inputValue(), "Cuộc thứ hai");
    await page.keyboard.press("Alt+1");
    await page.locator("[aria-current=true]", { hasText: "Cuộc thứ nhất" }).waitFor();
    assert.equal(await page.getByLabel("Khách hàng nói gì").inputValue(), "Cuộc thứ nhất");
    // They are this person's: nobody else finds them here.
    const other = await pages.visit("hoa@vntt");
    await other.page.goto("/tiep-nhan");
    assert.equal(await other.page.getByRole("button", { name: /^Cuộc thứ/ }).count(), 0);
    await other.context.close();
    await context.close();
  });

  it("takes a new customer into the directory on the way", async () => {
    const { page, context } = await pages.visit("thuy@kplus");
    await page.goto("/tiep-nhan");
    await searchBox(page).waitFor();
    await page.keyboard.type("0399 000 777");
    await page.keyboard.press("Enter");
    await page.locator("[name='customer.name']:focus").waitFor();
    await page.keyboard.type("Hồ Thị Mới");
    assert.equal(await page.getByLabel(/^Điện thoại/).inputValue(), "0399 000 777");
    await page.getByLabel("Khách hàng nói gì").fill("Thẻ mới mua chưa mở kênh");
    await page.keyboard.press("Control+Enter");
    await numberOf(page);
    await page.getByRole("button", { name: "Cuộc tiếp theo" }).waitFor();
    await page.keyboard.press("Enter");
    await page.locator("[role=combobox]:focus").waitFor();
    await page.keyboard.type("+84399000777");
    await page.getByRole("option", { name: /^Hồ Thị Mới 0399 000 777/ }).waitFor();
    await context.close();
  });

  it("finds a new customer the next time by the decoder card that was read out the first time", async () => {
    const { page, context } = await pages.visit("thuy@kplus");
    await page.goto("/tiep-nhan");
    await page.locator("[name='customer.name']").fill("Vũ Thị Thẻ");
    await page.getByRole("radio").first().check();
    await page.getByLabel(/^Số thẻ giải mã/).fill("4455 6677 8899");
    await page.getByLabel("Khách hàng nói gì").fill("Thẻ không lên hình");
    await page.keyboard.press("Control+Enter");
    await numberOf(page);
    await page.getByRole("button", { name: "Cuộc tiếp theo" }).click();
    await searchBox(page).fill("445566778899");
    await page.getByRole("option", { name: /^Vũ Thị Thẻ 4455 6677 8899/ }).click();
    await page.getByRole("radio").first().check();
    assert.equal(await page.getByLabel(/^Số thẻ giải mã/).inputValue(), "4455 6677 8899");
    await context.close();
  });

  it("counts a call that was taken down on paper from the call, says who took it down, and sends nothing", async () => {
    const { page, context } = await pages.visit("lan@vntt");
    await page.goto("/tiep-nhan");
    await page.getByRole("link", { name: "Phiếu giấy" }).waitFor();
    await page.getByLabel("Khách hàng nói gì").fill("Mất mạng lúc hệ thống ngừng");
    await page.getByLabel("Nhập muộn từ phiếu giấy").check();
    await page.keyboard.press("Control+Enter");
    await page.getByText("Ghi ngày giờ trên phiếu giấy.").first().waitFor();
    await page.getByLabel(/^Nhận cuộc gọi lúc/).fill("2026-03-02T09:05");
    await page.keyboard.press("Control+Enter");
    await page.locator("[name=notedBy]:focus").waitFor();
    await page.keyboard.type("Trần Quang Minh");
    await page.keyboard.press("Control+Enter");
    await numberOf(page);
    // Monday 02/03 is not counted; two working days end with Wednesday 04/03.
    await page.getByText("hết T4 04/03/2026").first().waitFor();
    await page.getByRole("link", { name: "Mở hồ sơ" }).click();
    await page.waitForURL("**/khieu-nai/*");
    await page.getByText("Người ghi trên giấy").waitFor();
    await page.getByText("Trần Quang Minh").first().waitFor();
    await page.getByText(/^09:05 T2 02\/03\/2026, Điện thoại/).waitFor();
    await context.close();
  });

  it("links to the running incident that it belongs to", async () => {
    const { page, context } = await pages.visit("lan@vntt");
    const data = { title: "Đứt cáp Thuận Giao", service: "internet", startedAt: new Date(Date.now() - 3_600_000) };
    const incident = (await (await context.request.post("/api/v1/incidents", { data })).json()) as {
      incidentId: string;
    };
    await page.goto("/tiep-nhan");
    await page.getByLabel("Khách hàng nói gì").fill("Mất mạng ở Thuận Giao từ một tiếng trước");
    await page.getByLabel("Thuộc sự cố này").check();
    await page.keyboard.press("Control+Enter");
    const number = await numberOf(page);
    const answer = await context.request.get(`/api/v1/incidents/${incident.incidentId}/complaints`);
    const { items } = (await answer.json()) as { items: Made[] };
    assert.deepEqual(
      items.map((made) => made.number),
      [number],
    );
    await context.close();
  });

  it("waits for a lost network, and then sends what was saved once", async () => {
    const { page, context } = await pages.visit("lan@vntt");
    await page.goto("/tiep-nhan");
    await page.getByLabel("Khách hàng nói gì").fill("Ghi lúc mất mạng nội bộ");
    await context.setOffline(true);
    await page.keyboard.press("Control+Enter");
    await page.keyboard.press("Control+Enter");
    await page.getByText(/^Mất mạng\. Khiếu nại được giữ trên máy này/).waitFor();
    // The next call does not wait for the network.
    await page.keyboard.press("Control+E");
    await page.getByLabel("Khách hàng nói gì").fill("Cuộc sau, khi chưa có mạng");
    await page.getByText("Mất mạng: chưa kiểm tra được").waitFor();
    await page.keyboard.press("Alt+1");
    await context.setOffline(false);
    const number = await numberOf(page);
    assert.deepEqual(
      (await madeWith(context, "Ghi lúc mất mạng nội bộ")).map((made) => made.number),
      [number],
    );
    await context.close();
  });

  it("does it once where the answer was lost on its way and the page was opened anew", async () => {
    const { page, context } = await pages.visit("lan@vntt");
    await page.goto("/tiep-nhan");
    await page.getByLabel("Khách hàng nói gì").fill("Trả lời thất lạc giữa đường");
    // The server takes it in, and nobody hears of it.
    const lost = async (route: Parameters<Parameters<Page["route"]>[1]>[0]) => {
      if (route.request().method() !== "POST") return route.continue();
      await route.fetch();
      return route.abort();
    };
    await page.route("**/api/v1/complaints", lost);
    await page.keyboard.press("Control+Enter");
    await page.getByText(/^Mất mạng\. Khiếu nại được giữ trên máy này/).waitFor();
    await page.unroute("**/api/v1/complaints", lost);
    await page.reload();
    const number = await numberOf(page);
    assert.deepEqual(
      (await madeWith(context, "Trả lời thất lạc giữa đường")).map((made) => made.number),
      [number],
    );
    await context.close();
  });

  it("ends with a receipt that has its number in the register and a code to follow it by", async () => {
    const { page, context } = await pages.visit("lan@vntt");
    await context.addInitScript("window.print = () => document.body.setAttribute('data-printed', '');");
    await page.goto("/tiep-nhan");
    await page.getByLabel("Khách hàng nói gì").fill("Xin phiếu tiếp nhận");
    await page.keyboard.press("Control+Enter");
    await numberOf(page);
    await page.getByRole("button", { name: "In phiếu" }).waitFor();
    await page.keyboard.press("p");
    await page.locator("body[data-printed]").waitFor();
    const receipt = page.getByRole("article");
    await receipt.getByText(/^Số phiếu: \d+\/2\d{3}$/).waitFor();
    assert.match(await receipt.innerText(), /Mã tra cứu\s+vntt-[0-9A-Z-]{10,}/);
    await context.close();
  });

  it("names what is wrong at its field, and goes there", async () => {
    const { page, context } = await pages.visit("lan@vntt");
    await page.goto("/tiep-nhan");
    await searchBox(page).waitFor();
    await page.keyboard.press("Control+Enter");
    const content = page.getByLabel("Khách hàng nói gì");
    await page.locator("[name=content]:focus").waitFor();
    const described = await content.getAttribute("aria-describedby");
    assert.equal(await page.locator(`[id="${described}"]`).innerText(), "Ghi khách hàng nói gì.");
    assert.equal(await content.getAttribute("aria-invalid"), "true");
    await context.close();
  });
});

function searchBox(page: Page) {
  return page.getByRole("combobox", { name: "Tìm khách hàng" });
}

async function numberOf(page: Page): Promise<string> {
  return page.getByTestId("number").innerText();
}

type Made = { number: string; kind: string | null; missing: string[]; customerName: string | null };

/** Complaints with these words, as the server has them. */
async function madeWith({ request }: BrowserContext, words: string): Promise<Made[]> {
  const answer = await request.get("/api/v1/complaints", { params: { search: `"${words}"` } });
  return ((await answer.json()) as { items: Made[] }).items;
}
