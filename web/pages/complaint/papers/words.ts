import type { Words } from "../../../words/language.ts";

export const wordsOfPapers = {
  none: { vi: "Chưa có tài liệu nào", en: "No documents yet" },
  papers: { vi: "Văn bản", en: "Papers" },
  owed: { vi: "Còn phải phát hành", en: "Still owed" },
  documents: { vi: "Tệp đính kèm", en: "Attachments" },
  number: { vi: (number: string) => `số ${number}`, en: (number: string) => `no. ${number}` },
  drafted: { vi: "Đã soạn", en: "Drafted" },
  checked: { vi: "Đã kiểm tra", en: "Checked" },
  signed: { vi: "Đã ký", en: "Signed" },
  issued: { vi: "Đã phát hành", en: "Issued" },
  preview: { vi: "Xem trước", en: "Preview" },
  previewed: { vi: "Văn bản như khi phát hành", en: "The paper as it would leave" },
  previewInWord: { vi: "xem-truoc.docx", en: "preview.docx" },
  onlyAsFile: {
    vi: "Văn bản này dùng mẫu Word của đơn vị; bấm PDF hoặc Word để tải về xem.",
    en: "This paper is made in the provider's own Word template; press PDF or Word to look at it.",
  },
  previewName: { vi: "xem-truoc.pdf", en: "preview.pdf" },
  keep: { vi: "Tải về", en: "Download" },
  noPreview: { vi: "Tệp này không xem trước được; hãy tải về.", en: "This file has no preview; download it." },
  altered: { vi: "Không mở được tệp này.", en: "This file cannot be shown." },
} as const satisfies Words;
