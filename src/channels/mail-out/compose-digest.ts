import { mailOffToken } from "../../access/mail-off.ts";
import { mailReader } from "../../access/mail-readers.ts";
import { noticesBetween } from "../../projections/notifications/notices-between.ts";
import type { Connection } from "../../projections/inside-organisation.ts";
import type { WaitingMessage } from "../../store/outbox-sending.ts";
import { dropped, type Composed, type MailWords } from "./composed.ts";
import { filledText } from "../../procedure/pure/mail/mail-texts.ts";
import { addressIn } from "./message.ts";
import { worded } from "./wording.ts";

/** Named one by one; the count says how many there are. */
const LISTED_MAX = 30;

/** What a colleague has not read, by kind and number: the file itself is read by whoever is signed in. */
export async function composeDigest(
  connection: Connection,
  { store, texts, publicUrl, secretsKey }: MailWords,
  { organisation, recipient, content }: WaitingMessage,
): Promise<Composed> {
  const reader = recipient === null ? undefined : await mailReader(connection, organisation, recipient);
  const to = addressIn(reader?.email);
  if (!reader || to === undefined) return dropped("no-address");
  const span = { since: String(content["since"]), to: String(content["to"]) };
  const notices = await noticesBetween(connection, { organisation, personId: reader.personId, ...span });
  if (notices.length === 0) return dropped("read-meanwhile");
  const { language } = reader;
  const words = texts(language, undefined).notices;
  const lines = notices.slice(0, LISTED_MAX).map(({ kind, number }) => {
    const template = words[kind] ?? words["other"] ?? "{number}";
    return `- ${filledText(template, { number: number ?? "…" })}`;
  });
  const name = organisationName(store, organisation);
  const said = worded(texts, { id: "inbox-digest", edition: undefined, language }, () => ({
    organisation: name,
    name: reader.name,
    count: String(notices.length),
    notices: lines.join("\n"),
    inboxUrl: `${publicUrl}/thong-bao`,
  }));
  const { personId } = reader;
  const token = secretsKey && mailOffToken(secretsKey, { organisation, personId });
  const turnOffUrl =
    token && `${publicUrl}/api/v1/public/daily-mail/${organisation}/${encodeURIComponent(personId)}/${token}`;
  return { to, fromName: name, ...said, isAutomatic: true, documents: [], turnOffUrl };
}

function organisationName({ registry }: MailWords["store"], organisation: string): string {
  const edition = registry.editions().findLast(({ ref }) => ref.organisation === organisation);
  return edition?.organisation.name ?? organisation;
}
