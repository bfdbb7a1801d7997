import type { Words } from "../../words/language.ts";

export const wordsOfQueue = {
  title: { vi: "Việc cần xử lý", en: "Work queue" },
  mine: { vi: "Của tôi", en: "Mine" },
  unit: { vi: "Bộ phận tôi", en: "My unit" },
  all: { vi: "Tất cả", en: "All" },
  empty: { vi: "Không có việc nào đang chờ", en: "Nothing is waiting" },
  next: { vi: "Khiếu nại sau", en: "Next complaint" },
  previous: { vi: "Khiếu nại trước", en: "Previous complaint" },
  open: { vi: "Mở khiếu nại", en: "Open complaint" },
  overdue: { vi: "quá hạn", en: "overdue" },
} as const satisfies Words;
