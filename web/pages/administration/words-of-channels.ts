import type { Words } from "../../words/language.ts";

export const wordsOfChannels = {
  hint: {
    vi: "Tên và địa chỉ theo bộ quy trình đang áp dụng. Kênh tạm đóng không nhận khiếu nại mới; khách hàng và nhân viên được báo lý do và các kênh còn mở.",
    en: "Names and addresses are those of the procedure in force. A closed channel takes nothing in; customers and staff are told why and what else is open.",
  },
  open: { vi: "Đang mở", en: "Open" },
  closed: { vi: "Tạm đóng", en: "Closed" },
  notConnected: { vi: "Chưa nối", en: "Not connected" },
  connected: { vi: "Đã nối", en: "Connected" },
  noAddress: { vi: "Quy trình không ghi số hoặc địa chỉ", en: "The procedure gives no number or address" },
  notForCustomers: { vi: "Giữa đơn vị, đối tác và cơ quan", en: "Between colleagues, partners and authorities" },
  "by-pages": { vi: "Khách hàng tự gửi trên trang mạng.", en: "Customers send it on the web pages." },
  "by-staff": { vi: "Nhân viên nhập khi tiếp nhận.", en: "Staff type it in." },
  "by-not-connected": {
    vi: "Chưa nối với phần mềm; nhân viên nhập những gì đến đây.",
    en: "Not connected yet; staff type in what comes here.",
  },
  "by-connected": { vi: "Chương trình tự nhận những gì đến đây.", en: "What comes here is taken in by itself." },
  receivedBy: { vi: (unit: string) => `Nơi nhận: ${unit}.`, en: (unit: string) => `Received by: ${unit}.` },
  whoTakesIt: { vi: "bộ phận của người tiếp nhận", en: "the unit of whoever takes it in" },
  lately: {
    vi: (count: number, days: number) => `${count} khiếu nại trong ${days} ngày`,
    en: (count: number, days: number) => `${count === 1 ? "1 complaint" : `${count} complaints`} in ${days} days`,
  },
  closedSince: {
    vi: (reason: string, who: string, at: string) => `${reason} (${who}, từ ${at})`,
    en: (reason: string, who: string, at: string) => `${reason} (${who}, since ${at})`,
  },
  close: { vi: "Tạm đóng", en: "Close" },
  reopen: { vi: "Mở lại", en: "Open again" },
  closeTitle: { vi: (name: string) => `Tạm đóng kênh ${name}`, en: (name: string) => `Close ${name}` },
  closeHint: {
    vi: "Từ lúc này không tiếp nhận mới qua kênh này; những gì đến trước đó vẫn nhập được. Hồ sơ đang giải quyết không đổi.",
    en: "From now on nothing is taken in by it; what arrived before can still be entered. Complaints under way do not change.",
  },
  reason: { vi: "Lý do", en: "Reason" },
  reasonHint: {
    vi: "Khách hàng và nhân viên đọc được, ví dụ: đang bảo trì đến 30/11.",
    en: "Customers and staff read it, such as: under repair until 30/11.",
  },
  wasClosed: { vi: (name: string) => `Đã tạm đóng kênh ${name}`, en: (name: string) => `${name} is closed` },
  opened: { vi: (name: string) => `Đã mở lại kênh ${name}`, en: (name: string) => `${name} is open again` },
} as const satisfies Words;
