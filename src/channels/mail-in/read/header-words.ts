import libmime from "libmime";
import { decoded, type Decoded } from "./charset.ts";
import { composed } from "./plain-text.ts";
import { mendedText } from "./legacy-letters.ts";

const HEADER_CHARS_MAX = 64 * 1024;
const ENCODED_WORD = /=\?([^?\s]{1,60})\?([bq])\?([^?]{0,8000})\?=/gi;

type Piece = { label: string | null; bytes: Buffer; isEncoded: boolean };

/**
 * A header's value as NFC, on one line. Encoded words (RFC 2047) may be cut within a character, stand where none should, or name a wrong
 * charset; bare bytes have no charset at all.
 *
 * @param raw the bytes as one character each
 */
export function headerText(raw: string): Decoded & { mended: boolean } {
  const pieces = piecesOf(unfolded(raw.slice(0, HEADER_CHARS_MAX))).map(({ label, bytes }) => decoded(bytes, label));
  const { text, mends } = mendedText(pieces.map((piece) => piece.text).join(""));
  return {
    text: oneLine(text),
    guessed: pieces.some(({ guessed }) => guessed) || mends.length > 0,
    mended: mends.length > 0,
  };
}

/** A structured header: its value and its parameters, continued and encoded ones (RFC 2231) too, decoded. */
export function headerParameters(raw: string): { value: string; parameters: Record<string, string> } {
  const { value, params } = libmime.parseHeaderValue(unfolded(raw.slice(0, HEADER_CHARS_MAX)));
  const parameters = Object.entries(params).map(([name, text]) => [name, parameterText(text)] as const);
  return { value: value.trim().toLowerCase(), parameters: Object.fromEntries(parameters) };
}

/** RFC 2231 has been undone where characters stand that are no bytes. */
function parameterText(text: string): string {
  return /[\u0100-\uffff]/.test(text) ? oneLine(mendedText(text).text) : headerText(text).text;
}

function oneLine(text: string): string {
  return composed(text.replaceAll(/[\p{Cc}\s\u2028\u2029\ufeff]+/gu, " ")).trim();
}

function unfolded(raw: string): string {
  return raw.replaceAll(/\r?\n[ \t]?/g, " ");
}

/** Neighbours of one charset are one run of bytes: a character may be cut between two words. */
function piecesOf(raw: string): Piece[] {
  const pieces: Piece[] = [];
  const add = (piece: Piece) => {
    const last = pieces.at(-1);
    if (piece.isEncoded && last?.isEncoded && last.label === piece.label)
      last.bytes = Buffer.concat([last.bytes, piece.bytes]);
    else pieces.push(piece);
  };
  let from = 0;
  for (const match of raw.matchAll(ENCODED_WORD)) {
    const between = raw.slice(from, match.index);
    from = match.index + match[0].length;
    // Space between two encoded words only separates them.
    const isSeparator = between.trim() === "" && pieces.at(-1)?.isEncoded === true;
    if (between !== "" && !isSeparator) add(bare(between));
    const [, charset = "", how = "", content = ""] = match;
    const bytes = how.toLowerCase() === "b" ? Buffer.from(content, "base64") : fromQ(content);
    // A language may follow the charset (RFC 2231).
    add({ label: charset.split("*", 1)[0]?.toLowerCase() ?? "", bytes, isEncoded: true });
  }
  if (from < raw.length) add(bare(raw.slice(from)));
  return pieces;
}

function bare(text: string): Piece {
  return { label: null, bytes: Buffer.from(text, "latin1"), isEncoded: false };
}

function fromQ(content: string): Buffer {
  const bytes = content
    .replaceAll("_", " ")
    .replaceAll(/=([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1");
}
