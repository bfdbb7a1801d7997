import type { Where } from "./findings.ts";
import { textParts, xmlOf } from "./template-parts.ts";
import type { WordParts } from "./word-parts.ts";
import { plainText, xmlPieces } from "./xml-pieces.ts";

/** What stands between `{` and `}`: a value, a picture (`%`), the begin (`#`, `^` for what is empty) or the end (`/`) of a part. */
export type Tag = { sign: "" | "%" | "#" | "^" | "/"; name: string; raw: string; where: Where };
/** A brace without its other half. */
type Loose = { brace: "{" | "}"; where: Where };

/** Of a paragraph that is told. */
const TEXT_CHARS_MAX = 160;

/** The tags of a template in order, part by part. */
export function templateTags(parts: WordParts): { tags: Tag[]; loose: Loose[] } {
  const words = textParts(parts);
  const tags: Tag[] = [];
  const loose: Loose[] = [];
  if (!words) return { tags, loose };
  const named: [Where["part"], string[]][] = [
    ["body", [words.body]],
    ["header", words.headers],
    ["footer", words.footers],
    ["notes", words.notes],
  ];
  for (const [part, names] of named)
    for (const name of names)
      for (const [place, text] of paragraphsOf(xmlOf(parts, name)).entries())
        collect(text, { part, paragraph: place + 1, text }, { tags, loose });
  return { tags, loose };
}

function collect(text: string, where: Where, { tags, loose }: { tags: Tag[]; loose: Loose[] }): void {
  let place = 0;
  while (place < text.length) {
    const open = text.indexOf("{", place);
    const close = text.indexOf("}", place);
    if (open === -1 && close === -1) return;
    if (open === -1 || (close !== -1 && close < open)) {
      loose.push({ brace: "}", where: shown(where, close) });
      place = close + 1;
      continue;
    }
    const next = text.indexOf("{", open + 1);
    if (close === -1 || (next !== -1 && next < close)) {
      loose.push({ brace: "{", where: shown(where, open) });
      place = open + 1;
      continue;
    }
    tags.push({ ...tagOf(text.slice(open, close + 1)), where: shown(where, open) });
    place = close + 1;
  }
}

function tagOf(raw: string): Omit<Tag, "where"> {
  const inside = raw.slice(1, -1).trim();
  const sign = (["%", "#", "^", "/"] as const).find((each) => inside.startsWith(each)) ?? "";
  // As in Word, where words may be shown in capitals.
  return { sign, name: inside.slice(sign.length).trim().toLowerCase(), raw };
}

/** So much of the paragraph as shows where it is. */
function shown(where: Where, at: number): Where {
  const { text } = where;
  if (text.length <= TEXT_CHARS_MAX) return where;
  const from = Math.max(0, at - TEXT_CHARS_MAX / 2);
  return { ...where, text: `${from > 0 ? "…" : ""}${text.slice(from, from + TEXT_CHARS_MAX)}…` };
}

/** The words of each paragraph that has any place in the page; one within another, in a box, stands by itself. */
function paragraphsOf(xml: string): string[] {
  const paragraphs: string[] = [];
  const open: number[] = [];
  let isText = false;
  for (const piece of xmlPieces(xml)) {
    const at = open.at(-1);
    if (piece.kind === "text") {
      if (isText && at !== undefined) paragraphs[at] += plainText(piece.raw);
    } else if (piece.name === "w:p") {
      if (piece.isEmpty) paragraphs.push("");
      else if (piece.isEnd) open.pop();
      else open.push(paragraphs.push("") - 1);
    } else if (piece.name === "w:t") isText = !piece.isEnd && !piece.isEmpty;
    else if ((piece.name === "w:tab" || piece.name === "w:br") && at !== undefined && !piece.isEnd)
      paragraphs[at] += " ";
  }
  return paragraphs;
}
