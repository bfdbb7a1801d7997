import { AlignmentType, BorderStyle, Paragraph, TextRun, type IParagraphOptions, type IRunOptions } from "docx";

/** Widths and distances in twips, a twentieth of a point. */
export function millimetres(length: number): number {
  return Math.round((length * 1440) / 25.4);
}

/** Points, of which Word counts halves. */
export function size(points: number): number {
  return points * 2;
}

/** In capital letters; a field of a template keeps its name, and what is filled in shows in capitals too. */
export function capitals(text: string): { text: string; allCaps: true } {
  return { text: text.startsWith("{") ? text : text.toLocaleUpperCase("vi"), allCaps: true };
}

type Look = Pick<IRunOptions, "bold" | "italics" | "size" | "allCaps">;

/** A paragraph of a text, each of its lines on a line of its own. */
export function paragraph(text: string, look: Look = {}, options: Omit<IParagraphOptions, "text"> = {}): Paragraph {
  return new Paragraph({ ...options, children: linesOf(text, look) });
}

/** As `paragraph`, in the middle and close to what stands around it. */
export function centred(text: string, look: Look = {}, options: Omit<IParagraphOptions, "text"> = {}): Paragraph {
  return paragraph(text, look, { alignment: AlignmentType.CENTER, spacing: { after: 0 }, ...options });
}

/** As `centred`, in capital letters. */
export function inCapitals(text: string, look: Look, options: Omit<IParagraphOptions, "text"> = {}): Paragraph {
  const { text: capital, allCaps } = capitals(text);
  return centred(capital, { ...look, allCaps }, options);
}

/** The line below a letterhead or the motto: over a share of the width of its cell, in the middle. */
export function ruleBelow(cellTwips: number, share: number): Paragraph {
  const aside = Math.round((cellTwips * (1 - share)) / 2);
  return new Paragraph({
    indent: { left: aside, right: aside },
    spacing: { before: 0, after: 60, line: 60, lineRule: "exact" },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: "auto", space: 1 } },
    children: [],
  });
}

function linesOf(text: string, look: Look): TextRun[] {
  return text
    .split("\n")
    .map((line, place) => new TextRun({ ...look, text: line, ...(place > 0 ? { break: 1 } : {}) }));
}
