/** Longest part of a text that can be searched, in characters. */
export const SEARCHED_CHARS_MAX = 100_000;

const WORD_CHARS_MAX = 60;

/**
 * The words of a text without case, tone marks and đ, in order: "Mất kết nối!" gives mat, ket, noi. Input in any
 * normal form gives the same.
 */
export function wordsOf(text: string): string[] {
  const plain = text
    .slice(0, SEARCHED_CHARS_MAX)
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replaceAll("đ", "d");
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => word.slice(0, WORD_CHARS_MAX).toWellFormed());
}

/** The terms that a text is found by: its words, and each two neighbours as one ("ket_noi"), without repetition. */
export function termsOf(words: readonly string[]): string[] {
  const terms = new Set(words);
  for (let index = 1; index < words.length; index += 1) terms.add(pairOf(words[index - 1] ?? "", words[index] ?? ""));
  return [...terms];
}

/** Two neighbouring words as one term. */
export function pairOf(first: string, second: string): string {
  return `${first}_${second}`;
}
