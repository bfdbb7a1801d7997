import type { Story } from "../support/conversation.ts";

/** The network centre and a technician at the address; the customer disagrees, and all is checked again from the beginning. */
export const dcnet: Story = {
  organisation: "dcnet",
  tells: "mended on site, disagreed with, checked again from the beginning",
  customer: "in-hong-hanh@khach.example",
  roles: {
    mai: ["clerk@cskh"],
    nam: ["unit-member@noc"],
    long: ["field-technician@kt"],
    "giam-doc": ["approver@management"],
    van: ["records-clerk@cskh"],
  },
  first: { subject: "Rớt mạng liên tục", text: "Từ trưa rớt mạng liên tục." },
  tell: async ({ act, issue, read, answer }) => {
    const letter = { channel: "email", signed: [{ who: "giam-doc", by: "approver" }] };
    await act("mai", "assignments", { personId: "mai" });
    await act("mai", "classifications", { kind: "incident", service: "internet" });
    await issue("mai", "acknowledgement", { channel: "email" });
    await issue("mai", "receipt", { channel: "email" });
    await act("mai", "information-requests", { wanted: ["name", "phone"], channel: "email" });
    await read("- Họ tên hoặc tên tổ chức\n- Số điện thoại");
    await answer("Tiệm in Hồng Hạnh, 0977 205 613");
    const customer = { name: "Tiệm in Hồng Hạnh", phone: "0977 205 613" };
    await act("mai", "corrections", { customer, reason: "Theo thư khách hàng" });

    await act("mai", "transfers", { unit: "noc" });
    await act("nam", "findings", { cause: "Nghi suy hao đoạn vào nhà", rootCause: "unknown", needsOnSite: true });
    await act("long", "handlings", {
      method: "Thay đầu nối",
      place: "on-site",
      filled: { conclusion: "Đầu nối trong nhà hỏng" },
    });
    await act("nam", "transfers", { unit: "cskh", confirmed: ["checked"] });
    await act("mai", "replies", { content: "Đầu nối trong nhà hỏng, đã thay.", channel: "email" });
    await read("Đầu nối trong nhà hỏng, đã thay.");
    await issue("van", "reply-letter", letter);
    const no = await answer("Tối nay lại rớt, tôi không đồng ý.");
    await act("mai", "verdicts", { accepts: "no", satisfied: "no", channel: "email", words: no });

    await act("mai", "rounds", { reason: "Khách hàng báo tối nay lại rớt" });
    await act("mai", "transfers", { unit: "noc" });
    await act("nam", "findings", { cause: "Cổng quang báo lỗi CRC", rootCause: "provider" });
    await act("nam", "handlings", { method: "Đổi cổng quang trên CORE", place: "core" });
    await act("mai", "replies", { content: "Cổng quang của DCNET lỗi, đã đổi cổng.", channel: "email" });
    await read("Cổng quang của DCNET lỗi, đã đổi cổng.");
    await issue("van", "reply-letter", letter);
    const yes = await answer("Tôi đồng ý, mạng đã ổn định.");
    await act("mai", "verdicts", { accepts: "yes", satisfied: "yes", channel: "email", words: yes });
    await act("mai", "closings", { outcome: "confirmed" });
    await act("van", "archivings");
  },
  ended: {
    phase: "archived",
    owed: [],
    papers: [
      "acknowledgement – – –",
      "receipt receipts 1 01/…/PTN-DCNET",
      "reply-letter outgoing 1 01/…/TL-DCNET",
      "reply-letter outgoing 2 02/…/TL-DCNET",
    ],
    mailbox: [
      "DCNET Telecom đã nhận khiếu nại của Quý khách",
      "Thư xác nhận đã nhận khiếu nại | Thư xác nhận đã nhận khiếu nại – KN.pdf",
      "Phiếu tiếp nhận khiếu nại | Phiếu tiếp nhận khiếu nại 1-… – KN.pdf",
      "Đề nghị Quý khách bổ sung thông tin",
      "Trả lời của DCNET Telecom",
      "Thư trả lời khiếu nại | Thư trả lời khiếu nại 1-… – KN.pdf",
      "Trả lời của DCNET Telecom",
      "Thư trả lời khiếu nại | Thư trả lời khiếu nại 2-… – KN.pdf",
    ],
    page: [
      "Thư xác nhận đã nhận khiếu nại –",
      "Phiếu tiếp nhận khiếu nại 01/…/PTN-DCNET",
      "Thư trả lời khiếu nại 01/…/TL-DCNET",
      "Thư trả lời khiếu nại 02/…/TL-DCNET",
    ],
    registers: [
      "outgoing 01/…/TL-DCNET Người giam-doc",
      "receipts 01/…/PTN-DCNET Người mai",
      "outgoing 02/…/TL-DCNET Người giam-doc",
    ],
  },
};
