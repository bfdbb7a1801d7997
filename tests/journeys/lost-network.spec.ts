import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { openPages, PHONE, withoutBrowser, type Pages } from "../support/browser.ts";

const KEPT_MS_MAX = 30_000;

/** What this browser keeps: the documents of the pages, anything of the API among them, and of which questions it keeps the answer. */
type Kept = { documents: string[]; fromApi: string[]; answers: string[] };

describe("the pages without their server", { skip: withoutBrowser() }, () => {
  let pages: Pages;
  before(async () => {
    pages = await openPages();
  });
  after(() => pages.close());

  it("let a call be taken down while the network is gone, also after a reload, and send it when it is back", async () => {
    const { page, context } = await pages.visit("lan@vntt");
    await page.goto("/tiep-nhan");
    const content = page.getByLabel("Khách hàng nói gì");
    await content.fill("Mất mạng từ sáng, cả xóm đều mất");
    await untilKept(page, "/");
    await context.setOffline(true);
    await page.reload();
    await page.getByText("Mất kết nối.").waitFor();
    assert.equal(await content.inputValue(), "Mất mạng từ sáng, cả xóm đều mất");
    await content.fill("Mất mạng từ sáng, cả xóm đều mất; khách cần gấp");
    await page.keyboard.press("Control+Enter");
    await page.reload();
    await page.getByText("Mất kết nối.").waitFor();
    await context.setOffline(false);
    await page
      .getByText(/^KN-2\d{3}-\d{6}$/)
      .first()
      .waitFor();
    await page.getByText("Mất kết nối.").waitFor({ state: "detached" });
    await context.close();
  });

  it("keep no complaint and no customer: a list that cannot be read is not shown", async () => {
    const { page, context } = await pages.visit("lan@vntt");
    await page.goto("/tiep-nhan");
    await page.getByLabel("Khách hàng nói gì").waitFor();
    await page.goto("/viec?queue=all");
    await page.locator("[role=row][id]").first().waitFor();
    await untilKept(page, "/");
    await context.setOffline(true);
    await page.reload();
    await page.getByText("Không kết nối được máy chủ").first().waitFor();
    await page.getByText("Mất kết nối.").waitFor();
    assert.equal(await page.locator("[role=row][id]").count(), 0);
    const { fromApi, answers } = await keptIn(page);
    assert.deepEqual(fromApi, []);
    assert.deepEqual(answers, ["GET /procedures", "GET /procedures/:procedure/registration", "GET /session"]);
    await context.setOffline(false);
    await page.locator("[role=row][id]").first().waitFor();
    await context.close();
  });

  it("ask again by themselves for a stream of news that was refused", async () => {
    const { page, context } = await pages.visit("lan@vntt");
    await page.route("**/api/v1/stream", (route) => route.fulfill({ status: 502, body: "" }), { times: 1 });
    await page.goto("/viec?queue=all");
    await page.getByText("Mất kết nối.").waitFor();
    await page.getByText("Mất kết nối.").waitFor({ state: "detached" });
    await context.close();
  });

  it("forget on signing out what they kept, drafts by choice: kept ones wait for the same person and nobody else", async () => {
    const { page, context } = await pages.visit("lan@vntt");
    await page.goto("/tiep-nhan");
    const content = page.getByLabel("Khách hàng nói gì");
    await content.fill("Gọi lại sau 5 phút");
    await page.getByRole("button", { name: "Cuộc khác" }).click();
    await content.fill("Hỏi về cước tháng 10");
    await leave(page, { heading: "Còn 2 bản nháp chưa gửi", choice: "Giữ và đăng xuất" });
    assert.deepEqual((await keptIn(page)).answers, []);
    await signIn(page, "minh@vntt");
    await page.goto("/tiep-nhan");
    await content.waitFor();
    assert.equal(await content.inputValue(), "");
    await leave(page, {});
    await signIn(page, "lan@vntt");
    await page.goto("/tiep-nhan");
    await content.waitFor();
    assert.equal(await content.inputValue(), "Hỏi về cước tháng 10");
    await leave(page, { heading: "Còn 2 bản nháp chưa gửi", choice: "Xoá và đăng xuất" });
    await signIn(page, "lan@vntt");
    await page.goto("/tiep-nhan");
    await content.waitFor();
    assert.equal(await content.inputValue(), "");
    await context.close();
  });

  it("open a customer's half-written form on a telephone without a network", async () => {
    const { page, context } = await pages.visit(null, PHONE);
    const content = page.getByLabel("Nội dung khiếu nại");
    await page.goto("/gui/vntt?buoc=noi-dung");
    await content.fill("Mạng chập chờn ba ngày nay.");
    await untilKept(page, "/gui");
    await context.setOffline(true);
    await page.reload();
    await page.getByText("Mất kết nối mạng.").waitFor();
    assert.equal(await content.inputValue(), "Mạng chập chờn ba ngày nay.");
    await content.fill("Mạng chập chờn ba ngày nay, tối nào cũng mất.");
    await page.getByRole("button", { name: "Tiếp tục" }).click();
    await page.getByRole("heading", { level: 1, name: "Chuyện xảy ra khi nào?" }).waitFor();
    await page.goto("/tra-cuu/khong-co");
    await page.getByText("Không có kết nối mạng").waitFor();
    await context.setOffline(false);
    await page.goto("/gui/vntt?buoc=noi-dung");
    assert.equal(await content.inputValue(), "Mạng chập chờn ba ngày nay, tối nào cũng mất.");
    assert.deepEqual((await keptIn(page)).answers, ["GET /public/organisations/:organisation"]);
    await context.close();
  });

  it("say so where a customer's page was not kept yet, and open it once the network is back", async () => {
    const { page, context } = await pages.visit(null, { ...PHONE, serviceWorkers: "block" });
    await page.goto("/gui");
    await page.getByRole("link", { name: "VNTT, thành viên Becamex IDC" }).waitFor();
    await context.setOffline(true);
    await page.getByRole("link", { name: "VNTT, thành viên Becamex IDC" }).click();
    await page.getByText("Không có kết nối mạng").waitFor();
    await context.setOffline(false);
    await page.getByRole("button", { name: "Thử lại" }).click();
    await page.getByRole("heading", { level: 1, name: "Gửi khiếu nại" }).waitFor();
    await context.close();
  });
});

