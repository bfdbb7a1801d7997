import type { Words } from "../../words/language.ts";

export const wordsOfPaperForm = {
  title: { vi: "Phiếu tiếp nhận khiếu nại viết tay", en: "Complaint form to be filled in by hand" },
  hint: {
    vi: "In sẵn vài tờ cho ngày hệ thống ngừng. Có lại hệ thống thì nhập với đúng giờ đã nhận: thời hạn tính từ giờ đó.",
    en: "Print some for the day when the system is down. Enter them afterwards with the true time of receipt: terms count from it.",
  },
  print: { vi: "In", en: "Print" },
  sheet: { vi: "Tờ số", en: "Sheet no." },
  receivedAt: { vi: "Nhận lúc (giờ, ngày)", en: "Received at (hour, day)" },
  receivedBy: { vi: "Người nhận", en: "Received by" },
  channel: { vi: "Kênh", en: "Channel" },
  kind: { vi: "Loại", en: "Kind" },
  asks: { vi: (names: string) => `hỏi thêm: ${names}`, en: (names: string) => `ask also: ${names}` },
  bring: { vi: (names: string) => `giấy tờ: ${names}`, en: (names: string) => `papers: ${names}` },
  documents: { vi: "Giấy tờ kèm theo", en: "Papers handed in" },
  callBack: { vi: "Hẹn gọi lại", en: "Call back promised at" },
  customerSigns: { vi: "Khách hàng ký", en: "Customer's signature" },
  staffSigns: { vi: "Người nhận ký", en: "Signature of who received it" },
  entered: { vi: "Đã nhập vào hệ thống, số", en: "Entered into the system, number" },
} as const satisfies Words;
