import { digitsForMail } from "../../access/one-time-codes.ts";
import type { Customer } from "../../complaint/events/parts.ts";
import type { MailLanguage } from "../../procedure/pure/mail/mail-texts.ts";
import { complaintFile } from "../../projections/complaint-file/complaint-file.ts";
import type { Connection } from "../../projections/inside-organisation.ts";
import { SEES_ALL } from "../../projections/visibility.ts";
import type { SendingEnd, WaitingMessage } from "../../store/outbox-sending.ts";
import { pinnedEdition } from "../../store/pinned-edition.ts";
import { acknowledgementOf } from "./compose-acknowledgement.ts";
import { composeDigest } from "./compose-digest.ts";
import { composeLink } from "./compose-link.ts";
import { dropped, type Composed, type MailWords, type OfFile, type Saying } from "./composed.ts";
import { addressIn } from "./message.ts";
import { saidOf } from "./said-of.ts";
import { worded } from "./wording.ts";

/** What did not leave for so long is no news any more; it stays in the file as not sent. */
const WAITED_DAYS_MAX = 7;

/**
 * Words for a row of the outbox, read from the file at the moment of sending: what was erased there meanwhile is in no mail. In a
 * transaction, because some mail carries a key that is made for it.
 */
export async function composeMail(connection: Connection, words: MailWords, mail: WaitingMessage): Promise<Composed> {
  if (mail.kind === "inbox-digest")
    return isTooOld(mail) ? dropped("waited-too-long") : composeDigest(connection, words, mail);
  const of = await fileOf(connection, words, mail);
  if ("instead" in of) return of;
  if (mail.kind === "answer-link") return composeLink(connection, words, mail, of);
  return composeToCustomer(connection, words, mail, of);
}

/** The file that a message is about; or why it need not leave. */
export async function fileOf(
  connection: Connection,
  { store }: Pick<MailWords, "store">,
  message: WaitingMessage,
): Promise<OfFile | { instead: SendingEnd }> {
  if (isTooOld(message)) return dropped("waited-too-long");
  const { organisation, complaintId } = message;
  if (complaintId === null) return dropped("complaint-gone");
  const file = await complaintFile(connection, { organisation, complaintId, visibility: SEES_ALL });
  if (!file) return dropped("complaint-gone");
  if (file.state.shownIn !== "work") return dropped("training");
  return { file, edition: pinnedEdition(store, file.state) };
}

/** The customer of the file that a message is about, as the file has them now; undefined where there is no file. */
export async function customerOf(
  connection: Connection,
  { organisation, complaintId }: WaitingMessage,
): Promise<Customer | undefined> {
  if (complaintId === null) return undefined;
  const file = await complaintFile(connection, { organisation, complaintId, visibility: SEES_ALL });
  return file?.state.customer;
}

function isTooOld({ attempts, queuedAt }: WaitingMessage): boolean {
  return attempts === 1 && Date.parse(queuedAt) < Date.now() - WAITED_DAYS_MAX * 86_400_000;
}

async function composeToCustomer(
  connection: Connection,
  words: MailWords,
  mail: WaitingMessage,
  of: OfFile,
): Promise<Composed> {
  const { edition, file } = of;
  const type = edition.channels.find(({ id }) => id === mail.channel)?.type;
  const to = addressIn(file.state.customer.email);
  const isAutomatic = mail.kind === "acknowledgement" || mail.kind === "one-time-code";
  if (to === undefined) {
    // Somebody wrote this, or had it sent again, and counts on its arrival; what is sent by itself nobody misses.
    const isMissed = (type === "email" && !isAutomatic) || mail.content["againBy"] !== undefined;
    return isMissed ? { instead: { end: "failed", reason: "no-address", messageId: null } } : dropped("no-address");
  }
  const saying = await sayingTo(connection, words, mail, of);
  if (saying === undefined) return dropped("nothing-to-say");
  const { id, valuesIn, documents, made = [] } = saying;
  return {
    to,
    fromName: edition.organisation.name,
    isAutomatic,
    about: { complaintId: file.complaintId, number: file.state.number },
    ...worded(words.texts, { id, edition }, valuesIn),
    documents,
    made,
  };
}

/** What a row of the outbox says to the customer; undefined where there is nothing to say any more. */
export async function sayingTo(
  connection: Connection,
  words: MailWords,
  message: WaitingMessage,
  of: OfFile,
): Promise<Saying | undefined> {
  const { file, edition } = of;
  const common = { organisation: edition.organisation.name, number: file.state.number };
  if (message.kind === "acknowledgement") return acknowledgementOf(connection, words, message, of);
  if (message.kind === "one-time-code") {
    const { organisation, outboxId } = message;
    const code = await digitsForMail(connection, { organisation, complaintId: file.complaintId, outboxId });
    if (!code) return undefined;
    const valuesIn = (language: MailLanguage) => ({
      ...common,
      digits: code.digits,
      purpose: words.texts(language, edition).purposes[code.purpose] ?? code.purpose,
      minutes: String(code.minutes),
    });
    return { id: "one-time-code", valuesIn, documents: [] };
  }
  const event = file.events.find(({ sequence }) => sequence === message.sequence);
  const said = event && saidOf(event, { complaint: file.state, events: file.events, edition });
  if (!said) return undefined;
  const { id, values, documents = [], made = [] } = said;
  return { id, valuesIn: () => ({ ...common, trackUrl: `${words.publicUrl}/tra-cuu`, ...values }), documents, made };
}
