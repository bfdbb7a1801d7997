import type { Words } from "../../words/language.ts";

export const wordsOfConnections = {
  connections: { vi: "Kết nối", en: "Connections" },
  add: { vi: "Thêm kết nối", en: "Add a connection" },
  addTo: {
    vi: (channel: string) => `Thêm kết nối cho ${channel}`,
    en: (channel: string) => `Add a connection to ${channel}`,
  },
  edit: { vi: "Sửa", en: "Change" },
  test: { vi: "Thử kết nối", en: "Test" },
  testing: { vi: "Đang thử từng bước, lâu nhất 30 giây…", en: "Testing step by step, 30 seconds at most …" },
  turnOn: { vi: "Bật", en: "Turn on" },
  turnOff: { vi: "Tắt", en: "Turn off" },
  on: { vi: "Đang bật", en: "On" },
  off: { vi: "Đang tắt", en: "Off" },
  failing: { vi: "Có lỗi", en: "Failing" },
  wasTurned: {
    vi: (name: string, isOn: boolean) => `${isOn ? "Đã bật" : "Đã tắt"} ${name}`,
    en: (name: string, isOn: boolean) => `${name} is ${isOn ? "on" : "off"}`,
  },
  remove: { vi: "Bỏ kết nối", en: "Remove" },
  removeTitle: { vi: (name: string) => `Bỏ kết nối ${name}`, en: (name: string) => `Remove ${name}` },
  removeHint: {
    vi: "Cấu hình và mật khẩu bị xóa, không lấy lại được. Những gì đã nhận qua đây vẫn còn nguyên.",
    en: "Its settings and passwords are deleted for good. What came in by it stays as it is.",
  },
  removed: { vi: "Đã bỏ kết nối", en: "The connection is removed" },
  saved: { vi: "Đã lưu kết nối", en: "The connection is saved" },
  save: { vi: "Lưu", en: "Save" },
  cancel: { vi: "Hủy", en: "Cancel" },
  kind: { vi: "Cách kết nối", en: "Kind" },
  name: { vi: "Tên gọi", en: "Name" },
  nameHint: { vi: "Để phân biệt khi có nhiều kết nối.", en: "To tell several apart." },
  isOn: { vi: "Bật ngay sau khi lưu", en: "On as soon as it is saved" },
  isOnHint: {
    vi: "Khi tắt, không nhận và không gửi gì qua kết nối này.",
    en: "While it is off, nothing comes in or leaves by it.",
  },
  kept: { vi: "Đã lưu; để trống là giữ nguyên.", en: "It is set; leave it empty to keep it." },
  missing: { vi: "Điền mục này.", en: "Fill this in." },
  wrongNumber: { vi: "Điền một số.", en: "Fill in a number." },
  addresses: { vi: "Địa chỉ khai báo ở nhà cung cấp dịch vụ", en: "Addresses to enter at the provider of the service" },
  copy: { vi: "Chép", en: "Copy" },
  copied: { vi: "Đã chép", en: "Copied" },
  received: { vi: (at: string) => `Lần nhận gần nhất ${at}`, en: (at: string) => `Last received ${at}` },
  sent: { vi: (at: string) => `Lần gửi gần nhất ${at}`, en: (at: string) => `Last sent ${at}` },
  fine: { vi: (at: string) => `Thử tốt ${at}`, en: (at: string) => `Tested well ${at}` },
  never: { vi: "Chưa nhận hoặc gửi lần nào", en: "Nothing came in or left by it yet" },
  failedAt: {
    vi: (step: string, at: string) => `Lỗi ở bước «${step}» lúc ${at}`,
    en: (step: string, at: string) => `Failed at “${step}”, ${at}`,
  },
  stepDone: { vi: "được", en: "done" },
  stepFailed: { vi: "không được", en: "failed" },
  allFine: { vi: "Mọi bước đều được.", en: "Every step went well." },
  failedHere: {
    vi: (step: string) => `Không được ở bước «${step}». Các bước sau chưa thử.`,
    en: (step: string) => `It failed at “${step}”. Later steps were not tried.`,
  },
  outgoing: { vi: "Máy chủ gửi thư", en: "Server of outgoing mail" },
  outgoingHint: {
    vi: "Cấu hình khi cài đặt (HOIAM_MAIL_SERVER), dùng chung cho mọi kênh gửi thư. Thư thử được gửi đến địa chỉ trong tài khoản của bạn.",
    en: "Set up by whoever runs the program (HOIAM_MAIL_SERVER). The test goes to the address in your own account.",
  },
  "mail-connected": { vi: "Đang gửi", en: "Sending" },
  "mail-unreachable": { vi: "Không tới được máy chủ thư", en: "The mail server does not answer" },
  "mail-held-back": { vi: "Đang giữ lại, không gửi ra ngoài", en: "Held back: none leaves" },
  "mail-not-connected": { vi: "Chưa nối máy chủ thư", en: "No mail server" },
  sendTest: { vi: "Gửi thư thử cho tôi", en: "Send me a test message" },
} as const satisfies Words;

/** Steps of the test of outgoing mail; those of connections come with their kinds. */
export const mailStepWords: Record<string, { vi: string; en: string }> = {
  "resolve-host": { vi: "Tìm địa chỉ máy chủ", en: "Find the server's address" },
  connect: { vi: "Kết nối tới máy chủ", en: "Connect to the server" },
  tls: { vi: "Bật mã hoá TLS", en: "Turn on TLS" },
  "sign-in": { vi: "Đăng nhập", en: "Sign in" },
  send: { vi: "Gửi thư thử", en: "Send the test message" },
  "no-mail-server": {
    vi: "Chưa khai báo máy chủ gửi thư (HOIAM_MAIL_SERVER)",
    en: "No server is set up (HOIAM_MAIL_SERVER)",
  },
  "held-back": {
    vi: "Thư của tổ chức này đang được giữ lại: dữ liệu minh hoạ, hoặc chưa có địa chỉ gửi",
    en: "Mail of this organisation is held back: it is a demonstration, or has no address to send from",
  },
};
