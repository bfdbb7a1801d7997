import { asXml } from "../../src/documents/word/core-properties.ts";
import { readParts, writeParts } from "../../src/documents/word/word-parts.ts";
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

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** A paragraph of a Word file. Its words may be cut into pieces, as Word does while somebody types. */
export function wordParagraph(...pieces: string[]): string {
  const runs = pieces.map((text) => `<w:r><w:t xml:space="preserve">${asXml(text)}</w:t></w:r>`);
  return `<w:p>${runs.join("")}</w:p>`;
}

type Given = {
  body: string;
  links?: string;
  parts?: Record<string, string | Buffer>;
  type?: string;
  declared?: string;
};

/** A Word file as somebody could hand it in. `links`: relationships of its body; `declared`: further content types. */
export function wordFileOf({ body, links = "", parts = {}, type = "document", declared = "" }: Given): Buffer {
  const files: Record<string, string | Buffer> = {
    "[Content_Types].xml":
      `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/word/document.xml" ContentType="${WORDPROCESSING}.${type}.main+xml"/>${declared}</Types>`,
    "_rels/.rels":
      `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${PACKAGE}/relationships">` +
      `<Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${PACKAGE}/relationships">${links}</Relationships>`,
    "word/document.xml":
      `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${body}` +
      "<w:sectPr/></w:body></w:document>",
    ...parts,
  };
  return writeParts(new Map(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)])));
}

/** A relationship of a body, to something outside where `target` is an address. */
export function wordLink(id: string, kind: string, target: string): string {
  const mode = target.includes(":") ? ' TargetMode="External"' : "";
  return `<Relationship Id="${id}" Type="${R}/${kind}" Target="${asXml(target)}"${mode}/>`;
}
