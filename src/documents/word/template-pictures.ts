import type { Picture } from "./pictures.ts";
import { relationshipsOf, textParts, xmlOf } from "./template-parts.ts";
import type { WordParts } from "./word-parts.ts";

export type PlacedPicture = { name: string; picture: Picture };

/** English metric units in a pixel of 1/96 inch. */
const EMU = 9525;
/** Beyond any number that a drawing of the template bears. */
const FIRST_ID = 910_000;

/** A picture among the words of a run: their text ends, the picture stands, and their text goes on. */
export function pictureXml(name: string, number: number, { width, height }: Picture): string {
  const [x, y] = [width * EMU, height * EMU];
  const properties = `id="${FIRST_ID + number}" name="${name}" descr=""`;
  return (
    "</w:t><w:drawing>" +
    '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">' +
    `<wp:extent cx="${x}" cy="${y}"/><wp:docPr ${properties}/>` +
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
    `<pic:nvPicPr><pic:cNvPr ${properties}/><pic:cNvPicPr/></pic:nvPicPr>` +
    '<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
    `r:embed="${name}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${x}" cy="${y}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>' +
    '</w:drawing><w:t xml:space="preserve">'
  );
}

/** The parts with the pictures that were placed in the body. */
export function withPictures(parts: WordParts, placed: readonly PlacedPicture[]): WordParts {
  const body = textParts(parts)?.body;
  if (placed.length === 0 || body === undefined) return parts;
  const folder = body.slice(0, body.lastIndexOf("/") + 1);
  for (const { name, picture } of placed) parts.set(`${folder}media/${name}.${picture.type}`, picture.data);
  const links = placed.map(
    ({ name, picture: { type } }) =>
      `<Relationship Id="${name}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/${name}.${type}"/>`,
  );
  const relations = relationshipsOf(body);
  const known = xmlOf(parts, relations);
  parts.set(
    relations,
    Buffer.from((known === "" ? NO_RELATIONS : known).replace("</Relationships>", `${links.join("")}</Relationships>`)),
  );
  for (const type of new Set(placed.map(({ picture }) => picture.type))) declare(parts, type);
  return parts;
}

const NO_RELATIONS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

function declare(parts: WordParts, type: Picture["type"]): void {
  const name = "[Content_Types].xml";
  const types = xmlOf(parts, name);
  if (types.includes(`Extension="${type}"`)) return;
  const said = `<Default Extension="${type}" ContentType="image/${type === "jpg" ? "jpeg" : "png"}"/>`;
  parts.set(name, Buffer.from(types.replace(/<Types[^>]*>/, (begin) => `${begin}${said}`)));
}
