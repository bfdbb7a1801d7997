import Docxtemplater, { type DXT } from "docxtemplater";
import PizZip from "pizzip";
import { CORE_PROPERTIES, asXml, coreProperties } from "./core-properties.ts";
import type { Picture } from "./pictures.ts";
import { pictureXml, withPictures, type PlacedPicture } from "./template-pictures.ts";
import { fillingData, type Filling } from "./template-fields.ts";
import { textParts, xmlOf } from "./template-parts.ts";
import { readParts, writeParts, type WordParts } from "./word-parts.ts";

/**
 * A template with everything of a letter in it. What customers and colleagues typed is never read as a field. The same letter in the
 * same template is the same file.
 */
export function filledTemplate(template: Buffer, filling: Filling): Buffer {
  const { letter } = filling;
  const parts = readParts(template);
  withoutOwnProperties(parts);
  const placed: PlacedPicture[] = [];
  const document = new Docxtemplater(new PizZip(writeParts(parts)), {
    paragraphLoop: true,
    linebreaks: true,
    stripInvalidXMLChars: true,
    errorLogging: false,
    nullGetter: () => "",
    parser: (name: string) => ({ get: (scope: unknown) => valueIn(scope, name.trim().toLowerCase()) }),
    modules: [pictureModule(placed)],
  });
  document.render(fillingData(filling));
  const filled = withPictures(readParts(document.getZip().generate({ type: "nodebuffer" })), placed);
  filled.set(CORE_PROPERTIES, Buffer.from(coreProperties(letter)));
  return writeParts(letter.mark === null ? filled : marked(filled, letter.mark));
}

/** Only what was put there under this name: nothing that every object has. */
function valueIn(scope: unknown, name: string): unknown {
  if (typeof scope !== "object" || scope === null || !Object.hasOwn(scope, name)) return undefined;
  return (scope as Record<string, unknown>)[name];
}

const EMPTY_PROPERTIES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/';

/** What whoever wrote the template left about themselves and their house is no part of a letter. */
function withoutOwnProperties(parts: WordParts): void {
  const empty: Record<string, string> = {
    [CORE_PROPERTIES]: coreProperties({ title: "", issuer: { over: null, name: "" }, day: NO_DAY }),
    "docProps/app.xml": `${EMPTY_PROPERTIES}extended-properties"/>`,
    "docProps/custom.xml": `${EMPTY_PROPERTIES}custom-properties"/>`,
  };
  for (const [name, xml] of Object.entries(empty)) if (parts.has(name)) parts.set(name, Buffer.from(xml));
}

const NO_DAY = { year: 2000, month: 1, date: 1 };

/** `{%tag}`: a picture within its line, at the place and in the alignment of the words around it. */
function pictureModule(placed: PlacedPicture[]) {
  const module = "hoiam/picture";
  return {
    name: "PictureModule",
    matchers: (): [string, string, object][] => [["%", module, {}]],
    render(part: DXT.Part, { scopeManager }: DXT.RenderOptions): DXT.Rendered | null {
      if (part.module !== module) return null;
      const picture = scopeManager.getValue(part.value, { Part: part, part } as never) as
        Picture | "" | null | undefined;
      if (!picture) return { value: "", errors: [] };
      const name = `hoiam${placed.length + 1}`;
      placed.push({ name, picture });
      return { value: pictureXml(name, placed.length, picture), errors: [] };
    },
  };
}

/** With the mark of a preview or of practice above the first words and above every page. */
function marked(parts: WordParts, mark: string): WordParts {
  const words = textParts(parts);
  if (!words) return parts;
  const line =
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/>' +
    `<w:color w:val="9A9A9A"/><w:sz w:val="36"/></w:rPr><w:t xml:space="preserve">${asXml(mark)}</w:t></w:r></w:p>`;
  for (const name of [words.body, ...words.headers])
    parts.set(name, Buffer.from(xmlOf(parts, name).replace(/<w:(body|hdr)(\s[^>]*)?>/, (begin) => `${begin}${line}`)));
  return parts;
}
