/** A part of a letter's body: paragraphs, one a line; or items, each with what was found, and null where it is to be filled in by hand. */
export type LetterPart =
  { kind: "text"; text: string } | { kind: "rows"; rows: { label: string; value: string | null }[] };

export type Signatory = { title: string; name: string | null; note: string | null };

/** Everything that stands on a paper, in the order of NĐ 30/2020. One template (letter.typ) draws it, whatever its kind. */
export type Letter = {
  /** Of the PDF, for whoever opens it. */
  title: string;
  /** Across the page: a preview, or practice. */
  mark: string | null;
  issuer: { over: string | null; name: string };
  /** `01/2026/TL-BKNS`; null where no register numbers it. */
  number: string | null;
  subject: string | null;
  placeAndDate: string;
  day: { year: number; month: number; date: number };
  /** The name of its kind, for papers that stand under one. */
  heading: string | null;
  about: string | null;
  addressees: string[];
  body: LetterPart[];
  signatories: Signatory[];
  recipients: string[];
};
