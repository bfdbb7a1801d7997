import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { ReadAnswer, ReadOrder } from "./read-process.ts";

/** What the mail is by its headers and structure (RFC 3834, RFC 3464); only a `message` may start or answer a complaint. */
export type MailNature = "message" | "bounce" | "automatic" | "list" | "loop" | "unreadable";

/** What had to be guessed or was broken; each at most once. */
export type MailNote =
  /** No charset was named, or the named one does not fit the bytes: it was recognised by the words. */
  | "charset-guessed"
  /** UTF-8 that somebody on the way had read as a Western charset: put right. */
  | "mojibake-mended"
  /** Some characters could not be told and stand as U+FFFD. */
  | "characters-lost"
  /** Boundaries missing, parts cut off, headers without an end: read as far as it goes. */
  | "broken-structure"
  /** A transfer encoding that does not hold what it says. */
  | "broken-encoding"
  /** A part that is no text for us (encrypted, winmail.dat, a signature, a message within): kept as an attachment. */
  | "part-kept-as-is"
  | "winmail-dat"
  | "encrypted"
  | "signed"
  | "forwarded-message"
  | "calendar"
  | "remote-images-blocked"
  | "active-content-removed"
  /** There were no words in plain text: they come from the HTML. */
  | "text-from-html"
  | "empty"
  | "text-cut"
  | "headers-cut"
  | "too-many-parts"
  | "too-deep"
  | "too-large"
  | "took-too-long";

export type MailAddress = { name: string | null; address: string };

export type MailAttachment = {
  /** NFC, without folders and control characters; never empty. */
  name: string;
  /** By its content, not by what the mail says. */
  type: string;
  content: Buffer;
  /** Without angle brackets. */
  contentId: string | null;
  /** Shown within the HTML. */
  isInline: boolean;
};

export type MailBounce = {
  /** Message-ID of the mail that came back, with angle brackets. */
  ofMessageId: string | null;
  recipient: string | null;
  /** RFC 3463: `5.1.1`. */
  status: string | null;
  isPermanent: boolean;
  /** What the refusing server said, at most 500 characters. */
  serverWords: string | null;
};

/** A mail as it is read. Its original is kept elsewhere, byte for byte. */
export type ReadMail = {
  /** With angle brackets, as the other identifiers. */
  messageId: string | null;
  inReplyTo: string[];
  references: string[];
  from: MailAddress | null;
  replyTo: MailAddress[];
  /** Addresses in lower case. */
  to: string[];
  cc: string[];
  /** Delivered-To, X-Original-To, Envelope-To: by which of our addresses it came. */
  deliveredTo: string[];
  subject: string;
  /** When its sender says it was written, RFC 3339 in UTC. */
  date: string | null;
  /** The sender's own words, NFC, lines ended by \n; empty when there are none. */
  text: string;
  /** What stands below or above it of earlier mails. */
  quoted: string | null;
  signature: string | null;
  /** Sanitised: no scripts, styles, forms or remote content; images only `cid:` of its own attachments. */
  html: string | null;
  attachments: MailAttachment[];
  notes: MailNote[];
  nature: MailNature;
  bounce: MailBounce | null;
};

/** How a mail that we sent ourselves is told when it comes back. */
export type OwnMail = {
  /** Domains of the addresses that we send from, in lower case. */
  domains: readonly string[];
};

/** No mail server takes more. */
const BYTES_MAX = 64 * 1024 * 1024;
const WAIT_MS_MAX = 20_000;
const MEMORY_MB_MAX = 512;

type Waiting = { bytes: Buffer; own: OwnMail; settle: (mail: ReadMail) => void };

const waiting: Waiting[] = [];
let reader: ChildProcess | undefined;
let now: { mail: Waiting; timer: NodeJS.Timeout } | undefined;

/**
 * Reads in a process of its own, one mail after the other. Never rejects: what cannot be read within its bounds of time (20 s), memory and
 * size is `unreadable`, with a note that says why.
 */
export async function readMail(bytes: Buffer, own: OwnMail = { domains: [] }): Promise<ReadMail> {
  if (bytes.length === 0) return unreadable("empty");
  if (bytes.length > BYTES_MAX) return unreadable("too-large");
  return new Promise((settle) => {
    waiting.push({ bytes, own, settle });
    readNext();
  });
}

function readNext(): void {
  if (now) return;
  const mail = waiting.shift();
  if (!mail) return idle();
  const child = reader ?? begun();
  reader = child;
  now = { mail, timer: setTimeout(() => giveUp(child, "took-too-long"), WAIT_MS_MAX) };
  child.ref();
  child.channel?.ref();
  child.send({ bytes: mail.bytes, own: mail.own } satisfies ReadOrder, (error) => error && giveUp(child, "too-large"));
}

function begun(): ChildProcess {
  const child = fork(join(import.meta.dirname, "read-process.ts"), {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    execArgv: [`--max-old-space-size=${MEMORY_MB_MAX}`],
    // It needs nothing of what this process is configured with.
    env: {},
  });
  child.on("message", (answer: ReadAnswer) => {
    if (child === reader) end("mail" in answer ? asBuffers(answer.mail) : unreadable(whyNot(answer.failed)));
  });
  child.on("error", () => giveUp(child, "too-large"));
  child.on("exit", () => giveUp(child, "too-large"));
  return child;
}

/** Nobody's end waits for it while it has nothing to do. */
function idle(): void {
  reader?.unref();
  reader?.channel?.unref();
}

/** Of this process nothing comes any more: the next mail gets a fresh one. */
function giveUp(child: ChildProcess, note: MailNote): void {
  if (child !== reader) return;
  reader = undefined;
  child.kill("SIGKILL");
  end(unreadable(note));
}

function end(mail: ReadMail): void {
  if (!now) return;
  const { timer, mail: ended } = now;
  clearTimeout(timer);
  now = undefined;
  ended.settle(mail);
  readNext();
}

/** Between processes a Buffer becomes the plain bytes that it is. */
function asBuffers(mail: ReadMail): ReadMail {
  const attachments = mail.attachments.map((each) => ({ ...each, content: Buffer.from(each.content) }));
  return { ...mail, attachments };
}

function whyNot(failed: string): MailNote {
  if (failed.includes("header size")) return "too-large";
  return failed.includes("child nodes") ? "too-many-parts" : "broken-structure";
}

/** Nothing was read of it; it waits for a person with its original. */
export function unreadable(note: MailNote): ReadMail {
  return {
    messageId: null,
    inReplyTo: [],
    references: [],
    from: null,
    replyTo: [],
    to: [],
    cc: [],
    deliveredTo: [],
    subject: "",
    date: null,
    text: "",
    quoted: null,
    signature: null,
    html: null,
    attachments: [],
    notes: [note],
    nature: "unreadable",
    bounce: null,
  };
}
