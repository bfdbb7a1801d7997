import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { vietnameseWords, type Words } from "./vietnamese.ts";

/** Letters of fonts from before Unicode that were taken for Western ones, and UTF-8 read as a Western charset. */
export type Mend = "tcvn3" | "vni" | "mojibake";

const SCORED_MIN = 2;
const MOJIBAKE_ROUNDS_MAX = 2;
/** A single line among right ones must leave no doubt. */
const SAMPLE_CHARS = 10_000;
const LINE_WORDS_MIN = 3;

/**
 * What has to be done to this text to make Vietnamese of it; `null` where it is right as it is, or no Vietnamese. Only what has
 * hardly a right word before and hardly a wrong one after is changed.
 */
export function mendFor(text: string, wordsMin = SCORED_MIN): Mend | null {
  const before = vietnameseWords(text);
  if (!isBroken(before)) return null;
  const found = (["mojibake", "tcvn3", "vni"] as const)
    .map((mend) => ({ mend, after: vietnameseWords(mended(text.slice(0, SAMPLE_CHARS), mend)) }))
    .filter(({ after }) => after.good >= wordsMin && after.good > before.good && after.good >= after.marked * 0.75)
    .sort((a, b) => balance(b.after) - balance(a.after));
  return found[0]?.mend ?? null;
}

/** Puts right what needs it of a text and of its pieces, line by line: right lines may stand beside broken ones. */
export type Mender = { mend: (piece: string) => string; mends: Set<Mend> };

/** @param whole the text as a whole, by which single words of it are judged */
export function menderFor(whole: string): Mender {
  const mends = new Set<Mend>();
  const ofWhole = mendFor(whole);
  const mendLine = (line: string): string => {
    if (!HIGH.test(line)) return line;
    const mend = ofWhole === null ? mendFor(line, LINE_WORDS_MIN) : isRight(line) ? null : ofWhole;
    if (mend === null) return line;
    mends.add(mend);
    return mended(line, mend);
  };
  return { mends, mend: (piece) => (HIGH.test(piece) ? piece.split("\n").map(mendLine).join("\n") : piece) };
}

/** A text whose letters stand in TCVN3, VNI or twice-encoded UTF-8, line by line in what it means; with how it was mended. */
export function mendedText(text: string): { text: string; mends: Mend[] } {
  const { mend, mends } = menderFor(text);
  return { text: mend(text), mends: [...mends] };
}

const HIGH = /[\u0080-\uffff]/;

function isRight(line: string): boolean {
  const { marked, good } = vietnameseWords(line);
  return marked > 1 && good * 2 > marked;
}

export function mended(text: string, mend: Mend): string {
  switch (mend) {
    case "tcvn3":
      return withCapitals(text.replaceAll(/[\u00a1-\u00fe]/g, (letter) => TCVN3.get(letter) ?? letter));
    case "vni":
      return text.replaceAll(VNI_PATTERN, (letters) => VNI.get(letters) ?? letters);
    case "mojibake":
      return fromMojibake(text);
  }
}

function isBroken({ marked, good }: Words): boolean {
  return marked > 0 && good * 2 <= marked;
}

function balance({ marked, good }: Words): number {
  return good * 2 - marked;
}

// TCVN 5712, of which the ABC fonts (".VnTime") are a part.
const TCVN3 = new Map(
  Array.from({ length: 0xfe - 0xa0 }, (_, index) => {
    const code = index + 0xa1;
    return [String.fromCharCode(code), iconv.decode(Buffer.from([code]), "tcvn").normalize("NFC")] as const;
  }).filter(([, letter]) => /^[\p{L}]$/u.test(letter)),
);

/** The capital fonts (".VnTimeH") show small letters as capitals: the word around tells. */
function withCapitals(text: string): string {
  return text.replaceAll(/[\p{L}]{2,40}/gu, (word) => {
    const ascii = word.replaceAll(/[^A-Za-z]+/g, "");
    return ascii.length > 0 && ascii === ascii.toUpperCase() && /^[A-ZĂÂÊÔƠƯĐ]/.test(word) ? word.toUpperCase() : word;
  });
}

// Signs that VNI sets behind a letter: tone marks alone, and together with the roof or the bow of the letter.
const VNI_TONES: Record<string, string> = { ù: "\u0301", ø: "\u0300", û: "\u0309", õ: "\u0303", ï: "\u0323" };
const VNI_ROOFS: Record<string, string> = { â: "", á: "\u0301", à: "\u0300", å: "\u0309", ã: "\u0303", ä: "\u0323" };
const VNI_BOWS: Record<string, string> = { ê: "", é: "\u0301", è: "\u0300", ú: "\u0309", ü: "\u0303", ë: "\u0323" };
const VNI_ALONE: Record<string, string> = { í: "í", ì: "ì", æ: "ỉ", ó: "ĩ", ò: "ị", ô: "ơ", ö: "ư", î: "ỵ", ñ: "đ" };

const VNI = vniLetters();
const VNI_PATTERN = /[aeouyôö][ùøûõïâáàåãäêéèúüë]|[íìæóòôöîñ]/gi;

function vniLetters(): Map<string, string> {
  const small: [string, string][] = Object.entries(VNI_ALONE);
  const under = (letter: string, written: string, signs: Record<string, string>) => {
    for (const [sign, mark] of Object.entries(signs)) small.push([letter + sign, (written + mark).normalize("NFC")]);
  };
  for (const letter of "aeouy") under(letter, letter, VNI_TONES);
  under("ô", "ơ", VNI_TONES);
  under("ö", "ư", VNI_TONES);
  for (const letter of "aeo") under(letter, `${letter}\u0302`, VNI_ROOFS);
  under("a", "a\u0306", VNI_BOWS);
  const capitals = small.flatMap(([vni, letter]): [string, string][] => {
    const upper = letter.toUpperCase();
    const [first = "", sign = ""] = vni;
    return [
      [vni.toUpperCase(), upper],
      [first.toUpperCase() + sign, upper],
    ];
  });
  return new Map([...capitals, ...small]);
}

function fromMojibake(text: string): string {
  let now = text;
  for (let round = 0; round < MOJIBAKE_ROUNDS_MAX; round += 1) {
    const next = now.replaceAll(HIGH_RUN, (run) => {
      const bytes = westernBytes(run);
      return bytes && isUtf8(bytes) ? bytes.toString("utf8") : run;
    });
    if (next === now) break;
    now = next;
  }
  return now;
}

// The characters by which ISO 8859-1 and windows-1252 show the bytes 80 to FF.
const WESTERN = new Map(
  ["latin1", "windows-1252"].flatMap((charset) =>
    Array.from(
      { length: 128 },
      (_, index) => [iconv.decode(Buffer.from([index + 0x80]), charset), index + 0x80] as const,
    ),
  ),
);
WESTERN.delete("\ufffd");
const HIGH_RUN = new RegExp(`[${[...WESTERN.keys()].join("")}]{2,}`, "g");

function westernBytes(run: string): Buffer | undefined {
  const bytes = Array.from(run, (letter) => WESTERN.get(letter));
  return bytes.every((byte) => byte !== undefined) ? Buffer.from(bytes) : undefined;
}
