import { isUtf8 } from "node:buffer";
import { note, wrong, type Finding } from "./findings.ts";
import {
  contentTypes,
  relationships,
  relationshipsOf,
  tagsIn,
  textParts,
  xmlOf,
  type Relationship,
} from "./template-parts.ts";
import type { WordParts } from "./word-parts.ts";
import { attributeOf, plainText, xmlPieces } from "./xml-pieces.ts";

/** Of what a finding repeats from the file. */
const ABOUT_CHARS_MAX = 100;

/** Relationships to what runs, or to what is no part of the letter. */
const embeddedKinds: ReadonlySet<string> = new Set([
  "oleObject",
  "package",
  "aFChunk",
  "control",
  "activeXControlBinary",
]);

/** The only fields of Word's own that a letter needs; every other one may fetch or run something. */
const knownFields: ReadonlySet<string> = new Set(["PAGE", "NUMPAGES", "SECTIONPAGES"]);

/**
 * The parts of a template without its links outside, and what keeps it from being used: what runs, what is fetched from elsewhere,
 * what a reader would not see.
 */
export function cleanTemplate(parts: WordParts): { parts: WordParts; findings: Finding[] } {
  const encoding = encodingFindings(parts);
  if (encoding.length > 0) return { parts, findings: encoding };
  const types = contentTypes(parts).map(({ type }) => type);
  const isOther = types.some((type) => /(macroEnabled|template)[^+]*\.main\+xml$/i.test(type));
  if (isOther) return { parts, findings: [wrong("wrong-type")] };
  if (hasMacros(parts, types)) return { parts, findings: [wrong("macros")] };
  if (isWrittenOtherwise(parts)) return { parts, findings: [wrong("wrong-type")] };
  if (!textParts(parts)) return { parts, findings: [wrong("not-word")] };
  const unlinked = withoutLinks(parts);
  return { parts: unlinked.parts, findings: [...unlinked.findings, ...unwanted(unlinked.parts)] };
}

const XML = /\.(xml|rels|svg|vml)$/i;

/** Parts that are text in tags, by their name or by how they begin: readers go by what leads to a part, not by its name. */
function xmlParts(parts: WordParts): string[] {
  return [...parts].flatMap(([name, content]) => (XML.test(name) || beginsAsXml(content) ? [name] : []));
}

/** After a byte order mark and blanks, in any encoding: the NULs between are those of UTF-16. */
function beginsAsXml(content: Buffer): boolean {
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\0 \t\r\n]{0,200}</.test(content.toString("latin1", 0, 256));
}

/** The prefixes by which we look, by the ends of what they stand for. */
const usualPrefixes = [
  ["/wordprocessingml/2006/main", "w"],
  ["microsoft-com:vml", "v"],
  ["microsoft-com:office:office", "o"],
  ["/1999/xlink", "xlink"],
] as const;

/**
 * Whether the words of a document stand under any other prefix than `w:`, by which we look at them, or its drawings: then a reader would find what
 * we do not. So it is with the strict form that Word can also write.
 */
function isWrittenOtherwise(parts: WordParts): boolean {
  return xmlParts(parts).some((name) =>
    [...plainText(xmlOf(parts, name)).matchAll(/xmlns(?::([^\s=:]{1,1000}))?\s*=\s*["']([^"']{1,200})["']/g)].some(
      ([, prefix, space = ""]) =>
        space.includes("purl.oclc.org/ooxml/") ||
        usualPrefixes.some(([end, usual]) => space.endsWith(end) && prefix !== usual),
    ),
  );
}

