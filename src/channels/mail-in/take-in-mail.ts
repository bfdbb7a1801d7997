import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { Attachment } from "../../complaint/events/parts.ts";
import { keep, lookAt, type IntakeWiring } from "../../intake/take-in.ts";
import type { NewArrival } from "../../store/arrivals.ts";
import type { AttachmentStore } from "../../store/attachments/attachment-store.ts";
import { keepContent } from "../../store/attachments/keep-content.ts";
import { readMail, unreadable, type MailAddress, type ReadMail } from "./read/read-mail.ts";

/** `ownDomains`: of the addresses that an organisation's mail leaves from. */
export type MailInWiring = IntakeWiring & {
  attachments: AttachmentStore;
  ownDomains: (organisation: string) => readonly string[];
  /** Told of what was kept and could not be looked at: it is taken up again. */
  onError?: (error: unknown, where: { organisation?: string }) => void;
};

/** Where a mail came in. */
export type Mailbox = { organisation: string; connectionId: string; channel: string | null; beginsComplaints: boolean };

/** A mail as it came. `recipients`: of the envelope. `isCut`: there is more of it than may be kept. */
export type CameIn = {
  bytes: Buffer;
  receivedAt: string;
  recipients?: readonly string[];
  isCut?: boolean;
};

/** Largest mail that is kept. */
export const MAIL_BYTES_MAX = 35 * 1024 * 1024;
const PART_BYTES_MAX = 64 * 1024 * 1024;
const ATTACHMENTS_MAX = 100;
const KEY_CHARS_MAX = 500;
const by = { kind: "system", process: "mail-in" };

/**
 * Keeps a mail and makes of it what there is to be made. Rejects where it is not kept; what comes after that is made up for, and keeps
 * nobody waiting. May be called again: one fact results.
 */
export async function takeInMail(wiring: MailInWiring, mailbox: Mailbox, came: CameIn): Promise<void> {
  const { arrival } = await keep(wiring, await arrivalOfMail(wiring, mailbox, came));
  const { organisation } = mailbox;
  await lookAt(wiring, arrival).catch((error: unknown) => wiring.onError?.(error, { organisation }));
}

/** Keeps a mail's original, then what is in it, and tells it as an arrival. May be called again: the same mail gives the same. */
async function arrivalOfMail(wiring: MailInWiring, mailbox: Mailbox, came: CameIn): Promise<NewArrival> {
  const { organisation } = mailbox;
  const keepPart = async (content: Buffer, type: string) => {
    const kept = { organisation, content: Readable.from([content]), type, bytesMax: PART_BYTES_MAX, by };
    return keepContent({ pool: wiring.store.pool, attachments: wiring.attachments }, kept);
  };
  const original = await keepPart(came.bytes, "message/rfc822");
  const mail = came.isCut
    ? unreadable("too-large")
    : await readMail(came.bytes, { domains: wiring.ownDomains(organisation) });
  const externalKey = `${(mail.messageId ?? "").slice(0, KEY_CHARS_MAX)} ${original.sha256}`;
  const salt = `${organisation} ${mailbox.connectionId} ${externalKey}`;
  const attachments: Attachment[] = [];
  for (const [index, part] of mail.attachments.slice(0, ATTACHMENTS_MAX).entries()) {
    const { sha256, bytes } = await keepPart(part.content, part.type);
    const attachmentId = createHash("sha256").update(`${salt} ${index} ${sha256}`).digest("hex").slice(0, 32);
    attachments.push({ attachmentId, name: part.name.slice(0, 1000), type: part.type.slice(0, 1000), bytes, sha256 });
  }
  const html = mail.html === null ? null : await keepPart(Buffer.from(mail.html), "text/html; charset=utf-8");
  const cut = mail.attachments.length > ATTACHMENTS_MAX ? ["attachments-left-in-original"] : [];
  return {
    ...mailbox,
    medium: "mail",
    externalKey,
    receivedAt: came.receivedAt,
    sender: senderOf(mail),
    subject: oneLine(mail.subject),
    content: mail.text,
    quoted: mail.quoted,
    htmlSha256: html?.sha256 ?? null,
    originalSha256: original.sha256,
    originalBytes: original.bytes,
    attachments,
    notes: [...mail.notes, ...cut],
    nature: mail.nature,
    mailHeaders: headersOf(mail, came.recipients ?? []),
  };
}

function senderOf({ from, replyTo }: ReadMail): NewArrival["sender"] {
  const sender: MailAddress | undefined = from ?? replyTo[0];
  if (!sender) return {};
  const email = sender.address.trim().toLowerCase().slice(0, 320);
  const name = oneLine(sender.name ?? "");
  return { ...(name === "" ? {} : { name }), ...(email === "" ? {} : { email }) };
}

const NAMES_MAX = 200;

function headersOf(mail: ReadMail, recipients: readonly string[]): NewArrival["mailHeaders"] {
  const { messageId, inReplyTo, references, to, cc, deliveredTo, date, bounce } = mail;
  const own = recipients.map((each) => each.toLowerCase());
  return {
    messageId: messageId?.slice(0, KEY_CHARS_MAX) ?? null,
    inReplyTo: inReplyTo.slice(0, NAMES_MAX),
    references: references.slice(-NAMES_MAX),
    to: to.slice(0, NAMES_MAX),
    cc: cc.slice(0, NAMES_MAX),
    deliveredTo: [...new Set([...own, ...deliveredTo])].slice(0, NAMES_MAX),
    date,
    bounce: bounce && {
      ofMessageId: bounce.ofMessageId,
      recipient: bounce.recipient,
      status: bounce.status,
      isPermanent: bounce.isPermanent,
    },
  };
}

function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, 1000);
}
