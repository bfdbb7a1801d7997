import { buffer } from "node:stream/consumers";
import type { Attachment } from "../../complaint/events/parts.ts";
import { mailTokenOf, taggedAddress, taggedSubject } from "../../intake/mail-token.ts";
import { readInside, writeInside } from "../../projections/inside-organisation.ts";
import type { AttachmentStore } from "../../store/attachments/attachment-store.ts";
import { contentState } from "../../store/attachments/content-state.ts";
import { contentSafety } from "../../store/attachments/scan-contents.ts";
import { gatherInboxDigests } from "../../store/gather-inbox-digests.ts";
import type { Store } from "../../store/open-store.ts";
import { endTry, type SendingEnd, type WaitingMessage } from "../../store/outbox-sending.ts";
import type { SecretsKey } from "../../store/secret-box.ts";
import type { TestStep } from "../connection-kind.ts";
import { outboxSender, type MessageCarrier } from "../send-out/outbox-sender.ts";
import { composeMail, customerOf } from "./compose.ts";
import type { MailWords } from "./composed.ts";
import { handOver, type HandedOver } from "./hand-over.ts";
import { addressIn, messageBytes, messageIdOf, type Message } from "./message.ts";
import { dkimFor, fromOf, replyToOf, type MailSettings } from "./settings.ts";
import { testMail } from "./test-server.ts";
import { endOfTry } from "./try-again.ts";

/** Documents of one message in all; beyond it they are read on the customer's page. */
const DOCUMENTS_BYTES_MAX = 15_000_000;

export type MailWiring = MailWords & {
  store: Store;
  attachments: AttachmentStore;
  settings: MailSettings;
  /** Organisations whose mail stays where it is: nobody in them is real. */
  silent: ReadonlySet<string>;
  /** Signs by what an answer is known; undefined: by its thread alone. */
  secretsKey?: SecretsKey | undefined;
};

/**
 * connected: the last try reached the server, or there was none yet. held-back: there is a server, and no organisation whose mail leaves,
 * as in a demonstration.
 */
export type MailState = "not-connected" | "held-back" | "connected" | "unreachable";

export type MailSender = MessageCarrier & {
  /** One round for an organisation where nothing but mail leaves; gives how much was done. */
  turn: (organisation: string, signal?: AbortSignal) => Promise<number>;
  /** Whether mail of this organisation leaves at all. */
  sendsFor: (organisation: string) => boolean;
  state: () => MailState;
  /** Sends a test message to one address; undefined: no mail of this organisation leaves. */
  test: (organisation: string, to: string, signal: AbortSignal) => Promise<TestStep[] | undefined>;
};

/** Carries messages as mail, each in a connection of its own. */
export function mailSender(wiring: MailWiring): MailSender {
  let isReached = true;
  const onTried = (isAnswered: boolean) => (isReached = isAnswered);
  const addressOf = (organisation: string) =>
    wiring.silent.has(organisation) ? undefined : fromOf(wiring.settings, organisation);
  const carrier: MessageCarrier = {
    carries: (organisation) =>
      Promise.resolve(addressOf(organisation) === undefined ? [] : [{ carrier: "mail", channels: [] }]),
    prepare: (organisation) => gatherInboxDigests(wiring.store, { organisation }),
    reaches: async (message) => {
      const customer = await readInside(wiring.store.pool, message.organisation, (each) => customerOf(each, message));
      return addressIn(customer?.email) !== undefined;
    },
    tryOne: async (mail, signal) => {
      const from = addressOf(mail.organisation);
      if (from !== undefined) await tryOne(wiring, { mail, from, onTried, signal });
    },
  };
  return {
    ...carrier,
    turn: outboxSender({ store: wiring.store, all: [carrier] }).turn,
    sendsFor: (organisation) => addressOf(organisation) !== undefined,
    test: async (organisation, to, signal) => {
      const from = addressOf(organisation);
      return from === undefined ? undefined : testMail(wiring.settings, { organisation, from, to }, signal);
    },
    state: () => {
      const sends = wiring.store.registry.organisations().some(({ id }) => addressOf(id) !== undefined);
      if (!sends) return "held-back";
      return isReached ? "connected" : "unreachable";
    },
  };
}

type Try = {
  mail: WaitingMessage;
  from: string;
  onTried: (isAnswered: boolean) => void;
  signal: AbortSignal | undefined;
};

