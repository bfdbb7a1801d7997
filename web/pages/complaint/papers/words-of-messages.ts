import type { Words } from "../../../words/language.ts";

export const wordsOfMessages = {
  title: { vi: "Tin đã gửi và chờ gửi", en: "Messages sent and waiting" },
  sendAgain: { vi: "Gửi lại", en: "Send again" },
  sendBy: {
    vi: (carrier: string, to: string) => `Gửi bằng ${carrier}${to && ` đến ${to}`}`,
    en: (carrier: string, to: string) => `Send by ${carrier}${to && ` to ${to}`}`,
  },
  post: { vi: (to: string) => `Hoặc gửi bưu điện đến ${to}`, en: (to: string) => `Or post it to ${to}` },
  cameBack: {
    vi: (to: string) => `Tin bị trả lại từ ${to}. Sửa địa chỉ, hoặc báo khách hàng bằng cách khác.`,
    en: (to: string) => `It came back from ${to}. Correct it, or tell the customer by another way.`,
  },
  correct: { vi: "Sửa địa chỉ, số của khách hàng", en: "Correct the customer's address or number" },
  sendAnyway: { vi: (to: string) => `Vẫn gửi đến ${to}`, en: (to: string) => `Send to ${to} anyway` },
  call: { vi: (to: string) => `Gọi ${to}`, en: (to: string) => `Call ${to}` },
  isAgain: { vi: "gửi lại", en: "sent again" },
  unknown: {
    vi: "Chưa rõ tin đã đến khách hàng chưa. Gửi lại thì khách có thể nhận hai lần.",
    en: "It is not known whether this reached the customer. Sent again, it may arrive twice.",
  },
  noServer: {
    vi: "Chưa nối máy chủ thư cho đơn vị này: thư nằm chờ ở đây. Cần đến ngay thì báo bằng cách khác.",
    en: "No mail server is connected for this organisation: mail waits here. What must arrive now has to be told otherwise.",
  },
  again: { vi: (at: string) => `gửi lại lúc ${at}`, en: (at: string) => `tried again at ${at}` },
} as const satisfies Words;

export const wordsOfKinds = {
  acknowledgement: { vi: "Xác nhận đã nhận", en: "Acknowledgement" },
  "customer-message": { vi: "Tin cho khách hàng", en: "Message to the customer" },
  paper: { vi: "Văn bản", en: "Paper" },
  "one-time-code": { vi: "Mã xác nhận", en: "Confirmation code" },
  "answer-link": { vi: "Đường dẫn trả lời cho bộ phận", en: "Link to answer by, for a unit" },
} as const satisfies Words;

export const wordsOfStatuses = {
  queued: { vi: "Chờ gửi", en: "Waiting" },
  sending: { vi: "Đang gửi", en: "Being sent" },
  sent: { vi: "Đã gửi", en: "Sent" },
  delivered: { vi: "Đã đến máy khách", en: "Delivered" },
  opened: { vi: "Khách đã mở", en: "Opened" },
  bounced: { vi: "Bị trả lại", en: "Came back" },
  refused: { vi: "Địa chỉ bị từ chối", en: "Address refused" },
  failed: { vi: "Không gửi được", en: "Failed" },
  unknown: { vi: "Chưa rõ đã đến chưa", en: "Not known to have arrived" },
  dropped: { vi: "Không gửi", en: "Not sent" },
  gathered: { vi: "Gửi trong thư khác", en: "Sent with others" },
} as const satisfies Words;

export const wordsOfCarriers = {
  mail: { vi: "thư điện tử", en: "e-mail" },
  sms: { vi: "SMS", en: "SMS" },
  chat: { vi: "Zalo", en: "Zalo" },
} as const satisfies Words;

/** Why something waits or did not leave; any other status code of the reader's server stands for itself. */
export const wordsOfReasons = {
  "5.1.1": { vi: "Địa chỉ này không có (5.1.1)", en: "There is no such address (5.1.1)" },
  "5.1.2": { vi: "Tên miền của địa chỉ không nhận thư (5.1.2)", en: "The domain of the address takes no mail (5.1.2)" },
  "5.2.1": { vi: "Hộp thư đã khoá (5.2.1)", en: "The mailbox is disabled (5.2.1)" },
  "5.2.2": { vi: "Hộp thư đầy (5.2.2)", en: "The mailbox is full (5.2.2)" },
  "5.7.1": { vi: "Máy chủ người nhận không cho gửi (5.7.1)", en: "The reader's server refuses it (5.7.1)" },
  "4.4.7": { vi: "Quá hạn mà vẫn không gửi tới được (4.4.7)", en: "It could not be delivered in time (4.4.7)" },
  "no-address": { vi: "Không có địa chỉ dùng được cho cách gửi này", en: "No address that this could go to" },
  "broken-off": {
    vi: "Chương trình dừng giữa lúc giao tin cho cổng gửi",
    en: "The program ended while it handed the message to the gateway",
  },
  "not-connected": { vi: "Kênh gửi đã bị ngắt kết nối", en: "What it leaves by is no longer connected" },
  "no-answer": { vi: "Cổng gửi không trả lời kịp", en: "The gateway did not answer in time" },
  "connection-lost": { vi: "Mất kết nối với cổng gửi", en: "The connection to the gateway was lost" },
  "lost-after-data": {
    vi: "Mất kết nối sau khi đã giao thư, trước khi máy chủ trả lời",
    en: "The connection broke after the mail was handed over, before the server answered",
  },
  "waited-too-long": {
    vi: "Đã chờ quá bảy ngày khi nối máy chủ thư",
    en: "It had waited for more than seven days when a mail server was connected",
  },
  "link-over": { vi: "Yêu cầu đã được trả lời hoặc rút lại", en: "The request was answered or taken back" },
  "nothing-to-say": { vi: "Mã đã dùng hoặc đã hết hạn", en: "The code was used, or is over" },
  "document-missing": {
    vi: "Tài liệu kèm theo đã mất hoặc bị sửa đổi",
    en: "The document that goes with it is gone or was altered",
  },
  "document-infected": {
    vi: "Tài liệu kèm theo bị phát hiện có mã độc",
    en: "A virus was found in the document that goes with it",
  },
  "document-not-scanned": {
    vi: "Tài liệu kèm theo chưa được quét mã độc",
    en: "The document that goes with it was not scanned for viruses yet",
  },
  training: { vi: "Tập huấn: không gửi đi đâu cả", en: "Training: nothing is sent" },
  ECONNREFUSED: { vi: "Máy chủ gửi không trả lời", en: "The server that sends does not answer" },
  ETIMEDOUT: { vi: "Máy chủ thư không trả lời kịp", en: "The mail server did not answer in time" },
  EDNS: { vi: "Không tìm thấy máy chủ thư", en: "The mail server cannot be found" },
  ETLS: { vi: "Không mã hóa được đường truyền đến máy chủ thư", en: "The line to the mail server cannot be encrypted" },
  "no-connection": { vi: "Mất kết nối với máy chủ thư", en: "The connection to the mail server was lost" },
  "not-composed": { vi: "Lỗi khi soạn thư: báo người vận hành", en: "It could not be composed: tell the operator" },
} as const satisfies Words;
