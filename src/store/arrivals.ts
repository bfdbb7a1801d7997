import { createHash } from "node:crypto";
import type { ActorRef } from "../complaint/events/event.ts";
import type { Attachment } from "../complaint/events/parts.ts";
import type { Connection } from "../projections/inside-organisation.ts";
import { noteNamed } from "./attachments/remove-unnamed.ts";
import { cleanText } from "./log/clean-text.ts";

export type ArrivalSender = {
  name?: string | undefined;
  /** In lower case. */
  email?: string | undefined;
  phone?: string | undefined;
  /** As the carrier knows whoever wrote, where that is no number. */
  userId?: string | undefined;
};

/** What the mail says of itself. Message-IDs with their angle brackets; addresses in lower case. */
export type ArrivalMailHeaders = {
  messageId: string | null;
  inReplyTo: string[];
  references: string[];
  to: string[];
  cc: string[];
  deliveredTo: string[];
  /** When its sender says it was written. */
  date: string | null;
  /** Of a notice that something came back. */
  bounce: {
    ofMessageId: string | null;
    recipient: string | null;
    /** RFC 3463: `5.1.1`. */
    status: string | null;
    isPermanent: boolean;
  } | null;
};

export type ArrivalNature = "message" | "bounce" | "automatic" | "list" | "loop" | "unreadable";
export type ArrivalStatus = "waiting" | "taken-in" | "set-aside" | "noted";

/** How it was found which complaint it is about. `person`: somebody said so. */
export type RecognisedBy = "message-id" | "token" | "sender" | "person";

/** Something that came in, with its original and attachments in the store of attachments already. */
export type NewArrival = {
  organisation: string;
  connectionId: string;
  /** Of the pack; null: the connection serves none. */
  channel: string | null;
  medium: "mail" | "sms" | "chat" | "call";
  /** The same for the same message, however often it is fetched. 1 to 1000 characters. */
  externalKey: string;
  /** Whether what is new in it may begin a complaint; otherwise it waits for a person. */
  beginsComplaints: boolean;
  /** When our side took it: UTC, milliseconds. */
  receivedAt: string;
  sender: ArrivalSender;
  subject: string;
  content: string;
  quoted: string | null;
  htmlSha256: string | null;
  originalSha256: string;
  originalBytes: number;
  attachments: Attachment[];
  /** Codes of what had to be guessed or was broken. */
  notes: string[];
  nature: ArrivalNature;
  mailHeaders: ArrivalMailHeaders | null;
};

export type Arrival = NewArrival & {
  arrivalId: string;
  recordedAt: string;
  aboutComplaintId: string | null;
  recognisedBy: RecognisedBy | null;
  status: ArrivalStatus;
  /** A code. It stays when the arrival waits no longer, so that the way back leads to where it was. */
  waitingReason: string | null;
  setAsideReason: string | null;
  handledBy: ActorRef | null;
  handledAt: string | null;
  /** The first fact that was made of it. */
  complaintId: string | null;
  sequence: number | null;
};

/** 128 bits of what the connection and the sender's own id say: what comes twice has one id. */
export function arrivalIdOf({ connectionId, externalKey }: Pick<NewArrival, "connectionId" | "externalKey">): string {
  return createHash("sha256").update(`${connectionId}\n${externalKey}`).digest("hex").slice(0, 32);
}

/** As whom the carrier knows whoever wrote; null: it does not say. */
export function senderKeyOf({ userId, phone, email }: ArrivalSender): string | null {
  // Mail to `hoa+1@` is Hoa's as well.
  return userId ?? phone ?? email?.replace(/\+[^@]*(?=@)/, "") ?? null;
}

const columns = `a.organisation, a.arrival_id as "arrivalId", a.connection_id as "connectionId", a.channel, a.medium,
  a.external_key as "externalKey", a.begins_complaints as "beginsComplaints", instant_text(a.received_at) as "receivedAt",
  instant_text(a.recorded_at) as "recordedAt", a.sender, a.subject, a.content, a.quoted, a.html_sha256 as "htmlSha256",
  a.original_sha256 as "originalSha256", a.original_bytes::float8 as "originalBytes", a.attachments, a.notes, a.nature,
  a.mail_headers as "mailHeaders", a.about_complaint_id as "aboutComplaintId", a.recognised_by as "recognisedBy", a.status,
  a.waiting_reason as "waitingReason", a.set_aside_reason as "setAsideReason", a.handled_by as "handledBy",
  instant_text(a.handled_at) as "handledAt", a.complaint_id as "complaintId", a.sequence`;

