import type { Words } from "../../words/language.ts";

export const wordsOfWordTemplates = {
  hint: {
    vi: "Mỗi văn bản có thể dùng mẫu Word của đơn vị thay cho mẫu của chương trình. Văn bản đã phát hành giữ nguyên như lúc phát hành.",
    en: "Each paper may use a Word template of your own in place of the program's layout. What is issued already stays as it is.",
  },
  asPdf: {
    vi: "Máy chủ có LibreOffice: văn bản theo mẫu riêng được phát hành thành PDF.",
    en: "This server has LibreOffice: papers in a template of your own are issued as PDF.",
  },
  asWord: {
    vi: "Máy chủ chưa có LibreOffice: văn bản theo mẫu riêng được phát hành là tệp Word. Cài LibreOffice hoặc đặt HOIAM_OFFICE để phát hành thành PDF.",
    en: "This server has no LibreOffice: papers in a template of your own are issued as Word files. Install it or set HOIAM_OFFICE to issue them as PDF.",
  },
  ours: { vi: "Mẫu của chương trình", en: "The program's own layout" },
  own: {
    vi: (version: number) => `Mẫu riêng, bản ${version}`,
    en: (version: number) => `Your own, version ${version}`,
  },
  open: { vi: "Mẫu Word", en: "Word template" },
  close: { vi: "Đóng", en: "Close" },
  starter: { vi: "Tải mẫu để bắt đầu", en: "Download one to begin from" },
  starterHint: {
    vi: "Sửa chữ, phông, logo trong Word; giữ các trường trong dấu { }. Rồi đưa tệp .docx lên đây.",
    en: "Change words, fonts and logo in Word; keep the fields in { }. Then hand the .docx in here.",
  },
  handIn: { vi: "Đưa mẫu lên (.docx)", en: "Hand in a template (.docx)" },
  size: { vi: (size: string) => `Nhiều nhất ${size}.`, en: (size: string) => `At most ${size}.` },
  checking: { vi: "Đang kiểm tra mẫu…", en: "The template is checked…" },
  kept: {
    vi: (version: number) => `Mẫu dùng được và đã lưu là bản ${version}. Xem thử rồi bật.`,
    en: (version: number) =>
      `The template is fine and was kept as version ${version}. Look at a sample, then switch it on.`,
  },
  notKept: {
    vi: (count: number) => `Mẫu chưa dùng được: ${count} chỗ phải sửa. Sửa trong Word rồi đưa lên lại.`,
    en: (count: number) =>
      `The template cannot be used yet: ${count === 1 ? "1 place" : `${count} places`} to mend. Mend it in Word and hand it in again.`,
  },
  perhaps: { vi: (name: string) => `Có phải ${name}?`, en: (name: string) => `Did you mean ${name}?` },
  body: { vi: (place: number) => `Thân văn bản, đoạn ${place}`, en: (place: number) => `Body, paragraph ${place}` },
  header: { vi: (place: number) => `Đầu trang, đoạn ${place}`, en: (place: number) => `Header, paragraph ${place}` },
  footer: { vi: (place: number) => `Cuối trang, đoạn ${place}`, en: (place: number) => `Footer, paragraph ${place}` },
  notes: { vi: (place: number) => `Cước chú, đoạn ${place}`, en: (place: number) => `Footnotes, paragraph ${place}` },
  note: { vi: "Để biết", en: "To know" },
  toMend: { vi: "Phải sửa", en: "To mend" },
  versions: { vi: "Các bản đã đưa lên", en: "Versions handed in" },
  none: { vi: "Chưa có bản nào.", en: "None yet." },
  version: { vi: (version: number) => `Bản ${version}`, en: (version: number) => `Version ${version}` },
  by: { vi: (who: string, at: string) => `${who}, ${at}`, en: (who: string, at: string) => `${who}, ${at}` },
  isOn: { vi: "Đang dùng", en: "In use" },
  switchOn: { vi: "Dùng bản này", en: "Use this version" },
  switchOff: { vi: "Trở lại mẫu của chương trình", en: "Back to the program's layout" },
  on: {
    vi: (name: string, version: number) => `${name}: từ giờ dùng mẫu riêng, bản ${version}`,
    en: (name: string, version: number) => `${name}: made in version ${version} of your own from now on`,
  },
  off: {
    vi: (name: string) => `${name}: từ giờ dùng mẫu của chương trình`,
    en: (name: string) => `${name}: made in the program's layout from now on`,
  },
  sample: { vi: "Xem thử", en: "Sample" },
  file: { vi: "Tải tệp mẫu", en: "Download the template" },
  ofComplaint: { vi: "Xem thử với khiếu nại", en: "Sample with a complaint" },
  ofComplaintHint: {
    vi: "Số một khiếu nại mà bạn được xem, ví dụ KN-2026-000123. Để trống: dùng khách hàng giả định.",
    en: "The number of a complaint that you may see, such as KN-2026-000123. Empty: a customer whom there is not.",
  },
  noComplaint: {
    vi: "Không thấy khiếu nại số này trong những khiếu nại bạn được xem.",
    en: "Among the complaints that you may see there is none of this number.",
  },
  fields: { vi: "Các trường dùng trong mẫu", en: "Fields for templates" },
  fieldsHint: {
    vi: "Gõ trường vào Word như chữ thường. Phần lặp lại bắt đầu bằng {#…} và kết thúc bằng {/…}; đặt riêng mỗi thứ một đoạn, hoặc ở ô đầu và ô cuối của một hàng bảng. {#truong}…{/truong} quanh một trường thường chỉ hiện khi trường có nội dung.",
    en: "Type a field in Word as any other words. What is repeated begins with {#…} and ends with {/…}, each in a paragraph of its own or in the first and last cell of a table's row. {#field}…{/field} around a plain field shows only where it has something.",
  },
  find: { vi: "Tìm trường", en: "Find a field" },
  field: { vi: "Trường", en: "Field" },
  meaning: { vi: "Ý nghĩa", en: "Meaning" },
  example: { vi: "Ví dụ", en: "Example" },
  picture: { vi: "(hình)", en: "(picture)" },
  within: { vi: (list: string) => `trong {#${list}}`, en: (list: string) => `within {#${list}}` },
  copy: { vi: (field: string) => `Chép ${field}`, en: (field: string) => `Copy ${field}` },
  copied: { vi: (field: string) => `Đã chép ${field}`, en: (field: string) => `${field} is copied` },
  nothingFound: { vi: "Không có trường nào như vậy.", en: "There is no such field." },
} as const satisfies Words;
