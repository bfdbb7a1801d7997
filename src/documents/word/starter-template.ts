import { AlignmentType, type Paragraph } from "docx";
import type { Paper } from "../../procedure/pure/edition/papers.ts";
import type { LetterText } from "../../procedure/pure/letters/letter-texts.ts";
import { addressed, bodyPart, headed, letterhead } from "./letter-parts.ts";
import { wordFile } from "./letter-in-word.ts";
import { gap, row, table, TEXT_TWIPS } from "./word-table.ts";
import { centred, inCapitals, millimetres, paragraph, size } from "./word-text.ts";

/** The program's own layout of a paper as a template to begin from: every field at its place. */
export function starterTemplate(paper: Paper, { layout, to }: Pick<LetterText, "layout" | "to">): Promise<Buffer> {
  const isUnder = layout !== "letter";
  const children = [
    ...letterhead({
      issuer: { over: null, name: "{ten_don_vi}" },
      number: paper.numberedIn === undefined ? null : "{so_van_ban}",
      subject: isUnder ? null : "{trich_yeu}",
      placeAndDate: "{dia_danh_ngay_thang}",
      follows: isUnder ? null : "{van_ban_lien_quan}",
    }),
    ...headed({
      heading: isUnder ? "{ten_van_ban}" : null,
      about: isUnder ? "{ve_viec}" : null,
      follows: isUnder ? "{van_ban_lien_quan}" : null,
    }),
    ...addressed(to === "nobody" ? [] : ["{kinh_gui}"]),
    ...(layout === "form"
      ? [
          ...repeated("doan_truoc", bodyPart({ kind: "text", text: "{dong_truoc}" })),
          ...bodyPart({ kind: "rows", rows: [{ label: "{#muc}{ten_muc}", value: "{gia_tri}{/muc}" }] }),
          ...repeated("doan_sau", bodyPart({ kind: "text", text: "{dong_sau}" })),
        ]
      : repeated("doan", bodyPart({ kind: "text", text: "{dong}" }))),
    gap(120),
    ending(paper, { hasRecipients: !(isUnder && to === "nobody") }),
  ];
  const day = { year: 2026, month: 1, date: 1 };
  return wordFile({ title: `Mẫu ${paper.name}`, issuer: { over: null, name: "" }, day, mark: null }, children);
}

type Block = ReturnType<typeof bodyPart>[number];

/** Between the begin and the end of a list, each in a paragraph of its own that goes when it is filled in. */
function repeated<Each extends Block>(list: string, what: readonly Each[]): (Each | Paragraph)[] {
  return [paragraph(`{#${list}}`), ...what, paragraph(`{/${list}}`)];
}

function ending({ numberedIn }: Paper, { hasRecipients }: { hasRecipients: boolean }) {
  const [left, right] = [Math.round(TEXT_TWIPS * 0.45), Math.round(TEXT_TWIPS * 0.55)];
  const options = { alignment: AlignmentType.LEFT, spacing: { after: 0 } };
  const small = (text: string) => paragraph(text, { size: size(11) }, options);
  const recipients = [
    paragraph("Nơi nhận:", { bold: true, italics: true, size: size(12) }, options),
    small("{#noi_nhan}"),
    small("- {ten_noi_nhan}"),
    small("{/noi_nhan}"),
  ];
  const confirmed = [gap(160), paragraph("{%ma_qr}", {}, options), small("Mã xác nhận: {ma_xac_nhan}")];
  const signed = [
    centred("{#nguoi_ky}"),
    inCapitals("{#thay_mat}{thay_mat}\n{/thay_mat}{chuc_vu}", { bold: true }),
    centred("{ghi_chu_ky}", { italics: true, size: size(12) }),
    centred("{%chu_ky}", {}, { spacing: { before: millimetres(6), after: millimetres(6) } }),
    centred("{ho_ten}", { bold: true }, { spacing: { after: 200 } }),
    centred("{/nguoi_ky}"),
  ];
  return table({ widths: [left, right], isForm: false }, [
    row([[...(hasRecipients ? recipients : []), ...(numberedIn === undefined ? [] : confirmed)], signed]),
  ]);
}
