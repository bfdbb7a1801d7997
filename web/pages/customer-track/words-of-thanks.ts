import type { Words } from "../../words/language.ts";

/** What happens next, by what the customer just did. */
export const wordsOfThanks = {
  sent: { vi: "Đã gửi. Cảm ơn quý khách.", en: "Sent. Thank you." },
  other: { vi: "Chúng tôi đã nhận.", en: "We have it." },
  "information-received": {
    vi: "Người phụ trách đọc và giải quyết tiếp.",
    en: "Whoever deals with it reads this and goes on.",
  },
  "meeting-confirmed": {
    vi: "Chúng tôi đợi quý khách đúng giờ đã mời. Đổi ý thì báo lại ở đây.",
    en: "We expect you at the time above. If you think better of it, say so here.",
  },
  "meeting-declined": {
    vi: "Người phụ trách xem lời nhắn và liên hệ với quý khách.",
    en: "Whoever deals with it reads this and gets in touch with you.",
  },
  "customer-accepts": {
    vi: "Chúng tôi làm xong những gì đã thống nhất rồi kết thúc hồ sơ.",
    en: "We finish what was agreed, and close the file.",
  },
  "customer-does-not-accept": {
    vi: "Người phụ trách đọc ý kiến này. Việc quý khách có thể làm tiếp ở ngay dưới đây.",
    en: "Whoever deals with it reads this. What you can do next stands below.",
  },
  "next-level": {
    vi: "Người ở cấp cao hơn xem lại toàn bộ và trả lời quý khách.",
    en: "Somebody higher up looks at all of it again, and answers you.",
  },
  "next-round": {
    vi: "Chúng tôi giải quyết lại và trả lời quý khách lần nữa.",
    en: "We look at it again, and answer once more.",
  },
  "negotiation-asked": {
    vi: "Chúng tôi nhận thương lượng, hoặc từ chối và nêu lý do.",
    en: "We begin to negotiate, or say why not.",
  },
  "paper-signed": {
    vi: "Văn bản đã ký được lưu cùng họ tên, giờ ký và mã của đúng văn bản đó.",
    en: "The paper is kept with your name, the time, and the fingerprint of that very paper.",
  },
} as const satisfies Words;
