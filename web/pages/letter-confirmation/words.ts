import type { Words } from "../../words/language.ts";

export const wordsOfConfirmation = {
  title: { vi: "Xác nhận văn bản", en: "Is this letter real?" },
  code: { vi: "Mã xác nhận in trên văn bản", en: "Code printed on the letter" },
  codeHint: { vi: "Như vntt-7K3M-9QXT-2B4R-HN8W, cạnh mã QR", en: "As vntt-7K3M-9QXT-2B4R-HN8W, beside the QR code" },
  codeMissing: { vi: "Chưa nhập mã.", en: "Type the code." },
  check: { vi: "Kiểm tra", en: "Check" },
  otherCode: { vi: "Nhập mã khác", en: "Another code" },
  unknownHint: {
    vi: "Hãy so lại từng chữ với mã trên văn bản. Nếu mã đúng như in mà vẫn không có, văn bản có thể không phải do nhà cung cấp phát hành: gọi tổng đài của nhà cung cấp để hỏi.",
    en: "Compare it with the letter, character by character. If it is right as printed, the letter may not be the provider's: ask at the provider's hotline.",
  },
  isOurs: {
    vi: (name: string) => `Đây là văn bản của ${name}.`,
    en: (name: string) => `This is a letter of ${name}.`,
  },
  number: { vi: "Số, ký hiệu", en: "Number" },
  unnumbered: { vi: "Không đánh số", en: "Not numbered" },
  issuedOn: { vi: "Ngày phát hành", en: "Issued on" },
  state: { vi: "Hiệu lực", en: "State" },
  stands: { vi: "Chưa bị thay thế, đính chính", en: "Neither replaced nor corrected" },
  replacedBy: {
    vi: (which: string) => `Đã được thay thế bằng ${which}. Văn bản này không còn dùng.`,
    en: (which: string) => `Replaced by ${which}. This one is no longer used.`,
  },
  correctedBy: {
    vi: (which: string) => `Đã được đính chính bằng ${which}.`,
    en: (which: string) => `Corrected by ${which}.`,
  },
  replaces: { vi: (which: string) => `Thay thế ${which}`, en: (which: string) => `Replaces ${which}` },
  corrects: { vi: (which: string) => `Đính chính ${which}`, en: (which: string) => `Corrects ${which}` },
  follows: { vi: "Liên quan", en: "Follows" },
  which: {
    vi: (number: string | null, day: string) => `văn bản${number === null ? "" : ` số ${number}`} ngày ${day}`,
    en: (number: string | null, day: string) => `the letter${number === null ? "" : ` no. ${number}`} of ${day}`,
  },
  sealedBy: { vi: "Ký số bởi", en: "Electronically sealed by" },
  notSaid: {
    vi: "Trang này không cho biết nội dung văn bản, người nhận và số khiếu nại.",
    en: "This page tells neither what the letter says, nor to whom it went, nor the complaint's number.",
  },
  fileTitle: { vi: "Quý khách có tệp PDF của văn bản?", en: "Do you have the PDF of the letter?" },
  fileLead: {
    vi: "Chọn tệp để so với bản đã phát hành. Tệp được so ngay trên máy của quý khách, không gửi đi đâu.",
    en: "Choose it to compare it with what was issued. It is compared on your own device and sent nowhere.",
  },
  choose: { vi: "Chọn tệp PDF", en: "Choose the PDF" },
  same: { vi: "Đúng bản đã phát hành.", en: "This is the file as it was issued." },
  different: {
    vi: "Không trùng với bản đã phát hành. Tệp này đã bị sửa, hoặc là bản khác (bản quét, bản lưu lại, văn bản khác).",
    en: "It is not the file that was issued: it was altered, or it is another copy (a scan, a file saved anew, another letter).",
  },
  cannotCompare: {
    vi: "Trình duyệt này không so được tệp. Mở trang bằng địa chỉ https, hoặc dùng trình duyệt mới hơn.",
    en: "This browser cannot compare files. Open the page by its https address, or in a newer browser.",
  },
  tooLarge: {
    vi: "Tệp lớn quá 50 MB, không phải văn bản này.",
    en: "The file is larger than 50 MB: it is not this letter.",
  },
  chosen: { vi: (name: string) => `Tệp: ${name}`, en: (name: string) => `File: ${name}` },
  noFile: { vi: "Văn bản này phát hành không có tệp để so.", en: "This letter was issued without a file to compare." },
} as const satisfies Words;
