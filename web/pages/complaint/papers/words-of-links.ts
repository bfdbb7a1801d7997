import type { Words } from "../../../words/language.ts";

export const wordsOfLinks = {
  title: { vi: "Gửi cho người không có tài khoản", en: "Give to somebody without an account" },
  madeFor: { vi: "Gửi cho ai", en: "Who it is for" },
  madeForHint: {
    vi: "Ai có liên kết đều tải được tệp này, không cần mật khẩu. Việc tạo liên kết được ghi lại.",
    en: "Whoever has the link can download this file without a password. Making one is recorded.",
  },
  hours: { vi: "Dùng được trong", en: "Works for" },
  forHours: {
    vi: (hours: number) => (hours < 48 ? `${hours} giờ` : `${hours / 24} ngày`),
    en: (hours: number) => (hours < 48 ? `${hours} hours` : `${hours / 24} days`),
  },
  make: { vi: "Tạo liên kết tải về", en: "Make a download link" },
  copy: { vi: "Sao chép", en: "Copy" },
  copied: { vi: "Đã sao chép", en: "Copied" },
  once: { vi: "Liên kết chỉ hiện lần này.", en: "The link is shown only this once." },
  good: { vi: "Đang dùng được", en: "Still working" },
  until: { vi: (when: string) => `đến ${when}`, en: (when: string) => `until ${when}` },
  fetched: {
    vi: (times: number) => (times === 0 ? "chưa ai tải" : `đã tải ${times} lần`),
    en: (times: number) =>
      times === 0 ? "nobody has fetched it" : times === 1 ? "fetched once" : `fetched ${times} times`,
  },
  end: { vi: "Thu hồi", en: "Take back" },
} as const satisfies Words;
