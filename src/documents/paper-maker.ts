import type { Edition } from "../procedure/pure/edition/edition.ts";
import type { LetterTexts } from "../procedure/pure/letters/letter-texts.ts";
import type { LetterPress } from "./letter-press.ts";
import type { Letter } from "./letter.ts";
import { letterOfPaper, type PaperAsked } from "./letter-of-paper.ts";
import { letterInWord } from "./word/letter-in-word.ts";

/** Makes papers of a file: as a letter, and the letter as a PDF or a Word file. */
export type PaperMaker = {
  letterOf: (asked: PaperAsked) => ReturnType<typeof letterOfPaper>;
  pdf: (letter: Letter) => Promise<Buffer>;
  /** All its pages as one SVG, one below the other: to be looked at on any screen. */
  picture: (letter: Letter) => Promise<Buffer>;
  /** As a Word file: to be gone on with by hand. */
  word: (letter: Letter) => Promise<Buffer>;
  close: () => void;
};

export function paperMaker(texts: (edition: Edition) => LetterTexts, press: LetterPress): PaperMaker {
  return {
    letterOf: (asked) => letterOfPaper(asked, texts(asked.edition)),
    pdf: (letter) => press.pdf(letter),
    picture: (letter) => press.svg(letter),
    word: letterInWord,
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
