import type { Words } from "../../words/language.ts";

export const wordsOfSignIn = {
  title: { vi: "Đăng nhập", en: "Sign in" },
  promise: {
    vi: "Mỗi khiếu nại có hồi âm, đúng hạn đã hứa.",
    en: "Every complaint gets its answer, when it was promised.",
  },
  signInName: { vi: "Tên đăng nhập", en: "Sign-in name" },
  signInNameHint: { vi: "Kèm tên nhà cung cấp, ví dụ lan@vntt", en: "With the provider, such as lan@vntt" },
  password: { vi: "Mật khẩu", en: "Password" },
  show: { vi: "Hiện mật khẩu", en: "Show password" },
  enter: { vi: "Đăng nhập", en: "Sign in" },
  missing: { vi: "Nhập tên đăng nhập và mật khẩu.", en: "Enter the sign-in name and the password." },
  tryIt: { vi: "Bản dùng thử", en: "Demonstration" },
  tryItHint: {
    vi: "Chọn một người để vào ngay. Người và việc ở đây đều không có thật.",
    en: "Choose somebody to come in as. People and complaints here are made up.",
  },
} as const satisfies Words;
