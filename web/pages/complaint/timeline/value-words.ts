import { language } from "../../../words/language.ts";
import { wordsOfReasons } from "../papers/words-of-messages.ts";
import { text, type Data, type EventType } from "./happened.ts";

/** A value of a closed list, as a person says it; an unknown one stands for itself. */
export function valueWord(data: Data, key: string, group: keyof typeof valueWords): string {
  const value = text(data, key);
  return wordOf(group, value);
}

export function wordOf(group: keyof typeof valueWords, value: string): string {
  const words: Readonly<Record<string, Readonly<{ vi: string; en: string }>>> = valueWords[group];
  return words[value]?.[language()] ?? value;
}

/** What a fact says in its own words; why something came back is a code, and has the words that it has beside its message. */
export function inWords(type: EventType, said: string): string {
  const reasons: Readonly<Record<string, Readonly<{ vi: string; en: string }>>> = wordsOfReasons;
  return type === "DispatchRecorded" ? (reasons[said]?.[language()] ?? said) : said;
}

export const valueWords = {
  mark: {
    complex: { vi: "Phức tạp", en: "Complex" },
    severe: { vi: "Nghiêm trọng", en: "Severe" },
    priority: { vi: "Ưu tiên", en: "Priority" },
    vulnerable: { vi: "Dễ bị tổn thương", en: "Vulnerable" },
  },
  callBack: {
    fixed: { vi: "đã khắc phục", en: "fixed" },
    "not-fixed": { vi: "chưa khắc phục", en: "not fixed" },
    "no-answer": { vi: "không liên hệ được", en: "not reached" },
  },
  rootCause: {
    provider: { vi: "nhà cung cấp", en: "the provider" },
    customer: { vi: "khách hàng", en: "the customer" },
    "third-party": { vi: "bên thứ ba", en: "a third party" },
    "none-found": { vi: "không tìm thấy lỗi", en: "none found" },
    unknown: { vi: "chưa rõ", en: "not known" },
  },
  place: {
    core: { vi: "tại tổng đài, mạng lõi", en: "in the core network" },
    "on-site": { vi: "tại hiện trường", en: "on site" },
    office: { vi: "tại văn phòng", en: "in the office" },
    remote: { vi: "từ xa", en: "remotely" },
  },
  meeting: {
    signed: { vi: "hai bên đã ký", en: "signed" },
    "refused-to-sign": { vi: "khách hàng không ký", en: "the customer did not sign" },
    absent: { vi: "khách hàng vắng mặt", en: "the customer was absent" },
  },
  dispatch: {
    dispatched: { vi: "đã gửi đi", en: "dispatched" },
    delivered: { vi: "đã đến nơi", en: "delivered" },
    bounced: { vi: "bị trả lại", en: "came back" },
    failed: { vi: "không gửi được", en: "could not be sent" },
    unknown: { vi: "chưa rõ", en: "not known" },
  },
  sent: {
    reply: { vi: "Thư trả lời", en: "Reply" },
    notice: { vi: "Thông báo", en: "Notice" },
    paper: { vi: "Giấy tờ", en: "Paper" },
    invitation: { vi: "Giấy mời", en: "Invitation" },
    acknowledgement: { vi: "Hồi âm", en: "Acknowledgement" },
  },
  accepts: {
    yes: { vi: "chấp nhận", en: "accepts" },
    no: { vi: "không chấp nhận", en: "does not accept" },
    silent: { vi: "im lặng", en: "silent" },
  },
  satisfied: {
    yes: { vi: "hài lòng", en: "satisfied" },
    no: { vi: "không hài lòng", en: "not satisfied" },
    "not-asked": { vi: "chưa hỏi hài lòng", en: "satisfaction not asked" },
    unknown: { vi: "chưa rõ hài lòng", en: "satisfaction not known" },
  },
  act: {
    forwarded: { vi: "chuyển khiếu nại đến", en: "forwarded the complaint" },
    request: { vi: "có yêu cầu", en: "made a request" },
    decision: { vi: "có quyết định", en: "decided" },
  },
  link: {
    duplicate: { vi: "trùng", en: "duplicate" },
    "same-incident": { vi: "cùng sự cố", en: "same incident" },
    related: { vi: "có liên quan", en: "related" },
    "split-from": { vi: "tách ra từ", en: "split from" },
  },
  pause: {
    "waiting-for-customer": { vi: "chờ khách hàng", en: "waiting for the customer" },
    "waiting-for-third-party": { vi: "chờ bên thứ ba", en: "waiting for a third party" },
    "force-majeure": { vi: "bất khả kháng", en: "force majeure" },
    "agreed-with-customer": { vi: "đã thỏa thuận với khách hàng", en: "agreed with the customer" },
  },
  outcome: {
    satisfied: { vi: "khách hàng hài lòng", en: "the customer is satisfied" },
    confirmed: { vi: "khách hàng xác nhận", en: "confirmed by the customer" },
    agreed: { vi: "khách hàng đồng ý", en: "agreed" },
    answered: { vi: "đã trả lời", en: "answered" },
    solved: { vi: "đã giải quyết", en: "solved" },
    settled: { vi: "đã thỏa thuận", en: "settled" },
    goodwill: { vi: "hỗ trợ thiện chí", en: "goodwill" },
    refused: { vi: "đã từ chối", en: "refused" },
    withdrawn: { vi: "khách hàng rút", en: "withdrawn" },
    outside: { vi: "chuyển ra cơ quan bên ngoài", en: "gone outside" },
    duplicate: { vi: "trùng hồ sơ khác", en: "a duplicate" },
    recorded: { vi: "chỉ ghi nhận", en: "recorded only" },
  },
  remedy: {
    "charge-reduction": { vi: "giảm trừ cước", en: "charge reduction" },
    refund: { vi: "hoàn tiền", en: "refund" },
    compensation: { vi: "bồi thường", en: "compensation" },
  },
  clockEnd: {
    met: { vi: "đúng hạn", en: "in time" },
    late: { vi: "trễ hạn", en: "late" },
    void: { vi: "không còn áp dụng", en: "no longer applies" },
  },
} as const;
