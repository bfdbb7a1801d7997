import type { Words } from "../../words/language.ts";

type About = (number: string) => string;
const about = (vi: About, en: About) => ({ vi, en });

export const wordsOfNotifications = {
  title: { vi: "Thông báo", en: "Notifications" },
  all: { vi: "Tất cả", en: "All" },
  unread: { vi: "Chưa đọc", en: "Unread" },
  readAll: { vi: "Đánh dấu đã đọc hết", en: "Mark all as read" },
  read: { vi: "Đánh dấu đã đọc", en: "Mark as read" },
  allRead: { vi: "Đã đánh dấu đọc hết", en: "All are marked as read" },
  asNew: { vi: "Để lại là chưa đọc", en: "Keep as new" },
  empty: { vi: "Không có thông báo nào", en: "Nothing to tell" },
  emptyHint: {
    vi: "Ở đây có lời nhắc đến bạn, việc được giao, trả lời của bộ phận và thời hạn sắp lỡ.",
    en: "Mentions, assignments, answers of units and terms in danger appear here.",
  },
  more: { vi: "Xem thêm", en: "Show more" },
  isNew: { vi: "mới", en: "new" },
  "password-set": {
    vi: (who: string) =>
      `${who} đã đặt mật khẩu dùng một lần cho bạn. Nếu bạn không nhờ việc này, hãy đổi mật khẩu và báo quản trị viên khác.`,
    en: (who: string) =>
      `${who} set a one-time password for you. If you did not ask for it, change your password and tell another administrator.`,
  },
  somebody: { vi: "Người vận hành", en: "The operator" },
  mentioned: about(
    (number) => `Bạn được nhắc đến trong ${number}`,
    (number) => `You are mentioned in ${number}`,
  ),
  assigned: about(
    (number) => `${number} được giao cho bạn`,
    (number) => `${number} is assigned to you`,
  ),
  "coordination-asked": about(
    (number) => `Yêu cầu phối hợp: ${number}`,
    (number) => `Coordination asked: ${number}`,
  ),
  "coordination-answered": about(
    (number) => `Bộ phận đã trả lời: ${number}`,
    (number) => `The unit has answered: ${number}`,
  ),
  "approval-asked": about(
    (number) => `Chờ phê duyệt: ${number}`,
    (number) => `Awaits approval: ${number}`,
  ),
  "action-ordered": about(
    (number) => `Hành động khắc phục được giao: ${number}`,
    (number) => `Corrective action ordered: ${number}`,
  ),
  "clock-warned": about(
    (number) => `Sắp đến hạn: ${number}`,
    (number) => `Due soon: ${number}`,
  ),
  "mail-failed": about(
    (number) => `Thư không gửi được: ${number}`,
    (number) => `Mail that could not be sent: ${number}`,
  ),
  "clock-breached": about(
    (number) => `Đã quá hạn: ${number}`,
    (number) => `Overdue: ${number}`,
  ),
  other: about(
    (number) => `Có việc mới: ${number}`,
    (number) => `News: ${number}`,
  ),
} as const satisfies Words;
