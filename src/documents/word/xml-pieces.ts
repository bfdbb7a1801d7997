/** A piece of an XML file: a tag as it stands between `<` and `>`, or the text between two tags as it stands. */
export type XmlPiece =
  { kind: "tag"; raw: string; name: string; isEnd: boolean; isEmpty: boolean } | { kind: "text"; raw: string };

/** The pieces of an XML file in order; put together again they are the file. One pass, whatever the file holds. */
export function xmlPieces(xml: string): XmlPiece[] {
  const pieces: XmlPiece[] = [];
  let place = 0;
  while (place < xml.length) {
    const open = xml.indexOf("<", place);
    if (open !== place) {
      const end = open === -1 ? xml.length : open;
      pieces.push({ kind: "text", raw: xml.slice(place, end) });
      place = end;
      continue;
    }
    const end = endOfTag(xml, open);
    pieces.push(tagOf(xml.slice(open, end)));
    place = end;
  }
  return pieces;
}

const SPACE = /[ \t\r\n]*/y;
const ATTRIBUTE_NAME = /[^\s=/>"']+/y;
const ATTRIBUTE_VALUE = /"[^"]*"|'[^']*'/y;

/** The value of an attribute as a reader of XML finds it, with its entities read; undefined where the tag has none of that name. */
export function attributeOf({ raw }: { raw: string }, name: string): string | undefined {
  if (!raw.includes(name)) return undefined;
  let place = /^<[^\s/>]*/.exec(raw)?.[0].length ?? 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = place;
    const [taken] = pattern.exec(raw) ?? [];
    place += taken?.length ?? 0;
    return taken;
  };
  for (;;) {
    take(SPACE);
    const found = take(ATTRIBUTE_NAME);
    take(SPACE);
    if (found === undefined || raw[place] !== "=") return undefined;
    place += 1;
    take(SPACE);
    const value = take(ATTRIBUTE_VALUE);
    if (value === undefined) return undefined;
    if (found === name) return plainText(value.slice(1, -1));
  }
}

/** Text of XML as its reader sees it. */
export function plainText(raw: string): string {
  return raw.replaceAll(/&(lt|gt|amp|quot|apos|#0*\d{1,7}|#x0*[0-9a-fA-F]{1,6});/g, (whole, entity: string) => {
    if (entity.startsWith("#")) {
      const code = entity[1] === "x" ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    }
    return named[entity] ?? whole;
  });
}

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Behind the `>` that ends it, which may also stand within quotes of an attribute; comments, CDATA and instructions end otherwise. */
function endOfTag(xml: string, open: number): number {
  for (const [begin, finish] of [
    ["<!--", "-->"],
    ["<![CDATA[", "]]>"],
    ["<?", "?>"],
  ] as const) {
    if (!xml.startsWith(begin, open)) continue;
    const end = xml.indexOf(finish, open + begin.length);
    return end === -1 ? xml.length : end + finish.length;
  }
  let quote = "";
  for (let place = open + 1; place < xml.length; place += 1) {
    const letter = xml[place] ?? "";
    if (quote !== "") quote = letter === quote ? "" : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === ">") return place + 1;
  }
  return xml.length;
}

function tagOf(raw: string): XmlPiece {
  const isEnd = raw.startsWith("</");
  const name = /^<\/?([^\s/>]*)/.exec(raw)?.[1] ?? "";
  return { kind: "tag", raw, name, isEnd, isEmpty: raw.endsWith("/>") };
}
