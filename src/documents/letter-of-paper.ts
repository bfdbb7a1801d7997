import type { Paper } from "../procedure/pure/edition/papers.ts";
import {
  letterTextOf,
  type LetterText,
  type LetterTexts,
  type LetterVariable,
} from "../procedure/pure/letters/letter-texts.ts";
import { filledText } from "../procedure/pure/mail/mail-texts.ts";
import { dayInVietnam } from "../procedure/pure/vietnam.ts";
import type { EventData } from "../complaint/events/event.ts";
import { whoInWords } from "../procedure/pure/words/who-in-words.ts";
import { placeAndDay } from "./days-in-words.ts";
import { fieldValue } from "./field-values.ts";
import type { Confirmation, Letter, LetterPart, LetterPicture } from "./letter.ts";
import { followedInWords } from "./paper-followed.ts";
import { lastOf, unitName, type PaperFacts } from "./paper-facts.ts";
import { rowNames } from "./row-names.ts";
import { signatoriesOf } from "./signatories.ts";
import { textValuesOn } from "./text-values.ts";

export type SignatureOnPaper = {
  by: string;
  name: string | null;
  delegation?: EventData<"PaperSigned">["delegation"];
  picture?: LetterPicture | undefined;
};

/** A paper to be made of a file. */
export type PaperAsked = PaperFacts & {
  paper: Paper;
  /** What somebody drafted: the body as it stands; null: what the file says. */
  text: string | null;
  /** Who has signed so far, by the pack's word for the signer. */
  signatures: readonly SignatureOnPaper[];
  /** The issued paper that it replaces or corrects. */
  follows?: EventData<"PaperIssued">["follows"];
  /** Absent while it is no issued paper. */
  confirmation?: Confirmation | undefined;
  /** To be looked at only. */
  isPreview: boolean;
};

/** The paper as a letter, or what the file must say first. */
export function letterOfPaper(
  asked: PaperAsked,
  texts: LetterTexts,
): { ok: true; letter: Letter } | { ok: false; wanting: LetterVariable[] } {
  const { paper, edition, complaint } = asked;
  const text = letterTextOf(texts, paper, complaint.round);
  const values = textValuesOn(paper, asked, { isToCustomer: text.to === "customer" });
  const wanting = asked.text === null ? text.needs.filter((each) => values[each].trim() === "") : [];
  if (wanting.length > 0) return { ok: false, wanting };
  const filled = (template: string | undefined) => (template === undefined ? null : filledText(template, values));
  const { organisation } = edition;
  const day = dayInVietnam(asked.now);
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const isUnder = text.layout !== "letter";
  return {
    ok: true,
    letter: {
      title: `${paper.name} – ${complaint.number}`,
      mark: complaint.shownIn === "work" ? (asked.isPreview ? "BẢN XEM TRƯỚC" : null) : "TẬP HUẤN",
      issuer: issuerOf(organisation),
      number: numberOnPaper(asked, text),
      subject: isUnder ? null : filled(text.subject),
      placeAndDate: placeAndDay(placeOf(organisation.address), day),
      day: { year, month, date },
      heading: isUnder ? paper.name : null,
      about: isUnder ? filled(text.about) : null,
      addressees: addresseesOf(asked, text.to, values),
      body: asked.text === null ? bodyOf(asked, text, filled) : [{ kind: "text", text: asked.text }],
      signatories: signatoriesOf(asked, { isForm: text.layout === "form" }),
      recipients: isUnder && text.to === "nobody" ? [] : recipientsOf(asked, text),
      follows: followedInWords(asked),
      confirmation: asked.confirmation ?? null,
    },
  };
}

type Filled = (template: string | undefined) => string | null;

function bodyOf(asked: PaperAsked, text: LetterText, filled: Filled): LetterPart[] {
  const opening = filled(text.opening);
  const closing = filled(text.closing);
  return [
    ...(opening ? [{ kind: "text" as const, text: opening }] : []),
    ...(text.layout === "form" ? [{ kind: "rows" as const, rows: rowsOf(asked, text) }] : []),
    ...(closing ? [{ kind: "text" as const, text: closing }] : []),
  ];
}

/** The items that the pack wants on the form; the project's own where it names none. What is left open is filled in by hand. */
function rowsOf(asked: PaperAsked, { rows, also }: LetterText): { label: string; value: string | null }[] {
  const { paper } = asked;
  const own = rows.map((id) => ({ id, name: rowNames[id] ?? id }));
  const wanted = (paper.fields.length > 0 ? paper.fields : own).map(({ id, name }) => ({
    label: name,
    value: fieldValue(id, paper.kind, asked),
  }));
  const further = also.map((id) => ({ label: rowNames[id] ?? id, value: fieldValue(id, paper.kind, asked) }));
  return [...wanted, ...further.filter(({ value }) => value !== null)];
}

/** The name always; what else stands on its papers, where the name does not say it already. */
function issuerOf({ name, letterhead }: PaperAsked["edition"]["organisation"]): Letter["issuer"] {
  const isSaid = letterhead === undefined || name.toLowerCase().includes(letterhead.toLowerCase());
  return { over: isSaid ? null : letterhead, name };
}

/** `01/2026/TL-BKNS`; before it has a number, dots in its place. */
function numberOnPaper({ letterNumber, paper, edition, now }: PaperAsked, { symbol }: LetterText): string | null {
  if (paper.numberedIn === undefined) return null;
  const [number = "", year = ""] = (letterNumber ?? `....../${dayInVietnam(now).slice(0, 4)}`).split("/");
  const padded = /^\d$/.test(number) ? `0${number}` : number;
  return `${padded}/${year}/${symbol}-${edition.organisation.shortName}`;
}

/** The province at the end of the address: where papers are dated. */
export function placeOf(address: string | undefined): string | null {
  const last = address?.split(",").at(-1)?.trim();
  return last === undefined || last === "" ? null : last.replace(/^(TP\.?|Thành phố|Tỉnh) /i, "");
}

function addresseesOf(asked: PaperAsked, to: LetterText["to"], values: Record<LetterVariable, string>): string[] {
  const { edition } = asked;
  const named: Record<LetterText["to"], string> = {
    customer: `Quý khách ${values.customerName === "" ? "hàng" : values.customerName}`,
    unit: unitName(edition, lastOf(asked, "CoordinationRequested")?.data.unit),
    "action-unit": unitName(edition, lastOf(asked, "CorrectiveActionOrdered")?.data.unit),
    board: whoInWords("board", edition).vi,
    authority: values.authority,
    nobody: "",
  };
  return named[to] === "" ? [] : [named[to]];
}

function recipientsOf({ paper, complaint, edition }: PaperAsked, { to }: LetterText): string[] {
  const unit = edition.units.find(({ id }) => id === complaint.unit)?.name;
  const kept = [paper.numberedIn === undefined ? null : "VT", unit ?? null].filter((each) => each !== null);
  return [...(to === "nobody" ? [] : ["Như trên;"]), `Lưu: ${[...kept, `hồ sơ ${complaint.number}`].join(", ")}.`];
}
