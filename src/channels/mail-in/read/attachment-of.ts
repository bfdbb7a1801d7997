import { isUtf8 } from "node:buffer";
import { fileTypeFromBuffer } from "file-type";
import { composed } from "./plain-text.ts";
import type { MailAttachment } from "./read-mail.ts";
import type { MailPart } from "./split-parts.ts";

const NAME_CHARS_MAX = 200;
/** Named by the mail, of which the bytes say nothing: they are neither run nor shown by any browser. */
const TAKEN_AT_ITS_WORD = new Set([
  "message/rfc822",
  "application/pkcs7-mime",
  "application/x-pkcs7-mime",
  "application/pkcs7-signature",
  "application/x-pkcs7-signature",
  "application/pgp-encrypted",
  "application/pgp-signature",
]);
const TNEF = Buffer.from([0x78, 0x9f, 0x3e, 0x22]);

/** A part as a file of its own: named so that it can be kept anywhere, typed by its content. */
export async function attachmentOf(part: MailPart, isInline: boolean): Promise<MailAttachment> {
  const type = await typeOf(part);
  return { name: nameOf(part.fileName, type), type, content: part.content, contentId: part.contentId, isInline };
}

async function typeOf({ type, content }: MailPart): Promise<string> {
  if (content.subarray(0, 4).equals(TNEF)) return "application/vnd.ms-tnef";
  if (TAKEN_AT_ITS_WORD.has(type)) return type;
  const found = await foundType(content);
  if (found !== undefined) return found;
  const isText = !content.includes(0) && (isUtf8(content) || type.startsWith("text/"));
  if (!isText) return "application/octet-stream";
  return content.subarray(0, 200).toString("latin1").trimStart().startsWith("BEGIN:VCALENDAR")
    ? "text/calendar"
    : "text/plain";
}

async function foundType(content: Buffer): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(content))?.mime;
  } catch {
    return undefined;
  }
}

const ENDINGS: Record<string, string> = {
  "message/rfc822": "thu.eml",
  "application/vnd.ms-tnef": "winmail.dat",
  "application/pdf": "tep.pdf",
  "image/jpeg": "anh.jpg",
  "image/png": "anh.png",
  "image/gif": "anh.gif",
  "text/plain": "van-ban.txt",
  "text/calendar": "lich-hen.ics",
  "application/pkcs7-signature": "smime.p7s",
  "application/pgp-signature": "chu-ky.asc",
};

/** Without folders, control characters, and what turns the direction of writing. */
function nameOf(given: string | null, type: string): string {
  const last = (given ?? "").split(/[/\\]/).at(-1) ?? "";
  const name = composed(last.toWellFormed())
    .replaceAll(/[\p{Cc}\p{Cf}<>:"|?*\u2028\u2029]+/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (name === "" || /^\.+$/.test(name)) return ENDINGS[type] ?? "tep-dinh-kem";
  if (name.length <= NAME_CHARS_MAX) return name;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? "";
  return name.slice(0, NAME_CHARS_MAX - ending.length).toWellFormed() + ending;
}
