import type pg from "pg";
import { writeInside, type Connection } from "../projections/inside-organisation.ts";

/** What carries a message outside. `chat`: Zalo. */
export const carriers = ["mail", "sms", "chat"] as const;
export type Carrier = (typeof carriers)[number];

/** A row of the outbox, claimed by whoever sends it. */
export type WaitingMessage = {
  organisation: string;
  outboxId: string;
  /** Null where it is about many complaints. */
  complaintId: string | null;
  /** Of the fact on account of which it leaves. */
  sequence: number | null;
  kind: string;
  audience: "customer" | "link" | "inbox";
  recipient: string | null;
  /** The pack's channel; null: however the reader is told. */
  channel: string | null;
  content: Record<string, unknown>;
  queuedAt: string;
  /** Counts this try; also whose claim it is, should another worker take it over. */
  attempts: number;
  /** At an earlier try the server may have taken it without saying so. */
  mayHaveLeft: boolean;
  /** Message-IDs of the mails of its thread, ours and the customer's, the oldest first. */
  thread: string[];
  /** By which it leaves; null: by any that reaches its reader. */
  carrier: Carrier | null;
  /** Under which a gateway was to get it at an earlier try; null: no gateway has it. */
  reference: string | null;
};

/** What a claim keeps others from a row: longer than any try takes. After it, whoever held it is taken for dead. */
const CLAIM_MINUTES = 5;

/** What can leave at the moment, and which carrier a channel of the packs has. */
export type Carried = { carriers: readonly Carrier[]; carrierOfChannel: Readonly<Record<string, Carrier>> };

/** The carrier of a row; `$4` is `carrierOfChannel`. */
const carrierOf = (row: string) =>
  `coalesce(${row}.carrier, case when ${row}.audience <> 'customer' then 'mail' else $4::jsonb ->> ${row}.channel end)`;

/**
 * Claims what is due and can leave, for up to `limit` rows. What goes to a customer goes in the order of its facts, complaint by complaint, so that
 * what waits holds back what came after it; a one-time code, which is good for minutes, waits for nothing.
 */
export async function claimWaiting(
  pool: pg.Pool,
  { organisation, limit, carried }: { organisation: string; limit: number; carried: Carried },
): Promise<WaitingMessage[]> {
  const { rows } = await writeInside(pool, organisation, (connection) =>
    connection.query<WaitingMessage>({
      name: "claim_waiting",
      text: `with due as materialized (
         select o.outbox_id, o.status, ${carrierOf("o")} as carrier from outbox o
         where o.organisation = $1 and o.ended_at is null and o.status in ('queued', 'sending', 'unknown')
           and o.audience in ('customer', 'link', 'inbox')
           and o.next_try_at <= clock_timestamp()
           and (${carrierOf("o")} = any ($5) or o.channel is null and o.carrier is null and o.audience = 'customer')
           and not (o.audience = 'customer' and o.kind <> 'one-time-code' and exists (
             select from outbox e
             where e.organisation = $1 and e.complaint_id = o.complaint_id and e.audience = 'customer'
               and e.ended_at is null and e.status in ('queued', 'sending', 'unknown')
               and e.kind <> 'one-time-code' and ${carrierOf("e")} = any ($5)
               and (e.sequence, e.outbox_id) < (o.sequence, o.outbox_id)))
         order by o.next_try_at limit $2 for update of o skip locked)
       update outbox o
       set status = 'sending', attempts = o.attempts + 1, next_try_at = clock_timestamp() + $3 * interval '1 minute',
           may_have_left = o.may_have_left or due.status = 'sending' and (due.carrier is not distinct from 'mail' or o.reference is not null)
       from due where o.organisation = $1 and o.outbox_id = due.outbox_id
       returning o.organisation, o.outbox_id as "outboxId", o.complaint_id as "complaintId", o.sequence, o.kind, o.audience, o.recipient, o.channel,
         o.content, instant_text(o.queued_at) as "queuedAt", o.attempts, o.may_have_left as "mayHaveLeft",
         due.carrier, o.reference,
         case when o.audience = 'customer' then array(
           select t.message_id from (
             select e.message_id, e.ended_at as at, e.outbox_id as id from outbox e
             where e.organisation = $1 and e.complaint_id = o.complaint_id and e.audience = 'customer'
               and e.message_id is not null and e.outbox_id <> o.outbox_id
             union all
             select a.message_id, a.recorded_at, a.arrival_id from arrival a
             where a.organisation = $1 and a.complaint_id = o.complaint_id and a.message_id is not null) t
           order by t.at, t.id) else '{}' end as thread`,
      values: [organisation, limit, CLAIM_MINUTES, JSON.stringify(carried.carrierOfChannel), carried.carriers],
    }),
  );
  return rows;
}

/** How a try went. `reason` is a word or a status code, never an address or anything that somebody wrote. */
export type SendingEnd =
  | { end: "sent" | "refused" | "failed" | "unknown"; reason: string | null; messageId: string | null }
  /** It need not leave any more, or never could. Nobody is told. */
  | { end: "dropped"; reason: string }
  /** What it had to say goes out in other rows. */
  | { end: "gathered" }
  /** Once more, after so many minutes. */
  | { end: "again"; reason: string; afterMinutes: number; mayHaveLeft: boolean; messageId: string | null };

/** Writes how a try went; without effect where the claim was taken over meanwhile. */
export async function endTry(
  connection: Connection,
  { organisation, outboxId, attempts }: Pick<WaitingMessage, "organisation" | "outboxId" | "attempts">,
  how: SendingEnd,
): Promise<void> {
  const isOver = how.end !== "again";
  await connection.query(
    `update outbox set status = $4, last_error = $5, message_id = coalesce(message_id, $6), may_have_left = may_have_left or $7,
       next_try_at = case when $8 then next_try_at else clock_timestamp() + $9 * interval '1 minute' end,
       ended_at = case when $8 then clock_timestamp() end, noted_at = case when $10 then clock_timestamp() end
     where organisation = $1 and outbox_id = $2 and attempts = $3 and status = 'sending'`,
    [
      organisation,
      outboxId,
      attempts,
      statusOf(how),
      "reason" in how ? how.reason : null,
      "messageId" in how ? how.messageId : null,
      how.end === "again" && how.mayHaveLeft,
      isOver,
      how.end === "again" ? how.afterMinutes : null,
      how.end === "dropped" || how.end === "gathered",
    ],
  );
}

function statusOf(how: SendingEnd): string {
  if (how.end === "again") return how.mayHaveLeft ? "unknown" : "queued";
  return how.end;
}

/**
 * Writes, before a gateway gets a message, under which name it will know it: whoever finds the row after a crash can tell that it may have
 * left. False where the claim was taken over meanwhile: then it must not be sent.
 */
export async function noteLeaving(
  connection: Connection,
  { organisation, outboxId, attempts }: Pick<WaitingMessage, "organisation" | "outboxId" | "attempts">,
  by: { carrier: Carrier; connectionId: string; reference: string; parts: number },
): Promise<boolean> {
  const { rowCount } = await connection.query({
    name: "note_leaving",
    text: `update outbox set carrier = $4, connection_id = $5, reference = $6, parts = $7
           where organisation = $1 and outbox_id = $2 and attempts = $3 and status = 'sending'`,
    values: [organisation, outboxId, attempts, by.carrier, by.connectionId, by.reference, by.parts],
  });
  return rowCount === 1;
}
