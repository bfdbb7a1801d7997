import { decoded } from "./charset.ts";
import { unflowed } from "./flowed.ts";
import { boundedHtml, textOfHtml } from "./html-text.ts";
import { mendedText } from "./legacy-letters.ts";
import { composed, plainText, withoutControls } from "./plain-text.ts";
import type { MailNote } from "./read-mail.ts";
import { safeHtml } from "./safe-html.ts";
import type { MailPart } from "./split-parts.ts";

/** What a mail says, in words and as HTML; and the parts that are files beside it. */
export type Body = {
  text: string;
  html: string | null;
  files: { part: MailPart; isInline: boolean }[];
  notes: MailNote[];
};

/** Far more than anybody writes; the rest is in the original. */
export const TEXT_CHARS_MAX = 200_000;
/** No more is decoded of one part. */
const PART_BYTES_MAX = 2 * 1024 * 1024;
/** Of all parts together. */
const SAID_BYTES_MAX = 4 * 1024 * 1024;

type Told = { text: string; html: string | null };

/** Reads some 4 MB of text and HTML, 2 MB of a part; `notes` say where more was there, which stands in the original. */
export function bodyOf(parts: readonly MailPart[]): Body {
  const notes = new Set<MailNote>();
  const said = parts.filter(isSaid);
  const told = groupsOf(withinBounds(said, notes)).map((group) => toldBy(group, notes));
  const files = parts.filter((part) => !said.includes(part)).map((part) => ({ part, isInline: isShown(part) }));
  const html = told.some((each) => each.html !== null)
    ? told.map((each) => each.html ?? asHtml(each.text)).join("\n<hr>\n")
    : null;
  const { text: mended, mends } = mendedText(
    plainText(
      told
        .map((each) => each.text.trim())
        .filter((each) => each !== "")
        .join("\n\n"),
    ),
  );
  const text = withoutControls(mended);
  if (mends.length > 0) notes.add(mends.includes("mojibake") ? "mojibake-mended" : "charset-guessed");
  if (text.includes("\ufffd")) notes.add("characters-lost");
  if (text.length > TEXT_CHARS_MAX) notes.add("text-cut");
  const body: Body = { text: text.slice(0, TEXT_CHARS_MAX).toWellFormed(), html: null, files, notes: [] };
  if (html !== null) withHtml(body, html, notes);
  return { ...body, notes: [...notes] };
}

/** The first of them; what is beyond is in the original. */
function withinBounds(parts: readonly MailPart[], notes: Set<MailNote>): MailPart[] {
  let left = SAID_BYTES_MAX;
  return parts.filter(({ content }) => {
    const isWithin = left > 0;
    left -= Math.min(content.length, PART_BYTES_MAX);
    if (!isWithin) notes.add("text-cut");
    return isWithin;
  });
}

/** Text that belongs to the mail itself, not a file that goes with it. */
function isSaid({ type, disposition, fileName }: MailPart): boolean {
  return (
    (type === "text/plain" || type === "text/html" || type === "text/enriched") &&
    disposition !== "attachment" &&
    fileName === null
  );
}

function isShown({ type, disposition, contentId }: MailPart): boolean {
  return type.startsWith("image/") && contentId !== null && disposition !== "attachment";
}

/** Alternatives of one thing together; everything else for itself. */
function groupsOf(parts: readonly MailPart[]): MailPart[][] {
  const groups = new Map<string, MailPart[]>();
  parts.forEach((part, index) => {
    const at = part.within.lastIndexOf("multipart/alternative");
    const key = at < 0 ? `alone ${index}` : `together ${part.withinIds[at]}`;
    groups.set(key, [...(groups.get(key) ?? []), part]);
  });
  return [...groups.values()];
}

function toldBy(group: MailPart[], notes: Set<MailNote>): Told {
  const words = group.filter(({ type }) => type !== "text/html").map((part) => wordsOf(part, notes));
  const html = group.filter(({ type }) => type === "text/html").map((part) => charactersOf(part, notes));
  const joined = html.length > 0 ? html.join("\n") : null;
  const text = words.filter((each) => each.trim() !== "").join("\n\n");
  if (text !== "" || joined === null) return { text, html: joined };
  const ofHtml = textOfHtml(joined);
  if (ofHtml.trim() !== "") notes.add("text-from-html");
  return { text: ofHtml, html: joined };
}

function wordsOf(part: MailPart, notes: Set<MailNote>): string {
  const text = plainText(charactersOf(part, notes));
  const isFlowed = part.parameters["format"]?.toLowerCase() === "flowed";
  return isFlowed ? unflowed(text, part.parameters["delsp"]?.toLowerCase() === "yes") : text;
}

function charactersOf({ type, content, charset }: MailPart, notes: Set<MailNote>): string {
  if (content.length > PART_BYTES_MAX) notes.add("text-cut");
  const bytes = content.subarray(0, PART_BYTES_MAX);
  const label = charset ?? (type === "text/html" ? charsetInHtml(bytes) : null);
  const { text: whole, guessed } = decoded(bytes, label);
  if (guessed) notes.add("charset-guessed");
  const text = type === "text/html" ? boundedHtml(whole) : whole;
  if (text.length < whole.length) notes.add("text-cut");
  return composed(text);
}

function charsetInHtml(bytes: Buffer): string | null {
  return (
    /<meta[^>]{1,200}charset\s{0,3}=\s{0,3}["']?([\w-]{1,40})/i.exec(bytes.toString("latin1", 0, 4096))?.[1] ?? null
  );
}

function withHtml(body: Body, html: string, notes: Set<MailNote>): void {
  const ids = new Set(
    body.files.flatMap(({ part }) =>
      part.contentId !== null && part.type.startsWith("image/") ? [part.contentId] : [],
    ),
  );
  const safe = safeHtml(plainText(html), ids);
  if (safe.isImageBlocked) notes.add("remote-images-blocked");
  if (safe.isActiveRemoved) notes.add("active-content-removed");
  body.html = safe.html === "" ? null : safe.html;
  for (const { contentId, content } of safe.pictures)
    body.files.push({ part: { ...PICTURE, contentId, content }, isInline: true });
}

const PICTURE = {
  type: "image/png",
  charset: null,
  parameters: {},
  disposition: "inline",
  fileName: null,
  within: [],
  withinIds: [],
};

function asHtml(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<pre>${escaped}</pre>`;
}
