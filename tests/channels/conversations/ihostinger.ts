import { factOf, type Story } from "../support/conversation.ts";

/** By mail nothing is answered at once: log, cause, the superiors' word, the written result, and the provider's own fault mended. */
export const ihostinger: Story = {
  organisation: "ihostinger",
  tells: "cause, approval, the written result, and the order to mend what the provider caused",
  customer: "hai-au@khach.example",
  roles: {
    vy: ["clerk@cskh"],
    yen: ["shift-lead@cskh"],
    thao: ["unit-member@complaint-handling"],
    son: ["unit-member@related-units"],
    "cap-tren": ["approver@superior"],
    van: ["records-clerk@cskh"],
  },
  first: { subject: "Mất thư tháng 3", text: "Chuyển máy chủ xong thì hộp thư kế toán mất hết thư tháng 3." },
  tell: async ({ act, issue, read, answer }) => {
    await act("vy", "classifications", { kind: "fault", service: "mail" });
    await act("vy", "information-requests", { wanted: ["contact-person"], channel: "email" });
    await read("- Người");
    await answer("Chị Liên, phòng kế toán.");
    await act("vy", "corrections", { filled: { "contact-person": "Chị Liên" }, reason: "Theo thư khách hàng" });
    await issue("vy", "receipt", { channel: "email" });
    await act("vy", "transfers", { unit: "complaint-handling", reason: "Cần khôi phục từ bản sao" });
    await act("thao", "replies", { content: "Nhóm khôi phục đang dò bản sao.", final: false, channel: "email" });
    await read("Nhóm khôi phục đang dò bản sao.");
    await act("thao", "findings", { cause: "Bỏ sót một ổ khi chuyển máy chủ", rootCause: "provider" });
    await act("thao", "resolution-proposals", { content: "Chép lại thư, tặng một tháng dịch vụ" });
    await act("thao", "resolution-submissions");
    await act("cap-tren", "resolution-approvals");
    await act("vy", "replies", { content: "Thư tháng 3 đã khôi phục đủ.", channel: "email" });
    await read("Thư tháng 3 đã khôi phục đủ.");
    await issue("van", "reply-letter", { channel: "email", signed: [{ who: "cap-tren", by: "approver" }] });

    const action = { unit: "related-units", action: "Đối chiếu dung lượng sau khi chuyển máy chủ" };
    const { actionId } = factOf(await act("yen", "corrective-actions", action), "CorrectiveActionOrdered");
    await issue("yen", "corrective-order");
    const yes = await answer("Tôi đồng ý, thư đã đủ.");
    await act("vy", "verdicts", { accepts: "yes", satisfied: "yes", channel: "email", words: yes });
    await act("vy", "closings", { outcome: "answered" });
    await act("son", `corrective-actions/${actionId}/completions`, { result: "Đã thêm bước đối chiếu" });
    await act("yen", `corrective-actions/${actionId}/verifications`, { effective: true });
    await act("yen", "lessons", { lesson: "Chuyển máy chủ phải đối chiếu dung lượng", cause: "Thiếu bước đối chiếu" });
    await issue("van", "lesson");
    await act("van", "archivings");
  },
  ended: {
    phase: "archived",
    owed: [],
    papers: [
      "receipt receipts 1 01/…/PTN-iHostinger",
      "reply-letter outgoing 1 01/…/TL-iHostinger",
      "corrective-order outgoing 2 02/…/KP-iHostinger",
      "lesson – – –",
    ],
    mailbox: [
      "iHostinger đã nhận khiếu nại của Quý khách",
      "Đề nghị Quý khách bổ sung thông tin",
      "Phiếu tiếp nhận khiếu nại | Phiếu tiếp nhận khiếu nại 1-… – KN.pdf",
      "Trả lời của iHostinger",
      "Trả lời của iHostinger",
      "Văn bản trả lời kết quả giải quyết khiếu nại | Văn bản trả lời kết quả giải quyết khiếu nại 1-… – KN.pdf",
    ],
    page: [
      "Phiếu tiếp nhận khiếu nại 01/…/PTN-iHostinger",
      "Văn bản trả lời kết quả giải quyết khiếu nại 01/…/TL-iHostinger",
    ],
    registers: [
      "outgoing 01/…/TL-iHostinger Người cap-tren",
      "receipts 01/…/PTN-iHostinger Người vy",
      "outgoing 02/…/KP-iHostinger Người yen",
    ],
  },
};
