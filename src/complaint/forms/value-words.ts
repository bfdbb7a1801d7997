import type { Verb } from "../../procedure/pure/vocabulary.ts";
import type { Words } from "./form-field.ts";

/** What an office calls a value of a closed list. */
export function valueWord(verb: Verb, field: string, value: string): Words {
  return (valueWords[`${verb}.${field}`] ?? valueWords[field])?.[value] ?? { vi: value, en: value };
}

/** What an office answers to a question. */
export const yesNo = { yes: { vi: "Có", en: "Yes" }, no: { vi: "Không", en: "No" } };

const valueWords: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  accepts: { ...yesNo, silent: { vi: "Im lặng", en: "Silent" } },
  act: {
    forwarded: { vi: "Chuyển khiếu nại đến", en: "Forwarded it" },
    request: { vi: "Yêu cầu", en: "Request" },
    decision: { vi: "Quyết định", en: "Decision" },
  },
  as: {
    duplicate: { vi: "Trùng", en: "Duplicate" },
    "same-incident": { vi: "Cùng sự cố", en: "Same incident" },
    related: { vi: "Có liên quan", en: "Related" },
  },
  direction: { in: { vi: "Gọi đến", en: "Incoming" }, out: { vi: "Gọi đi", en: "Outgoing" } },
  mark: {
    complex: { vi: "Phức tạp", en: "Complex" },
    severe: { vi: "Nghiêm trọng", en: "Severe" },
    priority: { vi: "Ưu tiên", en: "Priority" },
    vulnerable: { vi: "Dễ bị tổn thương", en: "Vulnerable" },
  },
  "call-back.outcome": {
    fixed: { vi: "Đã khắc phục", en: "Fixed" },
    "not-fixed": { vi: "Chưa khắc phục", en: "Not fixed" },
    "no-answer": { vi: "Không liên hệ được", en: "No answer" },
  },
  "close.outcome": {
    satisfied: { vi: "Khách hàng hài lòng", en: "Customer satisfied" },
    confirmed: { vi: "Khách hàng xác nhận", en: "Customer confirmed" },
    agreed: { vi: "Khách hàng đồng ý", en: "Customer agreed" },
    answered: { vi: "Đã trả lời", en: "Answered" },
    solved: { vi: "Đã giải quyết", en: "Solved" },
    settled: { vi: "Đã thỏa thuận", en: "Settled" },
    goodwill: { vi: "Hỗ trợ thiện chí", en: "Goodwill" },
    refused: { vi: "Đã từ chối", en: "Refused" },
    withdrawn: { vi: "Khách hàng rút", en: "Withdrawn by the customer" },
    outside: { vi: "Chuyển ra cơ quan bên ngoài", en: "Taken outside" },
    duplicate: { vi: "Trùng hồ sơ khác", en: "Duplicate of another" },
    recorded: { vi: "Chỉ ghi nhận", en: "Recorded only" },
  },
  "record-dispatch.outcome": {
    dispatched: { vi: "Đã gửi đi", en: "Dispatched" },
    delivered: { vi: "Đã đến nơi", en: "Delivered" },
    bounced: { vi: "Bị trả lại", en: "Returned" },
    failed: { vi: "Không gửi được", en: "Failed" },
    unknown: { vi: "Chưa rõ", en: "Unknown" },
  },
  "record-meeting.outcome": {
    signed: { vi: "Hai bên đã ký", en: "Both sides signed" },
    "refused-to-sign": { vi: "Khách hàng không ký", en: "Customer refused to sign" },
    absent: { vi: "Khách hàng vắng mặt", en: "Customer absent" },
  },
  place: {
    core: { vi: "Tại tổng đài, mạng lõi", en: "At the exchange, core network" },
    "on-site": { vi: "Tại hiện trường", en: "On site" },
    office: { vi: "Tại văn phòng", en: "At the office" },
    remote: { vi: "Từ xa", en: "Remotely" },
  },
  "pause.reason": {
    "waiting-for-customer": { vi: "Chờ khách hàng", en: "Waiting for the customer" },
    "waiting-for-third-party": { vi: "Chờ bên thứ ba", en: "Waiting for a third party" },
    "force-majeure": { vi: "Bất khả kháng", en: "Force majeure" },
    "agreed-with-customer": { vi: "Đã thỏa thuận với khách hàng", en: "Agreed with the customer" },
  },
  "refuse.reason": {
    "time-barred": { vi: "Hết thời hiệu khiếu nại", en: "Time-barred" },
    "not-entitled": { vi: "Người khiếu nại không có quyền", en: "Complainant is not entitled" },
    "no-basis": { vi: "Không có căn cứ", en: "No basis" },
    "out-of-scope": { vi: "Ngoài phạm vi giải quyết", en: "Out of scope" },
    "settled-already": { vi: "Đã giải quyết xong", en: "Settled already" },
    other: { vi: "Lý do khác", en: "Other reason" },
  },
  rootCause: {
    provider: { vi: "Nhà cung cấp", en: "Provider" },
    customer: { vi: "Khách hàng", en: "Customer" },
    "third-party": { vi: "Bên thứ ba", en: "Third party" },
    "none-found": { vi: "Không tìm thấy lỗi", en: "None found" },
    unknown: { vi: "Chưa rõ", en: "Unknown" },
  },
  satisfied: { ...yesNo, "not-asked": { vi: "Chưa hỏi", en: "Not asked" }, unknown: { vi: "Không rõ", en: "Unknown" } },
  signedOn: {
    screen: { vi: "Trên màn hình", en: "On the screen" },
    paper: { vi: "Trên giấy, kèm bản quét", en: "On paper, with a scan" },
  },
  type: {
    "charge-reduction": { vi: "Giảm trừ cước", en: "Charge reduction" },
    refund: { vi: "Hoàn tiền", en: "Refund" },
    compensation: { vi: "Bồi thường", en: "Compensation" },
  },
  via: {
    phone: { vi: "Điện thoại", en: "Telephone" },
    email: { vi: "Thư điện tử", en: "E-mail" },
    system: { vi: "Hệ thống", en: "System" },
    paper: { vi: "Văn bản", en: "Paper" },
  },
};
