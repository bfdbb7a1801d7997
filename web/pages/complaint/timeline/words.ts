import type { Words } from "../../../words/language.ts";

export const wordsOfTimeline = {
  show: { vi: "Hiện", en: "Show" },
  all: { vi: "Tất cả", en: "All" },
  calls: { vi: "Cuộc gọi", en: "Calls" },
  letters: { vi: "Thư, trả lời", en: "Letters" },
  solving: { vi: "Phối hợp, xử lý", en: "Solving" },
  notes: { vi: "Ghi chú", en: "Notes" },
  clocks: { vi: "Thời hạn", en: "Clocks" },
  changes: { vi: "Thay đổi", en: "Changes" },
  nothing: { vi: "Không có gì thuộc loại này", en: "Nothing of this kind" },
  customer: { vi: "Khách hàng", en: "The customer" },
  system: { vi: "Tự động", en: "Automatic" },
  link: { vi: "Qua liên kết trả lời", en: "By a link to answer" },
  insteadOf: { vi: (by: string, of: string) => `${by} thay ${of}`, en: (by: string, of: string) => `${by} for ${of}` },
  writtenLate: { vi: (at: string) => `ghi lúc ${at}`, en: (at: string) => `written down ${at}` },
  mentions: { vi: (names: string) => `Nhắc đến ${names}`, en: (names: string) => `Mentions ${names}` },
  promise: { vi: (day: string) => `Cam kết đến ${day}`, en: (day: string) => `Promised by ${day}` },
  following: {
    vi: (count: number) => `${count} việc kéo theo`,
    en: (count: number) => `${count} more that followed`,
  },
  score: { vi: (score: number) => `Điểm ${score}/5`, en: (score: number) => `Score ${score}/5` },
} as const satisfies Words;
