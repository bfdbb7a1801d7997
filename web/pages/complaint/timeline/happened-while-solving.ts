import { formatDay, formatMoney } from "../../../words/format.ts";
import { text, withPart, type Data, type Happened } from "./happened.ts";
import { valueWord } from "./value-words.ts";

/** Units, causes, remedies, approvals. */
export const happenedWhileSolving = {
  ComplaintTransferred: {
    group: "solving",
    vi: (data, names) => `Chuyển xử lý cho ${names.of("units", data["unit"])}`,
    en: (data, names) => `Transferred to ${names.of("units", data["unit"])}`,
    body: ["reason"],
  },
  CoordinationRequested: {
    group: "solving",
    vi: (data, names) => `Yêu cầu ${names.of("units", data["unit"])} phối hợp`,
    en: (data, names) => `Asked ${names.of("units", data["unit"])}`,
    body: ["question"],
  },
  CoordinationConfirmed: {
    group: "solving",
    vi: (data) => withPart("Bộ phận xác nhận đã nhận yêu cầu phối hợp", text(data, "by")),
    en: (data) => withPart("The unit confirmed the request", text(data, "by")),
  },
  CoordinationPassedOn: {
    group: "solving",
    vi: (data, names) => `Chuyển tiếp yêu cầu phối hợp cho ${names.of("units", data["unit"])}`,
    en: (data, names) => `Request passed on to ${names.of("units", data["unit"])}`,
    body: ["reason"],
  },
  CoordinationAnswered: {
    group: "solving",
    vi: (data) => withPart("Bộ phận trả lời phối hợp", by(data)),
    en: (data) => withPart("The unit answered", by(data)),
    body: ["cause", "measure"],
  },
  CoordinationAccepted: { group: "solving", vi: "Nhận kết quả phối hợp", en: "The unit's answer accepted" },
  CoordinationReturned: {
    group: "solving",
    vi: "Trả lại kết quả phối hợp",
    en: "The unit's answer returned",
    body: ["reason"],
  },
  CoordinationReminded: {
    group: "solving",
    vi: (data) => `Đôn đốc lần ${text(data, "times")}`,
    en: (data) => `Reminder ${text(data, "times")}`,
  },
  CoordinationWithdrawn: {
    group: "solving",
    vi: "Thôi yêu cầu phối hợp",
    en: "Request to the unit withdrawn",
    body: ["reason"],
  },
  FindingRecorded: {
    group: "solving",
    vi: (data) => `Nguyên nhân thuộc về ${valueWord(data, "rootCause", "rootCause")}`,
    en: (data) => `Cause: ${valueWord(data, "rootCause", "rootCause")}`,
    body: ["cause"],
  },
  HandlingRecorded: {
    group: "solving",
    vi: (data) => `Xử lý ${valueWord(data, "place", "place")}: ${data["fixed"] === true ? "đã xong" : "chưa xong"}`,
    en: (data) => `Handled ${valueWord(data, "place", "place")}: ${data["fixed"] === true ? "fixed" : "not fixed"}`,
    body: ["method"],
  },
  ResolutionProposed: { group: "solving", vi: "Đề xuất phương án", en: "Resolution proposed", body: ["content"] },
  ResolutionSubmitted: { group: "solving", vi: "Trình phương án", en: "Resolution submitted" },
  ResolutionApproved: { group: "solving", vi: "Phê duyệt phương án", en: "Resolution approved", body: ["comment"] },
  ResolutionSentBack: { group: "solving", vi: "Trả lại phương án", en: "Resolution sent back", body: ["reason"] },
  DossierSubmitted: { group: "solving", vi: "Trình hồ sơ", en: "Dossier submitted", body: ["summary"] },
  DirectionGiven: { group: "solving", vi: "Ý kiến chỉ đạo", en: "Direction given", body: ["direction"] },
  RemedyAgreed: {
    group: "solving",
    vi: (data) => `Thỏa thuận ${valueWord(data, "type", "remedy")} ${money(data)}`,
    en: (data) => `Agreed: ${valueWord(data, "type", "remedy")} ${money(data)}`,
    body: ["reason"],
  },
  RemedyApproved: {
    group: "solving",
    vi: (data) => (data["approved"] === true ? "Duyệt giảm trừ, bồi hoàn" : "Không duyệt giảm trừ, bồi hoàn"),
    en: (data) => (data["approved"] === true ? "Remedy approved" : "Remedy not approved"),
    body: ["comment"],
  },
  RemedyCompleted: {
    group: "solving",
    vi: (data) => withPart("Đã thực hiện giảm trừ, bồi hoàn", text(data, "reference")),
    en: (data) => withPart("Remedy done", text(data, "reference")),
  },
  DebtHeld: {
    group: "solving",
    vi: (data) => `Tạm ngừng đòi khoản ${money(data)}`,
    en: (data) => `Debt held: ${money(data)}`,
    body: ["reason"],
  },
  DebtReleased: { group: "solving", vi: "Bỏ tạm ngừng khoản nợ", en: "Debt released", body: ["reason"] },
  CorrectiveActionOrdered: {
    group: "solving",
    vi: (data, names) => `Giao ${names.of("units", data["unit"])} hành động khắc phục`,
    en: (data, names) => `Corrective action ordered: ${names.of("units", data["unit"])}`,
    body: ["action", "cause"],
  },
  CorrectiveActionCompleted: {
    group: "solving",
    vi: "Hoàn thành hành động khắc phục",
    en: "Corrective action completed",
    body: ["result"],
  },
  CorrectiveActionVerified: {
    group: "solving",
    vi: (data) => `Kiểm tra hành động khắc phục: ${data["effective"] === true ? "có hiệu quả" : "chưa hiệu quả"}`,
    en: (data) => `Corrective action verified: ${data["effective"] === true ? "effective" : "not effective"}`,
    body: ["comment"],
  },
  WatchBegun: {
    group: "solving",
    vi: (data) => `Theo dõi đến ${formatDay(text(data, "until"))}`,
    en: (data) => `Watched until ${formatDay(text(data, "until"))}`,
    body: ["reason"],
  },
  WatchEnded: {
    group: "solving",
    vi: (data) => `Kết thúc theo dõi: ${data["recurred"] === true ? "lỗi tái diễn" : "không tái diễn"}`,
    en: (data) => `Watch ended: ${data["recurred"] === true ? "it recurred" : "it did not recur"}`,
    body: ["comment"],
  },
} as const satisfies Record<string, Happened>;

function money({ amount }: Data): string {
  return formatMoney(Number(amount));
}

function by(data: Data): string {
  return text(data, "answeredBy");
}