async function tryOne(wiring: MailWiring, { mail, from, onTried, signal }: Try): Promise<void> {
  const { organisation, outboxId, attempts, mayHaveLeft } = mail;
  const messageId = messageIdOf({ organisation, outboxId, from, key: wiring.secretsKey });
  const ended = { attempts, mayHaveLeft, messageId };
  const write = (told: HandedOver) =>
    writeInside(wiring.store.pool, organisation, (connection) => endTry(connection, mail, endOfTry(told, ended)));
  let ready: { to: string; bytes: Buffer } | undefined;
  try {
    ready = await readyToSend(wiring, mail, { from, messageId });
  } catch (error) {
    await write({ outcome: "later", reason: "not-composed" });
    throw error;
  }
  if (ready === undefined) return;
  const told = await handOver(wiring.settings, { from, ...ready, signal });
  onTried(told.reason === null || /^\d/.test(told.reason));
  await write(told);
}

/** The bytes of a message; undefined where there is none to send, which is then written. */
async function readyToSend(
  wiring: MailWiring,
  mail: WaitingMessage,
  { from, messageId }: { from: string; messageId: string },
): Promise<{ to: string; bytes: Buffer } | undefined> {
  const { store, settings } = wiring;
  const { organisation } = mail;
  const composed = await writeInside(store.pool, organisation, async (connection) => {
    const made = await composeMail(connection, wiring, mail);
    if (!("instead" in made)) return made;
    await endTry(connection, mail, made.instead);
    return undefined;
  });
  if (composed === undefined) return undefined;
  const { to, fromName, text, isAutomatic, turnOffUrl, documents, made = [] } = composed;
  const attachments = await contentsOf(wiring, organisation, documents);
  if (typeof attachments === "string") {
    const { attempts, mayHaveLeft } = mail;
    const end: SendingEnd =
      attachments === "document-not-scanned"
        ? endOfTry({ outcome: "later", reason: attachments }, { attempts, mayHaveLeft, messageId })
        : { end: "failed", reason: attachments, messageId: null };
    await writeInside(store.pool, organisation, (connection) => endTry(connection, mail, end));
    return undefined;
  }
  const message = {
    messageId,
    from: { name: fromName, address: from },
    ...knownBy(wiring, organisation, composed),
    to,
    text,
    thread: mail.thread,
    isAutomatic,
    turnOffUrl,
    attachments: [...attachments, ...made],
  };
  return { to, bytes: await messageBytes(message, dkimFor(settings, from)) };
}

/** Where answers go and what it is called, with the token by which an answer is known. */
function knownBy(
  { settings, secretsKey }: MailWiring,
  organisation: string,
  { subject, about }: { subject: string; about?: { complaintId: string; number: string } },
): Pick<Message, "replyTo" | "subject"> {
  const replyTo = replyToOf(settings, organisation);
  if (!secretsKey || !about) return { replyTo, subject };
  const token = mailTokenOf(secretsKey, { organisation, complaintId: about.complaintId });
  const word = { number: about.number, token };
  return {
    replyTo: replyTo === undefined || !settings.replyPlus ? replyTo : taggedAddress(replyTo, word),
    subject: taggedSubject(subject, word),
  };
}

type NotSent = "document-missing" | "document-infected" | "document-not-scanned";

/**
 * Contents of the documents that go with a message; those that are too large for mail are read on the customer's page. Where one is gone or
 * was altered, the message is not what somebody issued; and nothing leaves that is given to nobody here.
 */
async function contentsOf(
  { attachments, store }: MailWiring,
  organisation: string,
  documents: readonly Attachment[],
): Promise<Message["attachments"] | NotSent> {
  const contents: { name: string; type: string; content: Buffer }[] = [];
  let bytesLeft = DOCUMENTS_BYTES_MAX;
  for (const { sha256, name, type, bytes } of documents) {
    if ((await contentState(attachments, organisation, sha256)) !== "whole") return "document-missing";
    const safety = await contentSafety({ attachments, pool: store.pool }, organisation, sha256);
    if (safety.state === "infected") return "document-infected";
    if (safety.state === "not-seen") return "document-not-scanned";
    const content = bytes > bytesLeft ? undefined : await attachments.open(organisation, sha256);
    if (!content) continue;
    bytesLeft -= bytes;
    contents.push({ name, type, content: await buffer(content) });
  }
  return contents;
}
