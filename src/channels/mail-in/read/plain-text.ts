/** Lines ended by \n, letters composed, and none of the characters that no database takes. */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[\u2028\u2029]/g, "\n")
    .replaceAll("\u0000", "")
    .normalize("NFC");
}

/** Once it is clear that they are no letters of a wrong charset. */
export function withoutControls(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]|[\ufeff\u200b]/gu, "").normalize("NFC");
}
