import type { Words } from "../../words/language.ts";

export const wordsOfOrganisation = {
  shown: { vi: "Khách hàng thấy", en: "What customers see" },
  name: { vi: "Tên", en: "Name" },
  shortName: { vi: "Tên ngắn", en: "Short name" },
  letterhead: { vi: "Tiêu đề thư", en: "Letterhead" },
  colour: { vi: "Màu đầu trang", en: "Colour of the header" },
  noColour: { vi: "Màu chung của các trang", en: "The pages' own" },
  noContacts: {
    vi: "Bộ quy trình không ghi số điện thoại hoặc địa chỉ nào cho khách hàng.",
    en: "The procedure gives no telephone number or address for customers.",
  },
  customerPage: { vi: "Trang gửi khiếu nại", en: "The page to complain on" },
  publishedPage: { vi: "Trang công bố quy trình", en: "The published procedure" },
  inForce: { vi: "Bộ quy trình đang áp dụng", en: "Procedure in force" },
  edition: { vi: (edition: string) => `lần ban hành ${edition}`, en: (edition: string) => `edition ${edition}` },
  effective: { vi: (day: string) => `có hiệu lực từ ${day}`, en: (day: string) => `in force from ${day}` },
  law: {
    vi: (day: string) => `Luật áp dụng cùng: bản có hiệu lực từ ${day}`,
    en: (day: string) => `The law beside it: as in force from ${day}`,
  },
  next: { vi: (day: string) => `Lần ban hành sau: từ ${day}`, en: (day: string) => `The next one: from ${day}` },
  here: { vi: "Sửa được ở đây", en: "Changed here" },
  people: { vi: "Người, vai trò, người làm thay", en: "People, roles, deputies" },
  calendar: { vi: "Ngày nghỉ, ngày làm thêm", en: "Days off and worked" },
  calendarNow: {
    vi: (count: number) => (count === 0 ? "(chưa ai đổi)" : `(đã đổi ${count} lần)`),
    en: (count: number) => (count === 0 ? "(never changed)" : `(changed ${count} times)`),
  },
  channels: { vi: "Mở và tạm đóng kênh", en: "Channels open and closed" },
  channelsNow: {
    vi: (count: number) => (count === 0 ? "(đang mở hết)" : `(${count} kênh tạm đóng)`),
    en: (count: number) => (count === 0 ? "(all open)" : `(${count} closed)`),
  },
  tokens: { vi: "Mã truy cập của chương trình", en: "Tokens of programs" },
  there: { vi: "Theo bộ quy trình", en: "From the procedure" },
  thereWhat: {
    vi: "Tên, màu, số liên hệ, các bước, loại khiếu nại, thời hạn, bộ phận, tên vai trò, mẫu giấy tờ và chỉ tiêu.",
    en: "Names, colour, contacts, stages, kinds, terms, units, names of roles, papers and indicators.",
  },
  thereHow: {
    vi: "Muốn đổi thì ban hành lần mới: một tệp mới có ngày hiệu lực, do người vận hành nạp. Khiếu nại đang giải quyết vẫn theo lần đã tiếp nhận.",
    en: "They change by a new edition: a new file with its day, loaded by whoever runs the program. Complaints under way stay with the one they came under.",
  },
} as const satisfies Words;
