import type { Words } from "../../../words/language.ts";

export const wordsOfClocks = {
  promises: { vi: "Cam kết của đơn vị", en: "Own promises" },
  law: { vi: "Pháp luật", en: "The law" },
  internal: { vi: "Nội bộ", en: "Internal" },
  ended: { vi: (count: number) => `Đã kết thúc (${count})`, en: (count: number) => `Ended (${count})` },
  none: { vi: "Không có thời hạn nào đang chạy", en: "No clock is running" },
  noneOfKind: { vi: "Không có", en: "None" },
  first: { vi: "Hạn gần nhất", en: "Due first" },
  due: { vi: (due: string) => `Hạn ${due}`, en: (due: string) => `Due ${due}` },
  endedAt: { vi: (at: string) => `Kết thúc ${at}`, en: (at: string) => `Ended ${at}` },
  proof: { vi: "Cách tính hạn", en: "How it was counted" },
  proofOf: { vi: (name: string) => `Cách tính hạn: ${name}`, en: (name: string) => `How it was counted: ${name}` },
  term: { vi: "Thời hạn", en: "Term" },
  extension: { vi: "Gia hạn", en: "Extension" },
  startedAt: { vi: "Tính từ", en: "Counted from" },
  dueAt: { vi: "Đến hạn", en: "Due" },
  source: { vi: "Căn cứ", en: "Source" },
  calendar: { vi: "Lịch", en: "Calendar" },
  calendarOf: {
    vi: (year: string) => `Ngày nghỉ của Nhà nước đến năm ${year} và lịch làm việc của quy trình`,
    en: (year: string) => `Public holidays up to ${year}, and the working days of the procedure`,
  },
  counted: { vi: "Tính", en: "Counted" },
  ends: { vi: "Ngày cuối", en: "Last day" },
  skipped: { vi: "Bỏ qua", en: "Skipped" },
  "named-by-a-person": {
    vi: "Hạn này do một người ấn định, không phải do đếm ngày.",
    en: "A person named this due; no days were counted.",
  },
  "other-calendar-version": {
    vi: "Lịch làm việc đã thay đổi sau khi tính; đếm theo lịch hôm nay sẽ ra hạn khác.",
    en: "The calendar has changed since; counted today it would come to another due.",
  },
} as const satisfies Words;
