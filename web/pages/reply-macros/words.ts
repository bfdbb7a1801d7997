import type { Words } from "../../words/language.ts";

export const wordsOfMacros = {
  title: { vi: "Mẫu câu trả lời", en: "Pieces of replies" },
  hint: {
    vi: "Viết một lần, chèn vào thư trả lời khi cần. Biến trong ngoặc nhọn được thay bằng điều có trong hồ sơ.",
    en: "Written once, inserted into replies. Variables in braces are filled in from the file.",
  },
  texts: { vi: "Xem lời các thư tự gửi", en: "Look at the texts that are sent by themselves" },
  none: { vi: "Chưa có mẫu câu nào", en: "No pieces yet" },
  noneHint: {
    vi: "Trưởng ca và quản trị viên soạn mẫu câu; mọi người dùng chung.",
    en: "Shift leads and administrators write them; everybody uses them.",
  },
  add: { vi: "Thêm mẫu câu", en: "Add a piece" },
  change: { vi: "Sửa mẫu câu", en: "Change the piece" },
  name: { vi: "Tên", en: "Name" },
  content: { vi: "Lời", en: "Words" },
  variables: { vi: "Biến", en: "Variables" },
  variablesHint: { vi: "Bấm để chèn vào cuối.", en: "Press one to put it at the end." },
  save: { vi: "Lưu", en: "Save" },
  cancel: { vi: "Huỷ", en: "Cancel" },
  edit: { vi: "Sửa", en: "Change" },
  remove: { vi: "Bỏ", en: "Remove" },
  changed: {
    vi: (who: string, when: string) => `${who}, ${when}`,
    en: (who: string, when: string) => `${who}, ${when}`,
  },
  search: { vi: "Tìm mẫu câu", en: "Find a piece" },
} as const satisfies Words;
