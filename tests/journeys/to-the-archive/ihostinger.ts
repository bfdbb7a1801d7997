import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { Pages } from "../../support/browser.ts";
import {
  act,
  archive,
  atStage,
  close,
  endedClocks,
  fill,
  find,
  handIn,
  open,
  send,
} from "../../support/complaint-page.ts";

/** At the counter, settled on the spot with minutes in place of a receipt; the network fails and the page is reloaded. */
export async function ihostinger(pages: Pages): Promise<string[]> {
  const { page: ha, context } = await pages.visit("ha@ihostinger");
  await ha.goto("/tiep-nhan");
  await ha.getByLabel("Cước, thanh toán").check();
  await ha.getByLabel("Đến bằng").selectOption({ label: "Trực tiếp tại chi nhánh" });
  await ha.getByLabel("Khách hàng nói gì").fill("Đã trả tiền mà tên miền báo hết hạn.");
  await ha.getByLabel("Họ tên").first().fill("Bà Lương Thị Hạnh");
  await ha.reload();
  assert.equal(await ha.getByLabel("Khách hàng nói gì").inputValue(), "Đã trả tiền mà tên miền báo hết hạn.");
  await context.setOffline(true);
  await ha.getByRole("button", { name: /^Tiếp nhận/ }).click();
  await ha.getByText(/^Mất mạng\. Khiếu nại được giữ trên máy này/).waitFor();
  await context.setOffline(false);
  await ha.getByTestId("number").waitFor();
  await ha.getByRole("link", { name: "Mở hồ sơ" }).click();
  await atStage(ha, "Tiếp nhận khiếu nại");

  const settling = /Giải quyết ngay tại chỗ, hai bên thoả thuận/;
  await fill(await open(ha, settling), { texts: { "Nội dung": "Đã gia hạn lại tên miền." } });
  await ha.reload();
  const form = await open(ha, settling);
  await form.getByText(/Đã khôi phục bản nháp/).waitFor();
  await fill(form, { checks: ["Có đủ thông tin", "Hai bên đã đạt được thoả thuận"] });
  await context.setOffline(true);
  await form.locator("button[type=submit]").click();
  await form.getByText(/việc chỉ được ghi một lần/).waitFor();
  await context.setOffline(false);
  await send(ha);
  await atStage(ha, "Thoả thuận tại chỗ – lập biên bản");

  // The signed minutes are not there yet: nothing leaves without them.
  const arrive = await holdUploads(ha);
  const issuing = await find(ha, "phat hanh", /Phát hành văn bản/);
  await fill(issuing, { choices: { "Giấy tờ": "Biên bản kết quả giải quyết" } });
  await handIn(issuing, "bien-ban.pdf");
  await issuing.locator("button[type=submit]").click();
  await issuing.getByText(/^Có tệp chưa tải lên xong/).waitFor();
  arrive();
  await issuing.getByRole("button", { name: "Bỏ bien-ban.pdf" }).waitFor();
  await send(ha, /Văn bản được đánh số và phát hành/);
  await close(ha, /Kết thúc – đã có biên bản kết quả giải quyết/);
  await atStage(ha, "Kết thúc – tổng kết, rút kinh nghiệm");
  await act(ha, /Tổng kết, rút kinh nghiệm/, { texts: { "Bài học kinh nghiệm": "Ghi tên miền khi thu tiền" } });
  await archive(ha, /Lưu thông tin/);
  await atStage(ha, "Lưu hồ sơ");
  return endedClocks(ha);
}

/** Files stay on their way until the function that is given back is called. */
async function holdUploads(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route("**/api/v1/attachments", async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}
