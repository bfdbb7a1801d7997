import { factOf, type Story } from "../support/conversation.ts";

/** A fault goes to the network and back, to the board because the customer is not satisfied, and is solved until they are. */
export const vntt: Story = {
  organisation: "vntt",
  tells: "asked of the network, put before the board, solved until the customer is satisfied",
  customer: "det-thuan-giao@khach.example",
  roles: {
    lan: ["clerk@cskh"],
    dung: ["unit-member@p-ktvt"],
    "giam-doc": ["approver@ttdvvt"],
    bgd: ["board@bgd"],
    van: ["records-clerk@cskh"],
  },
  first: { subject: "Mất mạng cả xưởng", text: "Cả xưởng mất mạng từ ca đêm." },
  tell: async ({ act, issue, read, answer }) => {
    await act("lan", "assignments", { personId: "lan" });
    await act("lan", "classifications", { kind: "incident", service: "internet" });
    await issue("lan", "receipt", { channel: "email" });
    await act("lan", "information-requests", {
      wanted: ["phone"],
      message: "Xin số điện thoại của xưởng.",
      channel: "email",
    });
    await read("- Số điện thoại", "Xin số điện thoại của xưởng.");
    const phone = await answer("0912 660 318");
    await act("lan", "corrections", {
      customer: { name: "Tổ hợp dệt Thuận Giao", phone },
      reason: "Theo thư khách hàng",
    });

    const requests = [{ unit: "p-ktvt", question: "Đo tuyến vào xưởng", via: "phone" }];
    const { coordinationId } = factOf(await act("lan", "coordinations", { requests }), "CoordinationRequested");
    await issue("lan", "coordination-slip");
    await act("dung", `coordinations/${coordinationId}/answers`, { cause: "Đứt cáp ở trụ 14", measure: "Đã nối lại" });
    await act("lan", `coordinations/${coordinationId}/acceptances`);
    await act("lan", "replies", {
      content: "Cáp ở trụ 14 đứt, đã nối lại.",
      channel: "email",
      confirmed: ["cause-explained"],
    });
    await read("Cáp ở trụ 14 đứt, đã nối lại.");
    const unhappy = await answer("Đã có mạng nhưng xưởng nghỉ mất một ca, tôi chưa hài lòng.");
    await act("lan", "verdicts", { accepts: "yes", satisfied: "no", channel: "email", words: unhappy });

    await act("lan", "dossiers", {
      summary: "Khách hàng nghỉ mất một ca, chưa hài lòng",
      filled: { "question-to-board": "Xin ý kiến về tặng một tháng cước" },
    });
    await issue("lan", "dossier");
    await act("bgd", "directions", { direction: "Tặng một tháng cước" });
    await act("lan", "rounds", { reason: "Theo ý kiến chỉ đạo" });
    await act("lan", "replies", { content: "VNTT xin lỗi và tặng một tháng cước.", channel: "email" });
    await read("VNTT xin lỗi và tặng một tháng cước.");
    await issue("van", "reply-letter", { channel: "email", signed: [{ who: "giam-doc", by: "approver" }] });
    const agreed = await answer("Tôi đồng ý, cảm ơn VNTT.");
    await act("lan", "verdicts", { accepts: "yes", satisfied: "yes", channel: "email", words: agreed });
    await act("lan", "closings", { outcome: "satisfied" });
    await act("van", "archivings");
  },
  ended: {
    phase: "archived",
    owed: [],
    papers: [
      "receipt receipts 1 01/…/PTN-VNTT",
      "coordination-slip without a sheet",
      "dossier outgoing 1 01/…/TTr-VNTT",
      "reply-letter outgoing 2 02/…/TL-VNTT",
    ],
    mailbox: [
      "VNTT, thành viên Becamex IDC đã nhận khiếu nại của Quý khách",
      "Phiếu tiếp nhận khiếu nại | Phiếu tiếp nhận khiếu nại 1-… – KN.pdf",
      "Đề nghị Quý khách bổ sung thông tin",
      "Trả lời của VNTT, thành viên Becamex IDC",
      "Trả lời của VNTT, thành viên Becamex IDC",
      "Thư trả lời khiếu nại | Thư trả lời khiếu nại 2-… – KN.pdf",
    ],
    page: ["Phiếu tiếp nhận khiếu nại 01/…/PTN-VNTT", "Thư trả lời khiếu nại 02/…/TL-VNTT"],
    registers: [
      "outgoing 01/…/TTr-VNTT Người lan",
      "receipts 01/…/PTN-VNTT Người lan",
      "outgoing 02/…/TL-VNTT Người giam-doc",
    ],
  },
};
