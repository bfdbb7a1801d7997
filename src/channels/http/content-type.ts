import { isUtf8 } from "node:buffer";
import { fileTypeFromBuffer } from "file-type";

/**
 * What a document is by its own bytes, whatever its name says; undefined: a type that is not taken, such as a program.
 * Text of any sort (HTML and SVG too) is plain text here: it is handed out as that and never run.
 */
export async function contentType(head: Buffer): Promise<{ type: string; isTaken: boolean }> {
  const found = await fileTypeFromBuffer(head);
  if (found) return { type: found.mime, isTaken: isTaken(found.mime) };
  return isText(head) ? { type: "text/plain", isTaken: true } : { type: "application/octet-stream", isTaken: false };
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
  // An archive whose inside the head does not tell, as some scanners' Office files.
  "application/zip",
  "application/xml",
]);

// Photographs, recordings of calls, films of a flickering screen.
function isTaken(mime: string): boolean {
  return takenTypes.has(mime) || /^(image|audio|video)\//.test(mime);
}

function isText(head: Buffer): boolean {
  if (head.length === 0 || head.includes(0)) return false;
  // The head may end inside a character.
  for (let cut = 0; cut < 4; cut += 1) if (isUtf8(head.subarray(0, head.length - cut))) return true;
  return false;
}
