import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Verb } from "../../src/procedure/pure/vocabulary.ts";
import { nextAt } from "./at-a-step.ts";

/** In order, the primary one starred, with the stage that each leads to. Steps of an example count from 1. */
function told(pack: string, example: number, step: number | Verb, who: string): string[] {
  return nextAt({ pack, example, step, who }).map(({ name, leadsTo, next }) =>
    [next?.primary ? "* " : "", name ?? "?", leadsTo === null ? "" : ` → ${leadsTo}`].join(""),
  );
}

const vntt = "vntt/kd-qt04/2018-01-19";
const dcnet = "dcnet/su-co/2018-01-01";
const bkns = "bkns/khieu-nai/2018-01-01";
const ihostinger = "ihostinger/khieu-nai/2019-12-16";
const kplus = "kplus/khieu-nai/2018-01-01";

describe("VNTT", () => {
  test("Tiếp nhận: what was sorted already is taken on", () => {
    assert.deepEqual(told(vntt, 1, 1, "clerk@cskh Lan"), [
      "* Nhận giải quyết → at-once",
      "Xác nhận đã nhận khiếu nại",
      "Yêu cầu khách hàng bổ sung",
    ]);
  });
  test("Xử lý ngay: content before not content", () => {
    assert.deepEqual(told(vntt, 1, 3, "clerk@cskh Lan"), [
      "* Trả lời và hướng dẫn, khách hàng hiểu, chấp nhận và hài lòng → finishing",
      "Vượt khả năng, yêu cầu phối hợp → coordination",
      "Yêu cầu khách hàng bổ sung",
      "Trả lời và hướng dẫn, khách hàng không hài lòng → coordination",
    ]);
  });
  test("Kiểm tra phản hồi: the unit's answer is found fit, then the customer is answered", () => {
    assert.deepEqual(told(vntt, 2, 7, "clerk@cskh Lan"), [
      "* Nội dung phù hợp",
      "Phản hồi tạm thời có hẹn ngày",
      "Không phù hợp, trả lại bộ phận → coordination",
      "Chuyển thông tin cho Bp. Liên quan → coordination",
    ]);
    assert.deepEqual(told(vntt, 3, "accept-coordination", "clerk@cskh Lan"), [
      "* Trả lời và giải thích nguyên nhân → satisfaction",
      "Phản hồi tạm thời có hẹn ngày",
      "Chuyển thông tin cho Bp. Liên quan → coordination",
    ]);
  });
  test("Kết thúc: nothing leads on while papers are owed, then closing does", () => {
    const others = [
      "Khách hàng chấp nhận và hài lòng",
      "Khách hàng không hài lòng → dossier",
      "Khách hàng không chấp nhận → dossier",
    ];
    assert.deepEqual(told(vntt, 1, 5, "clerk@cskh Lan"), others);
    assert.deepEqual(told(vntt, 1, 7, "clerk@cskh Lan"), ["* Đóng Case → closed", ...others]);
  });
  test("after the board's direction the next round is the way on", () => {
    assert.deepEqual(told(vntt, 3, "give-direction", "clerk@cskh Lan"), ["* Giải quyết lại → coordination"]);
  });
});

describe("DCNET", () => {
  const notMended = "Khách hàng báo chưa khắc phục (NOK), chuyển lại NOC → noc";
  test("three stages with the customer: answering, agreeing, closing stand before what is not mended", () => {
    assert.deepEqual(told(dcnet, 2, 7, "clerk@cskh Ngọc"), [
      "* Trả lời theo hình thức tiếp nhận ban đầu → answered",
      "Hỏi lại khách hàng",
      "Trả lời tạm thời",
      notMended,
    ]);
    assert.deepEqual(told(dcnet, 2, 9, "clerk@cskh Ngọc"), [
      "* Khách hàng đồng ý → closing",
      "Khách hàng không đồng ý với kết quả → disagreed",
      notMended,
    ]);
    assert.deepEqual(told(dcnet, 2, 12, "clerk@cskh Ngọc"), [
      "* Đóng ticket → closed",
      "Lưu p/c xử lý lên CRM",
      "Khách hàng báo lại chưa khắc phục (NOK), chuyển NOC → noc",
      "Khách hàng không đồng ý với kết quả → disagreed",
    ]);
  });
  test("NOC finds the cause before it handles, and passes before it sends back", () => {
    assert.equal(told(dcnet, 2, 4, "unit-member@noc Phong")[0], "* Xác định nguyên nhân");
    assert.equal(told(dcnet, 2, 6, "unit-member@noc Phong")[0], "* Thực hiện xử lý trên CORE → ask-customer");
    assert.deepEqual(told(dcnet, 3, 6, "unit-member@noc Phong"), [
      "* Đạt (OK) – thông báo CSKH hỏi lại khách hàng → ask-customer",
      "Chưa đạt (NOK) – chuyển lại Kỹ thuật → on-site",
    ]);
  });
  test("Kiểm tra lại từ đầu: every way leads back, so none is primary", () => {
    assert.deepEqual(told(dcnet, 5, 8, "clerk@cskh Ngọc"), [
      "Hướng dẫn lại và hẹn 30 phút sau gọi lại → guided",
      "Chuyển NOC kiểm tra lại → noc",
    ]);
  });
});

