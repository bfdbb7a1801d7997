import { PDFDict, PDFHexString, PDFName, PDFNumber, type PDFDocument, type PDFRef } from "@cantoo/pdf-lib";

export type Bookmark = { name: string; page: number };

/** Gives a PDF its outline: one line for each, in order. `page` counts from 1. */
export function addBookmarks(bound: PDFDocument, bookmarks: readonly Bookmark[]): void {
  const { context, catalog } = bound;
  if (bookmarks.length === 0) return;
  const outline = context.nextRef();
  const refs = bookmarks.map(() => context.nextRef());
  const pages = bound.getPages();
  bookmarks.forEach(({ name, page }, place) => {
    const target = pages[page - 1];
    if (!target) throw new RangeError(`there is no page ${page}`);
    const entry = PDFDict.withContext(context);
    entry.set(PDFName.of("Title"), PDFHexString.fromText(name));
    entry.set(PDFName.of("Parent"), outline);
    entry.set(PDFName.of("Dest"), context.obj([target.ref, PDFName.of("Fit")]));
    setRef(entry, "Prev", refs[place - 1]);
    setRef(entry, "Next", refs[place + 1]);
    const ref = refs[place];
    if (ref) context.assign(ref, entry);
  });
  const root = PDFDict.withContext(context);
  root.set(PDFName.of("Type"), PDFName.of("Outlines"));
  setRef(root, "First", refs[0]);
  setRef(root, "Last", refs.at(-1));
  root.set(PDFName.of("Count"), PDFNumber.of(refs.length));
  context.assign(outline, root);
  catalog.set(PDFName.of("Outlines"), outline);
  catalog.set(PDFName.of("PageMode"), PDFName.of("UseOutlines"));
}

function setRef(entry: PDFDict, name: string, ref: PDFRef | undefined): void {
  if (ref) entry.set(PDFName.of(name), ref);
}
