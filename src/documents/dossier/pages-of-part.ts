import { EncryptedPDFError, PDFDocument, PDFName, type PDFPage } from "@cantoo/pdf-lib";
import sharp from "sharp";
import type { UnboundReason } from "./dossier.ts";

/** Of one document; a longer one stands in the index only. */
const PAGES_OF_PART_MAX = 2_000;
const PIXELS_MAX = 100_000_000;
/** What is kept of a picture: about 270 to the inch on A4. */
const PIXELS_OF_PAGE = { width: 3000, height: 3000 };
sharp.concurrency(1);
sharp.cache(false);
const pictures: ReadonlySet<string> = new Set(["image/jpeg", "image/png", "image/webp", "image/tiff", "image/gif"]);
/** A4, in points, and the edge that is left around a picture. */
const [WIDTH, HEIGHT, EDGE] = [595.28, 841.89, 42];

/** Adds the pages of one content to the end of a PDF; gives how many, or why there are none. */
export async function addPagesOf(
  bound: PDFDocument,
  { type, content }: { type: string; content: Uint8Array },
): Promise<number | UnboundReason> {
  if (type === "application/pdf") return addPdf(bound, content);
  if (pictures.has(type)) return addPicture(bound, content);
  return "other-type";
}

async function addPdf(bound: PDFDocument, content: Uint8Array): Promise<number | UnboundReason> {
  const read = await readPdf(content);
  if (typeof read === "string") return read;
  try {
    const count = read.getPageCount();
    if (count > PAGES_OF_PART_MAX) return "too-many-pages";
    const pages = await bound.copyPages(read, read.getPageIndices());
    pages.forEach(disarm);
    for (const page of pages) bound.addPage(page);
    return count === 0 ? "broken" : count;
  } catch {
    return "broken";
  }
}

async function readPdf(content: Uint8Array): Promise<PDFDocument | UnboundReason> {
  try {
    return await PDFDocument.load(content, { updateMetadata: false });
  } catch (error) {
    if (!(error instanceof EncryptedPDFError)) return "broken";
  }
  try {
    // One that only forbids to change it opens without a password.
    return await PDFDocument.load(content, { updateMetadata: false, password: "" });
  } catch {
    return "encrypted";
  }
}

/** Nothing on the page acts: no scripts, no links, no forms. What is seen of them stays. */
function disarm({ node }: PDFPage): void {
  node.delete(PDFName.of("AA"));
  const annotations = node.Annots();
  if (!annotations) return;
  for (let place = annotations.size() - 1; place >= 0; place -= 1) {
    const annotation = node.context.lookup(annotations.get(place));
    if (!annotation || !("delete" in annotation)) continue;
    const dictionary = annotation as { delete(name: PDFName): boolean };
    for (const name of ["A", "AA", "PA", "Parent"]) dictionary.delete(PDFName.of(name));
  }
}

/** On a page of A4, upright or across as the picture is, and turned as the camera was held. */
async function addPicture(bound: PDFDocument, content: Uint8Array): Promise<number | UnboundReason> {
  let jpeg: Buffer;
  try {
    jpeg = await sharp(content, { limitInputPixels: PIXELS_MAX, failOn: "error" })
      .rotate()
      .resize({ ...PIXELS_OF_PAGE, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#fff" })
      .jpeg({ quality: 85 })
      .toBuffer();
  } catch (error) {
    return error instanceof Error && /pixel limit/i.test(error.message) ? "too-large" : "broken";
  }
  const picture = await bound.embedJpg(jpeg);
  const [pageWidth, pageHeight] = picture.width > picture.height ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT];
  const scale = Math.min((pageWidth - 2 * EDGE) / picture.width, (pageHeight - 2 * EDGE) / picture.height, 1);
  const [width, height] = [picture.width * scale, picture.height * scale];
  const place = { x: (pageWidth - width) / 2, y: (pageHeight - height) / 2, width, height };
  bound.addPage([pageWidth, pageHeight]).drawImage(picture, place);
  return 1;
}
