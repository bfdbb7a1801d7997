import type { Filling } from "../../src/documents/word/template-fields.ts";
import { sampleValues } from "../../src/documents/word/sample-filling.ts";

/** A short letter with something at every place. */
export function plainFilling(letter: Partial<Filling["letter"]> = {}): Filling {
  return {
    values: { ...sampleValues, organisation: "BKNS" },
    letter: {
      title: "Thư trả lời – KN-2026-000123",
      mark: null,
      issuer: { over: null, name: "Công ty BKNS" },
      number: "07/2026/TL-BKNS",
      subject: "V/v trả lời khiếu nại",
      placeAndDate: "Hà Nội, ngày 16 tháng 3 năm 2026",
      day: { year: 2026, month: 3, date: 16 },
      heading: null,
      about: null,
      addressees: ["Quý khách Lê Minh"],
      body: [{ kind: "text", text: "Đoạn một.\nĐoạn hai." }],
      signatories: [{ delegation: null, title: "GIÁM ĐỐC", name: "Trần Thị Lan", note: "(Đã ký)", picture: null }],
      recipients: ["Như trên;", "Lưu: VT."],
      follows: null,
      confirmation: { code: "MA-XAC-NHAN", address: "https://khieunai.bkns.vn/xac-nhan/MA" },
      ...letter,
    },
  };
}
