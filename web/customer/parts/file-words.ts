import type { Words } from "../../words/language.ts";

export const wordsOfFiles = {
  filesHint: {
    vi: "Ảnh chụp, hóa đơn, tin nhắn. Mỗi tệp tối đa 25 MB.",
    en: "Photos, bills, messages; 25 MB each at most.",
  },
  filesNeeded: { vi: "Việc này cần có", en: "This needs" },
  takePhoto: { vi: "Chụp ảnh", en: "Take a photo" },
  chooseFiles: { vi: "Chọn tệp", en: "Choose files" },
  dropHere: { vi: "hoặc kéo thả vào đây", en: "or drop them here" },
  preparing: { vi: "Đang thu nhỏ ảnh để gửi nhanh hơn…", en: "Making the photo smaller, so that it sends faster…" },
  fileIs: { vi: "Đây là", en: "This is" },
  fileOther: { vi: "Tài liệu khác", en: "Something else" },
  remove: { vi: (name: string) => `Bỏ ${name}`, en: (name: string) => `Remove ${name}` },
  fileTooLarge: {
    vi: (name: string) => `${name} lớn hơn 25 MB. Chọn tệp nhỏ hơn.`,
    en: (name: string) => `${name} is larger than 25 MB. Choose a smaller one.`,
  },
  tooManyFiles: { vi: "Gửi được tối đa 20 tệp.", en: "Twenty files can be sent at most." },
} as const satisfies Words;
