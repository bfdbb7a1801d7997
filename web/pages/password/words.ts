import type { Words } from "../../words/language.ts";

export const wordsOfPassword = {
  title: { vi: "Đổi mật khẩu", en: "Change the password" },
  must: {
    vi: "Mật khẩu bạn vừa dùng do người khác đặt, chỉ dùng một lần. Chọn mật khẩu của riêng bạn để bắt đầu.",
    en: "Somebody else set the password you used, for this once. Choose one of your own to begin.",
  },
  may: {
    vi: "Các phiên khác và mã truy cập của bạn kết thúc.",
    en: "Your other sessions and your tokens end.",
  },
  current: { vi: "Mật khẩu hiện tại", en: "Present password" },
  currentOneTime: { vi: "Mật khẩu dùng một lần", en: "One-time password" },
  next: { vi: "Mật khẩu mới", en: "New password" },
  hint: {
    vi: "Ít nhất 10 ký tự; một câu ngắn dễ nhớ là tốt.",
    en: "At least 10 characters; a short sentence is good.",
  },
  show: { vi: "Hiện mật khẩu", en: "Show passwords" },
  missing: { vi: "Điền cả hai mục.", en: "Fill in both." },
  tooShort: { vi: "Mật khẩu mới cần ít nhất 10 ký tự.", en: "The new password needs at least 10 characters." },
  save: { vi: "Đổi mật khẩu", en: "Change it" },
  back: { vi: "Quay lại", en: "Back" },
  signOut: { vi: "Đăng xuất", en: "Sign out" },
} as const satisfies Words;
