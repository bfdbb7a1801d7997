import type { Story } from "../support/conversation.ts";

/** What comes after the time to complain: refused in writing, by the one who may. */
export const kplusRefused: Story = {
  organisation: "kplus",
  tells: "what came too late is refused in writing",
  customer: "ly@khach.example",
  roles: {
    ha: ["clerk@cskh"],
    "truong-phong": ["approver@cskh"],
    van: ["records-clerk@cskh"],
  },
  first: { subject: "Gói phim", text: "Tôi không đăng ký gói phim, nay mới thấy bị tính." },
  tell: async ({ act, issue, read, answer }) => {
    await act("ha", "classifications", { kind: "fee", service: "online-tv" });
    await act("ha", "information-requests", { wanted: ["first-billed-on"], channel: "email" });
    await read("- Ngày thông báo cước, hóa đơn hoặc thanh toán đầu tiên");
    await answer("Hoá đơn đầu tiên có gói phim là ngày 16/02/2026.");
    const billed = { "first-billed-on": "2026-02-16" };
    await act("ha", "corrections", { filled: billed, reason: "Theo thư khách hàng" });
    await issue("ha", "receipt", { channel: "email" });
    await act("truong-phong", "refusals", {
      reason: "time-barred",
      basis: "Bước 2, bước 4; TT 05/2011/TT-BTTTT",
      message: "Thời hạn gửi khiếu nại về phí là 01 tháng, hết ngày 16/03/2026.",
      channel: "email",
    });
    await read("hết ngày 16/03/2026", "Căn cứ: Bước 2, bước 4; TT 05/2011/TT-BTTTT");
    await issue("van", "refusal-notice", { channel: "email", signed: [{ who: "truong-phong", by: "approver" }] });
    await answer("Tôi hiểu, cảm ơn K+ đã trả lời.");
    await act("ha", "closings", { outcome: "refused" });
    await act("van", "archivings");
  },
  ended: {
    phase: "archived",
    owed: [],
    papers: ["receipt receipts 2 02/…/PTN-K+", "refusal-notice outgoing 4 04/…/TB-K+"],
    mailbox: [
      "K+ đã nhận khiếu nại của Quý khách",
      "Đề nghị Quý khách bổ sung thông tin",
      "Phiếu tiếp nhận khiếu nại | Phiếu tiếp nhận khiếu nại 2-… – KN.pdf",
      "Thông báo từ chối giải quyết khiếu nại",
      "Thông báo từ chối khiếu nại | Thông báo từ chối khiếu nại 4-… – KN.pdf",
    ],
    page: ["Phiếu tiếp nhận khiếu nại 02/…/PTN-K+", "Thông báo từ chối khiếu nại 04/…/TB-K+"],
    registers: [
      "minutes 01/…/BB-K+ Vi Văn Thắng, Người ha",
      "outgoing 01/…/TB-K+ Người truong-phong",
      "receipts 01/…/PTN-K+ Người thuy",
      "outgoing 02/…/GM-K+ Người truong-phong",
      "receipts 02/…/PTN-K+ Người ha",
      "outgoing 03/…/TL-K+ Người truong-phong",
      "outgoing 04/…/TB-K+ Người truong-phong",
    ],
  },
};
