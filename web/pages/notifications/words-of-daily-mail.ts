import type { Words } from "../../words/language.ts";

export const wordsOfDailyMail = {
  label: {
    vi: "Gửi thư cho tôi mỗi ngày làm việc có thông báo mới",
    en: "Mail me on each working day with something new",
  },
  goesTo: {
    vi: (address: string) => `Gửi đến ${address} vào giờ làm việc, khi có thông báo chưa đọc.`,
    en: (address: string) => `To ${address} in working hours, when something is unread.`,
  },
  noAddress: {
    vi: "Chưa có địa chỉ thư của bạn: nhờ quản trị viên nhập thì thư mới đến.",
    en: "There is no mail address of yours: ask an administrator to enter one.",
  },
  noServer: {
    vi: "Chưa nối máy chủ thư cho đơn vị: hiện chưa có thư nào được gửi.",
    en: "No mail server is connected for the organisation: no mail leaves at present.",
  },
  chosen: { vi: "Sẽ gửi thư hằng ngày", en: "Daily mail is on" },
  ended: { vi: "Không gửi thư hằng ngày nữa", en: "Daily mail is off" },
} as const satisfies Words;
