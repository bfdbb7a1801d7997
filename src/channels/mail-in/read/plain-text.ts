const MARKS = /(\p{M}{8})\p{M}+/gu;

/** NFC; of the marks upon one letter no more than any language sets, for ordering thousands of them takes minutes. */
export function composed(text: string): string {
  return text.replaceAll(MARKS, "$1").normalize("NFC");
}

/** Lines ended by \n, letters composed, and none of the characters that no database takes. */
export function plainText(text: string): string {
  const lines = text
    .toWellFormed()
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[\u2028\u2029]/g, "\n")
    .replaceAll("\u0000", "");
  return composed(lines);
}

/** Once it is clear that they are no letters of a wrong charset. */
export function withoutControls(text: string): string {
  return composed(text.replaceAll(/[^\P{Cc}\n\t]|[\ufeff\u200b]/gu, ""));
}
