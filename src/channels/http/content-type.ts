import { isUtf8 } from "node:buffer";
import type { Readable } from "node:stream";
import { fileTypeFromBuffer } from "file-type";
import { problem } from "./problem.ts";

/** As much of the beginning as telling a type needs. */
const HEAD_BYTES = 4100;

/**
 * Passes a document on as it comes, once its first bytes have shown what it is, whatever its name says. Programs and empty
 * files end the stream with a problem, and what is left of the source can still be read and forgotten.
 *
 * @param tell called with the type before anything is passed on
 */
export async function* typedContent(source: Readable, tell: (type: string) => void): AsyncGenerator<Buffer> {
  const waiting: Buffer[] = [];
  let bytes = 0;
  let isTold = false;
  for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    if (isTold) {
      yield chunk;
      continue;
    }
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes < HEAD_BYTES) continue;
    tell(await takenType(Buffer.concat(waiting)));
    isTold = true;
    yield* waiting;
  }
  if (isTold) return;
  if (bytes === 0)
    throw problem("malformed-request", { what: { vi: "tệp không có nội dung", en: "the file is empty" } });
  tell(await takenType(Buffer.concat(waiting)));
  yield* waiting;
}

/** Text of any sort (HTML and SVG too) is plain text here: it is handed out as that and never run. */
async function takenType(head: Buffer): Promise<string> {
  const found = (await fileTypeFromBuffer(head))?.mime;
  if (found !== undefined && isTaken(found)) return found;
  if (found === undefined && isText(head)) return "text/plain";
  throw problem("attachment-type", { type: found ?? "application/octet-stream" });
}

const takenTypes = new Set([
  "application/pdf",
  "application/rtf",
  // Word and Excel before 2007.
  "application/x-cfb",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet",
  // An Office file whose beginning does not tell more.
  "application/zip",
  "application/xml",
]);

// Photographs, recordings of calls, films of a flickering screen.
function isTaken(mime: string): boolean {
  return takenTypes.has(mime) || /^(image|audio|video)\//.test(mime);
}

function isText(head: Buffer): boolean {
  if (head.includes(0)) return false;
  // The head may end inside a character.
  for (let cut = 0; cut < 4; cut += 1) if (isUtf8(head.subarray(0, head.length - cut))) return true;
  return false;
}
