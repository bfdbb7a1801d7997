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
    vi: "Ở đây có lời nhắc đến bạn, việc được giao, việc khách hàng đã làm, quyết định, trả lời của bộ phận và thời hạn sắp lỡ.",
    en: "Mentions, assignments, what customers did, decisions, answers of units and terms in danger appear here.",
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
  "call-back-due": about(
    (number) => `Đến giờ gọi lại cho khách hàng${number === "" ? "" : `: ${number}`}`,
    (number) => `Time to call a customer back${number === "" ? "" : `: ${number}`}`,
  ),
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
  "signature-asked": about(
    (number) => `Văn bản chờ ký: ${number}`,
    (number) => `A paper awaits a signature: ${number}`,
  ),
  "action-ordered": about(
    (number) => `Hành động khắc phục được giao: ${number}`,
    (number) => `Corrective action ordered: ${number}`,
  ),
  "customer-informed": about(
    (number) => `Khách hàng bổ sung thông tin: ${number}`,
    (number) => `The customer sent more: ${number}`,
  ),
  "customer-accepts": about(
    (number) => `Khách hàng chấp nhận: ${number}`,
    (number) => `The customer accepts: ${number}`,
  ),
  "customer-accepts-not": about(
    (number) => `Khách hàng không chấp nhận: ${number}`,
    (number) => `The customer does not accept: ${number}`,
  ),
  "customer-silent": about(
    (number) => `Ghi khách hàng không phản hồi: ${number}`,
    (number) => `The customer did not respond: ${number}`,
  ),
  "customer-withdrew": about(
    (number) => `Khách hàng rút khiếu nại: ${number}`,
    (number) => `The customer withdrew: ${number}`,
  ),
  "customer-comes": about(
    (number) => `Khách hàng sẽ đến làm việc: ${number}`,
    (number) => `The customer will come to the meeting: ${number}`,
  ),
  "customer-comes-not": about(
    (number) => `Khách hàng không đến được: ${number}`,
    (number) => `The customer cannot come to the meeting: ${number}`,
  ),
  "customer-goes-on": about(
    (number) => `Khách hàng khiếu nại tiếp: ${number}`,
    (number) => `The customer goes on with the complaint: ${number}`,
  ),
  "customer-went-outside": about(
    (number) => `Khách hàng gửi ra bên ngoài: ${number}`,
    (number) => `The customer went outside: ${number}`,
  ),
  "customer-signed": about(
    (number) => `Khách hàng đã ký: ${number}`,
    (number) => `The customer signed: ${number}`,
  ),
  "negotiation-asked": about(
    (number) => `Khách hàng yêu cầu thương lượng: ${number}`,
    (number) => `The customer asks to negotiate: ${number}`,
  ),
  "decision-approved": about(
    (number) => `Đã được duyệt: ${number}`,
    (number) => `Approved: ${number}`,
  ),
  "decision-sent-back": about(
    (number) => `Không được duyệt: ${number}`,
    (number) => `Not approved: ${number}`,
  ),
  "direction-given": about(
    (number) => `Đã có ý kiến chỉ đạo: ${number}`,
    (number) => `Direction given: ${number}`,
  ),
  "paper-checked": about(
    (number) => `Giấy tờ đã được kiểm tra: ${number}`,
    (number) => `Paper checked: ${number}`,
  ),
  "paper-signed": about(
    (number) => `Giấy tờ đã được ký: ${number}`,
    (number) => `Paper signed: ${number}`,
  ),
  "term-extended": about(
    (number) => `Thời hạn được gia hạn: ${number}`,
    (number) => `Term extended: ${number}`,
  ),
  "action-completed": about(
    (number) => `Đã khắc phục xong: ${number}`,
    (number) => `Corrective action completed: ${number}`,
  ),
  "action-verified": about(
    (number) => `Khắc phục có hiệu quả: ${number}`,
    (number) => `Corrective action verified: ${number}`,
  ),
  "action-ineffective": about(
    (number) => `Khắc phục chưa hiệu quả: ${number}`,
    (number) => `Corrective action did not help: ${number}`,
  ),
  "clock-warned": about(
    (number) => `Sắp đến hạn: ${number}`,
    (number) => `Due soon: ${number}`,
  ),
  "mail-failed": about(
    (number) => `Tin không đến được người nhận: ${number}`,
    (number) => `Message that did not get through: ${number}`,
  ),
  takeOtherWay: {
    vi: "Xem tin và cách báo khác",
    en: "See it and the other ways to tell them",
  },
  "clock-breached": about(
    (number) => `Đã quá hạn: ${number}`,
    (number) => `Overdue: ${number}`,
  ),
  other: about(
    (number) => `Có việc mới: ${number}`,
    (number) => `News: ${number}`,
  ),
} as const satisfies Words;
