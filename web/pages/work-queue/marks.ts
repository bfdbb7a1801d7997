import type { Words } from "../../words/language.ts";

export const markWords = {
  vulnerable: { vi: "Dễ bị tổn thương", en: "Vulnerable" },
  priority: { vi: "Ưu tiên", en: "Priority" },
  severe: { vi: "Nghiêm trọng", en: "Severe" },
  complex: { vi: "Phức tạp", en: "Complex" },
} as const satisfies Words;
