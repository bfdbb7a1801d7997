import type { Words } from "../words/language.ts";

export const wordsOfCustomer = {
  otherLanguage: { vi: "English", en: "Tiếng Việt" },
  track: { vi: "Tra cứu khiếu nại", en: "Follow a complaint" },
  procedure: { vi: "Quy trình", en: "Procedure" },
  complain: { vi: "Gửi khiếu nại", en: "Complain" },
  skip: { vi: "Đến nội dung chính", en: "Skip to the content" },
  noPage: { vi: "Không có trang này", en: "There is no such page" },
  callUs: { vi: "Cần nói chuyện ngay với người phụ trách?", en: "Would you rather speak to somebody now?" },
  waiting: { vi: "Đang tải…", en: "Loading…" },
  tryAgain: { vi: "Thử lại", en: "Try again" },
  offline: { vi: "Không có kết nối mạng", en: "There is no connection" },
  offlineHint: {
    vi: "Những gì quý khách đã viết vẫn còn trên máy này. Có mạng lại thì bấm Thử lại.",
    en: "What you wrote is still on this device. Try again once you are connected.",
  },
  offlineNow: {
    vi: "Mất kết nối mạng. Quý khách cứ viết tiếp: những gì đã viết được giữ trên máy này, và chỉ gửi đi khi có mạng lại.",
    en: "The connection is lost. Go on writing: it is kept on this device, and sent only once you are connected again.",
  },
  notShown: { vi: "Chưa mở được trang này", en: "This page cannot be shown" },
  optional: { vi: "không bắt buộc", en: "optional" },
  back: { vi: "Quay lại", en: "Back" },
  next: { vi: "Tiếp tục", en: "Continue" },
  copied: { vi: "Đã chép", en: "Copied" },
} as const satisfies Words;
