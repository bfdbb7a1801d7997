/** A part of a letter's body: paragraphs, one a line; or items, each with what was found, and null where it is to be filled in by hand. */
export type LetterPart =
  { kind: "text"; text: string } | { kind: "rows"; rows: { label: string; value: string | null }[] };

/** A picture that stands on a paper. */
export type LetterPicture = { type: "image/png" | "image/jpeg"; base64: string };

/** Who signs: post, then what is noted below it, the picture of the signature if there is one, and the name. */
export type Signatory = {
  /** Above the post: "KT. GIÁM ĐỐC", "TL. GIÁM ĐỐC"; null: in their own right. */
  delegation: string | null;
  title: string;
  name: string | null;
  note: string | null;
  picture: LetterPicture | null;
};

/** Where anybody may see that it is the provider's: a code to type, and the address that its QR code holds. */
export type Confirmation = { code: string; address: string };

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
  /** The paper that it stands in place of, or corrects: "(Thay thế …)", below subject or heading. */
  follows: string | null;
  /** Null of what is no issued paper of a register: a preview, a message as a letter. */
  confirmation: Confirmation | null;
};