describe("BKNS", () => {
  test("Xác minh: the finding, then the letter that says it is mended; the invitation after both", () => {
    assert.deepEqual(told(bkns, 1, 3, "clerk@cskh Minh").slice(0, 2), [
      "* Ghi kết quả xác minh",
      "Gửi Giấy mời → meeting",
    ]);
    assert.deepEqual(told(bkns, 1, 6, "clerk@cskh Minh").slice(0, 2), [
      "* Thư trả lời – đã khắc phục xong → awaiting-verdict",
      "Gửi Giấy mời → meeting",
    ]);
  });
  test("the customer's word is recorded once; then closing is what is left", () => {
    assert.deepEqual(told(bkns, 1, 7, "clerk@cskh Minh"), ["* Ghi ý kiến khách hàng"]);
    assert.deepEqual(told(bkns, 1, 8, "clerk@cskh Minh"), ["Ghi ý kiến khách hàng"]);
    assert.deepEqual(told(bkns, 1, 10, "clerk@cskh Minh"), [
      "* Kết thúc – hai bên đã thoả thuận → closed",
      "Ghi ý kiến khách hàng",
    ]);
  });
  test("not accepted: the second handling, and after it the customer's rights outside", () => {
    assert.equal(told(bkns, 2, 11, "clerk@cskh Minh")[0], "* Giải quyết lần 2 → second-round");
    assert.equal(
      told(bkns, 2, 20, "clerk@cskh Minh")[0],
      "* Báo quyền gửi Đơn đến cơ quan quản lý hoặc khởi kiện → outside-told",
    );
  });
});

describe("iHostinger", () => {
  test("Xác định nguyên nhân: cause, solution, submission; another unit at last", () => {
    assert.equal(told(ihostinger, 2, 5, "clerk@cskh Vy")[0], "* Đề xuất phương án giải quyết");
    const submitted = told(ihostinger, 2, 7, "clerk@cskh Vy");
    assert.equal(submitted[0], "* Trình cấp trên → awaiting-approval");
    assert.equal(submitted.at(-1), "Chuyển bộ phận khác giải quyết → finding-cause");
  });
  test("Đã trả lời: what the provider must mend, then closing before a customer who disagrees", () => {
    assert.equal(told(ihostinger, 2, 10, "clerk@cskh Vy")[0], "* Gửi bộ phận liên quan khắc phục sự cố");
    assert.deepEqual(told(ihostinger, 3, 25, "clerk@cskh Vy"), [
      "* Kết thúc khiếu nại → closed",
      "Khách hàng đồng ý",
      "Gửi bộ phận liên quan khắc phục sự cố",
      "Cùng khách hàng theo dõi lỗi phát sinh thêm",
      "Khách hàng không đồng ý – xác định lại nguyên nhân → finding-cause",
    ]);
  });
});

describe("K+", () => {
  test("level 1: solved before level 2 and not solved", () => {
    assert.deepEqual(told(kplus, 1, 3, "clerk@hotline-desk Mai"), [
      "* Giải quyết, khách hàng chấp nhận → level-1-solved",
      "Chuyển lên Cấp 2 → level-2-deciding",
      "Tìm hiểu thêm thông tin",
      "Giải quyết, khách hàng không chấp nhận → level-1-unsolved",
    ]);
  });
  test("solved at level 1: a change of mind never stands first as what to do", () => {
    const changed = "Khách hàng đổi ý, chuyển lên Cấp 2 → level-2-deciding";
    assert.deepEqual(told(kplus, 1, 4, "clerk@hotline-desk Mai"), [changed]);
    assert.deepEqual(told(kplus, 1, 6, "clerk@hotline-desk Mai"), ["* Hoàn thành ở cấp 1 → closed", changed]);
  });
});
