import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { degrees, PDFDocument, type PDFPage } from "@cantoo/pdf-lib";
import { typesetterFor } from "../typesetter.ts";
import { addBookmarks, type Bookmark } from "./bookmarks.ts";
import type { BoundDossier, DossierFront, DossierPart, IndexLine, UnboundReason } from "./dossier.ts";
import { addPagesOf } from "./pages-of-part.ts";

// A process of its own for one dossier: reading what people hand in may crash or fill its memory, and both go with it.

export type Order = { id: number } & (
  | { do: "add"; part: DossierPart; content: Uint8Array | UnboundReason }
  /** `cover`: a paper that stands before everything else. */
  | { do: "finish"; front: DossierFront; cover: Uint8Array | null; file: string }
);

const folder = import.meta.dirname;
const fonts = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/tinos/package.json"));
const fontPaths = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"].map((each) => join(fonts, each));
/** In all; what comes after it stands in the index only. */
const PAGES_MAX = 6_000;
/** Of a text that is set as pages; a longer one stands in the index only. */
const TEXT_BYTES_MAX = 200_000;
/** From the edge of the sheet to the stamp's foot, in points. */
const STAMP = { width: 340.16, height: 17.01, foot: 14 };

const bound = await PDFDocument.create({ updateMetadata: false });
const index: IndexLine[] = [];
/** Pages that stand before the documents, once it was finished: finishing again takes them out first. */
let pagesBefore = 0;
/** How many pages their stamps speak of; null: none has a stamp yet. */
let stamped: number | null = null;

process.on("message", (order: Order) => {
  const answer = (said: object) => process.send?.({ id: order.id, ...said });
  const done = order.do === "add" ? add(order) : finish(order);
  done.then(
    (result) => answer({ result }),
    (error: unknown) => answer({ failed: error instanceof Error ? error.message : String(error) }),
  );
});
process.on("disconnect", () => process.exit());

async function add({ part, content }: Extract<Order, { do: "add" }>): Promise<number | UnboundReason> {
  const added = typeof content === "string" ? content : await addPagesOf(bound, asPages(part, content));
  const isFull = typeof added === "number" && bound.getPageCount() > PAGES_MAX;
  if (isFull) for (let each = 0; each < added; each += 1) bound.removePage(bound.getPageCount() - 1);
  const pages = typeof added === "number" && !isFull ? added : 0;
  const why = typeof added === "number" ? (isFull ? "too-many-pages" : null) : added;
  index.push({ ...part, place: index.length + 1, page: null, pages, why });
  return pages > 0 ? pages : (why ?? "broken");
}

/** Plain text is set as pages first; anything else comes as it is. */
function asPages({ type, name }: DossierPart, content: Uint8Array): { type: string; content: Uint8Array } {
  if (type !== "text/plain" || content.byteLength > TEXT_BYTES_MAX) return { type, content };
  const text = new TextDecoder().decode(content).replaceAll("\r\n", "\n").normalize("NFC");
  return { type: "application/pdf", content: set("text.typ", { "text.json": { name, text } }) };
}

async function finish({ front, cover, file }: Extract<Order, { do: "finish" }>): Promise<BoundDossier> {
  for (; pagesBefore > 0; pagesBefore -= 1) bound.removePage(0);
  const read = cover ? await PDFDocument.load(cover, { updateMetadata: false }) : null;
  const coverPages = read?.getPageCount() ?? 0;
  const { pdf, numbered } = await setFront(front, coverPages);
  const frontPages = await bound.copyPages(pdf, pdf.getPageIndices());
  const before = [...(read ? await bound.copyPages(read, read.getPageIndices()) : []), ...frontPages];
  before.forEach((page, place) => bound.insertPage(place, page));
  pagesBefore = before.length;
  await stampPages(front);
  addBookmarks(bound, bookmarksOf(front, { coverPages, numbered }));
  bound.setTitle(front.title, { showInWindowTitleBar: true });
  bound.setAuthor(front.issuer);
  bound.setLanguage("vi");
  const { year, month, date } = front.day;
  bound.setCreationDate(new Date(Date.UTC(year, month - 1, date)));
  const content = await bound.save({ objectsPerTick: 200 });
  await writeFile(file, content);
  return { pages: bound.getPageCount(), bytes: content.byteLength, index: numbered };
}

