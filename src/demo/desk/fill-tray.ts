import { Readable } from "node:stream";
import { plainPhone } from "../../access/customer-identifiers.ts";
import { takeInMail } from "../../channels/mail-in/take-in-mail.ts";
import { mailTokenOf, taggedSubject } from "../../intake/mail-token.ts";
import { takeInArrival } from "../../intake/take-in.ts";
import type { WorkingCalendar } from "../../procedure/pure/calendar/working-calendar.ts";
import type { Instant } from "../../procedure/pure/instant.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { keepContent } from "../../store/attachments/keep-content.ts";
import { momentOf } from "../moments.ts";
import type { DemoStore } from "../seed-demo.ts";
import type { Desk, DemoMail, DemoMessage } from "./desk.ts";
import { mailBytes } from "./mail-bytes.ts";

/** Under these ids the channels are connected that the demonstration's mail and messages came by; none of them is. */
const MAILBOX = "demo-mail";
const OFFICE = "demo-office-mail";
const SMS = "demo-sms";

export type Told = { organisation: string; now: Instant; calendar: WorkingCalendar };

/** What came in by mail and SMS, taken in as it would be from a mailbox and a gateway. What an earlier start took in stays. */
export async function fillTray(store: DemoStore, { mailboxes, mails, messages }: Desk, told: Told): Promise<void> {
  const { organisation } = told;
  const there = await readInside(store.pool, organisation, async (connection) => {
    const numbers = await connection.query<{ id: string; number: string }>(
      "select complaint_id as id, number from complaint_row where organisation = $1 limit 1000",
      [organisation],
    );
    const before = await connection.query<{ messageId: string }>(
      `select message_id as "messageId" from arrival where organisation = $1 and message_id is not null limit 1000`,
      [organisation],
    );
    return {
      numbers: new Map(numbers.rows.map(({ id, number }) => [id, number])),
      messageIds: new Set(before.rows.map(({ messageId }) => messageId)),
    };
  });
  // In their order: an answer comes after what it answers.
  for (const mail of mails)
    if (!there.messageIds.has(messageIdOf(organisation, mail)))
      await takeIn(store, mail, { ...told, numbers: there.numbers, mailboxes, mails });
  for (const message of messages) await takeInMessage(store, message, told);
}

type AllMails = Told & Pick<Desk, "mailboxes" | "mails"> & { numbers: ReadonlyMap<string, string> };

async function takeIn(store: DemoStore, mail: DemoMail, all: AllMails): Promise<void> {
  const { organisation, mailboxes } = all;
  const isOffice = mail.toOffice === true;
  const receivedAt = momentOf(mail.at, all);
  const answered = all.mails.find(({ id }) => id === mail.answers);
  const bytes = mailBytes(mail, {
    messageId: messageIdOf(organisation, mail),
    to: isOffice ? mailboxes.office : mailboxes.complaints,
    writtenAt: receivedAt,
    subject: mail.about === undefined ? mail.subject : withToken(store, mail, { ...all, about: mail.about }),
    answers: answered && messageIdOf(organisation, answered),
  });
  const ownDomains = () => [mailboxes.complaints.slice(mailboxes.complaints.indexOf("@") + 1)];
  const onError = (error: unknown) => {
    throw error;
  };
  const mailbox = isOffice
    ? { organisation, connectionId: OFFICE, channel: null, beginsComplaints: false }
    : { organisation, connectionId: MAILBOX, channel: "email", beginsComplaints: true };
  const wiring = { store, secretsKey: store.secretsKey, attachments: store.attachments, ownDomains, onError };
  await takeInMail(wiring, mailbox, { bytes, receivedAt });
}

function withToken(
  { secretsKey }: DemoStore,
  { subject }: DemoMail,
  { organisation, numbers, about }: AllMails & { about: string },
): string {
  const complaintId = `${organisation}-${about}`;
  const number = numbers.get(complaintId);
  if (number === undefined) throw new Error(`a mail is about ${complaintId}, which was not told`);
  return taggedSubject(subject, { number, token: mailTokenOf(secretsKey, { organisation, complaintId }) });
}

/** The same at every start. */
function messageIdOf(organisation: string, { id, from }: DemoMail): string {
  return `<${organisation}.${id}${from.address.slice(from.address.indexOf("@"))}>`;
}

async function takeInMessage(store: DemoStore, { id, at, phone, text }: DemoMessage, told: Told): Promise<void> {
  const { organisation } = told;
  const content = Buffer.from(text);
  const kept = await keepContent(store, {
    organisation,
    content: Readable.from([content]),
    type: "text/plain",
    bytesMax: content.length,
    by: { kind: "system", process: "intake" },
  });
  await takeInArrival(
    { store, secretsKey: store.secretsKey },
    {
      organisation,
      connectionId: SMS,
      channel: null,
      medium: "sms",
      externalKey: `${organisation} ${id}`,
      beginsComplaints: false,
      receivedAt: momentOf(at, told),
      sender: { phone: plainPhone(phone) ?? phone },
      subject: "",
      content: text,
      quoted: null,
      htmlSha256: null,
      originalSha256: kept.sha256,
      originalBytes: kept.bytes,
      attachments: [],
      notes: [],
      nature: "message",
      mailHeaders: null,
    },
  );
}
