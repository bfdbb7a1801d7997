import type { Words } from "../../words/language.ts";

export const wordsOfInbox = {
  title: { vi: "Phối hợp", en: "Coordination" },
  toAnswer: { vi: "Chờ trả lời", en: "To answer" },
  asked: { vi: "Đã yêu cầu", en: "Asked by us" },
  allUnits: { vi: "Bộ phận của tôi", en: "My units" },
  unit: { vi: "Bộ phận", en: "Unit" },
  back: { vi: "Về danh sách", en: "Back to the list" },
  nothingToAnswer: { vi: "Không có yêu cầu nào chờ trả lời", en: "Nothing waits for an answer" },
  nothingToAnswerHint: {
    vi: "Yêu cầu phối hợp gửi đến bộ phận của bạn hiện ở đây, việc gấp trước.",
    en: "Requests to your units appear here, the most urgent first.",
  },
  nothingAsked: { vi: "Không có yêu cầu nào đang chờ", en: "Nothing that we asked is open" },
  nothingAskedHint: {
    vi: "Yêu cầu của các khiếu nại bạn hoặc bộ phận bạn phụ trách, cho đến khi câu trả lời được kiểm tra.",
    en: "Requests about complaints of yours or your unit's stay here until the answer was checked.",
  },
  question: { vi: "Cần trả lời", en: "The question" },
  information: { vi: "Thông tin kèm theo", en: "Told with it" },
  content: { vi: "Khách hàng phản ánh", en: "What the customer says" },
  added: { vi: (at: string) => `Khách hàng bổ sung ${at}`, en: (at: string) => `The customer added at ${at}` },
  history: { vi: "Diễn biến yêu cầu", en: "What happened so far" },
  askedBy: { vi: "Người yêu cầu", en: "Asked by" },
  kind: { vi: "Loại khiếu nại", en: "Kind" },
  customer: { vi: "Khách hàng", en: "Customer" },
  anonymous: { vi: "Khách hàng chưa rõ tên", en: "Customer without a name" },
  customerClass: { vi: "Nhóm khách hàng", en: "Class" },
  noKind: { vi: "Chưa phân loại", en: "Not classified" },
  promised: { vi: "Hẹn khắc phục", en: "Repair promised for" },
  open: { vi: "Mở hồ sơ", en: "Open the file" },
  next: { vi: "Yêu cầu sau", en: "Next request" },
  previous: { vi: "Yêu cầu trước", en: "Previous request" },
  byPhone: { vi: "Ghi trả lời qua điện thoại", en: "Write down an answer by phone" },
  sendLink: { vi: "Gửi liên kết trả lời", en: "Send a link to answer by" },
  reminders: { vi: (times: number) => `Đôn đốc ${times} lần`, en: (times: number) => `Reminded ${times} times` },
  viaLink: { vi: "qua liên kết", en: "by the link" },
  writtenBy: { vi: (name: string) => `${name} ghi lại`, en: (name: string) => `written down by ${name}` },
  notOpen: {
    vi: "Bạn xem được yêu cầu này, chưa có việc gì để làm.",
    en: "You may read this request; there is nothing for you to do now.",
  },
} as const satisfies Words;

export const wordsOfStatus = {
  asked: { vi: "Mới", en: "New" },
  confirmed: { vi: "Đã nhận", en: "Confirmed" },
  answered: { vi: "Đã trả lời", en: "Answered" },
  returned: { vi: "Bị trả lại", en: "Sent back" },
} as const satisfies Words;

export const wordsOfSteps = {
  CoordinationRequested: { vi: "Yêu cầu phối hợp", en: "Asked" },
  CoordinationConfirmed: { vi: "Đã nhận yêu cầu", en: "Confirmed" },
  CoordinationPassedOn: { vi: "Chuyển tiếp", en: "Passed on" },
  CoordinationAnswered: { vi: "Trả lời", en: "Answered" },
  CoordinationReturned: { vi: "Trả lại câu trả lời", en: "Answer sent back" },
  CoordinationReminded: { vi: "Đôn đốc", en: "Reminded" },
} as const satisfies Words;

export const wordsOfVia = {
  phone: { vi: "điện thoại", en: "by phone" },
  email: { vi: "thư điện tử", en: "by e-mail" },
  system: { vi: "trên hệ thống", en: "in the program" },
  paper: { vi: "văn bản", en: "on paper" },
} as const satisfies Words;

export const wordsOfLink = {
  hint: {
    vi: "Kỹ thuật viên trả lời ngay trên điện thoại, không cần đăng nhập. Liên kết chỉ hiện câu hỏi, thông tin kèm theo, thời hạn và tài liệu được chọn; dùng một lần.",
    en: "The technician answers on the telephone without signing in. The link shows the question, what was told with it, its due and the documents chosen, and works once.",
  },
  sentTo: { vi: "Gửi cho ai", en: "For whom" },
  email: { vi: "Thư điện tử", en: "E-mail" },
  emailHint: { vi: "Bỏ trống nếu bạn tự chuyển liên kết.", en: "Leave it empty to hand the link over yourself." },
  documents: { vi: "Tài liệu cho xem", en: "Documents to show" },
  make: { vi: "Tạo liên kết", en: "Make the link" },
  made: { vi: "Liên kết trả lời", en: "Link to answer by" },
  mailed: {
    vi: (email: string) => `Thư gửi đến ${email} đã xếp hàng.`,
    en: (email: string) => `The mail to ${email} is queued.`,
  },
  goodUntil: { vi: (at: string) => `Dùng một lần, đến ${at}.`, en: (at: string) => `Works once, until ${at}.` },
  shownOnce: { vi: "Liên kết chỉ hiện lúc này.", en: "It is shown now only." },
  copy: { vi: "Chép liên kết", en: "Copy the link" },
  copied: { vi: "Đã chép liên kết", en: "The link is copied" },
  notCopied: {
    vi: "Trình duyệt không cho chép; hãy chọn và chép tay.",
    en: "The browser does not let it be copied; copy it by hand.",
  },
  close: { vi: "Xong", en: "Done" },
} as const satisfies Words;
