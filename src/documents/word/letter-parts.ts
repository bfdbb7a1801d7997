import { AlignmentType, HeadingLevel, ImageRun, LeaderType, Paragraph, TabStopType, TextRun, type Table } from "docx";
import type { Letter, LetterPart, Signatory } from "../letter.ts";
import { qrPicture, signaturePicture, type Picture } from "./pictures.ts";
import { gap, row, table, TEXT_TWIPS } from "./word-table.ts";
import { centred, millimetres, paragraph, ruleBelow, size, inCapitals, capitals } from "./word-text.ts";

type Block = Paragraph | Table;

/** Who writes and the motto; below them number, subject and day. */
export function letterhead(
  letter: Pick<Letter, "issuer" | "number" | "subject" | "placeAndDate" | "follows">,
): Block[] {
  const { issuer, number, subject, placeAndDate, follows } = letter;
  const [left, right] = [Math.round(TEXT_TWIPS * 0.43), Math.round(TEXT_TWIPS * 0.57)];
  const close = { spacing: { after: 0 } };
  return [
    table({ widths: [left, right], isForm: false }, [
      row([
        [
          ...(issuer.over ? [inCapitals(issuer.over, { size: size(12) })] : []),
          inCapitals(issuer.name, { size: size(12), bold: true }),
          ruleBelow(left, 0.35),
        ],
        [
          centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { size: size(12), bold: true }),
          centred("Độc lập - Tự do - Hạnh phúc", { size: size(13), bold: true }),
          ruleBelow(right, 0.62),
        ],
      ]),
      row([
        [
          ...(number ? [centred(`Số: ${number}`, {}, close)] : []),
          ...(subject ? [centred(subject, { size: size(12) }, { spacing: { before: 60, after: 0 } })] : []),
          ...(subject && follows ? [centred(follows, { size: size(12), italics: true })] : []),
        ],
        [centred(placeAndDate, { italics: true }, close)],
      ]),
    ]),
  ];
}

/** The name of its kind and what it is about; nothing for an official letter. */
export function headed({ heading, about, follows }: Pick<Letter, "heading" | "about" | "follows">): Block[] {
  if (!heading) return [];
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      alignment: AlignmentType.CENTER,
      spacing: { before: 240, after: 0 },
      children: [new TextRun(capitals(heading))],
    }),
    ...(about ? [centred(about, { bold: true }, { spacing: { before: 60, after: 0 } })] : []),
    ...(follows ? [centred(follows, { italics: true })] : []),
    gap(160),
  ];
}

export function addressed(all: Letter["addressees"]): Block[] {
  const big = { size: size(14) };
  if (all.length === 0) return [];
  if (all.length === 1) return [centred(`Kính gửi: ${all[0]}`, big, { spacing: { before: 240, after: 120 } })];
  const [left, right] = [Math.round(TEXT_TWIPS * 0.34), Math.round(TEXT_TWIPS * 0.66)];
  return [
    gap(240),
    table({ widths: [left, right], isForm: false }, [
      row([
        [paragraph("Kính gửi:", big, { alignment: AlignmentType.RIGHT, spacing: { after: 0 } })],
        all.map((each) => paragraph(each, big, { alignment: AlignmentType.LEFT, spacing: { after: 60 } })),
      ]),
    ]),
    gap(60),
  ];
}

export function bodyPart(part: LetterPart): Block[] {
  switch (part.kind) {
    case "text":
      return part.text.split("\n").map(bodyLine);
    case "rows":
      return part.rows.length === 0 ? [] : [formRows(part.rows), gap(60)];
  }
}

function bodyLine(line: string): Paragraph {
  if (line.trim() === "") return gap(40);
  const indent = line.startsWith("- ")
    ? { left: millimetres(14), hanging: millimetres(4) }
    : { firstLine: millimetres(10) };
  return paragraph(line, {}, { alignment: AlignmentType.JUSTIFIED, indent });
}

