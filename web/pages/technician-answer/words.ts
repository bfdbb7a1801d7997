import type { Words } from "../../words/language.ts";

export const wordsOfAnswer = {
  title: { vi: "Trả lời yêu cầu phối hợp", en: "Answer a request" },
  number: { vi: "Hồ sơ", en: "File" },
  unit: { vi: "Bộ phận", en: "Unit" },
  askedAt: { vi: "Yêu cầu lúc", en: "Asked at" },
  due: { vi: "Cần trả lời trước", en: "Answer before" },
  over: { vi: "Đã quá hạn", en: "Overdue" },
  returned: { vi: "Câu trả lời trước chưa đạt", en: "The earlier answer was not enough" },
  information: { vi: "Thông tin kèm theo", en: "Told with it" },
  documents: { vi: "Tài liệu", en: "Documents" },
  cause: { vi: "Nguyên nhân", en: "Cause" },
  causeHint: { vi: "Hỏng gì, ở đâu, vì sao.", en: "What is broken, where and why." },
  measure: { vi: "Biện pháp xử lý", en: "Measure" },
  measureHint: { vi: "Đã làm gì, còn phải làm gì.", en: "What was done, and what is still to do." },
  promised: { vi: "Hẹn khắc phục xong ngày", en: "Repair promised for" },
  answeredBy: { vi: "Người trả lời", en: "Your name" },
  photos: { vi: "Ảnh, kết quả đo", en: "Photos, measurements" },
  photosHint: {
    vi: "Mỗi tệp tối đa 25 MB. Không có thì bỏ qua.",
    en: "25 MB each at most. Leave it out if you have none.",
  },
  needed: { vi: "Cần nhập", en: "Fill this in" },
  send: { vi: "Gửi trả lời", en: "Send the answer" },
  done: { vi: "Đã nhận câu trả lời", en: "Your answer has arrived" },
  doneText: {
    vi: (number: string, at: string) =>
      `Câu trả lời cho hồ sơ ${number} đã vào hồ sơ lúc ${at}. Liên kết này hết hiệu lực; cần sửa thì gọi cho người gửi.`,
    en: (number: string, at: string) =>
      `Your answer for ${number} went into the file at ${at}. This link is over; to mend something, call whoever sent it.`,
  },
  gone: { vi: "Liên kết không dùng được", en: "This link does not work" },
} as const satisfies Words;
