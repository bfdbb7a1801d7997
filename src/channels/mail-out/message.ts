import { createHash, createHmac } from "node:crypto";
import nodemailer from "nodemailer";
import type { SecretsKey } from "../../store/secret-box.ts";
import { htmlOf } from "./html-of.ts";
import { domainOf, type Dkim } from "./settings.ts";

/** A message as it is to leave. Everything in it may come from people: what does not fit a header is taken out here. */
export type Message = {
  messageId: string;
  from: { name: string; address: string };
  replyTo: string | undefined;
  to: string;
  subject: string;
  /** Plain text; its lines end with \n. The HTML part says the same. */
  text: string;
  /** Message-IDs of the thread so far, the oldest first, the customer's own among them: what is no Message-ID is left out. */
  thread: readonly string[];
  /** No person wrote it: robots that read it must not answer. RFC 3834. */
  isAutomatic: boolean;
  /** Of mail that comes by itself again and again: where a click turns it off. RFC 8058. */
  turnOffUrl?: string | undefined;
  attachments: readonly { name: string; type: string; content: Buffer }[];
};

/** What the signature covers: RFC 6376 5.4.1, with what RFC 8058 wants. */
const SIGNED =
  "from:to:cc:reply-to:subject:date:message-id:in-reply-to:references:mime-version:content-type:content-transfer-encoding:auto-submitted:list-unsubscribe:list-unsubscribe-post";
const REFERENCES_MAX = 20;
const SUBJECT_CHARS_MAX = 200;

/** The bytes of a message, signed where there is a key. Their Date is now. */
export async function messageBytes(message: Message, dkim: Dkim | undefined): Promise<Buffer> {
  const { from, replyTo, to, subject, text, messageId, thread, isAutomatic, turnOffUrl, attachments } = message;
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const named = thread.filter((each) => /^<[\x21-\x3b\x3d\x3f-\x7e]{1,300}>$/.test(each));
  const references = [...named.slice(0, 1), ...named.slice(1).slice(1 - REFERENCES_MAX)];
  const made = await composer.sendMail({
    messageId,
    from: { name: oneLine(from.name), address: from.address },
    ...(replyTo === undefined ? {} : { replyTo }),
    to: { name: "", address: to },
    subject: oneLine(subject).slice(0, SUBJECT_CHARS_MAX),
    text,
    html: htmlOf(text),
    ...(references.length > 0 ? { inReplyTo: references.at(-1) ?? "", references } : {}),
    headers: {
      ...(isAutomatic && { "Auto-Submitted": "auto-generated" }),
      ...(turnOffUrl && {
        "List-Unsubscribe": `<${turnOffUrl}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
    attachments: attachments.map(({ name, type, content }) => ({
      filename: oneLine(name),
      contentType: type,
      content,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim && {
      dkim: {
        domainName: dkim.domain,
        keySelector: dkim.selector,
        privateKey: dkim.privateKey,
        headerFieldNames: SIGNED,
      },
    }),
  });
  return made.message as Buffer;
}

/**
 * The id under which a row of the outbox leaves, however often: whoever gets it twice can tell. It proves an answer, so nobody who knows the
 * row, by the address of a complaint's page, may count it out: with a key it takes that.
 */
export function messageIdOf({
  organisation,
  outboxId,
  from,
  key,
}: {
  organisation: string;
  outboxId: string;
  from: string;
  key: SecretsKey | undefined;
}): string {
  const keyed = key ? createHmac("sha256", key.bytes).update("message-id\n") : createHash("sha256");
  const hash = keyed.update(`${organisation}\n${outboxId}`).digest("hex").slice(0, 32);
  return `<${hash}@${domainOf(from)}>`;
}

/** One address and nothing else, of letters that every server takes; undefined for anything else that stands in a file. */
export function addressIn(text: string | null | undefined): string | undefined {
  const address = text?.trim() ?? "";
  const isAddress =
    address.length <= 254 && /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(address);
  return isAddress ? address : undefined;
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