/**
 * Keeps what came in, to be looked at next; what was kept before stays as it is. Its contents belong to it from now on, and are not
 * tidied away.
 *
 * @returns the row as it stands, and whether it was there before
 */
export async function keepArrival(
  connection: Connection,
  came: NewArrival,
): Promise<{ arrival: Arrival; repeated: boolean }> {
  const arrival = cleanText(came);
  const arrivalId = arrivalIdOf(arrival);
  const { organisation, htmlSha256, originalSha256, attachments, mailHeaders } = arrival;
  const { rowCount } = await connection.query(
    `insert into arrival (organisation, arrival_id, connection_id, channel, medium, external_key, begins_complaints, received_at,
       sender, subject, content, quoted, html_sha256, original_sha256, original_bytes, attachments, notes, nature, mail_headers,
       message_id, sender_key, status, waiting_reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, 'waiting', 'just-arrived')
     on conflict (organisation, arrival_id) do nothing`,
    [
      organisation,
      arrivalId,
      arrival.connectionId,
      arrival.channel,
      arrival.medium,
      arrival.externalKey,
      arrival.beginsComplaints,
      arrival.receivedAt,
      JSON.stringify(arrival.sender),
      arrival.subject,
      arrival.content,
      arrival.quoted,
      htmlSha256,
      originalSha256,
      arrival.originalBytes,
      JSON.stringify(attachments),
      JSON.stringify(arrival.notes),
      arrival.nature,
      mailHeaders && JSON.stringify(mailHeaders),
      mailHeaders?.messageId ?? null,
      senderKeyOf(arrival.sender),
    ],
  );
  const contents = [originalSha256, ...(htmlSha256 === null ? [] : [htmlSha256])];
  await noteNamed(connection, organisation, [...contents, ...attachments.map(({ sha256 }) => sha256)]);
  const kept = await arrivalById(connection, organisation, arrivalId);
  if (!kept) throw new Error(`arrival ${arrivalId} was not kept`);
  return { arrival: kept, repeated: rowCount === 0 };
}

export async function arrivalById(
  connection: Connection,
  organisation: string,
  arrivalId: string,
): Promise<Arrival | undefined> {
  const { rows } = await connection.query<Arrival>({
    name: "arrival_by_id",
    text: `select ${columns} from arrival a where a.organisation = $1 and a.arrival_id = $2`,
    values: [organisation, arrivalId],
  });
  return rows[0];
}

/** How many of this sender became facts within a day before this one, by this connection, without a person. */
export async function takenOfSender(
  connection: Connection,
  { organisation, connectionId, sender }: Pick<Arrival, "organisation" | "connectionId" | "sender">,
): Promise<number> {
  const { rows } = await connection.query<{ taken: number }>({
    name: "arrivals_taken_of_sender",
    text: `select count(*)::integer as taken from (
             select from arrival where organisation = $1 and connection_id = $2 and (sender_key = $3 or (sender_key is null and $3::text is null))
               and complaint_id is not null and recorded_at > clock_timestamp() - interval '1 day'
               and handled_by ->> 'kind' = 'system'
             limit 1000) as latest`,
    values: [organisation, connectionId, senderKeyOf(sender)],
  });
  return rows[0]?.taken ?? 0;
}

/** What a process left unlooked at, the oldest first. */
export async function leftArrivals(
  connection: Connection,
  organisation: string,
  { olderThanSeconds, limit }: { olderThanSeconds: number; limit: number },
): Promise<Arrival[]> {
  const { rows } = await connection.query<Arrival>(
    `select ${columns} from arrival a
     where a.organisation = $1 and a.status = 'waiting' and a.waiting_reason = 'just-arrived'
       and a.recorded_at < clock_timestamp() - $2 * interval '1 second'
     order by a.recorded_at limit $3`,
    [organisation, olderThanSeconds, limit],
  );
  return rows;
}

