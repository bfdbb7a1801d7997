import type { Edition } from "../procedure/pure/edition/edition.ts";
import type { Paper } from "../procedure/pure/edition/papers.ts";
import {
  letterTextOf,
  type LetterText,
  type LetterTexts,
  type LetterVariable,
} from "../procedure/pure/letters/letter-texts.ts";
import { LetterNotSet, type LetterPress } from "./letter-press.ts";
import type { Letter } from "./letter.ts";
import { letterOfPaper, type PaperAsked } from "./letter-of-paper.ts";
import type { Seals } from "./seal/seals.ts";
import { textValues } from "./text-values.ts";
import { letterInWord } from "./word/letter-in-word.ts";
import type { Office } from "./word/office.ts";
import { templateFilled } from "./word/template-desk.ts";
import type { Filling } from "./word/template-fields.ts";

/** A letter with what its file says besides: all that a template may name. Or what the file must say first. */
type LetterMade = ({ ok: true } & Filling) | { ok: false; wanting: LetterVariable[] };

/** Makes papers of a file: as a letter, and the letter as a PDF or a Word file. */
export type PaperMaker = {
  letterOf: (asked: PaperAsked) => LetterMade;
  pdf: (letter: Letter) => Promise<Buffer>;
  /** All its pages as one SVG, one below the other: to be looked at on any screen. */
  picture: (letter: Letter) => Promise<Buffer>;
  /** As a Word file: to be gone on with by hand. */
  word: (letter: Letter) => Promise<Buffer>;
  /** A provider's own template with everything of a letter in it, as a Word file. Rejects with `LetterNotSet`. */
  filled: (template: Buffer, filling: Filling) => Promise<Buffer>;
  /** Seals a PDF that is issued, where the organisation has a seal. */
  seal: Seals["seal"];
  /** Sets Word files as PDF; undefined: there is no office program on this machine. */
  office: Office | undefined;
  /** What a paper says the first time, and in which layout. */
  textOf: (edition: Edition, paper: Paper) => LetterText;
  close: () => void;
};

export function paperMaker(
  texts: (edition: Edition) => LetterTexts,
  press: LetterPress,
  { office, seals }: { office?: Office | undefined; seals?: Seals | undefined } = {},
): PaperMaker {
  return {
    letterOf(asked) {
      const made = letterOfPaper(asked, texts(asked.edition));
      return made.ok ? { ...made, values: textValues(asked) } : made;
    },
    pdf: (letter) => press.pdf(letter),
    picture: (letter) => press.svg(letter),
    word: letterInWord,
    filled: (template, filling) =>
      templateFilled(template, filling).catch((error: unknown) => {
        throw new LetterNotSet(error instanceof Error ? error.message : String(error));
      }),
    seal: (organisation, pdf, at) => seals?.seal(organisation, pdf, at) ?? Promise.resolve(null),
    office,
    textOf: (edition, paper) => letterTextOf(texts(edition), paper, 1),
    close: () => press.close(),
  };
}

/** The body as it would be typed: what a paper is drafted with when nobody typed anything. */
export function bodyInText({ body }: Letter): string {
  return body
    .map((part) =>
      part.kind === "text"
        ? part.text
        : part.rows.map(({ label, value }) => `${label}: ${value?.replaceAll("\n", ", ") ?? "……………"}`).join("\n"),
    )
    .join("\n");
}
