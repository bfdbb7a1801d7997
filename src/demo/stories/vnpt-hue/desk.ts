import type { Desk } from "../../desk/desk.ts";

export const vnptHueDesk: Desk = {
  mailboxes: { complaints: "khieunai@vnpt-hue.vidu.vn", office: "vanthu@vnpt-hue.vidu.vn" },
  mails: [
    {
      id: "neighbour",
      at: "3h ago",
      from: { name: "Nguyễn Khoa Bảo Châu", address: "baochau@vidu.vn" },
      toOffice: true,
      as: "windows-1258",
      subject: "Hỏi cước điện thoại bàn của mạ tôi",
      text: "Kính gửi quý Trung tâm,\r\n\r\nMạ tôi ở kiệt 42 Nguyễn Công Trứ có nộp đơn về cước điện thoại bàn. Tôi ở xa, nhờ quý Trung tâm trả lời cho tôi qua thư này được không?\r\n",
    },
    {
      id: "newsletter",
      at: "-1 08:10",
      from: { name: "Bản tin Du lịch Cố đô", address: "bantin@dulichcodo.vidu.vn" },
      as: "newsletter",
      subject: "Lễ hội tháng này ở Huế",
      text: "Kính gửi quý khách,\n\nChương trình lễ hội tháng này đã có. Bấm vào ảnh để xem lịch.",
    },
  ],
  messages: [
    {
      id: "line",
      at: "40m ago",
      phone: "0372 559 108",
      text: "Dien thoai ban nha toi mat tin hieu 2 ngay roi, goi khong ai nghe.",
    },
  ],
  letters: [
    {
      at: "-6 09:30",
      by: "lien",
      cameBy: "counter",
      sender: "Bà Công Tằng Tôn Nữ Diệu Liên",
      about: "Đơn khiếu nại cước điện thoại cố định",
      sheets: 1,
      unit: "tt-dvkh",
      hasScan: true,
      became: { outcome: "added", complaint: "unknown-calls" },
    },
    {
      at: "0 08:20",
      by: "lien",
      cameBy: "post",
      sender: "Trường Tiểu học Vỹ Dạ",
      theirs: { number: "19/CV-THVD", day: -3 },
      postmarked: -2,
      about: "Đề nghị kiểm tra đường truyền phòng máy",
      sheets: 1,
      unit: null,
      hasScan: true,
    },
  ],
  calls: [
    {
      id: "asked",
      at: "-1 09:40",
      direction: "in",
      number: "0234 3822 640",
      by: "suong",
      minutes: 5,
      about: "unknown-calls",
      note: "Hỏi đã có bảng kê chưa. Hẹn gọi lại.",
    },
    { id: "missed", at: "50m ago", direction: "in", number: "0372 559 108" },
  ],
  callBacks: [
    {
      id: "list",
      number: "0234 3822 640",
      name: "Công Tằng Tôn Nữ Diệu Liên",
      says: "Báo bảng kê cuộc gọi ban đêm",
      from: "in 1h",
      until: "in 3h",
      madeBy: "suong",
      by: "suong",
      about: "unknown-calls",
      call: "asked",
    },
  ],
  macros: [
    {
      name: "Mở đầu: đã nhận, việc sẽ làm",
      kind: null,
      content:
        "Kính gửi {customerName},\n\nCảm ơn quý khách đã báo cho chúng tôi. Hồ sơ {number} nhận ngày {receivedOn}; chúng tôi trả lời chậm nhất ngày {answerDueOn} và báo trước nếu cần thêm thời gian.",
    },
    {
      name: "Chất lượng: đã khắc phục",
      kind: "quality",
      content:
        "Nguyên nhân: {cause}. Đã khắc phục: {handling}. Quý khách còn thấy chập chờn, xin gọi {helplines} và đọc số {number}.",
    },
    {
      name: "Cước: kết quả đối soát",
      kind: "charges",
      content:
        "Chúng tôi đã đối soát từng cuộc gọi trong bảng kê. Kết quả: {cause}. Khoản điều chỉnh: {remedies}. Xin lỗi vì quý khách phải tự phát hiện ra.",
    },
  ],
};
