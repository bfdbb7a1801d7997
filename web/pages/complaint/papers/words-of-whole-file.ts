import type { Words } from "../../../words/language.ts";

export const wordsOfWholeFile = {
  bind: { vi: "Ghép cả hồ sơ thành một PDF", en: "Bind the whole file into one PDF" },
  about: {
    vi: "Bìa, mục lục có số trang, quá trình giải quyết, thời hạn và cách đếm, rồi từng tài liệu.",
    en: "Cover, index with pages, timeline, terms with their counting, then every document.",
  },
  binding: {
    vi: (done: number, documents: number) => `Đang ghép: ${done} trong ${documents} tài liệu`,
    en: (done: number, documents: number) => `Binding: ${done} of ${documents} documents`,
  },
  failed: { vi: "Chưa ghép được hồ sơ. Hãy thử lại.", en: "The file could not be bound. Try again." },
  download: { vi: (pages: number) => `Tải về, ${pages} trang`, en: (pages: number) => `Download, ${pages} pages` },
  unbound: {
    vi: "Không ghép được, chỉ ghi trong mục lục kèm mã băm:",
    en: "Not bound; in the index only, with their hashes:",
  },
} as const satisfies Words;

/** Why a document was not bound. */
export const wordsOfUnbound = {
  "other-type": { vi: "loại tệp không có trang", en: "a type without pages" },
  encrypted: { vi: "PDF có mật khẩu", en: "a PDF with a password" },
  broken: { vi: "tệp hỏng", en: "broken" },
  "too-large": { vi: "quá lớn", en: "too large" },
  "too-many-pages": { vi: "quá nhiều trang", en: "too many pages" },
  erased: { vi: "đã xóa theo yêu cầu", en: "erased on request" },
  altered: { vi: "không còn nguyên vẹn", en: "altered" },
  unsafe: { vi: "có mã độc hoặc chưa quét", en: "infected, or not scanned yet" },
} as const satisfies Words;
