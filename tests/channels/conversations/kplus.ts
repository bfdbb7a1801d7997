import type { Story } from "../support/conversation.ts";

/** Level 1 cannot help; level 2 accepts, meets the customer, who signs the minutes on paper, and answers in writing. */
export const kplus: Story = {
  organisation: "kplus",
  tells: "level 2 accepts, meets the customer, and answers in writing",
  customer: "thang.vv@khach.example",
  roles: {
    thuy: ["clerk@hotline-desk"],
    ha: ["clerk@cskh"],
    "truong-phong": ["approver@cskh"],
    van: ["records-clerk@cskh"],
  },
  first: { subject: "Đầu thu tự tắt", text: "Đầu thu tự tắt, bảo hành ba lần không xong." },
  tell: async ({ act, issue, invite, read, answer, upload }) => {
    const signed = [{ who: "truong-phong", by: "approver" }];
    await act("thuy", "classifications", { kind: "decoder", service: "satellite-tv" });
    const wanted = ["name", "address", "phone", "card-number", "receiver-number"];
    await act("thuy", "information-requests", { wanted, channel: "email" });
    await read("- Tên\n- Địa chỉ\n- Số điện thoại\n- Số thẻ giải mã\n- Số đầu thu");
    await answer("Vi Văn Thắng, Long Biên, 0977 205 613, thẻ 2210 4408 7731, đầu thu SD-330-5512009");
    await act("thuy", "corrections", {
      customer: { name: "Vi Văn Thắng", address: "Long Biên, Hà Nội", phone: "0977 205 613" },
      filled: { "card-number": "2210 4408 7731", "receiver-number": "SD-330-5512009" },
      reason: "Theo thư khách hàng",
    });
    await act("thuy", "assignments", { personId: "thuy", unit: "hotline-desk" });
    await issue("thuy", "receipt", { channel: "email" });
    await act("thuy", "first-line-answers", {
      content: "Xin đổi nguồn của đầu thu.",
      accepted: false,
      channel: "email",
    });
    await read("Xin đổi nguồn của đầu thu.");
    await answer("Đã đổi nguồn, vẫn tắt.");
    await act("thuy", "escalations", { reason: "Cần đổi đầu thu" });

    await act("ha", "assignments", { personId: "ha" });
    await act("ha", "acceptances", { channel: "email" });
    await read("chấp nhận giải quyết khiếu nại");
    await issue("van", "acceptance-notice", { channel: "email", signed });
    const meeting = await invite("ha", { place: "Trụ sở K+", answer: "Tôi đến được." });
    await issue("van", "invitation", { channel: "email", signed });
    await meeting.held({ outcome: "signed", agreed: true, result: "K+ đổi đầu thu mới trong tuần" });
    const scan = await upload("ha", "bien-ban-co-chu-ky.pdf");
    await issue("van", "meeting-minutes", {
      signed: [
        { who: "ha", by: "customer", with: { signedOn: "paper", documents: [scan] } },
        { who: "ha", by: "clerk" },
      ],
    });
    await act("ha", "findings", { cause: "Bộ nguồn của đầu thu hỏng", rootCause: "provider" });
    await act("ha", "replies", { content: "K+ đã đổi đầu thu mới cho quý khách.", channel: "email" });
    await read("K+ đã đổi đầu thu mới cho quý khách.");
    await issue("van", "reply-letter", { channel: "email", signed });
    const yes = await answer("Tôi đồng ý, đầu thu mới chạy tốt.");
    await act("ha", "verdicts", { accepts: "yes", satisfied: "yes", channel: "email", words: yes });
    await act("ha", "closings", { outcome: "answered" });
    await act("van", "archivings");
  },
  ended: {
    phase: "archived",
    owed: [],
    papers: [
      "receipt receipts 1 01/…/PTN-K+",
      "acceptance-notice outgoing 1 01/…/TB-K+",
      "invitation outgoing 2 02/…/GM-K+",
      "meeting-minutes minutes 1 01/…/BB-K+",
      "reply-letter outgoing 3 03/…/TL-K+",
    ],
    mailbox: [
      "K+ đã nhận khiếu nại của Quý khách",
      "Đề nghị Quý khách bổ sung thông tin",
      "Phiếu tiếp nhận khiếu nại | Phiếu tiếp nhận khiếu nại 1-… – KN.pdf",
      "Trả lời của K+",
      "K+ chấp nhận giải quyết khiếu nại",
      "Thông báo chấp nhận khiếu nại | Thông báo chấp nhận khiếu nại 1-… – KN.pdf",
      "Mời Quý khách đến làm việc | loi-moi.ics",
      "Giấy mời | Giấy mời 2-… – KN.pdf | loi-moi.ics",
      "Trả lời của K+",
      "Câu trả lời bằng văn bản | Câu trả lời bằng văn bản 3-… – KN.pdf",
    ],
    page: [
      "Phiếu tiếp nhận khiếu nại 01/…/PTN-K+",
      "Thông báo chấp nhận khiếu nại 01/…/TB-K+",
      "Giấy mời 02/…/GM-K+",
      "Biên bản trao đổi 01/…/BB-K+",
      "Câu trả lời bằng văn bản 03/…/TL-K+",
    ],
    registers: [
      "minutes 01/…/BB-K+ Vi Văn Thắng, Người ha",
      "outgoing 01/…/TB-K+ Người truong-phong",
      "receipts 01/…/PTN-K+ Người thuy",
      "outgoing 02/…/GM-K+ Người truong-phong",
      "outgoing 03/…/TL-K+ Người truong-phong",
    ],
  },
};
