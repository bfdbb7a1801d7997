import type { Words } from "../../../../words/language.ts";

export const wordsOfSigning = {
  toSign: { vi: "Văn bản được ký", en: "What is signed" },
  empty: { vi: "Bản thảo này không có nội dung trên hệ thống.", en: "The draft has no content in the system." },
  signed: { vi: "Đã ký", en: "Signed" },
  waiting: { vi: "Còn chờ", en: "Still to sign" },
  onPaper: { vi: "trên giấy", en: "on paper" },
  recordedBy: { vi: (name: string) => `${name} ghi`, en: (name: string) => `recorded by ${name}` },
  how: { vi: "Ký bằng cách nào", en: "How it is signed" },
  draw: { vi: "Ký vào ô", en: "In the box" },
  name: { vi: "Ký bằng tên", en: "By name" },
  paper: { vi: "Đã ký trên giấy", en: "Signed on paper" },
  atTheCounter: {
    vi: (name: string) => `Khách tự tay ký trên màn hình này, tại quầy. Hồ sơ ghi ${name} là người nhận chữ ký.`,
    en: (name: string) =>
      `The customer signs here with their own hand, at the counter. The file names ${name} as who took it.`,
  },
  takenBy: { vi: (name: string) => `tại quầy, ${name} nhận`, en: (name: string) => `at the counter, taken by ${name}` },
  signer: { vi: "Họ tên người ký", en: "Who signs" },
  signerNeeded: { vi: "Ghi họ tên người ký.", en: "Write who signs." },
  here: { vi: "Ký vào đây bằng tay, bút hoặc chuột", en: "Sign here with a finger, a pen or the mouse" },
  clear: { vi: "Xoá, ký lại", en: "Clear and sign again" },
  written: { vi: "Chữ ký bằng tên", en: "The name as it is kept" },
  scan: { vi: "Bản quét hoặc ảnh chụp văn bản đã ký", en: "Scan or photograph of what was signed" },
  keeping: { vi: "Đang lưu chữ ký…", en: "Keeping the signature …" },
  kept: { vi: "Đã có chữ ký.", en: "The signature is there." },
  time: { vi: (at: string) => `Ký lúc ${at}`, en: (at: string) => `Signed at ${at}` },
  paperTime: {
    vi: "Ký trước lúc này thì ghi giờ thật ở Thêm chi tiết.",
    en: "If it was signed before, give the true time under More details.",
  },
} as const satisfies Words;
