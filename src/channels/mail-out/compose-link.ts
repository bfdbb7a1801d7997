import { addAnswerLink, keyForMail } from "../../access/answer-links.ts";
import { mailReadersOfUnit } from "../../access/mail-readers.ts";
import type { Connection } from "../../projections/inside-organisation.ts";
import type { WaitingMessage } from "../../store/outbox-sending.ts";
import { dropped, type Composed, type MailWords, type OfFile } from "./composed.ts";
import { instantInWords } from "./days.ts";
import { addressIn } from "./message.ts";
import { worded } from "./wording.ts";

/** The link by which somebody of a unit answers one request. */
export async function composeLink(
  connection: Connection,
  words: MailWords,
  mail: WaitingMessage,
  of: OfFile,
): Promise<Composed> {
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
async function linksForUnit(connection: Connection, mail: WaitingMessage, { file }: OfFile): Promise<Composed> {
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
