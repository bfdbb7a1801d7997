import type { Verb } from "../../procedure/pure/vocabulary.ts";

/** What an office calls a value of a closed list. */
export function valueWord(verb: Verb, field: string, value: string): string {
  return (valueWords[`${verb}.${field}`] ?? valueWords[field])?.[value] ?? value;
}

const yesNo = { yes: "Có", no: "Không" };

const valueWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  accepts: { ...yesNo, silent: "Im lặng" },
  act: { forwarded: "Chuyển khiếu nại đến", request: "Yêu cầu", decision: "Quyết định" },
  as: { duplicate: "Trùng", "same-incident": "Cùng sự cố", related: "Có liên quan" },
  direction: { in: "Gọi đến", out: "Gọi đi" },
  mark: { complex: "Phức tạp", severe: "Nghiêm trọng", priority: "Ưu tiên", vulnerable: "Dễ bị tổn thương" },
  "call-back.outcome": { fixed: "Đã khắc phục", "not-fixed": "Chưa khắc phục", "no-answer": "Không liên hệ được" },
  "close.outcome": {
    satisfied: "Khách hàng hài lòng",
    confirmed: "Khách hàng xác nhận",
    agreed: "Khách hàng đồng ý",
    answered: "Đã trả lời",
    solved: "Đã giải quyết",
    settled: "Đã thỏa thuận",
    goodwill: "Hỗ trợ thiện chí",
    refused: "Đã từ chối",
    withdrawn: "Khách hàng rút",
    outside: "Chuyển ra cơ quan bên ngoài",
    duplicate: "Trùng hồ sơ khác",
    recorded: "Chỉ ghi nhận",
  },
  "record-dispatch.outcome": {
    dispatched: "Đã gửi đi",
    delivered: "Đã đến nơi",
    bounced: "Bị trả lại",
    failed: "Không gửi được",
    unknown: "Chưa rõ",
  },
  "record-meeting.outcome": {
    signed: "Hai bên đã ký",
    "refused-to-sign": "Khách hàng không ký",
    absent: "Khách hàng vắng mặt",
  },
  place: { core: "Tại tổng đài, mạng lõi", "on-site": "Tại hiện trường", office: "Tại văn phòng", remote: "Từ xa" },
  "pause.reason": {
    "waiting-for-customer": "Chờ khách hàng",
    "waiting-for-third-party": "Chờ bên thứ ba",
    "force-majeure": "Bất khả kháng",
    "agreed-with-customer": "Đã thỏa thuận với khách hàng",
  },
  "refuse.reason": {
    "time-barred": "Hết thời hiệu khiếu nại",
    "not-entitled": "Người khiếu nại không có quyền",
    "no-basis": "Không có căn cứ",
    "out-of-scope": "Ngoài phạm vi giải quyết",
    "settled-already": "Đã giải quyết xong",
    other: "Lý do khác",
  },
  rootCause: {
    provider: "Nhà cung cấp",
    customer: "Khách hàng",
    "third-party": "Bên thứ ba",
    "none-found": "Không tìm thấy lỗi",
    unknown: "Chưa rõ",
  },
  satisfied: { ...yesNo, "not-asked": "Chưa hỏi", unknown: "Không rõ" },
  type: { "charge-reduction": "Giảm trừ cước", refund: "Hoàn tiền", compensation: "Bồi thường" },
  via: { phone: "Điện thoại", email: "Thư điện tử", system: "Hệ thống", paper: "Văn bản" },
};

/** What an office calls a role where it has no name of its own for it. */
export const roleWords: Readonly<Record<string, string>> = {
  customer: "Khách hàng",
  clerk: "Nhân viên chăm sóc khách hàng",
  "shift-lead": "Trưởng ca",
  "unit-member": "Nhân viên bộ phận",
  "unit-head": "Trưởng bộ phận",
  "field-technician": "Kỹ thuật viên",
  "records-clerk": "Nhân viên lưu trữ",
  approver: "Người phê duyệt",
  board: "Ban giám đốc",
  auditor: "Kiểm soát viên",
  administrator: "Quản trị viên",
};
