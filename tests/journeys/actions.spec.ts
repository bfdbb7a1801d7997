import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { BrowserContext, Page } from "playwright-core";
import { openPages, withoutBrowser, type Pages } from "../support/browser.ts";
import { actionsOf, atStage, attach, formOf, issue, open, send } from "../support/complaint-page.ts";

const call = {
  channel: "phone",
  kind: "incident",
  service: "internet",
  content: "Mạng chập chờn từ sáng, gọi lại nhiều lần không được.",
  customer: { name: "Lê Văn Tám", phone: "0912345678", consumer: true },
};

describe("one complaint from intake to the archive, by its actions only", { skip: withoutBrowser() }, () => {
  let pages: Pages;
  let lan: Page;
  let context: BrowserContext;
  let complaintId: string;

  before(async () => {
    pages = await openPages();
    ({ page: lan, context } = await pages.visit("lan@vntt"));
    const headers = { origin: pages.url };
    const answer = await context.request.post("/api/v1/complaints", { data: call, headers });
    assert.equal(answer.status(), 201, await answer.text());
    ({ complaintId } = (await answer.json()) as { complaintId: string });
    await lan.goto(`/khieu-nai/${complaintId}`);
  });
  after(() => pages.close());

  const marksOf = async () => {
    const answer = await context.request.get(`/api/v1/complaints/${complaintId}`);
    return ((await answer.json()) as { marks: string[] }).marks;
  };

  it("finds an action by its two keys, offers whom the server suggests, and puts Lan in charge", async () => {
    await actionsOf(lan).waitFor();
    await lan.keyboard.press("s");
    await lan.keyboard.press("g");
    await formOf(lan).waitFor();
    await formOf(lan).getByLabel("Người phụ trách").fill("lan");
    await lan.getByRole("option", { name: /Nguyễn Thị Lan/ }).click();
    await send(lan);
    await atStage(lan, "Xử lý ngay");
  });

  it("says what is still needed, keeps what was typed through a reload, and shows what it would make", async () => {
    await open(lan, /Vượt khả năng, yêu cầu phối hợp/);
    const form = formOf(lan);
    await form.getByRole("button", { name: /Vượt khả năng/ }).click();
    await form.getByText("Còn thiếu những mục đánh dấu đỏ ở trên.").waitFor();
    assert.equal(await focused(lan), "requests.0.unit");
    await form.getByLabel("Bộ phận", { exact: true }).selectOption({ label: "P. KTVT" });
    await form.getByLabel("Nội dung yêu cầu").fill("Đo suy hao tuyến cáp");
    await lan.reload();
    await open(lan, /Vượt khả năng, yêu cầu phối hợp/);
    await form.getByText(/Đã khôi phục bản nháp/).waitFor();
    assert.equal(await form.getByLabel("Nội dung yêu cầu").inputValue(), "Đo suy hao tuyến cáp");
    await form.getByText("Chuyển sang bước Thực hiện yêu cầu phối hợp xử lý").waitFor();
    await send(lan);
    await atStage(lan, "Thực hiện yêu cầu phối hợp xử lý");
  });

  it("keeps what was typed when somebody else was faster, shows what they did, and sends it on the new state", async () => {
    await lan.keyboard.press("s");
    await lan.keyboard.press("m");
    const form = formOf(lan);
    await form.getByLabel("Phức tạp").check();
    await form.getByLabel("Lý do").fill("Ba lần chưa xong");
    const minhs = await pages.visit("minh@vntt");
    const marked = await minhs.context.request.post(`/api/v1/complaints/${complaintId}/marks`, {
      data: { mark: "priority", reason: "Khách hàng doanh nghiệp" },
      headers: { origin: pages.url },
    });
    assert.equal(marked.status(), 201, await marked.text());
    await minhs.context.close();
    await form.locator("button[type=submit]").click();
    await form.getByText("Trong lúc đó đã có người làm việc khác").waitFor();
    await form.getByText(/Trần Quang Minh/).waitFor();
    assert.equal(await form.getByLabel("Lý do").inputValue(), "Ba lần chưa xong");
    await form.getByRole("button", { name: "Gửi lại trên hồ sơ mới" }).click();
    await form.waitFor({ state: "detached" });
    assert.deepEqual(await marksOf(), ["priority", "complex"]);
    const told = lan.getByRole("dialog", { name: "Đã ghi: Đánh dấu" });
    await told.getByRole("button", { name: "Hoàn tác" }).click();
    await lan.getByText("Đã hoàn tác: Đánh dấu").waitFor();
    assert.deepEqual(await marksOf(), ["priority"]);
  });

  it("lets the unit that was asked answer, and the page of the one who waits follows by itself", async () => {
    const { page: binh, context: binhs } = await pages.visit("binh@vntt");
    await binh.goto(`/khieu-nai/${complaintId}`);
    await open(binh, /Phản hồi biện pháp và thời gian khắc phục/);
    await formOf(binh).getByLabel("Nguyên nhân").fill("Đứt cáp nhánh");
    await formOf(binh).getByLabel("Biện pháp").fill("Nối lại cáp");
    await send(binh);
    await binhs.close();
    await atStage(lan, "Kiểm tra phản hồi");
  });

  it("finds the unit's answer fit, without a second word for it", async () => {
    await open(lan, /Nội dung phù hợp/);
    await send(lan);
  });

  it("answers the customer once what the pack wants is affirmed, with a document, and hears that the customer is content", async () => {
    await open(lan, /Trả lời và giải thích nguyên nhân/);
    const form = formOf(lan);
    await form.getByLabel("Nội dung", { exact: true }).fill("Đã nối lại cáp; xin lỗi quý khách.");
    await form.locator("button[type=submit]").click();
    await form.getByText("Cần xác nhận đủ các mục.").waitFor();
    await form.getByLabel("Đã giải thích nguyên nhân dẫn đến khiếu nại").check();
    await attach(form, "bien-ban.pdf");
    await send(lan);
    await atStage(lan, "Theo dõi mức độ hài lòng");
    await open(lan, /Khách hàng chấp nhận và hài lòng/);
    await send(lan);
    await atStage(lan, "Kết thúc");
  });

  it("records once what was sent, lost on the way back, found again after a reload and sent again", async () => {
    const isCall = (url: URL) => url.pathname.endsWith("/calls") && url.search === "";
    await lan.route(isCall, async (route) => {
      await route.fetch();
      await route.abort("connectionreset");
    });
    await lan.keyboard.press("s");
    await lan.keyboard.press("c");
    const form = formOf(lan);
    await form.getByLabel("Gọi đi").check();
    await form.getByLabel("Có", { exact: true }).check();
    await form.getByLabel("Tóm tắt").fill("Khách hàng xác nhận mạng ổn định");
    await form.locator("button[type=submit]").click();
    await form.getByText(/việc chỉ được ghi một lần/).waitFor();
    await lan.unroute(isCall);
    await lan.reload();
    await actionsOf(lan).waitFor();
    await lan.keyboard.press("s");
    await lan.keyboard.press("c");
    assert.equal(await form.getByLabel("Tóm tắt").inputValue(), "Khách hàng xác nhận mạng ổn định");
    await send(lan);
    const answer = await context.request.get(`/api/v1/complaints/${complaintId}/events?limit=1000`);
    const { events } = (await answer.json()) as { events: { type: string }[] };
    assert.equal(events.filter(({ type }) => type === "CallLogged").length, 1);
  });

  it("says on top what closing still waits for, and why below; each paper is begun from there", async () => {
    await actionsOf(lan)
      .getByText(/Chưa làm được/)
      .click();
    await actionsOf(lan)
      .getByText("Cần phát hành Phiếu tiếp nhận khiếu nại, Thư trả lời khiếu nại.", { exact: true })
      .waitFor();
    const toEnd = lan.getByRole("region", { name: "Để đóng còn:" });
    const issuing = toEnd.getByRole("button", { name: "Phát hành Phiếu tiếp nhận khiếu nại" });
    await issuing.click();
    const form = formOf(lan);
    await attach(form, "Phiếu tiếp nhận khiếu nại.pdf");
    await send(lan, /Văn bản được đánh số và phát hành; sau đó không sửa được nữa/);
    await issuing.waitFor({ state: "detached" });
    // The letter that is corrected is named, and asked by nothing.
    await lan.getByRole("button", { name: "Đính chính" }).click();
    await form.getByText(/^Đính chính văn bản \(sai thể thức\): Phiếu tiếp nhận khiếu nại số \d+\/20\d\d$/).waitFor();
    assert.equal(await form.getByRole("combobox").count(), 0);
    await form.getByRole("button", { name: "Để sau" }).click();
    // Others sign the letter: it is drafted first, unless it was signed on paper.
    await toEnd.getByRole("button", { name: "Soạn Thư trả lời khiếu nại" }).click();
    assert.equal(await form.getByLabel("Giấy tờ", { exact: true }).inputValue(), "reply-letter");
    await form.getByRole("button", { name: "Để sau" }).click();
    await issue(lan, "Thư trả lời khiếu nại");
    await toEnd.waitFor({ state: "detached" });
  });

  it("asks once more before it closes, and puts the file away", async () => {
    await open(lan, /Đóng Case/);
    await formOf(lan).locator("button[type=submit]").click();
    await formOf(lan)
      .getByText(/Muốn làm tiếp phải mở lại/)
      .waitFor();
    await send(lan);
    await atStage(lan, "Đã kết thúc");
    await open(lan, /Lưu hồ sơ/);
    await formOf(lan).locator("button[type=submit]").click();
    await send(lan);
    await atStage(lan, "Đã lưu hồ sơ");
    const file = await context.request.get(`/api/v1/complaints/${complaintId}`);
    assert.equal(((await file.json()) as { phase: string }).phase, "archived");
  });
});

function focused(page: Page): Promise<string | null> {
  // Written out: these tests are typed without a browser.
  return page.evaluate<string | null>(`document.activeElement?.getAttribute("data-path") ?? null`);
}
