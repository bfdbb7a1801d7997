import { attributeOf, xmlPieces, type XmlPiece } from "./xml-pieces.ts";
import type { WordParts } from "./word-parts.ts";

/** The parts of a document that hold words, by their names. */
export type TextParts = { body: string; headers: string[]; footers: string[]; notes: string[] };

const CONTENT_TYPES = "[Content_Types].xml";
const WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/** Which part holds what, as the list of content types says; undefined where it names no document. */
export function textParts(parts: WordParts): TextParts | undefined {
  const overrides = contentTypes(parts);
  const of = (kind: string) =>
    overrides.flatMap(({ part, type }) => (type === `${WORDPROCESSING}${kind}+xml` && parts.has(part) ? [part] : []));
  const [body] = of("document.main");
  if (body === undefined) return undefined;
  return { body, headers: of("header"), footers: of("footer"), notes: [...of("footnotes"), ...of("endnotes")] };
}

/** Every content type that the file declares, for a part or for an ending. */
export function contentTypes(parts: WordParts): { part: string; type: string }[] {
  return tagsIn(parts, CONTENT_TYPES).flatMap((tag) => {
    const type = attributeOf(tag, "ContentType");
    const part = attributeOf(tag, "PartName") ?? "";
    return type === undefined ? [] : [{ part: part.replace(/^\//, ""), type }];
  });
}

export type Relationship = { id: string; kind: string; target: string; isExternal: boolean; raw: string };

/** Readers differ in what they take for `External`; and an address is outside whatever is said of it. */
function leadsOutside(target: string, mode: string | undefined): boolean {
  return (mode !== undefined && mode !== "Internal") || /^\s*([a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(target);
}

/** What a part of relationships (`….rels`) leads to. `kind`: the last word of its type. */
export function relationships(parts: WordParts, name: string): Relationship[] {
  return tagsIn(parts, name).flatMap((tag) => {
    const id = attributeOf(tag, "Id");
    if (id === undefined) return [];
    const type = attributeOf(tag, "Type") ?? "";
    const target = attributeOf(tag, "Target") ?? "";
    const isExternal = leadsOutside(target, attributeOf(tag, "TargetMode"));
    return [{ id, kind: type.slice(type.lastIndexOf("/") + 1), target, isExternal, raw: tag.raw }];
  });
}

/** The relationships of a part: `word/_rels/document.xml.rels` of `word/document.xml`. */
export function relationshipsOf(part: string): string {
  const at = part.lastIndexOf("/");
  return `${part.slice(0, at + 1)}_rels/${part.slice(at + 1)}.rels`;
}

export function xmlOf(parts: WordParts, name: string): string {
  return parts.get(name)?.toString("utf8") ?? "";
}

type Tag = Extract<XmlPiece, { kind: "tag" }>;

export function tagsIn(parts: WordParts, name: string): Tag[] {
  return xmlPieces(xmlOf(parts, name)).flatMap((piece) => (piece.kind === "tag" && !piece.isEnd ? [piece] : []));
}
