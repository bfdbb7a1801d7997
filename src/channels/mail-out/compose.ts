import { addAnswerLink, keyForMail } from "../../access/answer-links.ts";
import { mailReadersOfUnit } from "../../access/mail-readers.ts";
import { digitsForMail } from "../../access/one-time-codes.ts";
import { keepTrackingCode, newTrackingCode } from "../../access/tracking-codes.ts";
import type { Attachment } from "../../complaint/events/parts.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { bothNames } from "../../procedure/pure/edition/english.ts";
import type { MailLanguage, MailTextsFor } from "../../procedure/pure/mail/mail-texts.ts";
import { complaintFile, type ComplaintFile } from "../../projections/complaint-file/complaint-file.ts";
import { promisedDays } from "../../projections/customer-view/promises.ts";
import type { Connection } from "../../projections/inside-organisation.ts";
import { SEES_ALL } from "../../projections/visibility.ts";
import type { Store } from "../../store/open-store.ts";
import type { MailEnd, WaitingMail } from "../../store/outbox-mail.ts";
import { pinnedEdition } from "../../store/pinned-edition.ts";
import { composeDigest } from "./compose-digest.ts";
import { dayInWords, instantInWords } from "./days.ts";
import { addressIn } from "./message.ts";
import { saidOf } from "./said-of.ts";
import { worded } from "./wording.ts";

/** What is needed to say something. `publicUrl`: without a slash at its end. */
export type Words = { store: Pick<Store, "registry">; texts: MailTextsFor; publicUrl: string };

/** A message but for its ids, or why there is none. */
export type Composed =
  | {
      to: string;
      fromName: string;
      subject: string;
      text: string;
      isAutomatic: boolean;
      documents: readonly Attachment[];
    }
  | { instead: MailEnd };

/** Channels whose customers read what was written on their own page, too. */
const READ_ON_PAGE: ReadonlySet<string> = new Set(["web-form", "ticket"]);
/** What did not leave for so long is no news any more; it stays in the file as not sent. */
const WAITED_DAYS_MAX = 7;

/**
 * Words for a row of the outbox, read from the file at the moment of sending: what was erased there meanwhile is in no mail. In a
 * transaction, because some mail carries a key that is made for it.
 */
export async function composeMail(connection: Connection, words: Words, mail: WaitingMail): Promise<Composed> {
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

type OfFile = { file: ComplaintFile; edition: Edition };

async function composeToCustomer(
  connection: Connection,
  words: Words,
  mail: WaitingMail,
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
  words: Words,
  mail: WaitingMail,
  of: OfFile,
): Promise<Wording | undefined> {
  const { file, edition } = of;
  const trackUrl = `${words.publicUrl}/tra-cuu`;
  const common = { organisation: edition.organisation.name, number: file.state.number };
  if (mail.kind === "acknowledgement")
    return { ...(await acknowledgement(connection, words, mail, of)), documents: [] };
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

async function acknowledgement(
  connection: Connection,
  { texts, publicUrl }: Words,
  { organisation }: WaitingMail,
  { file, edition }: OfFile,
): Promise<{ subject: string; text: string }> {
  const { complaintId, state } = file;
  const code = newTrackingCode(organisation);
  await keepTrackingCode(connection, code, { complaintId, madeBy: { kind: "system", process: "mail" } });
  const promises = promisedDays(state, state.receivedAt).map(({ purpose, dueAt, dueOn }) => {
    const rule = state.clocks.find((clock) => clock.purpose === purpose && clock.dueAt === dueAt)?.rule;
    const clock = edition.clocks.find(({ id }) => id === rule);
    return { name: clock ? bothNames(clock) : { vi: purpose, en: purpose }, dueOn: dayInWords(dueOn) };
  });
  const helplines = edition.channels.flatMap(({ type, address }) => (type === "phone" && address ? [address] : []));
  const until = { vi: "hết ngày", en: "by the end of" };
  return worded(texts, { id: "acknowledgement", edition }, (language) => ({
    organisation: edition.organisation.name,
    number: state.number,
    receivedAt: instantInWords(state.receivedAt, language),
    promises: promises.map(({ name, dueOn }) => `- ${name[language]}: ${until[language]} ${dueOn}`).join("\n"),
    code: code.text,
    trackUrl: `${publicUrl}/tra-cuu/${code.text}`,
    helplines: helplines.join(", "),
  }));
}

async function composeLink(connection: Connection, words: Words, mail: WaitingMail, of: OfFile): Promise<Composed> {
  if (mail.recipient === null) return linksForUnit(connection, mail, of);
  const { edition, file } = of;
  const coordination = file.state.coordinations.find(
    ({ coordinationId }) => coordinationId === mail.content["coordinationId"],
  );
  const isOpen = coordination && ["asked", "confirmed", "returned"].includes(coordination.status);
  const link = isOpen
    ? await keyForMail(connection, { organisation: mail.organisation, answerLinkId: mail.recipient })
    : undefined;
  if (!link || link.unit !== coordination?.unit) return dropped("link-over");
  const to = addressIn(link.email);
  if (to === undefined) return { instead: { end: "failed", reason: "no-address", messageId: null } };
  const clock = file.state.clocks.find(
    ({ scopeId, endedAt }) => scopeId === coordination.coordinationId && endedAt === null,
  );
  const said = worded(words.texts, { id: "answer-link", edition }, () => ({
    organisation: edition.organisation.name,
    number: file.state.number,
    unit: edition.units.find(({ id }) => id === link.unit)?.name ?? link.unit,
    sentTo: link.sentTo ?? "",
    dueAt: clock ? instantInWords(clock.dueAt) : "",
    url: `${words.publicUrl}/tra-loi/${link.key}`,
    expiresAt: instantInWords(link.expiresAt),
  }));
  return { to, fromName: edition.organisation.name, ...said, isAutomatic: true, documents: [] };
}

/** A request that went to a unit by e-mail: a link for each of its people who has an address, in a row of its own. */
async function linksForUnit(connection: Connection, mail: WaitingMail, { file }: OfFile): Promise<Composed> {
  const { organisation } = mail;
  const { complaintId, state } = file;
  const asked = state.coordinations.find(({ coordinationId }) => coordinationId === mail.content["coordinationId"]);
  if (!asked) return dropped("link-over");
  const { coordinationId, unit } = asked;
  const readers = await mailReadersOfUnit(connection, organisation, unit);
  if (readers.length === 0) return { instead: { end: "failed", reason: "no-address", messageId: null } };
  for (const { name, email } of readers) {
    const link = { organisation, complaintId, coordinationId, unit, email, sentTo: name, documents: [] };
    await addAnswerLink(connection, { ...link, sequence: state.sequence, madeBy: { kind: "system", process: "mail" } });
  }
  return { instead: { end: "gathered" } };
}

function dropped(reason: string): Composed {
  return { instead: { end: "dropped", reason } };
}
