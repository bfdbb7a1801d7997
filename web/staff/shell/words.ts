import type { Words } from "../../words/language.ts";

export const wordsOfShell = {
  menu: { vi: "Trang chính", en: "Main pages" },
  skip: { vi: "Đến nội dung chính", en: "Skip to content" },
  search: { vi: "Tìm hoặc lệnh", en: "Find, command" },
  searchHint: { vi: "Số khiếu nại, tên khách hàng, lệnh…", en: "Complaint number, customer, command…" },
  commands: { vi: "Lệnh ở trang này", en: "On this page" },
  goTo: { vi: "Đi đến", en: "Go to" },
  complaints: { vi: "Khiếu nại", en: "Complaints" },
  nothingFound: { vi: "Không tìm thấy gì", en: "Nothing found" },
  signOut: { vi: "Đăng xuất", en: "Sign out" },
  english: { vi: "English", en: "Tiếng Việt" },
  light: { vi: "Giao diện sáng", en: "Light" },
  dark: { vi: "Giao diện tối", en: "Dark" },
  system: { vi: "Theo thiết bị", en: "As the device" },
  shortcuts: { vi: "Phím tắt", en: "Keyboard shortcuts" },
  notConnected: {
    vi: "Mất kết nối. Những gì đang thấy có thể đã cũ; trang tự nối lại.",
    en: "Connection lost. What you see may be old; the page reconnects by itself.",
  },
  unread: { vi: "chưa đọc", en: "unread" },
  waiting: { vi: "đang chờ", en: "waiting" },
  account: { vi: "Tài khoản của tôi", en: "My account" },
  actingFor: { vi: (name: string) => `Đang làm thay ${name}`, en: (name: string) => `Acting for ${name}` },
  actAsMyself: { vi: "Làm việc bằng tên mình", en: "Act as myself" },
  actFor: { vi: (name: string) => `Làm thay ${name}`, en: (name: string) => `Act for ${name}` },
} as const satisfies Words;
