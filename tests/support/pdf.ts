import { extractText, getDocumentProxy } from "unpdf";

/** What a reader finds in a PDF: its words in order, each run of white space as one blank. */
export async function textOfPdf(pdf: Buffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.replaceAll(/\s+/g, " ").trim();
}
