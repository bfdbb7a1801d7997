import { setTimeout as sleep } from "node:timers/promises";
import type { FetchMessageObject, ImapFlow } from "imapflow";
import { writeInside } from "../../projections/inside-organisation.ts";
import { noteState } from "../../store/channel-connections.ts";
import { advanceMailbox, leaseMailbox, releaseMailbox, type MailboxPlace } from "../../store/mailbox-place.ts";
import { MAIL_BYTES_MAX, takeInMail, type Mailbox, type MailInWiring } from "./take-in-mail.ts";
import { imapClient, type ImapSettings } from "./imap-settings.ts";

export type OpenMailbox = Mailbox & { settings: ImapSettings; password: string };

export type ReadingOptions = {
  /** Of this process: one process reads a mailbox. */
  holder: string;
  signal: AbortSignal;
  /** Time between two looks, besides what the server tells by itself. */
  pollMs?: number;
};

const LEASE_SECONDS = 15;
const RENEW_MS = 4_000;
/** Of a mail that is larger than may be kept. */
const BEGINNING_BYTES = 64 * 1024;

/**
 * Reads a mailbox until it is stopped: first what is there, then what comes, told by the server (IDLE) or by looking. Each message is
 * fetched whole, taken in, marked or moved, and only then counted as read, so that one that broke off is fetched again.
 *
 * @returns false at once where another process reads it
 * @throws what the server or the database fails with: the caller tries again later
 */
export async function readMailbox(
  wiring: MailInWiring,
  mailbox: OpenMailbox,
  options: ReadingOptions,
): Promise<boolean> {
  const { holder, signal, pollMs = 60_000 } = options;
  const lease = () =>
    inside(wiring, mailbox, (connection) => leaseMailbox(connection, mailbox, { holder, seconds: LEASE_SECONDS }));
  const place = await lease();
  if (!place) return false;
  const ending = new AbortController();
  const isOver = AbortSignal.any([signal, ending.signal]);
  const renewing = setInterval(
    () =>
      void lease().then(
        (kept) => kept ?? ending.abort(),
        () => undefined,
      ),
    RENEW_MS,
  );
  const client = imapClient(mailbox.settings, mailbox.password);
  // What waits for an answer is cut off, too.
  const cutOff = () => client.close();
  isOver.addEventListener("abort", cutOff, { once: true });
  try {
    await client.connect();
    await client.mailboxOpen(mailbox.settings.mailbox);
    await inside(wiring, mailbox, (connection) => noteState(connection, { ...mailbox, note: "ok" }));
    await readOn(wiring, { client, mailbox, place, holder, signal: isOver, pollMs });
  } catch (error) {
    if (!isOver.aborted) throw error;
  } finally {
    clearInterval(renewing);
    isOver.removeEventListener("abort", cutOff);
    client.close();
    await inside(wiring, mailbox, (connection) => releaseMailbox(connection, mailbox, holder)).catch(() => undefined);
  }
  return true;
}

type Reading = {
  client: ImapFlow;
  mailbox: OpenMailbox;
  place: MailboxPlace;
  holder: string;
  signal: AbortSignal;
  pollMs: number;
};

async function readOn(wiring: MailInWiring, reading: Reading): Promise<void> {
  const { client, signal, pollMs } = reading;
  let tell: (() => void) | undefined;
  let hasNews = false;
  const onNews = () => {
    hasNews = true;
    tell?.();
  };
  client.on("exists", onNews);
  client.on("close", onNews);
  while (!signal.aborted) {
    hasNews = false;
    await catchUp(wiring, reading);
    if (!client.usable) throw Object.assign(new Error("the server ended the connection"), { code: "ECONNRESET" });
    const news = new Promise<void>((resolve) => (tell = resolve));
    // Its failure is that of the next command.
    client.idle().catch(() => undefined);
    if (!hasNews) await Promise.race([news, sleep(pollMs, undefined, { signal, ref: false }).catch(() => undefined)]);
  }
}

/** Takes in everything that was not taken yet, the oldest first. */
async function catchUp(wiring: MailInWiring, reading: Reading): Promise<void> {
  const { client, mailbox, place, holder, signal } = reading;
  const uidValidity = client.mailbox === false ? null : Number(client.mailbox.uidValidity);
  if (uidValidity === null) throw new Error("no mailbox is open");
  // The server counts anew: what was taken is known by its content.
  if (place.uidValidity !== uidValidity) Object.assign(place, { uidValidity, lastUid: 0 });
  const found = await client.search({ uid: `${place.lastUid + 1}:*` }, { uid: true });
  const uids = (found || []).filter((uid) => uid > place.lastUid).toSorted((a, b) => a - b);
  for (const uid of uids) {
    if (signal.aborted) return;
    await takeOne(wiring, reading, uid);
    place.lastUid = uid;
    await inside(wiring, mailbox, (connection) =>
      advanceMailbox(connection, mailbox, { holder, uidValidity, lastUid: uid }),
    );
  }
}

async function takeOne(wiring: MailInWiring, { client, mailbox, place }: Reading, uid: number): Promise<void> {
  const about = await client.fetchOne(
    String(uid),
    { uid: true, size: true, internalDate: true, flags: true },
    { uid: true },
  );
  // Somebody has removed it meanwhile.
  if (!about || about.flags?.has("\\Deleted")) return;
  const receivedAt = receivedAtOf(about);
  // Read before the mailbox was connected: whoever read it has dealt with it.
  if (receivedAt < place.begunAt && about.flags?.has("\\Seen")) return;
  const isCut = (about.size ?? 0) > MAIL_BYTES_MAX;
  const source = isCut ? { start: 0, maxLength: BEGINNING_BYTES } : true;
  const message = await client.fetchOne(String(uid), { uid: true, source }, { uid: true });
  if (!message || !message.source) return;
  await takeInMail(wiring, mailboxOf(mailbox), { bytes: message.source, receivedAt, isCut });
  await inside(wiring, mailbox, (connection) => noteState(connection, { ...mailbox, note: "received" }));
  // What is not kept whole stays as it is in the mailbox.
  if (!isCut) await leaveMark(client, mailbox.settings, uid);
}

/** The mailbox may be one that is only read: what was taken is known without a mark. */
async function leaveMark(client: ImapFlow, { afterwards, moveTo }: ImapSettings, uid: number): Promise<void> {
  if (afterwards === "leave") return;
  await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
  if (afterwards === "move") await client.messageMove(String(uid), moveTo, { uid: true });
}

/** When the mail server took it: it was ours from then on. */
function receivedAtOf({ internalDate }: FetchMessageObject): string {
  const date = internalDate === undefined ? new Date() : new Date(internalDate);
  const known = Number.isNaN(date.getTime()) || date.getTime() > Date.now() ? new Date() : date;
  return known.toISOString();
}

function mailboxOf({ organisation, connectionId, channel, beginsComplaints }: OpenMailbox): Mailbox {
  return { organisation, connectionId, channel, beginsComplaints };
}

function inside<Result>(
  { store }: MailInWiring,
  { organisation }: Mailbox,
  work: Parameters<typeof writeInside<Result>>[2],
): Promise<Result> {
  return writeInside(store.pool, organisation, work);
}
