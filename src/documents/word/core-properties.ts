import type { Letter } from "../letter.ts";

/** Under this name a Word file keeps its title and author. */
export const CORE_PROPERTIES = "docProps/core.xml";

/** Title, author and day of a paper; of its day and not of this moment, so that the same letter is the same file. */
export function coreProperties({ title, issuer, day }: Pick<Letter, "title" | "issuer" | "day">): string {
  const at = new Date(Date.UTC(day.year, day.month - 1, day.date)).toISOString().replace(/\.\d+Z$/, "Z");
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${asXml(title)}</dc:title><dc:creator>${asXml(issuer.name)}</dc:creator><dc:language>vi-VN</dc:language>` +
    `<cp:lastModifiedBy>${asXml(issuer.name)}</cp:lastModifiedBy>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`
  );
}

/** Text between tags or in quotes of an XML file; what XML cannot hold is left out. */
export function asXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