/** Items of a form, each beside its value; a dotted line where it is to be filled in by hand. */
function formRows(rows: readonly { label: string; value: string | null }[]): Table {
  const [left, right] = [millimetres(52), TEXT_TWIPS - millimetres(52)];
  const options = { alignment: AlignmentType.LEFT, spacing: { before: 40, after: 40 } };
  return table(
    { widths: [left, right], isForm: true },
    rows.map(({ label, value }) =>
      row([
        [paragraph(`${label}:`, {}, options)],
        [value ? paragraph(value, {}, options) : dotted(right - millimetres(4), options)],
      ]),
    ),
  );
}

function dotted(toTwips: number, options: object): Paragraph {
  const tabStops = [{ type: TabStopType.RIGHT, position: toTwips, leader: LeaderType.DOT }];
  return new Paragraph({ ...options, tabStops, children: [new TextRun({ children: ["\t"] })] });
}

/** Who signs, beside who gets it; kept together on one page. */
export function ending({ signatories, recipients }: Pick<Letter, "signatories" | "recipients">): Block[] {
  if (signatories.length === 0 && recipients.length === 0) return [];
  const [left, right] = [Math.round(TEXT_TWIPS * 0.45), Math.round(TEXT_TWIPS * 0.55)];
  if (recipients.length > 0 || signatories.length === 1) {
    const signed = signatories.flatMap(signature);
    return [gap(120), table({ widths: [left, right], isForm: false }, [row([recipientLines(recipients), signed])])];
  }
  const width = Math.floor(TEXT_TWIPS / signatories.length);
  return [gap(120), table({ widths: signatories.map(() => width), isForm: false }, [row(signatories.map(signature))])];
}

function recipientLines(recipients: readonly string[]): Paragraph[] {
  if (recipients.length === 0) return [];
  const options = { alignment: AlignmentType.LEFT, spacing: { after: 0 } };
  return [
    paragraph("Nơi nhận:", { bold: true, italics: true, size: size(12) }, options),
    ...recipients.map((each) => paragraph(`- ${each}`, { size: size(11) }, options)),
  ];
}

function signature({ delegation, title: post, note, picture, name }: Signatory): Paragraph[] {
  const kept = { keepNext: true, spacing: { after: 0 } };
  const image = picture ? signaturePicture(picture) : undefined;
  const room = image ? 0 : millimetres(name ? 18 : 24);
  return [
    ...(delegation ? [inCapitals(delegation, { bold: true }, kept)] : []),
    inCapitals(post, { bold: true }, kept),
    ...(note ? [centred(note, { italics: true, size: size(12) }, kept)] : []),
    ...(image
      ? [
          new Paragraph({
            ...kept,
            alignment: AlignmentType.CENTER,
            children: [pictured(image, `Chữ ký của ${name ?? post}`)],
          }),
        ]
      : []),
    centred(name ?? "", { bold: true }, { spacing: { before: room, after: 200 } }),
  ];
}

function pictured(picture: Picture, name: string): ImageRun {
  const { type, data, width, height } = picture;
  return new ImageRun({
    type,
    data,
    transformation: { width, height },
    altText: { name, title: name, description: name },
  });
}

/** Where anybody may see that it is the provider's, in the words of letter.typ. */
export function confirmed({ confirmation, issuer }: Pick<Letter, "confirmation" | "issuer">): Block[] {
  if (!confirmation) return [];
  const { code, address } = confirmation;
  const left = millimetres(28);
  const options = { alignment: AlignmentType.LEFT, spacing: { before: 60, after: 0 } };
  const small = { size: size(10) };
  const page = `${address.split("/xac-nhan/")[0]}/xac-nhan`;
  const qr = pictured(qrPicture(address), `Mã QR: ${address}`);
  return [
    gap(160),
    table({ widths: [left, TEXT_TWIPS - left], isForm: false }, [
      row([
        [new Paragraph({ spacing: { after: 0 }, children: [qr] })],
        [
          new Paragraph({
            ...options,
            children: [
              new TextRun({ ...small, text: "Mã xác nhận văn bản: " }),
              new TextRun({ ...small, text: code, bold: true }),
            ],
          }),
          paragraph(
            `Quét mã, hoặc nhập mã tại ${page}, để biết văn bản này do ${issuer.name} phát hành.`,
            small,
            options,
          ),
        ],
      ]),
    ]),
  ];
}
