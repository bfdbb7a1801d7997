import type { Words } from "../../words/language.ts";

export const wordsOfApprovals = {
  title: { vi: "Phê duyệt", en: "Approvals" },
  back: { vi: "Về danh sách", en: "Back to the list" },
  empty: { vi: "Không có việc nào chờ bạn quyết định", en: "Nothing waits for your decision" },
  emptyHint: {
    vi: "Phương án, hồ sơ trình, giảm trừ, hoàn tiền và văn bản chờ bạn duyệt hiện ở đây, việc gấp trước.",
    en: "Proposals, dossiers, remedies and papers for you to decide appear here, the most urgent first.",
  },
  next: { vi: "Việc sau", en: "Next" },
  previous: { vi: "Việc trước", en: "Previous" },
  open: { vi: "Mở hồ sơ", en: "Open the file" },
  decide: { vi: "Đến phần quyết định", en: "Go to the decision" },
  anonymous: { vi: "Khách hàng chưa rõ tên", en: "Customer without a name" },
  noKind: { vi: "Chưa phân loại", en: "Not classified" },
  asks: { vi: "Nội dung trình", en: "What is asked" },
  amount: { vi: "Số tiền", en: "Amount" },
  askedBy: { vi: "Người trình", en: "Asked by" },
  stage: { vi: "Bước", en: "Stage" },
  kind: { vi: "Loại khiếu nại", en: "Kind" },
  unit: { vi: "Bộ phận", en: "Unit" },
  due: { vi: "Hạn", en: "Due" },
  noDue: { vi: "Không có hạn", en: "No term" },
  content: { vi: "Khách hàng phản ánh", en: "What the customer says" },
  documents: { vi: "Chứng cứ, tài liệu", en: "Evidence and documents" },
  noDocuments: { vi: "Không có tài liệu kèm theo", en: "No documents" },
  history: { vi: "Diễn biến", en: "What happened so far" },
  decision: { vi: "Quyết định", en: "Decision" },
  noText: { vi: "Không có nội dung bằng chữ", en: "There are no words with it" },
} as const satisfies Words;

export const wordsOfAbout = {
  resolution: { vi: "Phương án giải quyết", en: "Proposal" },
  dossier: { vi: "Hồ sơ trình Ban Giám đốc", en: "Dossier for the board" },
  remedy: { vi: "Giảm trừ, hoàn tiền", en: "Remedy" },
  paper: { vi: "Văn bản", en: "Paper" },
} as const satisfies Words;

export const wordsOfSaid = {
  FindingRecorded: { vi: "Kết quả xác minh", en: "Finding" },
  CoordinationAnswered: { vi: "Bộ phận trả lời", en: "Answer of a unit" },
  ResolutionProposed: { vi: "Đề xuất phương án", en: "Proposal" },
  ResolutionSentBack: { vi: "Trả lại phương án", en: "Proposal sent back" },
  ResolutionApproved: { vi: "Duyệt phương án", en: "Proposal approved" },
  DossierSubmitted: { vi: "Trình hồ sơ", en: "Dossier submitted" },
  DirectionGiven: { vi: "Ý kiến chỉ đạo", en: "Direction" },
  RemedyAgreed: { vi: "Thoả thuận", en: "Remedy agreed" },
  RemedyApproved: { vi: "Duyệt thoả thuận", en: "Remedy approved" },
  PaperDrafted: { vi: "Soạn văn bản", en: "Paper drafted" },
  ReplyGiven: { vi: "Trả lời khách hàng", en: "Reply to the customer" },
  AnsweredAtFirstLine: { vi: "Trả lời ngay", en: "Answered at first line" },
  ComplaintRefused: { vi: "Từ chối khiếu nại", en: "Complaint refused" },
  InformationReceived: { vi: "Khách hàng bổ sung thông tin", en: "The customer sent more" },
  MeetingRecorded: { vi: "Biên bản làm việc", en: "Minutes of a meeting" },
  LevelEscalated: { vi: "Chuyển cấp giải quyết", en: "To the next level" },
  RoundStarted: { vi: "Khiếu nại lần tiếp theo", en: "Next round" },
} as const satisfies Words;

export const wordsOfVerdict = {
  yes: { vi: "Khách hàng chấp nhận", en: "The customer accepts" },
  no: { vi: "Khách hàng không chấp nhận", en: "The customer does not accept" },
  unsatisfied: { vi: "Khách hàng chấp nhận, không hài lòng", en: "The customer accepts and is not satisfied" },
  silent: { vi: "Khách hàng không phản hồi", en: "The customer does not respond" },
} as const satisfies Words;

export const wordsOfRemedies = {
  "charge-reduction": { vi: "Giảm trừ cước", en: "Charge reduction" },
  refund: { vi: "Hoàn tiền", en: "Refund" },
  compensation: { vi: "Bồi thường", en: "Compensation" },
} as const satisfies Words;
