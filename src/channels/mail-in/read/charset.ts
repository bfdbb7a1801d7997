import { isAscii, isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import libmime from "libmime";
import { mended } from "./legacy-letters.ts";
import { composed } from "./plain-text.ts";
import { vietnameseWords } from "./vietnamese.ts";

/** Characters, as far as one can tell them; `guessed` where the label did not say it or was wrong. */
export type Decoded = { text: string; guessed: boolean };

const SAMPLE_BYTES = 16 * 1024;

/**
 * Text of bytes under the name of a charset, which may be missing or wrong. UTF-8 shows by its form; of the others the label
 * counts as long as its words are words, and then whichever reading has more Vietnamese syllables.
 */
export function decoded(bytes: Buffer, label: string | null): Decoded {
  const marked = byMark(bytes);
  if (marked !== undefined) return { text: marked, guessed: false };
  const named = charsetNamed(label);
  const wide = wideEncoding(bytes);
  if (wide) return { text: iconv.decode(bytes, wide), guessed: wide !== named && named !== "utf-16" };
  if (named !== null && ESCAPED.test(named) && isAscii(bytes))
    return { text: readEscaped(bytes, named), guessed: false };
  if (isAscii(bytes)) return { text: bytes.toString("latin1"), guessed: false };
  if (isUtf8(bytes) && !isBetterAs(named, bytes))
    return { text: bytes.toString("utf8"), guessed: named !== "utf-8" && named !== null };
  return byWords(bytes, named);
}

/** A byte order mark. */
function byMark(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3).toString("utf8");
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes.subarray(2), "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes.subarray(2), "utf-16be");
  return undefined;
}

/** Charsets that are written in ASCII, with signs that switch. */
const ESCAPED = /^(?:iso-2022-|utf-7|hz-)/;

// Names under which mail programs know the Vietnamese charsets that iconv calls otherwise, or not at all.
const NAMES: Record<string, string> = {
  tcvn3: "tcvn",
  abc: "tcvn",
  "tcvn-5712": "tcvn",
  "tcvn5712-1": "tcvn",
  "tcvn5712-1:1993": "tcvn",
  "x-viet-tcvn": "tcvn",
  "x-viet-tcvn5712": "tcvn",
  "x-viscii": "viscii",
  "viscii1.1-1": "viscii",
  csviscii: "viscii",
  "x-vni": "vni",
  "x-viet-vni": "vni",
  "vni-win": "vni",
  "cp-1258": "windows-1258",
  "us-ascii": "utf-8",
  ascii: "utf-8",
  unicode: "utf-16",
  "ucs-2": "utf-16le",
};

/** In lower case, as `NAMES` and iconv know it; `null` for none and for names that nobody knows. */
function charsetNamed(label: string | null): string | null {
  const name = label?.trim().toLowerCase().replaceAll("_", "-").slice(0, 40) ?? "";
  if (name === "") return null;
  const known = NAMES[name] ?? name;
  return known === "vni" || ESCAPED.test(known) || iconv.encodingExists(known) ? known : null;
}

/** Two bytes a character: by its label, or by the zeros that ASCII leaves in it. */
function wideEncoding(bytes: Buffer): "utf-16le" | "utf-16be" | undefined {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at += 1) if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Vietnamese has a space or a plain letter in every word.
  const enough = sample.length / 10;
  if (odd > enough && even < odd / 10) return "utf-16le";
  if (even > enough && odd < even / 10) return "utf-16be";
  return undefined;
}

/** Few bytes may have the form of UTF-8 by chance: then the label's reading must be the better one by far. */
function isBetterAs(named: string | null, bytes: Buffer): boolean {
  if (named === null || named === "utf-8" || bytes.length > SAMPLE_BYTES) return false;
  const utf8 = vietnameseWords(bytes.toString("utf8"));
  if (utf8.good * 2 > utf8.marked) return false;
  const other = vietnameseWords(read(bytes, named));
  return other.good > utf8.good && other.good === other.marked;
}

/** Without a label, in this order where they are equal. */
const CANDIDATES = ["utf-8", "windows-1258", "tcvn", "vni", "viscii", "windows-1252"];

/** By chance half of the words of a wrong reading may be words. */
const FINE_MIN = 0.8;

function byWords(bytes: Buffer, named: string | null): Decoded {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const label = named === "utf-8" ? null : named;
  const asNamed = label === null ? undefined : vietnameseWords(read(sample, label));
  const isFine = asNamed !== undefined && asNamed.good >= asNamed.marked * FINE_MIN;
  if (label !== null && isFine) return { text: read(bytes, label), guessed: false };
  const readings = [...new Set([...(label === null ? [] : [label]), ...CANDIDATES])].map((charset) => ({
    charset,
    score: scoreOf(read(sample, charset)),
  }));
  const best = readings.reduce((a, b) => (b.score > a.score ? b : a));
  // No Vietnamese by any reading: what it says of itself, or else the commonest of the West.
  const charset = best.score > 0 || named === "utf-8" ? best.charset : (label ?? "windows-1252");
  return { text: read(bytes, charset), guessed: charset !== label };
}

function scoreOf(text: string): number {
  const { good, marked } = vietnameseWords(text);
  const lost = text.split("\ufffd").length - 1;
  return good * 2 - marked - lost;
}

function read(bytes: Buffer, charset: string): string {
  if (charset === "utf-8") return bytes.toString("utf8");
  if (charset === "vni") return mended(iconv.decode(bytes, "windows-1252"), "vni");
  if (charset === "tcvn") return composed(iconv.decode(bytes, "tcvn"));
  if (ESCAPED.test(charset)) return readEscaped(bytes, charset);
  return composed(iconv.decode(bytes, charset));
}

/** iconv knows UTF-7; the Japanese ones its mail library reads. */
function readEscaped(bytes: Buffer, charset: string): string {
  if (iconv.encodingExists(charset)) return iconv.decode(bytes, charset);
  return libmime.decodeWord(charset, "B", bytes.toString("base64"));
}
