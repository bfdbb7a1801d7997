import { formatInstant } from "../../../words/format.ts";
import { text, withPart, type Data, type Happened } from "./happened.ts";
import { valueWord } from "./value-words.ts";
import type { Names } from "../names.ts";

/** What the customer is told and says, and who else is asked outside. */
export const happenedWithCustomer = {
  AnsweredAtFirstLine: {
    group: "letters",
    vi: (data, names) =>
      `Trả lời ngay qua ${channel(data, names)}: ${data["accepted"] === true ? "khách hàng chấp nhận" : "khách hàng chưa chấp nhận"}`,
    en: (data, names) =>
      `Answered at once by ${channel(data, names)}: ${data["accepted"] === true ? "accepted" : "not accepted"}`,
    body: ["content"],
  },
  ComplaintAccepted: {
    group: "letters",
    vi: (data, names) => `Thông báo chấp nhận qua ${channel(data, names)}`,
    en: (data, names) => `Acceptance notice by ${channel(data, names)}`,
    body: ["message"],
  },
  ComplaintRefused: {
    group: "letters",
    vi: (data, names) => `Thông báo từ chối qua ${channel(data, names)}`,
    en: (data, names) => `Refusal notice by ${channel(data, names)}`,
    body: ["message", "basis"],
  },
  CustomerInvited: {
    group: "letters",
    vi: (data) => `Mời khách hàng lúc ${formatInstant(text(data, "meetingAt"))}, ${text(data, "place")}`,
    en: (data) => `Customer invited for ${formatInstant(text(data, "meetingAt"))}, ${text(data, "place")}`,
  },
  InvitationAnswered: {
    group: "letters",
    vi: (data) => (data["comes"] === true ? "Khách hàng sẽ đến làm việc" : "Khách hàng không đến làm việc"),
    en: (data) => (data["comes"] === true ? "The customer will come" : "The customer will not come"),
    body: ["words"],
  },
  MeetingRecorded: {
    group: "letters",
    vi: (data) => `Biên bản làm việc: ${valueWord(data, "outcome", "meeting")}`,
    en: (data) => `Meeting: ${valueWord(data, "outcome", "meeting")}`,
    body: ["result"],
  },
  ReplyGiven: {
    group: "letters",
    vi: (data, names) =>
      `${data["final"] === true ? "Trả lời" : "Trả lời tạm thời"} khách hàng qua ${channel(data, names)}`,
    en: (data, names) => `${data["final"] === true ? "Reply" : "Interim reply"} by ${channel(data, names)}`,
    body: ["content"],
  },
  PaperOwed: {
    group: "letters",
    vi: (data, names) => `Phải phát hành: ${papers(data, names).join(" hoặc ")}`,
    en: (data, names) => `Owed: ${papers(data, names).join(" or ")}`,
    follows: true,
  },
  PaperDrafted: {
    group: "letters",
    vi: (data, names) => `Soạn ${paper(data, names)}`,
    en: (data, names) => `Drafted: ${paper(data, names)}`,
    body: ["content"],
  },
  PaperChecked: { group: "letters", vi: "Kiểm tra văn bản", en: "Paper checked" },
  PaperSigned: {
    group: "letters",
    vi: (data) => withPart(`Ký văn bản${data["signedOn"] === "paper" ? " trên giấy" : ""}`, text(data, "signer")),
    en: (data) => withPart(`Paper signed${data["signedOn"] === "paper" ? " by hand" : ""}`, text(data, "signer")),
  },
  PaperIssued: {
    group: "letters",
    vi: (data, names) => `Phát hành ${paper(data, names)}${number(data, "số")}${issuedHow(data, "vi")}`,
    en: (data, names) => `Issued: ${paper(data, names)}${number(data, "no.")}${issuedHow(data, "en")}`,
  },
  DispatchRecorded: {
    group: "letters",
    vi: (data) => `${sent(data, "Văn bản")}: ${valueWord(data, "outcome", "dispatch")}`,
    en: (data) => `${sent(data, "Paper")}: ${valueWord(data, "outcome", "dispatch")}`,
    body: ["detail"],
  },
  OutsideRemediesTold: {
    group: "letters",
    vi: "Báo quyền khiếu nại ra bên ngoài",
    en: "Told of remedies outside",
    body: ["remedies"],
  },
  PromiseFulfilled: { group: "letters", vi: "Đã thực hiện cam kết", en: "Promise kept", body: ["comment"] },
  VerdictRecorded: {
    group: "letters",
    vi: (data) => `Khách hàng ${valueWord(data, "accepts", "accepts")}, ${valueWord(data, "satisfied", "satisfied")}`,
    en: (data) =>
      `The customer: ${valueWord(data, "accepts", "accepts")}, ${valueWord(data, "satisfied", "satisfied")}`,
    body: ["words"],
  },
  RoundStarted: {
    group: "changes",
    vi: (data) => `Bắt đầu lần ${text(data, "round")}`,
    en: (data) => `Round ${text(data, "round")}`,
    body: ["reason"],
  },
  LevelEscalated: {
    group: "changes",
    vi: (data) => `Chuyển cấp ${text(data, "level")}`,
    en: (data) => `Level ${text(data, "level")}`,
    body: ["reason"],
  },
  OutsideReferralRecorded: {
    group: "letters",
    vi: (data) => `Khách hàng đưa việc ra ${text(data, "to")}`,
    en: (data) => `The customer went to ${text(data, "to")}`,
  },
  AuthorityActed: {
    group: "letters",
    vi: (data) => `${text(data, "authority")} ${valueWord(data, "act", "act")}`,
    en: (data) => `${text(data, "authority")} ${valueWord(data, "act", "act")}`,
    body: ["content"],
  },
  AuthorityReported: {
    group: "letters",
    vi: (data) => `Báo cáo ${text(data, "authority")}`,
    en: (data) => `Reported to ${text(data, "authority")}`,
  },
  NegotiationAsked: {
    group: "letters",
    vi: "Khách hàng yêu cầu thương lượng",
    en: "Negotiation asked for",
    body: ["words"],
  },
  NegotiationBegun: {
    group: "letters",
    vi: (data) => withPart("Bắt đầu thương lượng", text(data, "place")),
    en: (data) => withPart("Negotiation begun", text(data, "place")),
    body: ["comment"],
  },
  NegotiationRefused: { group: "letters", vi: "Từ chối thương lượng", en: "Negotiation refused", body: ["reason"] },
} as const satisfies Record<string, Happened>;

