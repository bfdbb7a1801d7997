import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { openPages, pictureOf, withoutBrowser, type Pages, type Visit } from "../support/browser.ts";

describe("the overview of a shift", { skip: withoutBrowser() }, () => {
  let pages: Pages;
  let hoa: Visit;
  let lan: Visit;
  before(async () => {
    pages = await openPages();
    [hoa, lan] = await Promise.all([pages.visit("hoa@vntt"), pages.visit("lan@vntt")]);
  });
  after(() => pages.close());
  afterEach(async () => {
    await pictureOf(hoa.page, "overview");
  });

  const figure = (page: Page, label: string) =>
    page.getByRole("main").getByRole("link", { name: new RegExp(`^\\d+ ?${label}$`) });
  const countOf = async (page: Page, label: string) => Number.parseInt(await figure(page, label).innerText(), 10);
  const card = (page: Page, name: string) => page.getByRole("region", { name });
  const register = async (by: Visit) => {
    const data = {
      channel: "phone",
      kind: "incident",
      content: "Mất mạng từ sáng",
      customer: { name: "Phan Thị Mới" },
    };
    const made = await by.context.request.post("/api/v1/complaints", { data });
    assert.equal(made.status(), 201, await made.text());
    return (await made.json()) as { complaintId: string; number: string };
  };

  it("follows by itself what somebody else does", async () => {
    await hoa.page.goto("/tong-quan");
    await figure(hoa.page, "Đang mở").waitFor();
    const before = await countOf(hoa.page, "Đang mở");
    const unassigned = await countOf(hoa.page, "Chưa giao");
    const { complaintId } = await register(lan);
    await hoa.page.getByRole("link", { name: new RegExp(`^${before + 1} ?Đang mở$`) }).waitFor();
    assert.equal(await countOf(hoa.page, "Chưa giao"), unassigned + 1);
    const assigned = await lan.context.request.post(`/api/v1/complaints/${complaintId}/assignments`, {
      data: { personId: "vntt-lan" },
    });
    assert.equal(assigned.status(), 201, await assigned.text());
    await hoa.page.getByRole("link", { name: new RegExp(`^${unassigned} ?Chưa giao$`) }).waitFor();
  });

  it("opens behind each number the complaints that it counts", async () => {
    for (const label of ["Quá hạn", "Đến hạn hôm nay", "Chưa giao", "Đang mở", "Tạm dừng"]) {
      await hoa.page.goto("/tong-quan");
      const count = await countOf(hoa.page, label);
      await figure(hoa.page, label).click();
      await hoa.page.waitForURL(/\/viec\?/);
      const query = new URL(hoa.page.url()).searchParams;
      // What would read as a number or a yes stands in quotation marks in the address.
      for (const [name, value] of Array.from(query)) query.set(name, value.replaceAll('"', ""));
      query.set("open", "true");
      const answer = await hoa.context.request.get(`/api/v1/complaints?${query.toString()}&limit=100`);
      assert.equal(answer.status(), 200, await answer.text());
      const { items } = (await answer.json()) as { items: unknown[] };
      assert.equal(items.length, count, label);
    }
    await hoa.page.goto("/tong-quan");
    const row = card(hoa.page, "Theo người phụ trách").getByRole("row", { name: /Nguyễn Thị Lan/ });
    const open = row.getByRole("link", { name: /Nguyễn Thị Lan, Đang mở: \d+/ });
    const ofLan = Number.parseInt(await open.innerText(), 10);
    await open.click();
    await hoa.page.waitForURL(/ownerId=vntt-lan/);
    await hoa.page.locator("[role=row][id]").first().waitFor();
    assert.equal(await hoa.page.locator("[role=row][id]").count(), ofLan);
  });

  it("a note of this shift is read and confirmed by the next", async () => {
    await hoa.page.goto("/tong-quan");
    await lan.page.goto("/tong-quan");
    const text = "Khách An Phú hẹn gọi lại 15:00; tuyến quận 1 chưa thông.";
    await card(hoa.page, "Bàn giao ca").getByLabel("Ca sau cần biết gì?").fill(text);
    // What is typed outlives the page.
    await hoa.page.reload();
    assert.equal(await hoa.page.getByLabel("Ca sau cần biết gì?").inputValue(), text);
    await hoa.page.getByRole("button", { name: "Để lại bàn giao" }).click();
    const left = card(hoa.page, "Bàn giao ca").getByRole("listitem").filter({ hasText: text });
    await left.getByText("Chờ ca sau nhận").waitFor();
    assert.equal(await left.getByRole("button", { name: "Nhận ca" }).count(), 0, "nobody takes over from themselves");

    // Neither reloads: the note comes to the next shift, and its confirmation back.
    const came = card(lan.page, "Bàn giao ca").getByRole("listitem").filter({ hasText: text });
    await came.getByRole("button", { name: "Nhận ca" }).click();
    await came.getByText(/Nguyễn Thị Lan nhận ca lúc/).waitFor();
    await left.getByText(/Nguyễn Thị Lan nhận ca lúc/).waitFor();
  });

  it("work of an absent person goes to the deputy, and back", async () => {
    const { number } = await register(lan).then(async (made) => {
      await lan.context.request.post(`/api/v1/complaints/${made.complaintId}/assignments`, {
        data: { personId: "vntt-lan" },
      });
      return made;
    });
    const tuan = await pages.visit("tuan@vntt");
    const minh = await pages.visit("minh@vntt");
    await minh.page.goto("/viec?queue=mine&sort=arrival");
    await minh.page.getByRole("main").waitFor();
    assert.equal(await minh.page.getByText(number).count(), 0);

    await tuan.page.goto("/tong-quan").then(() => tuan.page.goto("/quan-tri?part=people"));
    await tuan.page
      .getByRole("button", { name: /Nguyễn Thị Lan/ })
      .first()
      .click();
    await tuan.page.getByLabel("Người làm thay").selectOption({ label: "Trần Quang Minh" });
    await tuan.page.getByRole("button", { name: "Cử người làm thay" }).click();

    await hoa.page.goto("/tong-quan");
    const absent = card(hoa.page, "Vắng mặt hôm nay").getByRole("listitem").filter({ hasText: "Nguyễn Thị Lan" });
    await absent.getByText("Trần Quang Minh làm thay").waitFor();

    await minh.page.reload();
    await minh.page.getByTitle("Tài khoản của tôi").click();
    await minh.page.getByRole("menuitem", { name: "Làm thay Nguyễn Thị Lan" }).click();
    await minh.page.getByText(number).first().waitFor();

    await tuan.page.getByRole("button", { name: "Thôi làm thay" }).first().click();
    await hoa.page.goto("/tong-quan");
    await card(hoa.page, "Vắng mặt hôm nay").getByText("Không ai báo vắng.").waitFor();
    await minh.page.goto("/viec?queue=mine");
    await minh.page.getByTitle("Tài khoản của tôi").click();
    await minh.page.getByRole("menuitem", { name: "Đăng xuất" }).waitFor();
    assert.equal(await minh.page.getByRole("menuitem", { name: /Làm thay/ }).count(), 0);
    assert.equal(await minh.page.getByText(number).count(), 0);
    await Promise.all([tuan.context.close(), minh.context.close()]);
  });
});