/** How an arrival ended, or why it waits. */
export type ArrivalEnd = {
  about?: { complaintId: string; by: RecognisedBy } | undefined;
} & (
  | { status: "taken-in"; complaintId: string; sequence: number; handledBy: ActorRef }
  | { status: "noted"; reason?: string | undefined; handledBy: ActorRef }
  | { status: "waiting"; reason: string }
  | { status: "set-aside"; reason: string; handledBy: ActorRef }
);

/**
 * Writes how it ended; without effect where it was handled meanwhile. What was only noted may still be taken in.
 *
 * @returns whether it could be
 */
export async function endArrival(
  connection: Connection,
  { organisation, arrivalId }: Pick<Arrival, "organisation" | "arrivalId">,
  end: ArrivalEnd,
): Promise<boolean> {
  const isWaiting = end.status === "waiting";
  const { rowCount } = await connection.query(
    `update arrival set status = $3,
       about_complaint_id = coalesce($4, about_complaint_id), recognised_by = coalesce($5, recognised_by),
       waiting_reason = case when $6::text is not null then $6 when waiting_reason = 'just-arrived' then null else waiting_reason end,
       set_aside_reason = $7, handled_by = $8, handled_at = case when $9 then null else clock_timestamp() end,
       complaint_id = $10, sequence = $11
     where organisation = $1 and arrival_id = $2 and (status = 'waiting' or status = 'noted' and $3 = 'taken-in')`,
    [
      organisation,
      arrivalId,
      end.status,
      end.about?.complaintId ?? null,
      end.about?.by ?? null,
      end.status === "waiting" || end.status === "noted" ? (end.reason ?? null) : null,
      end.status === "set-aside" ? end.reason : null,
      isWaiting ? null : JSON.stringify(end.handledBy),
      isWaiting,
      end.status === "taken-in" ? end.complaintId : null,
      end.status === "taken-in" ? end.sequence : null,
    ],
  );
  return rowCount === 1;
}

/**
 * Erases the words, the sender and the contents of what these facts were made of; with the first fact, of what is only noted at the
 * complaint, too. Its place stays: that something came, when, and what became of it. One statement.
 */
export async function eraseArrivals(
  connection: Connection,
  organisation: string,
  { complaintId, erasures }: { complaintId: string; erasures: readonly { sequence: number }[] },
): Promise<void> {
  await connection.query({
    name: "erase_arrivals",
    text: `with gone as (
       select arrival_id, array_remove(array[original_sha256, html_sha256]
           || array(select each ->> 'sha256' from jsonb_array_elements(attachments) as each), null) as sha256s
       from arrival
       where organisation = $1 and erased_at is null and (complaint_id = $2 and sequence = any ($3::integer[])
         or about_complaint_id = $2 and complaint_id is null and status = 'noted' and 1 = any ($3::integer[]))
       for update),
     contents as (
       insert into erased_content (organisation, sha256)
       select distinct $1, unnest(sha256s) from gone on conflict do nothing)
     update arrival set sender = '{}', subject = '', content = '', quoted = null, html_sha256 = null, attachments = '[]',
       mail_headers = null, sender_key = null, message_id = null, erased_at = clock_timestamp()
     where organisation = $1 and arrival_id in (select arrival_id from gone)`,
    values: [organisation, complaintId, [...new Set(erasures.map(({ sequence }) => sequence))]],
  });
}

/** The first fact that a command with this key made; undefined: none was carried out. */
export async function factOfArrival(
  connection: Connection,
  organisation: string,
  idempotencyKey: string,
): Promise<{ complaintId: string; sequence: number } | undefined> {
  const { rows } = await connection.query<{ complaintId: string; sequence: number }>({
    name: "fact_of_arrival",
    text: `select complaint_id as "complaintId", first_sequence as sequence from idempotency
           where organisation = $1 and idempotency_key = $2`,
    values: [organisation, idempotencyKey],
  });
  return rows[0];
}

/** The way back: it waits again for the reason that it waited for. @returns whether it was set aside */
export async function undoSetAside(
  connection: Connection,
  { organisation, arrivalId }: Pick<Arrival, "organisation" | "arrivalId">,
): Promise<boolean> {
  const { rowCount } = await connection.query(
    `update arrival set status = 'waiting', set_aside_reason = null, handled_by = null, handled_at = null
     where organisation = $1 and arrival_id = $2 and status = 'set-aside'`,
    [organisation, arrivalId],
  );
  return rowCount === 1;
}
