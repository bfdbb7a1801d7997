import { attachmentOf } from "./attachment-of.ts";
import { bodyOf } from "./body.ts";
import { bounceIn } from "./bounce.ts";
import { foldQuotes } from "./fold-quotes.ts";
import { headerText } from "./header-words.ts";
import {
  addressesIn,
  allHeaders,
  dateIn,
  firstHeader,
  messageIdIn,
  messageIdsIn,
  type HeaderLines,
} from "./headers.ts";
import { natureByHeaders } from "./nature.ts";
import type { MailAttachment, MailNote, OwnMail, ReadMail } from "./read-mail.ts";
import { splitMail, type MailPart, type SplitMail } from "./split-parts.ts";

const SUBJECT_CHARS_MAX = 1000;
const HEADER_LINES_MAX = 2000;
const ATTACHMENTS_MAX = 200;

/** Reads a mail in this thread, however long it takes. Rejects for what cannot be taken apart. */
export async function readHere(bytes: Buffer, own: OwnMail): Promise<ReadMail> {
  const mail = await splitMail(bytes);
  const body = bodyOf(mail.parts);
  const notes = new Set<MailNote>([...mail.notes, ...body.notes, ...kindNotes(mail, body.text)]);
  const headers = mail.headers.slice(0, HEADER_LINES_MAX);
  if (mail.headers.length > HEADER_LINES_MAX) notes.add("headers-cut");
  const attachments = await attachmentsOf(body.files, notes);
  const bounce = bounceIn({ ...mail, headers }, body.text);
  const byHeaders = natureByHeaders(headers, own);
  const subject = subjectOf(headers, notes);
  if (body.text === "" && attachments.length === 0) notes.add("empty");
  const isMail = headers.some(({ key }) => MAIL_HEADERS.includes(key));
  return {
    ...partiesOf(headers),
    subject,
    date: dateIn(firstHeader(headers, "date")),
    ...foldQuotes(body.text),
    html: body.html,
    attachments,
    notes: [...notes],
    nature: natureOf({ bounce, byHeaders, isMail }),
    bounce,
  };
}

/** Bytes without any of these are no mail. */
const MAIL_HEADERS = [
  "from",
  "to",
  "subject",
  "date",
  "message-id",
  "received",
  "content-type",
  "mime-version",
  "return-path",
];

type Found = { bounce: ReadMail["bounce"]; byHeaders: ReturnType<typeof natureByHeaders>; isMail: boolean };

function natureOf({ bounce, byHeaders, isMail }: Found): ReadMail["nature"] {
  if (!isMail) return "unreadable";
  if (byHeaders === "loop") return "loop";
  return bounce ? "bounce" : byHeaders;
}

function partiesOf(headers: HeaderLines) {
  const addresses = (...keys: string[]) => addressesIn(allHeaders(headers, ...keys)).map(({ address }) => address);
  return {
    messageId: messageIdIn(firstHeader(headers, "message-id")),
    inReplyTo: messageIdsIn(allHeaders(headers, "in-reply-to")),
    references: messageIdsIn(allHeaders(headers, "references")),
    from: addressesIn(allHeaders(headers, "from"))[0] ?? addressesIn(allHeaders(headers, "sender"))[0] ?? null,
    replyTo: addressesIn(allHeaders(headers, "reply-to")),
    to: addresses("to"),
    cc: addresses("cc"),
    deliveredTo: [...new Set(addresses("delivered-to", "x-original-to", "envelope-to", "x-envelope-to"))],
  };
}

function subjectOf(headers: HeaderLines, notes: Set<MailNote>): string {
  const { text, guessed, mended } = headerText(firstHeader(headers, "subject") ?? "");
  if (mended || guessed) notes.add("charset-guessed");
  return text.slice(0, SUBJECT_CHARS_MAX).toWellFormed();
}

async function attachmentsOf(
  files: { part: MailPart; isInline: boolean }[],
  notes: Set<MailNote>,
): Promise<MailAttachment[]> {
  if (files.length > ATTACHMENTS_MAX) notes.add("too-many-parts");
  const kept = files.filter(({ part }) => part.content.length > 0).slice(0, ATTACHMENTS_MAX);
  const attachments = await Promise.all(kept.map(({ part, isInline }) => attachmentOf(part, isInline)));
  if (attachments.some(({ type }) => type === "application/vnd.ms-tnef"))
    notes.add("winmail-dat").add("part-kept-as-is");
  return attachments;
}

const ENCRYPTED = /^-----BEGIN PGP MESSAGE-----$/m;

/** Parts that a person has to open with a program of theirs. */
function kindNotes({ type, parts, parameters }: SplitMail, text: string): MailNote[] {
  const types = new Set([type, ...parts.flatMap((part) => [part.type, ...part.within])]);
  const has = (...each: string[]) => each.some((name) => types.has(name));
  const isEnveloped = has("application/pkcs7-mime", "application/x-pkcs7-mime");
  const isSignedData = [parameters, ...parts.map((part) => part.parameters)].some(
    (each) => each["smime-type"] === "signed-data",
  );
  const notes: MailNote[] = [];
  if (has("multipart/encrypted", "application/pgp-encrypted") || (isEnveloped && !isSignedData) || ENCRYPTED.test(text))
    notes.push("encrypted", "part-kept-as-is");
  if (has("multipart/signed") || (isEnveloped && isSignedData)) notes.push("signed");
  if (has("message/rfc822", "message/global") && !has("multipart/report")) notes.push("forwarded-message");
  if (has("text/calendar", "application/ics")) notes.push("calendar");
  return notes;
}
