import type { Edition } from "../../procedure/pure/edition/edition.ts";
import type { Paper } from "../../procedure/pure/edition/papers.ts";
import type { LetterText, LetterVariable } from "../../procedure/pure/letters/letter-texts.ts";
import { filledText } from "../../procedure/pure/mail/mail-texts.ts";
import { whoInWords } from "../../procedure/pure/words/who-in-words.ts";
import type { Letter, LetterPart } from "../letter.ts";
import { rowNames } from "../row-names.ts";
import type { Filling } from "./template-fields.ts";

/** What a letter says about a customer whom there is not: to see a template filled in. */
export function sampleFilling(edition: Edition, paper: Paper, text: LetterText): Filling {
  const { organisation } = edition;
  const values = { ...sampleValues, organisation: organisation.shortName };
  const filled = (template: string | undefined) => (template === undefined ? null : filledText(template, values));
  const isUnder = text.layout !== "letter";
  const letter: Letter = {
    title: `${paper.name} – ${values.number}`,
    mark: "BẢN MẪU",
    issuer: { over: null, name: organisation.name },
    number: paper.numberedIn === undefined ? null : `07/2026/${text.symbol}-${organisation.shortName}`,
    subject: isUnder ? null : filled(text.subject),
    placeAndDate: "Hà Nội, thứ hai, ngày 16 tháng 3 năm 2026",
    day: { year: 2026, month: 3, date: 16 },
    heading: isUnder ? paper.name : null,
    about: isUnder ? filled(text.about) : null,
    addressees: text.to === "nobody" ? [] : [`Quý khách ${values.customerName}`],
    body: bodyOf(paper, text, filled),
    signatories: (paper.signedBy.length > 0 ? paper.signedBy : ["clerk"]).map((by, place) => ({
      delegation: null,
      title: whoInWords(by, edition).vi,
      name: ["Trần Thị Lan", "Phạm Quốc Bảo", "Nguyễn Thị Xuân"][place] ?? null,
      note: "(Đã ký)",
      picture: null,
    })),
    recipients: text.to === "nobody" ? [] : ["Như trên;", `Lưu: VT, hồ sơ ${values.number}.`],
    follows: null,
    confirmation: { code: "MAU0-0000-0000", address: "https://khieunai.example.vn/xac-nhan/MAU000000000" },
  };
  return { letter, values };
}

function bodyOf(paper: Paper, text: LetterText, filled: (template: string | undefined) => string | null): LetterPart[] {
  const [opening, closing] = [filled(text.opening), filled(text.closing)];
  const named = paper.fields.length > 0 ? paper.fields : text.rows.map((id) => ({ id, name: rowNames[id] ?? id }));
  const rows = named.map(({ id, name }) => ({ label: name, value: sampleRows[id] ?? null }));
  return [
    ...(opening ? [{ kind: "text" as const, text: opening }] : []),
    ...(text.layout === "form" ? [{ kind: "rows" as const, rows }] : []),
    ...(closing ? [{ kind: "text" as const, text: closing }] : []),
  ];
}

/** Of a complaint that could have been. */
export const sampleValues: Readonly<Record<LetterVariable, string>> = {
  organisation: "",
  number: "KN-2026-000123",
  receivedAt: "09:05 thứ hai 02/03/2026",
  receivedOn: "02/03/2026",
  service: "Internet cáp quang",
  channel: "Điện thoại",
  customerName: "Nguyễn Thị Xuân",
  content: "Mạng chậm từ tối qua, gọi tổng đài ba lần chưa được khắc phục.",
  helplines: "1900 0000",
  owner: "Trần Thị Lan",
  promises: "Trả lời trong 3 ngày làm việc: hết thứ năm 05/03/2026",
  answerDueOn: "thứ năm 05/03/2026",
  outsideWays: "cơ quan bảo vệ quyền lợi người tiêu dùng, Trọng tài, Tòa án",
  wanted: "Ảnh chụp kết quả đo tốc độ",
  wantedMessage: "Xin gửi trước thứ sáu 06/03/2026.",
  acceptedOn: "03/03/2026",
  acceptance: "Khiếu nại có căn cứ để giải quyết.",
  refusalReason: "Không có căn cứ",
  refusalBasis: "Điều 5 hợp đồng",
  refusal: "Kết quả đo đạt yêu cầu.",
  counted: "Thời hiệu tính từ ngày 01/03/2026, đến hết ngày 01/06/2026.",
  missing: "Số hợp đồng",
  cause: "Suy hao tại hộp cáp",
  reply: "Mối nối tại hộp cáp đã được hàn lại ngày 04/03/2026.\nĐường truyền đo lại đạt tốc độ hợp đồng.",
  repliedOn: "05/03/2026",
  round: " ",
  commitments: "Giảm trừ cước tháng 3 (trước hết thứ sáu 10/04/2026)",
  remedies: "giảm trừ cước 150.000 đồng",
  meetingAt: "14:00 thứ tư 18/03/2026",
  place: "Phòng tiếp khách, tầng 2",
  meetingResult: "Khách hàng đồng ý mức giảm trừ.",
  question: "Đo tuyến và cho biết nguyên nhân",
  resolution: "Hàn lại mối nối, giảm trừ cước",
  dossier: "Xin ý kiến về mức giảm trừ",
  action: "Kiểm tra toàn bộ mối nối của tuyến",
  handling: "Hàn lại mối nối tại hộp cáp",
  lesson: "Đo tuyến ngay khi tiếp nhận",
  authority: "Sở Công Thương",
};

/** Items of forms by the packs' words for them; one that is not here is left to be filled in by hand. */
const sampleRows: Readonly<Record<string, string>> = {
  number: "KN-2026-000123",
  "received-on": "09:05 thứ hai 02/03/2026",
  customer: "Nguyễn Thị Xuân\n12 Lê Lợi, Huế\n0912 345 678",
  service: "Internet cáp quang",
  content: sampleValues.content,
  channel: sampleValues.channel,
  "remedy-sought": "Giảm cước tháng 3",
  receiver: "Trần Thị Lan",
  result: sampleValues.reply,
  cause: sampleValues.cause,
  measure: sampleValues.resolution,
  action: sampleValues.action,
  lesson: sampleValues.lesson,
  agreement: sampleValues.remedies,
};
