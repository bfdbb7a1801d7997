import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { z } from "zod";
import { readInside, writeInside } from "../../projections/inside-organisation.ts";
import { connectionsOf, noteState } from "../../store/channel-connections.ts";
import { organisationIds } from "../../store/open-store.ts";
import { MAIL_BYTES_MAX, takeInMail, type Mailbox, type MailInWiring } from "./take-in-mail.ts";

const address = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;
const ADDRESSES_MAX = 20;

/** Addresses for which a mail server hands mail over to the program's own receiver. */
export const smtpInSettings = z.strictObject({
  /** With commas between them; what follows a `+` in an address is left aside. */
  addresses: z
    .string()
    .max(5000)
    .refine((text) => addressesIn(text).every((each) => address.test(each)), "addresses, with commas between them")
    .refine((text) => {
      const { length } = addressesIn(text);
      return length >= 1 && length <= ADDRESSES_MAX;
    }, `1 to ${ADDRESSES_MAX} addresses`),
  beginsComplaints: z.boolean().default(true),
});

/** As they are typed with commas between them, in small letters. */
export function addressesIn(text: string): string[] {
  return text
    .split(",")
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== "");
}

export type Receiver = { port: number; close(): Promise<void> };

/** `heldBytesMax`: for specs. */
type Options = { host: string; port: number; protocol: "smtp" | "lmtp"; heldBytesMax?: number };

const RECIPIENTS_MAX = 100;
const CLIENTS_MAX = 50;
/** Of mails that are being received and kept, of all clients together: a few of the largest. Who comes beyond that comes again. */
const HELD_BYTES_MAX = 150 * 1024 * 1024;
const SILENCE_MS_MAX = 60_000;
const CLOSE_MS_MAX = 5_000;
const KNOWN_MS = 2_000;

let listening: { host: string; port: number } | undefined;

/** Where the receiver of this process listens, for the test of a connection; undefined: it has none. */
export function receiverAddress(): { host: string; port: number } | undefined {
  return listening;
}

/**
 * Takes mail for the addresses of connections, from mail servers of the provider's own: it relays nothing. A message is answered with 250
 * only when it is kept for each of its addresses; before that with a temporary refusal, so that it comes again.
 */