/** Where drawings name a file or an address by themselves, without a relationship. */
function fetchedByDrawings(parts: WordParts): string[] {
  return xmlParts(parts).flatMap((name) =>
    xmlPieces(xmlOf(parts, name)).flatMap((piece) => {
      if (piece.kind === "text" || piece.isEnd) return [];
      const isDrawing = /^(v|o):/.test(piece.name) || /\.svg$/i.test(name);
      const named = ["src", "href", "o:href", "xlink:href"].map((each) => attributeOf(piece, each));
      return isDrawing
        ? named.filter((each) => each !== undefined && !/^(#|data:image\/(png|jpeg);|$)/.test(each))
        : [];
    }),
  ) as string[];
}

/** By whatever leads to them: their type, their name, or a relationship. */
function hasMacros(parts: WordParts, types: readonly string[]): boolean {
  const kinds = namesOf(parts, /\.rels$/i).flatMap((name) => relationships(parts, name).map(({ kind }) => kind));
  return [...types, ...kinds, ...parts.keys()].some((each) => /vbaProject|vbaData/i.test(each));
}

function encodingFindings(parts: WordParts): Finding[] {
  return xmlParts(parts).flatMap((name) => {
    const content = parts.get(name) ?? Buffer.alloc(0);
    if (!isUtf8(content) || content.includes(0)) return [wrong("not-utf-8", { about: name })];
    return /<!(?!--)/.test(content.toString("utf8")) ? [wrong("entities", { about: name })] : [];
  });
}

function namesOf(parts: WordParts, pattern: RegExp): string[] {
  return [...parts.keys()].filter((name) => pattern.test(name));
}

/** Without hyperlinks and without the path to a template on somebody's computer: both are of no use on paper. */
function withoutLinks(parts: WordParts): { parts: WordParts; findings: Finding[] } {
  const cleaned = new Map(parts);
  const findings: Finding[] = [];
  for (const name of namesOf(parts, /\.rels$/i)) {
    const source = [...parts.keys()].find((each) => relationshipsOf(each) === name);
    for (const each of relationships(parts, name)) {
      const isLink = each.isExternal && each.kind === "hyperlink";
      const isTemplate = each.isExternal && each.kind === "attachedTemplate";
      if (source === undefined || (!isLink && !isTemplate)) continue;
      findings.push(isLink ? note("link-removed", { about: short(each.target) }) : note("own-template-removed"));
      cleaned.set(source, Buffer.from(withoutUse(xmlOf(cleaned, source), each)));
      cleaned.set(name, Buffer.from(xmlOf(cleaned, name).replace(each.raw, "")));
    }
  }
  return { parts: cleaned, findings };
}

const linkTags: ReadonlySet<string> = new Set(["w:hyperlink", "w:attachedTemplate", "a:hlinkClick", "a:hlinkHover"]);

/** What stands around the words of a link goes; the words stay. */
function withoutUse(xml: string, { id }: Pick<Relationship, "id">): string {
  const dropped: string[] = [];
  return xmlPieces(xml)
    .map((piece) => {
      if (piece.kind === "text" || !linkTags.has(piece.name)) return piece.raw;
      if (piece.isEnd) return dropped.at(-1) === "" ? kept(dropped, piece.raw) : kept(dropped, "");
      const isUsed = attributeOf(piece, "r:id") === id;
      if (!piece.isEmpty) dropped.push(isUsed ? piece.name : "");
      return isUsed ? "" : piece.raw;
    })
    .join("");
}

function kept(dropped: string[], raw: string): string {
  dropped.pop();
  return raw;
}

/** What is left that a letter must not hold. */
function unwanted(parts: WordParts): Finding[] {
  const linked = namesOf(parts, /\.rels$/i).flatMap((name) => relationships(parts, name));
  const all = xmlParts(parts);
  const isTagged = (...names: string[]) =>
    all.some((part) => tagsIn(parts, part).some(({ name }) => names.includes(name)));
  return [
    ...linked
      .filter(({ isExternal, kind }) => isExternal && !embeddedKinds.has(kind))
      .map(({ target }) => wrong("external", { about: short(target) })),
    ...fetchedByDrawings(parts).map((target) => wrong("external", { about: short(target) })),
    ...linked
      .filter(({ kind }) => embeddedKinds.has(kind))
      .map(({ target }) => wrong("embedded", { about: short(target) })),
    ...namesOf(parts, /(^|\/)(embeddings|activeX)\//i).map((name) => wrong("embedded", { about: short(name) })),
    ...(isTagged("w:object", "w:control", "w:altChunk") && !linked.some(({ kind }) => embeddedKinds.has(kind))
      ? [wrong("embedded", { about: "w:object" })]
      : []),
    ...(isTagged("w:ins", "w:del", "w:moveFrom", "w:moveTo") ? [wrong("tracked")] : []),
    ...(isTagged("w:commentReference", "w:commentRangeStart") ? [wrong("comments")] : []),
    ...all
      .flatMap((part) => fieldCodes(xmlOf(parts, part)))
      .filter(isUnknownField)
      .map((code) => wrong("word-field", { about: short(code) })),
  ];
}

function isUnknownField(code: string): boolean {
  return !knownFields.has(code.split(/\s/)[0]?.toUpperCase() ?? "");
}

/** The instructions of Word's own fields, each as one, into however many pieces it is cut. */
function fieldCodes(xml: string): string[] {
  const codes: string[] = [];
  const open: string[] = [];
  let isCode = false;
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === "text") {
      if (!isCode) continue;
      if (open.length === 0) codes.push(plainText(piece.raw).trim());
      else open.push(`${open.pop() ?? ""}${plainText(piece.raw)}`);
    } else if (piece.name === "w:instrText" || piece.name === "w:delInstrText") isCode = !piece.isEnd && !piece.isEmpty;
    else if (piece.name === "w:fldSimple" && !piece.isEnd) codes.push((attributeOf(piece, "w:instr") ?? "").trim());
    else if (piece.name === "w:fldChar" && !piece.isEnd) {
      const type = attributeOf(piece, "w:fldCharType");
      if (type === "begin") open.push("");
      if (type === "end") codes.push((open.pop() ?? "").trim());
    }
  }
  return [...codes, ...open.map((each) => each.trim())];
}

function short(text: string): string {
  return text.length > ABOUT_CHARS_MAX ? `${text.slice(0, ABOUT_CHARS_MAX)}…` : text;
}
