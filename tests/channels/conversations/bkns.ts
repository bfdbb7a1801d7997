import type { Story } from "../support/conversation.ts";

const PLACE = "Tầng 5, 169 Nguyễn Ngọc Vũ";

/** The letter that asks to discuss, the meeting and the letter of round 1; the invitation and the letter of round 2, by which both agree. */
export const bkns: Story = {
  organisation: "bkns",
  tells: "letters and invitations of both rounds, until both agree",
  customer: "shop-may@khach.example",
  roles: {
    minh: ["clerk@cskh"],
    hanh: ["shift-lead@cskh"],
    "lanh-dao": ["approver@leadership"],
    van: ["records-clerk@cskh"],
  },
  first: { subject: "Trang báo 503", text: "Trang báo 503 từ nửa đêm." },
  tell: async ({ act, issue, invite, read, answer }) => {
    const letter = { channel: "email", signed: [{ who: "hanh", by: "shift-lead" }] };
    await act("minh", "assignments", { personId: "minh" });
    await act("minh", "classifications", { kind: "quality" });
    await issue("minh", "receipt", { channel: "email" });
    await act("minh", "replies", { content: "Xin cho biết yêu cầu của Quý khách.", final: false, channel: "email" });
    await read("Xin cho biết yêu cầu của Quý khách.");
    await issue("van", "reply-letter", letter);
    const remedySought = await answer("Tôi cần giảm phí tháng này.");
    await act("minh", "corrections", { remedySought, reason: "Theo thư khách hàng" });

    const first = await invite("minh", { place: PLACE, answer: "Tôi sẽ đến." });
    await issue("van", "invitation", letter);
    await first.held({ outcome: "signed", result: "BKNS đề nghị giảm 20 %; chưa thoả thuận." });
    await act("minh", "findings", {
      cause: "Hết tiến trình PHP",
      rootCause: "provider",
      filled: { "problem-in-our-words": "Cảnh báo đêm không tới ai" },
    });
    await act("minh", "replies", { content: "Đã tách giới hạn của từng gói; giảm 20 %.", channel: "email" });
    await read("Đã tách giới hạn của từng gói; giảm 20 %.");
    await issue("van", "reply-letter", letter);
    const no = await answer("20 % là ít, tôi không đồng ý.");
    await act("minh", "verdicts", { accepts: "no", satisfied: "no", channel: "email", words: no });

    await act("minh", "rounds", { reason: "Khách hàng không đồng ý với mức giảm 20 %" });
    const second = await invite("minh", { place: PLACE, answer: "Tôi đến lần nữa." });
    await issue("van", "invitation-2", { channel: "email", signed: [{ who: "lanh-dao", by: "approver" }] });
    await second.held({ outcome: "signed", agreed: true, result: "Hai bên thống nhất tặng một tháng." });
    await act("minh", "findings", {
      cause: "Hết tiến trình PHP, cảnh báo đêm không tới ai",
      rootCause: "provider",
      filled: { "problem-in-our-words": "Không ai trực cảnh báo đêm" },
    });
    await act("minh", "replies", { content: "BKNS tặng một tháng dịch vụ.", channel: "email" });
    await read("BKNS tặng một tháng dịch vụ.");
    await issue("van", "reply-letter", letter);
    const yes = await answer("Tôi đồng ý.");
    await act("minh", "verdicts", { accepts: "yes", satisfied: "yes", channel: "email", words: yes });
    await act("minh", "closings", { outcome: "agreed" });
    await act("minh", "lessons", { lesson: "Cảnh báo đêm gọi thẳng người trực" });
    await act("van", "archivings");
  },
  ended: {
    phase: "archived",
    owed: [],
    papers: [
      "receipt receipts 1 01/…/PTN-BKNS",
      "reply-letter outgoing 1 01/…/TL-BKNS",
      "invitation outgoing 2 02/…/GM-BKNS",
      "reply-letter outgoing 3 03/…/TL-BKNS",
      "invitation-2 outgoing 4 04/…/TM-BKNS",
      "reply-letter outgoing 5 05/…/TL-BKNS",
    ],
    mailbox: [
      "Công ty Cổ phần Giải pháp mạng Bạch Kim – BKNS đã nhận khiếu nại của Quý khách",
      "Phiếu tiếp nhận | Phiếu tiếp nhận 1-… – KN.pdf",
      "Trả lời của Công ty Cổ phần Giải pháp mạng Bạch Kim – BKNS",
      "Thư trả lời | Thư trả lời 1-… – KN.pdf",
      "Mời Quý khách đến làm việc | loi-moi.ics",
      "Giấy mời | Giấy mời 2-… – KN.pdf | loi-moi.ics",
      "Trả lời của Công ty Cổ phần Giải pháp mạng Bạch Kim – BKNS",
      "Thư trả lời | Thư trả lời 3-… – KN.pdf",
      "Mời Quý khách đến làm việc | loi-moi.ics",
      "Thư mời [lần 2] | Thư mời [lần 2] 4-… – KN.pdf | loi-moi.ics",
      "Trả lời của Công ty Cổ phần Giải pháp mạng Bạch Kim – BKNS",
      "Thư trả lời | Thư trả lời 5-… – KN.pdf",
    ],
    page: [
      "Phiếu tiếp nhận 01/…/PTN-BKNS",
      "Thư trả lời 01/…/TL-BKNS",
      "Giấy mời 02/…/GM-BKNS",
      "Thư trả lời 03/…/TL-BKNS",
      "Thư mời [lần 2] 04/…/TM-BKNS",
      "Thư trả lời 05/…/TL-BKNS",
    ],
    registers: [
      "outgoing 01/…/TL-BKNS Người hanh",
      "receipts 01/…/PTN-BKNS Người minh",
      "outgoing 02/…/GM-BKNS Người hanh",
      "outgoing 03/…/TL-BKNS Người hanh",
      "outgoing 04/…/TM-BKNS Người lanh-dao",
      "outgoing 05/…/TL-BKNS Người hanh",
    ],
  },
};
