import { readParts } from "../../src/documents/word/word-parts.ts";
import { plainText, xmlPieces } from "../../src/documents/word/xml-pieces.ts";

/** What a reader finds in a Word file, without what stands above and below its pages: its words in order, each run of white space as one blank. */
export function textOfWord(word: Buffer, part = "word/document.xml"): string {
  const xml = readParts(word).get(part)?.toString("utf8") ?? "";
  let isText = false;
  let text = "";
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === "tag") {
      if (piece.name === "w:t") isText = !piece.isEnd && !piece.isEmpty;
      if (["w:p", "w:tab", "w:br"].includes(piece.name)) text += " ";
    } else if (isText) text += plainText(piece.raw);
  }
  return text.replaceAll(/\s+/g, " ").trim();
}