async function leave(page: Page, { heading, choice }: { heading?: string; choice?: string }): Promise<void> {
  await page.getByTitle("Tài khoản của tôi").click();
  await page.getByRole("menuitem", { name: "Đăng xuất" }).click();
  if (heading !== undefined) await page.getByRole("heading", { name: heading }).waitFor();
  if (choice !== undefined) await page.getByRole("button", { name: choice }).click();
  await page.getByLabel("Mật khẩu", { exact: true }).waitFor();
}

async function signIn(page: Page, signInName: string): Promise<void> {
  await page.getByLabel("Tên đăng nhập").fill(signInName);
  await page.getByLabel("Mật khẩu", { exact: true }).fill("hoi-am-dung-thu");
  await page.keyboard.press("Enter");
  await page.getByTitle("Tài khoản của tôi").waitFor();
}

/** The pages are kept some seconds after they were loaded. */
async function untilKept(page: Page, document: string): Promise<void> {
  const until = Date.now() + KEPT_MS_MAX;
  while (!(await keptIn(page)).documents.includes(document)) {
    assert.ok(Date.now() < until, `${document} is not kept`);
    await page.waitForTimeout(100);
  }
}

function keptIn(page: Page): Promise<Kept> {
  return page.evaluate<Kept>(KEPT_IN_PAGE);
}

/** Runs in the page, which has no types here. */
const KEPT_IN_PAGE = `(async () => {
  const paths = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
  }
  const asked = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const isThere = (await indexedDB.databases()).some(({ name }) => name === "keyval-store");
  const database = isThere ? await asked(indexedDB.open("keyval-store")) : undefined;
  const names = database ? await asked(database.transaction("keyval").objectStore("keyval").getAllKeys()) : [];
  database?.close();
  const answers = names.filter((name) => name.startsWith("answer|")).map((name) => JSON.parse(name.slice(7))[0]);
  return {
    documents: paths.filter((path) => path === "/" || path === "/gui"),
    fromApi: paths.filter((path) => path.startsWith("/api")),
    answers: [...new Set(answers)].sort(),
  };
})()`;
