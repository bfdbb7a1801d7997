import { PHONE, type Pages } from "../../support/browser.ts";
import {
  act,
  archive,
  atStage,
  close,
  confirmByCode,
  endedClocks,
  fill,
  find,
  issue,
  send,
  takeIn,
  takeOn,
} from "../../support/complaint-page.ts";

/** A decoder's card; level 1 cannot help, level 2 accepts, meets the customer, who signs the minutes, and answers. */
export async function kplus(pages: Pages): Promise<string[]> {
  const { page: thuy } = await pages.visit("thuy@kplus");
  await thuy.goto("/tiep-nhan");
  await thuy.getByLabel("Thẻ giải mã, đầu thu, tín hiệu").check();
  await thuy.getByLabel("Khách hàng nói gì").fill("Đầu thu tự tắt, bảo hành ba lần không xong.");
  const asked = {
    Tên: "Vi Văn Thắng",
    "Địa chỉ": "Long Biên, Hà Nội",
    "Số điện thoại": "0977 205 613",
    "Địa chỉ hòm thư điện tử": "thang.vv@vidu.vn",
    "Số thẻ giải mã": "2210 4408 7731",
    "Số đầu thu": "SD-330-5512009",
  };
  for (const [label, value] of Object.entries(asked)) await thuy.getByLabel(`${label} *`, { exact: true }).fill(value);
  const { path, code } = await takeIn(thuy);
  await takeOn(thuy, /Bắt đầu giải quyết cấp 1/);
  await atStage(thuy, "Giải quyết khiếu nại cấp 1");
  await issue(thuy, "Phiếu tiếp nhận khiếu nại");
  await act(thuy, /Giải quyết, khách hàng không chấp nhận/, { texts: { "Nội dung": "Đổi nguồn, vẫn tắt." } });
  await atStage(thuy, "Cấp 1 không thành công");
  await act(thuy, /Chuyển lên Cấp 2/, { texts: { "Lý do": "Cần đổi đầu thu" } });

  const { page: my } = await pages.visit("my@kplus");
  await my.goto(path);
  await atStage(my, "Cấp 2: chấp nhận hoặc từ chối");
  await act(my, /Thông báo chấp nhận khiếu nại/, { choices: { Kênh: "Thư điện tử (nguồn khác)" } });
  await atStage(my, "Cấp 2: giải quyết và phối hợp");
  await issue(my, "Thông báo chấp nhận khiếu nại", "Thư điện tử (nguồn khác)");
  await act(my, /Ghi biên bản, hai bên ký/, { texts: { "Kết quả": "Đổi đầu thu mới trong tuần" } });
  const draft = await find(my, "soan", /Soạn/);
  await fill(draft, {
    choices: { "Giấy tờ": "Biên bản trao đổi" },
    texts: { "Nội dung": "Hai bên thống nhất đổi đầu thu." },
  });
  await send(my);

  const { page: customer } = await pages.visit(null, PHONE);
  const main = customer.locator("main");
  await customer.goto(`/tra-cuu/${code}`);
  await main.getByRole("heading", { name: "Ký Biên bản trao đổi" }).waitFor();
  await confirmByCode(main);
  await main.getByText("Hai bên thống nhất đổi đầu thu.").waitFor();
  await main.getByLabel("Họ tên người ký").fill("Vi Văn Thắng");
  await main.getByRole("button", { name: "Ký bằng tên" }).click();
  await main.getByRole("heading", { name: "Ký Biên bản trao đổi" }).waitFor({ state: "detached" });

  await my.getByText("Ký văn bản: Vi Văn Thắng").waitFor();
  const signing = await find(my, "ky van ban", /^Ký văn bản/);
  await fill(signing, { checks: ["Biên bản trao đổi", "Ký bằng tên"] });
  await signing.getByText("Đã có chữ ký.").waitFor();
  await send(my, /Chữ ký được gắn với đúng nội dung văn bản này/);
  const issuing = await find(my, "phat hanh", /Phát hành văn bản/);
  await fill(issuing, { checks: ["Biên bản trao đổi"] });
  await send(my, /Văn bản được đánh số và phát hành/);

  await act(my, /^Trả lời bằng văn bản/, {
    texts: { "Nội dung": "K+ đã đổi đầu thu mới cho quý khách." },
    choices: { Kênh: "Thư điện tử (nguồn khác)" },
  });
  await atStage(my, "Đã trả lời bằng văn bản");
  await issue(my, "Câu trả lời bằng văn bản", "Thư điện tử (nguồn khác)");
  await close(my, /^Kết thúc sau khi trả lời/);
  await atStage(my, "Đã kết thúc");
  await archive(my, /^Lưu hồ sơ/);
  await atStage(my, "Đã lưu hồ sơ");
  return endedClocks(my);
}
