import { findComplaint } from "../projections/complaint-file/complaint-file.ts";
import type { Connection } from "../projections/inside-organisation.ts";
import { senderKeyOf, type Arrival, type RecognisedBy } from "../store/arrivals.ts";
import type { SecretsKey } from "../store/secret-box.ts";
import { isMailTokenOf, tokensIn } from "./mail-token.ts";

/**
 * What an arrival is about.
 *
 * complaint  one of ours, for certain
 * other      it belongs to the thread of a complaint, and somebody else than its customer wrote it: a person looks
 * several    whoever wrote it has several that run, and did not say which
 * copy       the same message came by another connection of ours before; null: that one is not looked at yet
 */
export type Recognised =
  | { is: "complaint"; complaintId: string; by: RecognisedBy }
  | { is: "other"; complaintId: string }
  | { is: "several" }
  | { is: "copy"; complaintId: string | null }
  | undefined;

/** Message-IDs of one mail that are looked up, the nearest first. */
const REFERENCES_MAX = 60;

/** Finds which complaint an arrival is about: never by the words of its subject. */
export async function recognise(connection: Connection, key: SecretsKey, arrival: Arrival): Promise<Recognised> {
  if (arrival.medium !== "mail") return bySender(connection, arrival);
  return (
    (await byOurMessage(connection, arrival)) ??
    (await byToken(connection, key, arrival)) ??
    (await byCopy(connection, arrival)) ??
    (await byTheirThread(connection, arrival))
  );
}

/** What it names as answered, the nearest first; a bounce names what came back. */
function namedIn({ mailHeaders, nature }: Arrival): string[] {
  if (!mailHeaders) return [];
  const { inReplyTo, references, bounce } = mailHeaders;
  const returned = nature === "bounce" && bounce?.ofMessageId ? [bounce.ofMessageId] : [];
  return [...new Set([...returned, ...inReplyTo, ...references.toReversed()])].slice(0, REFERENCES_MAX);
}

async function byOurMessage(connection: Connection, arrival: Arrival): Promise<Recognised> {
  const named = namedIn(arrival);
  if (named.length === 0) return undefined;
  const { rows } = await connection.query<{ complaintId: string }>({
    name: "outbox_by_message_id",
    text: `select complaint_id as "complaintId" from outbox
           where organisation = $1 and message_id = any ($2::text[]) and complaint_id is not null and audience = 'customer'
           order by array_position($2::text[], message_id) limit 1`,
    values: [arrival.organisation, named],
  });
  return rows[0] && { is: "complaint", by: "message-id", ...rows[0] };
}

async function byToken(connection: Connection, key: SecretsKey, arrival: Arrival): Promise<Recognised> {
  const { organisation, mailHeaders, subject } = arrival;
  if (!mailHeaders) return undefined;
  const addresses = [...mailHeaders.deliveredTo, ...mailHeaders.to, ...mailHeaders.cc];
  for (const { number, token } of tokensIn({ addresses, subject })) {
    const complaintId = await findComplaint(connection, { organisation, number });
    if (complaintId !== undefined && isMailTokenOf(key, { organisation, complaintId }, token))
      return { is: "complaint", complaintId, by: "token" };
  }
  return undefined;
}

/** One mail that was sent to two mailboxes of ours is one letter. */
async function byCopy(connection: Connection, arrival: Arrival): Promise<Recognised> {
  const { organisation, arrivalId, mailHeaders } = arrival;
  if (!mailHeaders?.messageId) return undefined;
  const { rows } = await connection.query<{ complaintId: string | null; isUnseen: boolean }>({
    name: "arrival_copies",
    text: `select coalesce(b.complaint_id, b.about_complaint_id) as "complaintId",
             b.status = 'waiting' and b.waiting_reason = 'just-arrived' as "isUnseen"
           from arrival a join arrival b on b.organisation = a.organisation and b.message_id = a.message_id
           where a.organisation = $1 and a.arrival_id = $2 and b.arrival_id <> a.arrival_id
             and b.connection_id <> a.connection_id and b.content = a.content
             and b.sender ->> 'email' is not distinct from a.sender ->> 'email'
             and (b.recorded_at, b.arrival_id) < (a.recorded_at, a.arrival_id)
           order by b.recorded_at limit 1`,
    values: [organisation, arrivalId],
  });
  if (!rows[0]) return undefined;
  const { complaintId, isUnseen } = rows[0];
  if (isUnseen) return { is: "copy", complaintId: null };
  return complaintId === null ? undefined : { is: "copy", complaintId };
}

/** The customer goes on in a thread of their own, in which none of our mails is named. */
async function byTheirThread(connection: Connection, arrival: Arrival): Promise<Recognised> {
  const named = namedIn(arrival);
  if (named.length === 0) return undefined;
  const { rows } = await connection.query<{ complaintId: string; email: string | null }>({
    name: "arrival_by_message_id",
    text: `select complaint_id as "complaintId", sender ->> 'email' as email from arrival
           where organisation = $1 and message_id = any ($2::text[]) and complaint_id is not null and arrival_id <> $3
           order by array_position($2::text[], message_id) limit 1`,
    values: [arrival.organisation, named, arrival.arrivalId],
  });
  if (!rows[0]) return undefined;
  const { complaintId, email } = rows[0];
  const isSame = email !== null && email === arrival.sender.email;
  return isSame ? { is: "complaint", complaintId, by: "message-id" } : { is: "other", complaintId };
}

/** Short messages and chats name nothing: whoever wrote by this connection before goes on with what runs. */
async function bySender(connection: Connection, arrival: Arrival): Promise<Recognised> {
  const { organisation, connectionId, sender } = arrival;
  const key = senderKeyOf(sender);
  if (key === null) return undefined;
  const { rows } = await connection.query<{ complaintId: string }>({
    name: "open_complaints_of_sender",
    text: `select distinct a.complaint_id as "complaintId" from arrival a
           join complaint_row r on r.organisation = a.organisation and r.complaint_id = a.complaint_id
           where a.organisation = $1 and a.connection_id = $2 and a.sender_key = $3 and a.complaint_id is not null
             and r.is_open limit 2`,
    values: [organisation, connectionId, key],
  });
  if (rows.length > 1) return { is: "several" };
  return rows[0] && { is: "complaint", by: "sender", ...rows[0] };
}
