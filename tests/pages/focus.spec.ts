import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { openPages, withoutBrowser, type Pages, type Visit } from "../support/browser.ts";

/** What has the focus: its element, and its name or text. */
const FOCUSED = `[document.activeElement.tagName, document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent]`;
const focused = (page: Page) => page.evaluate<[string, string]>(FOCUSED);
/** Elements of the page with Vietnamese letters in a text of their own and no mark of the language: what they say. */
const UNMARKED = `[...document.querySelectorAll("main *")]
  .filter((each) => /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.test([...each.childNodes].filter((node) => node.nodeType === 3).map((node) => node.nodeValue).join(" ")))
  .filter((each) => each.closest("[lang]").lang !== "vi")
  .map((each) => each.textContent)`;

describe("the focus is never lost", { skip: withoutBrowser() }, () => {
  let pages: Pages;
  let lan: Visit;
  before(async () => {
    pages = await openPages();
    lan = await pages.visit("lan@vntt");
  });
  after(() => pages.close());

  const untilTitled = async (title: string) => {
    await lan.page.locator("h1:focus").filter({ hasText: title }).waitFor();
    assert.deepEqual(await focused(lan.page), ["H1", title]);
    assert.equal(await lan.page.title(), `${title} – Hồi Âm`);
  };

  it("it goes to the title of each page that is opened, and the window is named by it", async () => {
    await lan.page.goto("/viec");
    await lan.page.locator("[role=row][id]").first().waitFor();
    await lan.page.getByRole("link", { name: /^Tổng quan/ }).press("Enter");
    await untilTitled("Tổng quan ca");
    await lan.page.getByRole("link", { name: /^Thông báo/ }).press("Enter");
    await untilTitled("Thông báo");
    await lan.page.goBack();
    await untilTitled("Tổng quan ca");
  });

  it("it comes back to the button when a dialogue closes, and the tooltip is no content of the page", async () => {
    await lan.page.goto("/khieu-nai/vntt-cut-cable-2");
    const proof = lan.page.getByRole("button", { name: /^Cách tính hạn/ }).first();
    await proof.focus();
    await lan.page.keyboard.press("Enter");
    await lan.page.getByRole("dialog").getByRole("listitem").first().waitFor();
    await lan.page.getByRole("dialog").getByRole("button", { name: "Đóng" }).hover();
    const { violations } = await new AxeBuilder({ page: lan.page }).withRules(["region"]).analyze();
    assert.deepEqual(violations, []);
    // The first one takes the tooltip away.
    await lan.page.keyboard.press("Escape");
    await lan.page.keyboard.press("Escape");
    await lan.page.getByRole("dialog").waitFor({ state: "hidden" });
    await lan.page.locator("button:focus").waitFor();
    assert.match((await focused(lan.page))[1], /^Cách tính hạn/);
  });

  it("a page that could not be shown at all has a title, and can be tried again", async () => {
    const { page, context } = await pages.visit("lan@vntt");
    await page.route("**/api/v1/session", (route) => route.abort());
    await page.goto("/tong-quan");
    await page.getByRole("main").getByRole("heading", { level: 1, name: "Không kết nối được máy chủ" }).waitFor();
    await page.unroute("**/api/v1/session");
    await page.getByRole("button", { name: "Thử lại" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "Tổng quan ca" }).waitFor();
    await context.close();
  });
});

describe("English pages are read aloud in the right language", { skip: withoutBrowser() }, () => {
  let pages: Pages;
  before(async () => {
    pages = await openPages();
  });
  after(() => pages.close());

  it("what is written in Vietnamese is marked, and the provider's names are English", async () => {
    const { page, context } = await pages.visit("lan@vntt");
    await context.addInitScript(`localStorage.setItem("language", "en")`);
    await page.goto("/khieu-nai/vntt-cut-cable-2");
    await page.getByRole("heading", { level: 1 }).waitFor();
    // The third stage of VNTT's chart, by its English name; the customer's own words in theirs.
    await page.getByText("Check the unit's answer").first().waitFor();
    const unmarked = await page.evaluate<string[]>(UNMARKED);
    const sentences = unmarked.filter((text) => !/[a-z]{3,} .*[a-z]{3,}/.test(text));
    assert.deepEqual(sentences, []);
    await context.close();
  });
});
