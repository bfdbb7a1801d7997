import type { Words } from "../../../../words/language.ts";

export const wordsOfReply = {
  customerSays: { vi: "Lời khách hàng", en: "The customer's words" },
  wants: { vi: "Yêu cầu", en: "Asks for" },
  insert: { vi: "Chèn mẫu câu", en: "Insert a piece" },
  noPieces: { vi: "Chưa có mẫu câu nào.", en: "There are no pieces yet." },
  allPieces: { vi: "Xem các mẫu câu", en: "See the pieces" },
  openValues: {
    vi: (names: string) => `Hồ sơ chưa có: ${names}. Hãy điền vào chỗ «……».`,
    en: (names: string) => `The file does not have: ${names}. Fill in where it reads “……”.`,
  },
  advice: { vi: "Gợi ý khi trả lời", en: "For a good reply" },
  adviceHint: { vi: "Chỉ để nhắc; vẫn gửi được.", en: "Only a reminder; it may be sent as it is." },
  kept: { vi: "Đã có", en: "Done" },
  open: { vi: "Chưa có", en: "Not yet" },
  thanks: { vi: "Cảm ơn khách hàng", en: "Thanks the customer" },
  owns: { vi: "Nhận việc về mình, không viện lý do", en: "Owns the problem, without excuses" },
  date: { vi: "Nói đã làm gì, ngày nào xong", en: "Says what is done, and by which day" },
  "own-words": {
    vi: "Nói đúng việc của khách hàng, không chỉ theo mẫu",
    en: "Speaks of this matter, not only a template",
  },
  short: { vi: "Không quá dài", en: "Not too long" },
  "in-time": { vi: "Kịp hạn đã hứa", en: "Within the promised time" },
} as const satisfies Words;
