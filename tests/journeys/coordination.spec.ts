import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { BrowserContext } from "playwright-core";
import { openPages, PHONE, withoutBrowser, type Pages } from "../support/browser.ts";

const PHOTO = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

describe("asking a unit, and deciding", { skip: withoutBrowser() }, () => {
  let pages: Pages;
  before(async () => {
    pages = await openPages();
  });
  after(() => pages.close());

  const post = async (context: BrowserContext, path: string, data: object) => {
    const answer = await context.request.post(`/api/v1${path}`, { data });
    assert.equal(answer.status(), 201, await answer.text());
    return (await answer.json()) as { complaintId: string; number: string };
  };
  /** A complaint that Lan is in charge of, and asks the network about. */
  const asked = async (context: BrowserContext, question: string): Promise<string> => {
    const call = { channel: "phone", kind: "incident", service: "internet", content: "Mất mạng từ sáng" };
    const { complaintId, number } = await post(context, "/complaints", call);
    await post(context, `/complaints/${complaintId}/assignments`, { personId: "vntt-lan" });
    const requests = [{ unit: "p-ktvt", via: "phone", question }];
    await post(context, `/complaints/${complaintId}/coordinations`, { requests });
    return number;
  };

  it("a request arrives in the unit's open inbox, its answer in the clerk's", async () => {
    const unit = await pages.visit("dung@vntt");
    await unit.page.goto("/phoi-hop");
    await unit.page.getByRole("list", { name: "Phối hợp" }).waitFor();
    const clerk = await pages.visit("lan@vntt");
    const number = await asked(clerk.context, "Đo lại tuyến GPON quận 1");
    await clerk.page.goto("/phoi-hop?queue=asked");
    const mine = clerk.page.getByRole("listitem").filter({ hasText: number });
    assert.match(await mine.innerText(), /Mới/);

    // Nobody reloads: it comes by itself.
    await unit.page.getByRole("button", { name: number }).click();
    await unit.page.getByRole("heading", { level: 2, name: new RegExp(number) }).waitFor();
    await unit.page.getByRole("button", { name: "Phản hồi biện pháp và thời gian khắc phục" }).waitFor();
    await unit.page.keyboard.press("r");
    const form = unit.page.getByRole("dialog", { name: /Phản hồi biện pháp/ });
    await form.getByLabel("Nguyên nhân").fill("Suy hao ở trụ 14");
    await form.getByLabel("Biện pháp").fill("Đã thay đầu nối");
    await unit.page.keyboard.press("Control+Enter");
    await form.waitFor({ state: "hidden" });
    await unit.page.getByRole("button", { name: number }).waitFor({ state: "hidden" });

    await mine.getByText("Đã trả lời").waitFor();
    await mine.getByRole("button").click();
    await clerk.page.getByText("Suy hao ở trụ 14").waitFor();
    await clerk.page.getByText("Phạm Anh Dũng", { exact: false }).first().waitFor();
    await unit.context.close();
    await clerk.context.close();
  });

  it("what a unit types stays in sight when somebody else was faster", async () => {
    const clerk = await pages.visit("lan@vntt");
    const number = await asked(clerk.context, "Cổng OLT có lỗi không?");
    const unit = await pages.visit("dung@vntt");
    await unit.page.goto("/phoi-hop");
    await unit.page.getByRole("button", { name: number }).click();
    await unit.page.getByRole("button", { name: "Phản hồi biện pháp và thời gian khắc phục" }).click();
    const form = unit.page.getByRole("dialog", { name: /Phản hồi biện pháp/ });
    await form.getByLabel("Nguyên nhân").fill("Cổng 3 lỗi quang");
    const { items } = (await (await clerk.context.request.get("/api/v1/coordinations?queue=asked")).json()) as {
      items: { number: string; complaintId: string; coordinationId: string }[];
    };
    const item = items.find((each) => each.number === number);
    const path = `/complaints/${item?.complaintId}/coordinations/${item?.coordinationId}/answers`;
    await post(clerk.context, path, { cause: "Lỗi cổng", measure: "Đổi cổng", via: "phone", answeredBy: "Anh Bình" });
    await form.getByText("Việc này không còn làm được").waitFor();
    assert.equal(await form.getByLabel("Nguyên nhân").inputValue(), "Cổng 3 lỗi quang");
    await unit.context.close();
    await clerk.context.close();
  });

  it("a technician answers by a link on the telephone, once", async () => {
    const clerk = await pages.visit("lan@vntt");
    const number = await asked(clerk.context, "Cáp vào nhà có đứt không?");
    await clerk.page.goto("/phoi-hop?queue=asked");
    await clerk.page.getByRole("button", { name: number }).click();
    await clerk.page.getByRole("button", { name: "Gửi liên kết trả lời" }).click();
    const dialog = clerk.page.getByRole("dialog", { name: /Gửi liên kết trả lời/ });
    await dialog.getByLabel("Gửi cho ai").fill("Anh Tú");
    await dialog.getByRole("button", { name: "Tạo liên kết" }).click();
    const link = await dialog.getByLabel("Liên kết trả lời").inputValue();
    await dialog.getByRole("button", { name: "Xong" }).click();

    const technician = await pages.visit(null, PHONE);
    const { page } = technician;
    await page.goto(new URL(link).pathname);
    await page.getByText("Cáp vào nhà có đứt không?").waitFor();
    assert.equal(await page.getByText("Mất mạng từ sáng").count(), 0);
    assert.equal(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), true);
    await page.getByRole("button", { name: "Gửi trả lời" }).click();
    assert.equal(await page.getByText("Cần nhập", { exact: true }).count(), 2);
    await page.getByLabel("Nguyên nhân").fill("Chuột cắn cáp");
    await page.reload();
    assert.equal(await page.getByLabel("Nguyên nhân").inputValue(), "Chuột cắn cáp");
    await page.getByLabel("Biện pháp xử lý").fill("Kéo lại 20 m cáp");
    const file = { name: "cap.png", mimeType: "image/png", buffer: PHOTO };
    await page.getByLabel("Chọn tệp").setInputFiles(file);
    await page.getByRole("button", { name: "Gửi trả lời" }).click();
    await page.getByRole("heading", { name: "Đã nhận câu trả lời" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Liên kết không dùng được" }).waitFor();

    await clerk.page.getByText("Chuột cắn cáp").waitFor();
    await clerk.page.getByText(/· Anh Tú · qua liên kết/).waitFor();
    await technician.context.close();
    await clerk.context.close();
  });

  it("the board gives its direction on the telephone, in one step", async () => {
    const { page, context } = await pages.visit("quan@vntt", PHONE);
    await page.goto("/trinh-duyet");
    const dossier = page.getByRole("button", { name: "Hồ sơ trình Ban Giám đốc" }).first();
    const title = await dossier.innerText();
    await dossier.click();
    await page.getByRole("button", { name: "Về danh sách" }).click();
    await dossier.waitFor();
    assert.equal(await page.evaluate("document.activeElement.textContent"), title);
    await page.keyboard.press("Enter");
    const direction = page.getByRole("textbox", { name: "Ý kiến chỉ đạo" });
    await direction.fill("Gặp khách trong tuần, giảm 20 % cước tháng này");
    assert.equal(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), true);
    await page.getByRole("button", { name: "Cho ý kiến chỉ đạo" }).click();
    await page.getByRole("button", { name: title }).waitFor({ state: "hidden" });
    await direction.waitFor({ state: "hidden" });
    const { items } = (await (await context.request.get("/api/v1/approvals")).json()) as { items: object[] };
    assert.deepEqual(items, []);
    await context.close();
  });
});
