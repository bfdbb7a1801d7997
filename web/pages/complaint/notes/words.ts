import type { Words } from "../../../words/language.ts";

export const wordsOfNotes = {
  note: { vi: "Ghi chú nội bộ", en: "Internal note" },
  hint: {
    vi: "Chỉ đồng nghiệp thấy. Gõ @ để nhắc một người.",
    en: "Only colleagues see it. Type @ to mention somebody.",
  },
  placeholder: { vi: "Ghi chú nội bộ, gõ @ để nhắc", en: "Internal note, @ to mention" },
  write: { vi: "Viết ghi chú", en: "Write a note" },
  save: { vi: "Lưu ghi chú", en: "Save note" },
  saved: { vi: "Đã lưu ghi chú", en: "Note saved" },
  people: { vi: "Người được nhắc", en: "People to mention" },
} as const satisfies Words;
