import type { ComplaintEvent } from "../../complaint/events/event.ts";
import { replayed } from "../../complaint/events/read-stored.ts";
import type { Complaint } from "../../complaint/state.ts";
import type { Connection } from "../inside-organisation.ts";
import { seenBy, type Visibility } from "../visibility.ts";

/** Everything that is known of one complaint. Names of people and units are joined by whoever shows it. */
export type ComplaintFile = {
  complaintId: string;
  arrival: number;
  /** State after the last fact; its clocks carry the inputs of their proof: start, term, calendar version, pauses, extensions. */
  state: Complaint;
  events: ComplaintEvent[];
  /** What left because of it and what still waits, the latest first. */
  outbox: OutboxEntry[];
};

export type OutboxEntry = {
  outboxId: string;
  sequence: number;
  kind: string;
  audience: string;
  recipient: string | null;
  channel: string | null;
  urgency: "now" | "digest";
  status: OutboxStatus;
  /** By what it leaves or left; null: as its channel does, and nothing has tried it yet. */
  carrier: "mail" | "sms" | "chat" | null;
  /** Short messages that it was sent as. */
  parts: number | null;
  /** When what became of it after it had left became known. */
  outcomeAt: string | null;
  /** When its customer first opened the page that it leads to. */
  openedAt: string | null;
  /** The one that a person had sent once more by this. */
  againOf: string | null;
  queuedAt: string;
  /** When it came to its end; null: it waits, is being sent, or is tried again. */
  endedAt: string | null;
  /** When it is tried next; null where it is over, or waits for a sender that there is not. */
  nextTryAt: string | null;
  attempts: number;
  lastError: string | null;
};

export const outboxStatuses = [
  "queued",
  "sending",
  "sent",
  "delivered",
  "bounced",
  "refused",
  "failed",
  "unknown",
  "dropped",
  "gathered",
] as const;
export type OutboxStatus = (typeof outboxStatuses)[number];

/** The file of a complaint; undefined where there is none that the reader may see. */
export async function complaintFile(
  connection: Connection,
  asked: { organisation: string; complaintId: string; visibility: Visibility },
): Promise<ComplaintFile | undefined> {
  const { organisation, complaintId, visibility } = asked;
  const values: unknown[] = [organisation, complaintId];
  const isSeen = seenBy(visibility, (value) => `$${values.push(value)}`);
  const { rows } = await connection.query<{ arrival: string; events: unknown[]; outbox: OutboxEntry[] }>({
    name: "complaint_file",
    text: `select c.arrival, events_of($1, $2) as events, coalesce((
             select json_agg(json_build_object(
               'outboxId', o.outbox_id, 'sequence', o.sequence, 'kind', o.kind, 'audience', o.audience,
               'recipient', o.recipient, 'channel', o.channel, 'urgency', o.urgency, 'status', o.status,
               'queuedAt', instant_text(o.queued_at), 'endedAt', instant_text(o.ended_at), 'nextTryAt',
               case when o.ended_at is null and o.attempts > 0 and o.next_try_at < 'infinity' then instant_text(o.next_try_at) end,
               'attempts', o.attempts, 'lastError', o.last_error, 'carrier', o.carrier, 'parts', o.parts,
               'outcomeAt', instant_text(o.outcome_at), 'openedAt', instant_text(o.opened_at), 'againOf', o.again_of)
               order by o.queued_at desc, o.outbox_id)
             from outbox o where o.organisation = $1 and o.complaint_id = $2), '[]') as outbox
           from complaint c join complaint_row r on r.organisation = c.organisation and r.complaint_id = c.complaint_id
           where c.organisation = $1 and c.complaint_id = $2 and ${isSeen}`,
    values,
  });
  const row = rows[0];
  if (!row) return undefined;
  const { events, complaint } = replayed(row.events);
  if (!complaint) throw new Error(`complaint ${complaintId} has no facts`);
  return { complaintId, arrival: Number(row.arrival), state: complaint, events, outbox: row.outbox };
}

/** The complaint with this number on paper; undefined where there is none. Served by `complaint_number`. */
export async function findComplaint(
  connection: Connection,
  { organisation, number }: { organisation: string; number: string },
): Promise<string | undefined> {
  const { rows } = await connection.query<{ complaint_id: string }>({
    name: "find_complaint",
    text: "select complaint_id from complaint where organisation = $1 and number = $2",
    values: [organisation, number.trim().toUpperCase()],
  });
  return rows[0]?.complaint_id;
}
