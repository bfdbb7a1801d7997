import { digitsForMail } from "../../access/one-time-codes.ts";
import type { Attachment } from "../../complaint/events/parts.ts";
import type { MailLanguage } from "../../procedure/pure/mail/mail-texts.ts";
import { complaintFile } from "../../projections/complaint-file/complaint-file.ts";
import type { Connection } from "../../projections/inside-organisation.ts";
import { SEES_ALL } from "../../projections/visibility.ts";
import type { WaitingMessage } from "../../store/outbox-sending.ts";
import { pinnedEdition } from "../../store/pinned-edition.ts";
import { composeAcknowledgement } from "./compose-acknowledgement.ts";
import { composeDigest } from "./compose-digest.ts";
import { composeLink } from "./compose-link.ts";
import { dropped, type Composed, type MailWords, type OfFile } from "./composed.ts";
import { addressIn } from "./message.ts";
import { saidOf } from "./said-of.ts";
import { worded } from "./wording.ts";

/** Channels whose customers read what was written on their own page, too. */
const READ_ON_PAGE: ReadonlySet<string> = new Set(["web-form", "ticket"]);
/** What did not leave for so long is no news any more; it stays in the file as not sent. */
const WAITED_DAYS_MAX = 7;

/**
 * Words for a row of the outbox, read from the file at the moment of sending: what was erased there meanwhile is in no mail. In a
 * transaction, because some mail carries a key that is made for it.
 */
export async function composeMail(connection: Connection, words: MailWords, mail: WaitingMessage): Promise<Composed> {
  const isFirst = mail.attempts === 1;
  if (isFirst && Date.parse(mail.queuedAt) < Date.now() - WAITED_DAYS_MAX * 86_400_000)
    return dropped("waited-too-long");
  if (mail.kind === "inbox-digest") return composeDigest(connection, words, mail);
  const { organisation, complaintId } = mail;
  if (complaintId === null) return { instead: { end: "not-mail" } };
  const file = await complaintFile(connection, { organisation, complaintId, visibility: SEES_ALL });
  if (!file) return dropped("complaint-gone");
  if (file.state.shownIn !== "work") return dropped("training");
  const of: OfFile = { file, edition: pinnedEdition(words.store, file.state) };
  if (mail.kind === "answer-link") return composeLink(connection, words, mail, of);
  return composeToCustomer(connection, words, mail, of);
}

async function composeToCustomer(
  connection: Connection,
  words: MailWords,
  mail: WaitingMessage,
  of: OfFile,
): Promise<Composed> {
  const { edition, file } = of;
  const type = edition.channels.find(({ id }) => id === mail.channel)?.type;
  if (mail.channel !== null && type !== "email" && !READ_ON_PAGE.has(type ?? ""))
    return { instead: { end: "not-mail" } };
  const to = addressIn(file.state.customer.email);
  const isAutomatic = mail.kind === "acknowledgement" || mail.kind === "one-time-code";
  if (to === undefined) {
    // Somebody wrote this, and counts on its arrival; what is sent by itself nobody misses.
    const isMissed = type === "email" && !isAutomatic;
    return isMissed ? { instead: { end: "failed", reason: "no-address", messageId: null } } : dropped("no-address");
  }
  const said = await wordsToCustomer(connection, words, mail, of);
  if (said === undefined) return dropped("nothing-to-say");
  return { to, fromName: edition.organisation.name, isAutomatic, ...said };
}

type Wording = { subject: string; text: string; documents: readonly Attachment[] };

async function wordsToCustomer(
  connection: Connection,
  words: MailWords,
  mail: WaitingMessage,
  of: OfFile,
): Promise<Wording | undefined> {
  const { file, edition } = of;
  const trackUrl = `${words.publicUrl}/tra-cuu`;
  const common = { organisation: edition.organisation.name, number: file.state.number };
  if (mail.kind === "acknowledgement")
    return { ...(await composeAcknowledgement(connection, words, mail, of)), documents: [] };
  if (mail.kind === "one-time-code") {
    const { organisation, outboxId } = mail;
    const code = await digitsForMail(connection, { organisation, complaintId: file.complaintId, outboxId });
    if (!code) return undefined;
    const valuesIn = (language: MailLanguage) => ({
      ...common,
      digits: code.digits,
      purpose: words.texts(language, edition).purposes[code.purpose] ?? code.purpose,
      minutes: String(code.minutes),
    });
    return { ...worded(words.texts, { id: "one-time-code", edition }, valuesIn), documents: [] };
  }
  const event = file.events.find(({ sequence }) => sequence === mail.sequence);
  const said = event && saidOf(event, { complaint: file.state, events: file.events, edition });
  if (!said) return undefined;
  const { id, values, documents = [] } = said;
  return { ...worded(words.texts, { id, edition }, () => ({ ...common, trackUrl, ...values })), documents };
}
