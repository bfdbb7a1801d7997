import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openPages, withoutBrowser, type Pages } from "../support/browser.ts";
import { bkns } from "./to-the-archive/bkns.ts";
import { dcnet } from "./to-the-archive/dcnet.ts";
import { ihostinger } from "./to-the-archive/ihostinger.ts";
import { kplus } from "./to-the-archive/kplus.ts";
import { vntt } from "./to-the-archive/vntt.ts";

/** Each procedure in the browser only, from the customer's first word to the archived file, and how its clocks came out. */
describe("from the first word to the archived file", { skip: withoutBrowser() }, () => {
  let pages: Pages;
  before(async () => {
    pages = await openPages();
  });
  after(() => pages.close());

  it("VNTT: a new clerk and the unit asked, each at their browser, and the answer in 02 working days", async () => {
    assert.deepEqual(await vntt(pages), [
      "Kết thúc sau khi khách hàng hài lòng: Đúng hạn",
      "Chờ ý kiến khách hàng: Đúng hạn",
      "Bp. Liên quan phản hồi cho NV. CSKH: Đúng hạn",
      "Bộ phận xác nhận đã nhận yêu cầu: Đúng hạn",
      "Xử lý ngay hoặc chuyển phối hợp: Đúng hạn",
      "Giải quyết khiếu nại: Đúng hạn",
      "Phản hồi đã nhận khiếu nại của người tiêu dùng: Đúng hạn",
      "Phản hồi thông tin khiếu nại cho khách hàng: Đúng hạn",
    ]);
  });

  it("DCNET: a call-back forgotten for an hour, the next one kept, the cause found on site", async () => {
    assert.deepEqual(await dcnet(pages), [
      "Lưu p/c xử lý và đóng ticket: Đúng hạn",
      "Chờ ý kiến khách hàng: Đúng hạn",
      "Hỏi lại và trả lời khách hàng sau xử lý: Đúng hạn",
      "NOC kiểm tra xác nhận sau khi Kỹ thuật xử lý: Đúng hạn",
      "Kỹ thuật đưa ra kết luận cuối cùng: Đúng hạn",
      "NOC xác định nguyên nhân và xử lý: Đúng hạn",
      "Gọi lại xác nhận sau hướng dẫn: Đúng hạn",
      "Gọi lại xác nhận sau hướng dẫn: Trễ hạn",
      "Giải quyết khiếu nại: Đúng hạn",
      "Phản hồi đã nhận khiếu nại của người tiêu dùng: Đúng hạn",
      "Giải quyết khiếu nại sự cố: Đúng hạn",
    ]);
  });

  it("BKNS: sent from a telephone, the letter within 48 hours, agreed on the telephone", async () => {
    assert.deepEqual(await bkns(pages), [
      "Kết thúc sau khi biết ý kiến khách hàng hoặc vụ việc đã ra ngoài: Đúng hạn",
      "Chờ ý kiến khách hàng về thư trả lời: Đúng hạn",
      "Giải quyết khiếu nại: Đúng hạn",
      "Phản hồi đã nhận khiếu nại của người tiêu dùng: Đúng hạn",
      "Giải quyết trong 20 ngày: Đúng hạn",
      "Thư trả lời hoặc Giấy mời trong 48 giờ: Đúng hạn",
      "Bắt đầu xác minh ngay: Đúng hạn",
    ]);
  });

  it("iHostinger: settled at the counter with minutes, through a lost network and reloads in mid-form", async () => {
    assert.deepEqual(await ihostinger(pages), [
      "Lập biên bản kết quả giải quyết: Đúng hạn",
      "Giải quyết khiếu nại: Đúng hạn",
      "Phản hồi đã nhận khiếu nại của người tiêu dùng: Đúng hạn",
      "Trả lời ngay hoặc bắt đầu phân tích: Đúng hạn",
      "Giải quyết trong 20 ngày làm việc: Đúng hạn",
    ]);
  });

  it("K+: a decoder card up to level 2, accepted, minutes signed by both, answered in writing", async () => {
    assert.deepEqual(await kplus(pages), [
      "Kết thúc sau khi trả lời: Đúng hạn",
      "Chờ ý kiến khách hàng: Không còn",
      "Chuyển lên Cấp 2: Đúng hạn",
      "Giải quyết ở cấp 1: Đúng hạn",
      "Giải quyết khiếu nại: Đúng hạn",
      "Phản hồi đã nhận khiếu nại của người tiêu dùng: Đúng hạn",
      "Trả lời bằng văn bản: Đúng hạn",
      "Thông báo chấp nhận khiếu nại: Đúng hạn",
    ]);
  });
});