/** Sets what stands in front until its own length has come to rest: the index counts it too. */
async function setFront(front: DossierFront, coverPages: number) {
  let length = 1;
  for (let turn = 0; turn < 4; turn += 1) {
    const numbered = withPages(coverPages + length);
    const pdf = await PDFDocument.load(set("dossier.typ", { "front.json": front, "index.json": numbered }), {
      updateMetadata: false,
    });
    if (pdf.getPageCount() === length) return { pdf, numbered };
    length = pdf.getPageCount();
  }
  throw new Error("the front of the dossier came to no rest");
}

function withPages(before: number): IndexLine[] {
  let next = before + 1;
  return index.map((line) => {
    const page = line.pages === 0 ? null : next;
    next += line.pages;
    return { ...line, page };
  });
}

function bookmarksOf(front: DossierFront, { coverPages, numbered }: { coverPages: number; numbered: IndexLine[] }) {
  const parts = numbered.flatMap(({ page, place, name }): Bookmark[] =>
    page === null ? [] : [{ page, name: `${place}. ${name}` }],
  );
  const contents = { name: "Mục lục, quá trình giải quyết, thời hạn", page: coverPages + 2 };
  return [{ name: front.heading, page: 1 }, contents, ...parts];
}

/** Below on each page, upright for whoever reads it, however the page is turned. */
async function stampPages({ number, title }: DossierFront): Promise<void> {
  const pages = bound.getPages();
  const stamps = await PDFDocument.load(set("stamps.typ", { "stamps.json": { pages: pages.length, number, title } }));
  const drawn = await bound.embedPdf(stamps, stamps.getPageIndices());
  // Finished again, the documents carry their stamps already; what stands before them is new.
  if (stamped !== null && stamped !== pages.length) throw new Error("the cover has another length than before");
  const last = stamped === null ? pages.length : pagesBefore;
  stamped = pages.length;
  pages.slice(0, last).forEach((page, place) => {
    const stamp = drawn[place];
    if (stamp) page.drawPage(stamp, { ...placeOfStamp(page), width: STAMP.width, height: STAMP.height });
  });
}

function placeOfStamp(page: PDFPage) {
  const turned = (((page.getRotation().angle % 360) + 360) % 360) as 0 | 90 | 180 | 270;
  const { x, y, width, height } = page.getCropBox();
  const { width: long, foot } = STAMP;
  const at = {
    0: { x: x + (width - long) / 2, y: y + foot },
    90: { x: x + width - foot, y: y + (height - long) / 2 },
    180: { x: x + (width + long) / 2, y: y + height - foot },
    270: { x: x + foot, y: y + (height + long) / 2 },
  }[turned];
  return { ...at, rotate: degrees(turned) };
}

let typesetter: ReturnType<typeof typesetterFor> | undefined;

function set(template: "dossier.typ" | "stamps.typ" | "text.typ", data: Record<string, unknown>): Buffer {
  typesetter ??= typesetterFor({ workspace: folder, fontPaths });
  const { typesetter: compiler } = typesetter;
  compiler.addSource(join(folder, template), readFileSync(join(folder, template), "utf8"));
  for (const [name, value] of Object.entries(data))
    compiler.mapShadow(join(folder, name), Buffer.from(JSON.stringify(value).normalize("NFC")));
  const { result } = compiler.compile({ mainFilePath: join(folder, template) });
  if (!result) throw new Error(`${template} was not set`);
  return compiler.pdf(result, { pdfStandard: "1.7", creationTimestamp: 0 });
}