function channel(data: Data, names: Names): string {
  return names.of("channels", data["channel"]);
}

function paper(data: Data, names: Names): string {
  return names.of("papers", data["paper"]);
}

function papers({ anyOf }: Data, names: Names): string[] {
  return Array.isArray(anyOf) ? anyOf.map((id) => names.of("papers", id)) : [];
}

function number(data: Data, word: string): string {
  const written = text(data, "numberOnPaper") || text(data, "letterNumber");
  return written === "" ? "" : ` ${word} ${written}`;
}

/** Whether a copy signed on paper was handed in, and whether it stands in place of an earlier one. */
function issuedHow({ signedOnPaper, follows }: Data, language: "vi" | "en"): string {
  const as = typeof follows === "object" && follows !== null && "as" in follows ? follows.as : undefined;
  const said = [
    as === "replacement" ? { vi: "thay thế văn bản trước", en: "replaces an earlier one" } : undefined,
    as === "correction" ? { vi: "đính chính văn bản trước", en: "corrects an earlier one" } : undefined,
    signedOnPaper === true ? { vi: "bản ký giấy tải lên", en: "signed on paper, handed in" } : undefined,
  ].flatMap((each) => each?.[language] ?? []);
  return said.length === 0 ? "" : ` (${said.join("; ")})`;
}

function sent(data: Data, otherwise: string): string {
  return data["what"] === undefined ? otherwise : valueWord(data, "what", "sent");
}
