import type { Words } from "../../words/language.ts";

export const wordsOfAccess = {
  title: { vi: "Mã của khách hàng", en: "The customer's codes" },
  make: { vi: "Cấp mã tra cứu mới", en: "Make a new tracking code" },
  revokeEarlier: { vi: "Thu hồi các mã đã cấp", en: "Take back the codes given before" },
  revokeHint: { vi: "Khi mã cũ có thể đã lộ cho người khác.", en: "When somebody else may have an old one." },
  once: { vi: "Đọc hoặc chép cho khách ngay: mã không hiện lại.", en: "Give it now: it is not shown again." },
  showDigits: { vi: "Xem mã một lần đang chờ", en: "Show the one-time codes that wait" },
  noDigits: {
    vi: "Không có mã nào đang chờ. Khách bấm lấy mã trên trang tra cứu trước.",
    en: "None waits. The customer asks for one on the tracking page first.",
  },
  documents: { vi: "để mở giấy tờ", en: "to open documents" },
  accept: { vi: "để trả lời kết quả", en: "to answer the result" },
  sign: { vi: "để ký", en: "to sign" },
  until: { vi: (time: string) => `dùng được đến ${time}`, en: (time: string) => `good until ${time}` },
} as const satisfies Words;
