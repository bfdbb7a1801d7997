import type { Pages } from "../../support/browser.ts";
import {
  act,
  archive,
  atStage,
  close,
  endedClocks,
  fill,
  formOf,
  issue,
  send,
  takeIn,
  takeOn,
} from "../../support/complaint-page.ts";

/** An incident by telephone, handed to the network and back, with both people at their browsers all the time. */
export async function vntt(pages: Pages): Promise<string[]> {
  const { page: dung } = await pages.visit("dung@vntt");
  await dung.goto("/phoi-hop");
  const { page: lan } = await pages.visit(null);
  await lan.goto("/");
  await lan.getByRole("button", { name: /^Nguyễn Thị Lan/ }).click();
  await lan.waitForURL("**/viec**");

  await lan.getByRole("link", { name: "Tiếp nhận" }).click();
  await lan.getByLabel("Sự cố dịch vụ").check();
  await lan.getByLabel("Họ tên").first().fill("Tổ hợp dệt Thuận Giao");
  await lan.getByLabel("Khách hàng nói gì").fill("Cả xưởng mất mạng từ ca đêm.");
  const { number } = await takeIn(lan);
  await atStage(lan, "Tiếp nhận");
  await takeOn(lan, /^Nhận giải quyết/);
  await atStage(lan, "Xử lý ngay");
  await act(lan, /Vượt khả năng, yêu cầu phối hợp/, {
    choices: { "Bộ phận": "P. KTVT" },
    texts: { "Nội dung yêu cầu": "Đo tuyến vào xưởng" },
  });
  await atStage(lan, "Thực hiện yêu cầu phối hợp xử lý");

  // Nobody reloads: the request comes to the unit by itself, and its answer to who asked.
  await dung.getByRole("button", { name: number }).click();
  await dung.getByRole("button", { name: "Phản hồi biện pháp và thời gian khắc phục" }).click();
  await fill(formOf(dung), { texts: { "Nguyên nhân": "Đứt cáp ở trụ 14", "Biện pháp": "Đã nối lại" } });
  await send(dung);
  await atStage(lan, "Kiểm tra phản hồi");
  await act(lan, /Nội dung phù hợp/);
  await act(lan, /Trả lời và giải thích nguyên nhân/, {
    texts: { "Nội dung": "Cáp ở trụ 14 đứt, đã nối lại." },
    checks: ["Đã giải thích nguyên nhân dẫn đến khiếu nại"],
  });
  await atStage(lan, "Theo dõi mức độ hài lòng");
  await act(lan, /Khách hàng chấp nhận và hài lòng/);
  await atStage(lan, "Kết thúc");
  await issue(lan, "Phiếu tiếp nhận khiếu nại");
  await issue(lan, "Thư trả lời khiếu nại");
  await close(lan, /Đóng Case/);
  await atStage(lan, "Đã kết thúc");
  await archive(lan, /Lưu hồ sơ/);
  await atStage(lan, "Đã lưu hồ sơ");
  return endedClocks(lan);
}
