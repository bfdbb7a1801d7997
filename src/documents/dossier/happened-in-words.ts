import type { ComplaintEvent } from "../../complaint/events/event.ts";
import type { EventType } from "../../procedure/pure/vocabulary.ts";
import { moneyInWords } from "../money-in-words.ts";
import { nameIn, unitName, type PaperFacts } from "../paper-facts.ts";

/** What happened, and what was said with it; the second empty where nothing was. */
export type Happened = { what: string; said: string };

/** One fact for the timeline of a dossier; null for what only follows from another, or stands among the terms. */
export function happenedInWords(event: ComplaintEvent, facts: Pick<PaperFacts, "edition" | "names">): Happened | null {
  const what = names[event.type];
  if (what === null) return null;
  const about = aboutOf(event, facts);
  return { what: about === "" ? what : `${what}: ${about}`, said: saidIn(event.data) };
}

const names: Readonly<Record<EventType, string | null>> = {
  ComplaintRegistered: "Tiếp nhận khiếu nại",
  StageEntered: null,
  ReceiptAcknowledged: "Xác nhận đã nhận với khách hàng",
  InformationRequested: "Yêu cầu khách hàng bổ sung thông tin",
  InformationReceived: "Nhận thông tin bổ sung",
  EntryCorrected: "Sửa thông tin đã nhập",
  ComplaintWithdrawn: "Khách hàng rút khiếu nại",
  ComplaintLinked: "Liên kết với hồ sơ khác",
  ComplaintUnlinked: "Bỏ liên kết",
  ComplaintSplit: "Tách khiếu nại",
  ComplaintClassified: "Phân loại",
  ComplaintMarked: "Đánh dấu",
  ComplaintAssigned: "Giao xử lý",
  NoteWritten: "Ghi chú nội bộ",
  AttachmentAdded: "Thêm tài liệu vào hồ sơ",
  FormFilled: null,
  CallLogged: "Cuộc gọi",
  ContactAttempted: "Liên hệ khách hàng",
  CustomerGuided: "Hướng dẫn khách hàng",
  CustomerCalledBack: "Gọi lại khách hàng",
  AnsweredAtFirstLine: "Trả lời ngay",
  ComplaintTransferred: "Chuyển khiếu nại",
  CoordinationRequested: "Yêu cầu phối hợp",
  CoordinationConfirmed: "Bộ phận xác nhận đã nhận yêu cầu",
  CoordinationPassedOn: "Chuyển yêu cầu phối hợp",
  CoordinationAnswered: "Bộ phận phản hồi",
  CoordinationAccepted: "Phản hồi của bộ phận được chấp nhận",
  CoordinationReturned: "Trả lại phản hồi của bộ phận",
  CoordinationReminded: "Nhắc bộ phận",
  CoordinationWithdrawn: "Rút yêu cầu phối hợp",
  FindingRecorded: "Kết quả xác minh, nguyên nhân",
  HandlingRecorded: "Xử lý",
  ResolutionProposed: "Đề xuất phương án giải quyết",
  ResolutionSubmitted: "Trình phương án giải quyết",
  ResolutionApproved: "Duyệt phương án giải quyết",
  ResolutionSentBack: "Trả lại phương án giải quyết",
  DossierSubmitted: "Trình hồ sơ xin ý kiến",
  DirectionGiven: "Ý kiến chỉ đạo",
  RemedyAgreed: "Khoản điều chỉnh",
  RemedyApproved: "Duyệt khoản điều chỉnh",
  RemedyCompleted: "Thực hiện xong khoản điều chỉnh",
  DebtHeld: "Tạm ngừng thu khoản nợ đang khiếu nại",
  DebtReleased: "Thôi tạm ngừng thu nợ",
  CorrectiveActionOrdered: "Yêu cầu khắc phục",
  CorrectiveActionCompleted: "Khắc phục xong",
  CorrectiveActionVerified: "Kiểm tra kết quả khắc phục",
  WatchBegun: "Bắt đầu theo dõi",
  WatchEnded: "Kết thúc theo dõi",
  ComplaintAccepted: "Thông báo chấp nhận khiếu nại",
  ComplaintRefused: "Thông báo từ chối khiếu nại",
  CustomerInvited: "Mời khách hàng làm việc",
  InvitationAnswered: "Khách hàng trả lời lời mời",
  MeetingRecorded: "Buổi làm việc với khách hàng",
  ReplyGiven: "Trả lời khách hàng",
  PaperOwed: null,
  PaperDrafted: null,
  PaperChecked: null,
  PaperSigned: null,
  PaperIssued: "Phát hành văn bản",
  DispatchRecorded: "Kết quả gửi",
  OutsideRemediesTold: "Báo khách hàng nơi khác có thể nhờ giải quyết",
  PromiseFulfilled: "Thực hiện xong cam kết",
  VerdictRecorded: "Ý kiến khách hàng",
  RoundStarted: "Bắt đầu giải quyết lần mới",
  LevelEscalated: "Chuyển lên cấp trên",
  OutsideReferralRecorded: "Khách hàng nhờ nơi khác giải quyết",
  AuthorityActed: "Văn bản của cơ quan",
  AuthorityReported: "Báo cáo cơ quan",
  NegotiationAsked: "Khách hàng yêu cầu thương lượng",
  NegotiationBegun: "Bắt đầu thương lượng",
  NegotiationRefused: "Từ chối thương lượng",
  ClockStarted: null,
  ClockStopped: null,
  ClockWarned: null,
  ClockBreached: "Quá hạn",
  ClockMoved: null,
  ClockReinstated: null,
  TermExtended: "Gia hạn",
  ComplaintPaused: "Tạm dừng thời hạn",
  ComplaintResumed: "Thời hạn chạy tiếp",
  ComplaintClosed: "Kết thúc khiếu nại",
  ComplaintReopened: "Mở lại khiếu nại",
  LessonRecorded: "Bài học kinh nghiệm",
  ComplaintArchived: "Lưu hồ sơ",
  ComplaintRedacted: "Xóa dữ liệu cá nhân theo yêu cầu",
  EditionMoved: "Chuyển sang lần ban hành khác của quy trình",
  TrainingRemoved: null,
};

