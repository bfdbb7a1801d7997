import type { Words } from "../../words/language.ts";

export const wordsOfDuplicates = {
  title: { vi: "Có thể trùng với", en: "Likely the same as" },
  customer: { vi: "cùng khách hàng", en: "same customer" },
  number: { vi: "cùng số điện thoại, hợp đồng hoặc thẻ", en: "same telephone, contract or card" },
  words: { vi: "nội dung gần giống", en: "much the same words" },
  link: { vi: "Liên kết là trùng", en: "Link as duplicate" },
  dismiss: { vi: "Không trùng", en: "Not a duplicate" },
  linked: { vi: (number: string) => `Đã liên kết với ${number}`, en: (number: string) => `Linked with ${number}` },
  dismissed: {
    vi: (number: string) => `${number} là việc khác; sẽ không hỏi lại`,
    en: (number: string) => `${number} is another matter; it is asked no more`,
  },
} as const satisfies Words;
