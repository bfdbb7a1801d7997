import type { ComplaintEvent } from "../../complaint/events/event.ts";
import type { Projected } from "../projected.ts";
import { SEARCHED_CHARS_MAX, termsOf, wordsOf } from "./words.ts";

/** A row of `complaint_text`. `terms` is the text of a tsvector. */
export type ComplaintText = {
  organisation: string;
  complaint_id: string;
  arrival: number;
  words: string;
  terms: string;
};

/** Arrivals in one run of the index, short and long: 2 to the power of this. `search_candidates` counts in the same. */
const RUN_BITS = 11;
const LONG_RUN_BITS = 17;

/** Longer texts are no numbers that somebody reads out. */
const NUMBER_CHARS_MAX = 40;

/** PostgreSQL refuses a row whose terms take 2 to the power of 20 bytes or more. */
const TERM_BYTES_MAX = 1_000_000;

/** The words to find a complaint by; null where the facts since `sequence` bring no new ones. */
export function complaintText(
  { organisation, complaintId, arrival, complaint, events }: Projected,
  { since }: { since: number },
): ComplaintText | null {
  if (!events.some((event) => event.sequence > since && event.type in wording)) return null;
  const texts = [complaint.number];
  let chars = 0;
  for (const event of events) {
    for (const text of textsIn(event)) {
      if (chars >= SEARCHED_CHARS_MAX) break;
      texts.push(text.slice(0, SEARCHED_CHARS_MAX - chars));
      chars += text.length;
    }
  }
  // Words of two texts are no neighbours: a bar between them keeps a phrase from running across.
  const words = texts.map(wordsOf).filter((each) => each.length > 0);
  const run = `${organisation}/${Math.floor(arrival / 2 ** RUN_BITS)}`;
  const longRun = `${organisation}//${Math.floor(arrival / 2 ** LONG_RUN_BITS)}`;
  const terms = fitting(new Set([run, longRun, ...words.flatMap(termsOf)]));
  return {
    organisation,
    complaint_id: complaintId,
    arrival,
    words: ` ${words.map((each) => each.join(" ")).join(" | ")} `,
    // Words hold letters and digits only, and an organisation's name letters, digits and hyphens: nothing to escape.
    terms: terms.map((term) => `'${term}'`).join(" "),
  };
}

/** As many terms, from the beginning, as one row of the index can hold: a page of Korean takes nine bytes for each letter. */
function fitting(terms: ReadonlySet<string>): string[] {
  let bytes = 0;
  return [...terms].filter((term) => (bytes += Buffer.byteLength(term)) <= TERM_BYTES_MAX);
}

type Texts = {
  [T in ComplaintEvent["type"]]?: (event: Extract<ComplaintEvent, { type: T }>) => (string | undefined)[];
};

/** What people look for a complaint by: who, about what, what was found and what was answered. */
const wording: Texts = {
  ComplaintRegistered: ({ data }) => [
    ...customerTexts(data.customer),
    data.complainant.name,
    data.content,
    data.remedySought,
    ...filledTexts(data.filled),
    ...data.attachments.map(({ name }) => name),
  ],
  EntryCorrected: ({ data }) => [
    ...customerTexts(data.customer),
    data.content,
    data.remedySought,
    ...filledTexts(data.filled),
  ],
  InformationReceived: ({ data }) => [
    data.message,
    ...filledTexts(data.filled),
    ...data.attachments.map(({ name }) => name),
  ],
  NoteWritten: ({ data }) => [data.text],
  CallLogged: ({ data }) => [data.number, data.summary],
  AttachmentAdded: ({ data }) => [data.attachment.name],
  FindingRecorded: ({ data }) => [data.cause, ...filledTexts(data.filled)],
  CoordinationAnswered: ({ data }) => [data.cause, data.measure, ...filledTexts(data.filled)],
  AnsweredAtFirstLine: ({ data }) => [data.content],
  ReplyGiven: ({ data }) => [data.content],
  VerdictRecorded: ({ data }) => [data.words],
  PaperIssued: ({ data }) => [data.letterNumber],
  // An erased word must not be found any more.
  ComplaintRedacted: () => [],
};

function textsIn(event: ComplaintEvent): string[] {
  const texts = wording[event.type] as ((event: ComplaintEvent) => (string | undefined)[]) | undefined;
  return texts?.(event).filter((text) => text !== undefined) ?? [];
}

function customerTexts(
  customer: Partial<Record<"name" | "phone" | "email" | "address" | "contract" | "serviceNumber", string | undefined>>,
) {
  const { name, phone, email, address, contract, serviceNumber } = customer;
  const numbers = [phone, contract, serviceNumber].flatMap((number) => (number === undefined ? [] : asNumber(number)));
  return [name, email, address, ...numbers];
}

/** "0912 345 678" is found as it is written and as one number, as it is typed; so is a card's. */
function asNumber(text: string): string[] {
  const joined = text.length <= NUMBER_CHARS_MAX ? text.replaceAll(/[\s.()-]/g, "") : "";
  return /^\+?\d{4,}$/.test(joined) && joined !== text ? [text, joined] : [text];
}

function filledTexts(filled: Record<string, string | number | boolean>): string[] {
  return Object.values(filled).flatMap((value) => (typeof value === "boolean" ? [] : asNumber(String(value))));
}