/** Whom or what it is about, in a few words. */
function aboutOf({ type, data }: ComplaintEvent, { edition, names: people }: Pick<PaperFacts, "edition" | "names">) {
  switch (type) {
    case "ComplaintRegistered":
    case "ContactAttempted":
    case "ReceiptAcknowledged":
      return nameIn(edition.channels, data.channel);
    case "ComplaintClassified":
      return nameIn(edition.kinds, data.kind);
    case "ComplaintAssigned":
      return data.personId === null ? unitName(edition, data.unit) : (people.get(data.personId) ?? "");
    case "ComplaintTransferred":
    case "CoordinationRequested":
    case "CoordinationPassedOn":
    case "CorrectiveActionOrdered":
      return unitName(edition, data.unit);
    case "PaperIssued": {
      const number = data.numberOnPaper ?? data.letterNumber;
      return [nameIn(edition.papers, data.paper), number && `số ${number}`].filter(Boolean).join(" ");
    }
    case "ClockBreached":
    case "TermExtended":
      return nameIn(edition.clocks, data.rule);
    case "RemedyAgreed":
      return moneyInWords(data.amount);
    case "RoundStarted":
      return `lần ${data.round}`;
    case "AuthorityActed":
    case "AuthorityReported":
      return data.authority;
    case "VerdictRecorded":
      return { yes: "đồng ý", no: "không đồng ý", silent: "chưa có ý kiến" }[data.accepts];
    case "MeetingRecorded":
      return { signed: "hai bên ký", "refused-to-sign": "khách hàng từ chối ký", absent: "khách hàng vắng mặt" }[
        data.outcome
      ];
    default:
      return "";
  }
}

/** What people wrote, in the order in which it is read. */
const saidFields = [
  "content",
  "question",
  "cause",
  "measure",
  "method",
  "action",
  "direction",
  "text",
  "message",
  "steps",
  "lesson",
  "result",
  "words",
  "reason",
  "summary",
  "comment",
] as const;

function saidIn(data: Record<string, unknown>): string {
  return saidFields.flatMap((field) => (typeof data[field] === "string" ? [data[field]] : [])).join("\n");
}
