import { PHONE, type Pages } from "../../support/browser.ts";
import {
  act,
  archive,
  atStage,
  close,
  confirmByCode,
  endedClocks,
  issue,
  giveToMe,
} from "../../support/complaint-page.ts";

/** From the customer's telephone and back to it: the letter within 48 hours, agreed with six digits. */
export async function bkns(pages: Pages): Promise<string[]> {
  const { page: dao } = await pages.visit(null, PHONE);
  const main = dao.locator("main");
  const goOn = async (next: string) => {
    await main.getByRole("button", { name: "Tiếp tục" }).click();
    await main.getByRole("heading", { level: 1, name: next }).waitFor();
  };
  await dao.goto("/gui/bkns");
  await main.getByRole("button", { name: "Bắt đầu" }).click();
  await main.getByLabel("Khiếu nại chất lượng dịch vụ").check();
  await goOn("Chuyện gì đã xảy ra?");
  await main.getByLabel("Nội dung sự việc").fill("Trang báo 503 từ nửa đêm.");
  await goOn("Chuyện xảy ra khi nào?");
  await goOn("Một vài chi tiết");
  await goOn("Chúng tôi liên hệ với quý khách thế nào?");
  await main.getByLabel("Họ tên hoặc tên tổ chức").fill("Shop Mây");
  await main.getByLabel("Số điện thoại").fill("0912 660 318");
  await goOn("Ảnh và giấy tờ");
  await goOn("Xem lại trước khi gửi");
  await main.getByRole("button", { name: "Gửi khiếu nại" }).click();
  await main.getByRole("heading", { name: "Chúng tôi đã nhận khiếu nại của quý khách" }).waitFor();
  const said = await main.innerText();
  const number = /KN-\d{4}-\d{6}/.exec(said)?.[0] ?? "";
  const code = /bkns(-[0-9A-Z]{4})+/.exec(said)?.[0] ?? "";

  const { page: anh } = await pages.visit("anh@bkns");
  await anh.goto(`/viec?queue=all&search=${number}`);
  await anh.locator("[role=row][id]").filter({ hasText: number }).click();
  await atStage(anh, "Tiếp nhận");
  await giveToMe(anh, /Giao người phụ trách, bắt đầu xác minh/);
  await atStage(anh, "Xác minh, giải quyết lần 1");
  await issue(anh, "Phiếu tiếp nhận", "Email");
  await act(anh, /Ghi kết quả xác minh/, {
    texts: { "Nguyên nhân": "Hết tiến trình PHP", "Vấn đề qua con mắt của công ty": "Cảnh báo đêm không tới ai" },
    choices: { "Nguyên nhân thuộc về": "Nhà cung cấp" },
  });
  await act(anh, /Thư trả lời – đã khắc phục xong/, {
    texts: { "Nội dung": "Đã tách giới hạn của từng gói." },
    choices: { Kênh: "Email" },
  });
  await atStage(anh, "Chờ ý kiến khách hàng");
  await issue(anh, "Thư trả lời", "Email");

  await dao.goto("/tra-cuu");
  await main.getByLabel("Mã tra cứu").fill(code);
  await main.getByRole("button", { name: "Xem khiếu nại" }).click();
  await main.getByLabel("Tôi chấp nhận").check();
  await main.getByRole("group", { name: "Quý khách có hài lòng không?" }).getByLabel("Có", { exact: true }).check();
  await confirmByCode(main);
  await main.getByRole("button", { name: "Gửi ý kiến" }).click();
  await main.getByText("Quý khách đã chấp nhận. Chúng tôi đang hoàn tất hồ sơ.").waitFor();

  await close(anh, /Kết thúc – hai bên đã thoả thuận/);
  await atStage(anh, "Kết thúc, giám sát");
  await act(anh, /Ghi điều học được/, { texts: { "Bài học kinh nghiệm": "Cảnh báo đêm gọi thẳng người trực" } });
  await archive(anh, /^Lưu hồ sơ/);
  await atStage(anh, "Lưu hồ sơ");
  return endedClocks(anh);
}
