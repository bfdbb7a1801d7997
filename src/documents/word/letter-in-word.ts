import { AlignmentType, Document, Footer, Header, PageNumber, Packer, Paragraph, TextRun, type Table } from "docx";
import { TextWatermark } from "docx/watermarks";
import type { Letter } from "../letter.ts";
import { CORE_PROPERTIES, coreProperties } from "./core-properties.ts";
import { addressed, bodyPart, confirmed, ending, headed, letterhead } from "./letter-parts.ts";
import { readParts, writeParts } from "./word-parts.ts";
import { millimetres, size } from "./word-text.ts";

/** The media type of a Word file. */
export const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * A letter as a Word file, in the layout of NĐ 30/2020/NĐ-CP (appendix I) as letter.typ sets it: A4, margins 20/20/30/15 mm, Times
 * New Roman at 13–14 points. The same letter is the same file.
 */
export async function letterInWord(letter: Letter): Promise<Buffer> {
  const { mark, title, issuer, number, subject, follows, placeAndDate, heading, about, ...further } = letter;
  const { addressees, body, signatories, recipients, confirmation, day, ...unplaced } = further;
  // What a letter is given besides does not compile before it has its place.
  unplaced satisfies Record<string, never>;
  const children = [
    ...letterhead({ issuer, number, subject, placeAndDate, follows }),
    ...headed({ heading, about, follows }),
    ...addressed(addressees),
    ...body.flatMap(bodyPart),
    ...ending({ signatories, recipients }),
    ...confirmed({ confirmation, issuer }),
  ];
  return wordFile({ title, issuer, day, mark }, children);
}

/** A Word file of these paragraphs and tables, on pages after the decree. */
export async function wordFile(
  { title, issuer, day, mark }: Pick<Letter, "title" | "issuer" | "day" | "mark">,
  children: (Paragraph | Table)[],
): Promise<Buffer> {
  const marked = mark ? [new TextWatermark({ text: mark, font: FONT, color: "C8C8C8", width: 420 })] : [];
  const document = new Document({
    title,
    creator: issuer.name,
    styles,
    compatabilityModeVersion: 15,
    sections: [
      {
        properties: { page, titlePage: true },
        headers: {
          // Numbered from the second page on, at the top, as the decree wants.
          default: header([new TextRun({ children: [PageNumber.CURRENT] }), ...marked]),
          first: header(marked),
        },
        footers: { default: new Footer({ children: [] }), first: new Footer({ children: [] }) },
        children,
      },
    ],
  });
  const parts = readParts(await Packer.toBuffer(document));
  parts.set(CORE_PROPERTIES, Buffer.from(coreProperties({ title, issuer, day })));
  return writeParts(parts);
}

const FONT = "Times New Roman";

const page = {
  size: { width: millimetres(210), height: millimetres(297) },
  margin: {
    top: millimetres(20),
    bottom: millimetres(20),
    left: millimetres(30),
    right: millimetres(15),
    header: millimetres(10),
    footer: millimetres(10),
  },
};

const styles = {
  default: {
    document: {
      run: { font: FONT, size: size(13), language: { value: "vi-VN", eastAsia: "vi-VN", bidirectional: "vi-VN" } },
      paragraph: { spacing: { before: 0, after: 120, line: 264, lineRule: "auto" as const } },
    },
    heading1: { run: { font: FONT, size: size(14), bold: true, color: "000000" }, paragraph: {} },
  },
};

function header(children: (TextRun | TextWatermark)[]): Header {
  return new Header({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 0 }, children })],
  });
}
