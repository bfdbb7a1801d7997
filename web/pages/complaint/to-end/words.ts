import type { Words } from "../../../words/language.ts";

export const wordsOfToEnd = {
  close: { vi: "Để đóng còn:", en: "Still wanted to close it:" },
  archive: { vi: "Để lưu hồ sơ còn:", en: "Still wanted to archive it:" },
  or: { vi: "hoặc", en: "or" },
} as const satisfies Words;