export async function openReceiver(
  wiring: MailInWiring,
  { host, port, protocol, heldBytesMax = HELD_BYTES_MAX }: Options,
): Promise<Receiver> {
  const mailboxFor = knownMailboxes(wiring);
  const room: Room = { bytes: heldBytesMax };
  const server = new SMTPServer({
    lmtp: protocol === "lmtp",
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: false,
    size: MAIL_BYTES_MAX,
    maxClients: CLIENTS_MAX,
    socketTimeout: SILENCE_MS_MAX,
    closeTimeout: CLOSE_MS_MAX,
    banner: "Hoi Am",
    onRcptTo: ({ address: to }, session, callback) => {
      if (session.envelope.rcptTo.length >= RECIPIENTS_MAX) return callback(said(452, "4.5.3 too many recipients"));
      const finish = (answer: Error | null) => callback(answer);
      void isOurs(to, mailboxFor).then(finish);
    },
    onData: (stream, session, callback) => {
      const finish = (answer: Error | null) => callback(answer);
      void answerTo(wiring, { stream, session, mailboxFor, room }).then(finish);
    },
  });
  // Of one client; it is gone.
  server.on("error", () => undefined);
  server.listen(port, host);
  await Promise.race([
    once(server.server, "listening"),
    once(server.server, "error").then(([error]) => Promise.reject(error)),
  ]);
  listening = { host, port: (server.server.address() as AddressInfo).port };
  return {
    port: listening.port,
    close: async () => {
      listening = undefined;
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function isOurs(to: string, mailboxFor: MailboxFor): Promise<Error | null> {
  try {
    return (await mailboxFor(to)) ? null : said(550, "5.1.1 no such mailbox here");
  } catch {
    return said(451, "4.3.0 try again later");
  }
}

async function answerTo(wiring: MailInWiring, sent: Parameters<typeof taken>[1]): Promise<Error | null> {
  try {
    return await taken(wiring, sent);
  } catch (error) {
    wiring.onError?.(error, {});
    return said(451, "4.3.0 not kept, try again later");
  }
}

type Sent = Readable & { sizeExceeded?: boolean };
/** What is left of it. */
type Room = { bytes: number };
type Came = { stream: Sent; session: SMTPServerSession; mailboxFor: MailboxFor };

async function taken(wiring: MailInWiring, { room, ...came }: Came & { room: Room }): Promise<Error | null> {
  const held: Held = { chunks: [], length: 0, isOver: null };
  try {
    await hold(came.stream, { held, room });
    if (held.isOver === "no-room") return said(452, "4.3.1 too much mail at this moment, try again later");
    if (held.isOver === "too-large" || came.stream.sizeExceeded) return said(552, "5.3.4 the message is too large");
    return await kept(wiring, { ...came, bytes: Buffer.concat(held.chunks.splice(0)) });
  } finally {
    room.bytes += held.length;
  }
}

async function kept(
  wiring: MailInWiring,
  { session, mailboxFor, bytes }: Came & { bytes: Buffer },
): Promise<Error | null> {
  const receivedAt = new Date().toISOString();
  const recipients = session.envelope.rcptTo.map((each) => each.address);
  const mailboxes = new Map<string, Mailbox>();
  for (const to of recipients) {
    const mailbox = await mailboxFor(to);
    if (!mailbox) return said(451, "4.2.1 the mailbox was taken away just now");
    mailboxes.set(`${mailbox.organisation} ${mailbox.connectionId}`, mailbox);
  }
  for (const mailbox of mailboxes.values()) {
    await takeInMail(wiring, mailbox, { bytes, receivedAt, recipients });
    await noteReceived(wiring, mailbox).catch((error: unknown) => wiring.onError?.(error, mailbox));
  }
  return null;
}

/** `length`: so much of the room it takes. */
type Held = { chunks: Buffer[]; length: number; isOver: "too-large" | "no-room" | null };

/** Takes what comes as far as there is room. It is read to its end all the same, so that the answer is heard. */
async function hold(stream: Readable, { held, room }: { held: Held; room: Room }): Promise<void> {
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (held.isOver !== null) continue;
    held.chunks.push(chunk);
    held.length += chunk.length;
    room.bytes -= chunk.length;
    if (held.length > MAIL_BYTES_MAX) held.isOver = "too-large";
    else if (room.bytes < 0) held.isOver = "no-room";
    if (held.isOver === null) continue;
    room.bytes += held.length;
    Object.assign(held, { chunks: [], length: 0 });
  }
}

/** The mailbox of an address. Which there are is looked up again after two seconds. */
type MailboxFor = (to: string) => Promise<Mailbox | undefined>;

function knownMailboxes(wiring: MailInWiring): MailboxFor {
  let known: { at: number; mailboxes: Promise<Map<string, Mailbox>> } | undefined;
  return async (to) => {
    if (!known || performance.now() - known.at > KNOWN_MS) {
      known = { at: performance.now(), mailboxes: mailboxesByAddress(wiring) };
      known.mailboxes.catch(() => (known = undefined));
    }
    return (await known.mailboxes).get(withoutTag(to.toLowerCase()));
  };
}

async function mailboxesByAddress({ store }: MailInWiring): Promise<Map<string, Mailbox>> {
  const found = new Map<string, Mailbox>();
  for (const organisation of await organisationIds(store.pool)) {
    const connections = await readInside(store.pool, organisation, (connection) =>
      connectionsOf(connection, organisation),
    );
    for (const { kind, isOn, settings, connectionId, channelId } of connections) {
      if (kind !== "smtp-in" || !isOn) continue;
      const parsed = smtpInSettings.safeParse(settings);
      if (!parsed.success) continue;
      const { addresses, beginsComplaints } = parsed.data;
      for (const each of addressesIn(addresses))
        if (!found.has(each)) found.set(each, { organisation, connectionId, channel: channelId, beginsComplaints });
    }
  }
  return found;
}

function noteReceived({ store }: MailInWiring, { organisation, connectionId }: Mailbox): Promise<void> {
  return writeInside(store.pool, organisation, (connection) =>
    noteState(connection, { organisation, connectionId, note: "received" }),
  );
}

function withoutTag(to: string): string {
  const at = to.lastIndexOf("@");
  const plus = to.indexOf("+");
  return plus > 0 && plus < at ? `${to.slice(0, plus)}${to.slice(at)}` : to;
}

function said(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}
