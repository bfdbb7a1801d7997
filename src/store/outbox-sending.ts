import type pg from "pg";
import { readInside, writeInside, type Connection } from "../projections/inside-organisation.ts";

/** A row of the outbox that may leave as mail, claimed by whoever sends it. */
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
  /** Under which the earlier ones of its thread left, the oldest first. */
  thread: string[];
};

/** What a claim keeps others from a row: longer than any try takes. After it, whoever held it is taken for dead. */
const CLAIM_MINUTES = 5;

/**
 * Claims what is due, for up to `limit` rows. What goes to a customer goes in the order of its facts, complaint by complaint, so that
 * what waits holds back what came after it; a one-time code, which is good for minutes, waits for nothing.
 */
export async function claimWaiting(
  pool: pg.Pool,
  { organisation, limit }: { organisation: string; limit: number },
): Promise<WaitingMessage[]> {
  const { rows } = await writeInside(pool, organisation, (connection) =>
    connection.query<WaitingMessage>({
      name: "claim_mail",
      text: `with due as materialized (
         select o.outbox_id, o.status from outbox o
         where o.organisation = $1 and o.ended_at is null and o.status in ('queued', 'sending', 'unknown')
           and o.audience in ('customer', 'link', 'inbox')
           and o.next_try_at <= clock_timestamp()
           and not (o.audience = 'customer' and o.kind <> 'one-time-code' and exists (
             select from outbox e
             where e.organisation = $1 and e.complaint_id = o.complaint_id and e.audience = 'customer'
               and e.ended_at is null and e.status in ('queued', 'sending', 'unknown')
               and e.kind <> 'one-time-code' and e.next_try_at < 'infinity'
               and (e.sequence, e.outbox_id) < (o.sequence, o.outbox_id)))
         order by o.next_try_at limit $2 for update of o skip locked)
       update outbox o
       set status = 'sending', attempts = o.attempts + 1, next_try_at = clock_timestamp() + $3 * interval '1 minute',
           may_have_left = o.may_have_left or due.status = 'sending'
       from due where o.organisation = $1 and o.outbox_id = due.outbox_id
       returning o.organisation, o.outbox_id as "outboxId", o.complaint_id as "complaintId", o.sequence, o.kind, o.audience, o.recipient, o.channel,
         o.content, instant_text(o.queued_at) as "queuedAt", o.attempts, o.may_have_left as "mayHaveLeft",
         case when o.audience = 'customer' then array(
           select e.message_id from outbox e
           where e.organisation = $1 and e.complaint_id = o.complaint_id and e.audience = 'customer'
             and e.message_id is not null and e.outbox_id <> o.outbox_id
           order by e.ended_at, e.outbox_id) else '{}' end as thread`,
      values: [organisation, limit, CLAIM_MINUTES],
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
  | { end: "again"; reason: string; afterMinutes: number; mayHaveLeft: boolean; messageId: string }
  /** It waits for a sender of another kind. */
  | { end: "not-mail" };

/** Writes how a try went; without effect where the claim was taken over meanwhile. */
export async function endTry(
  connection: Connection,
  { organisation, outboxId, attempts }: Pick<WaitingMessage, "organisation" | "outboxId" | "attempts">,
  how: SendingEnd,
): Promise<void> {
  const isOver = how.end !== "again" && how.end !== "not-mail";
  await connection.query(
    `update outbox set status = $4, last_error = $5, message_id = coalesce(message_id, $6), may_have_left = may_have_left or $7,
       next_try_at = case when $8 then next_try_at when $9::integer is null then 'infinity'
                     else clock_timestamp() + $9 * interval '1 minute' end,
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
  if (how.end === "not-mail") return "queued";
  if (how.end === "again") return how.mayHaveLeft ? "unknown" : "queued";
  return how.end;
}

/** What became of one that left or could not, to be told once. */
export type EndedMessage = Pick<WaitingMessage, "organisation" | "outboxId" | "kind" | "channel" | "content"> & {
  complaintId: string | null;
  recipient: string | null;
  audience: WaitingMessage["audience"];
  status: "sent" | "refused" | "failed" | "unknown";
  reason: string | null;
  endedAt: string;
};

/** Those whose end nobody was told yet, the oldest first. */
export async function unnotedEnds(
  pool: pg.Pool,
  { organisation, limit }: { organisation: string; limit: number },
): Promise<EndedMessage[]> {
  const { rows } = await readInside(pool, organisation, (connection) =>
    connection.query<EndedMessage>({
      name: "unnoted_mail",
      text: `select organisation, outbox_id as "outboxId", complaint_id as "complaintId", kind, audience, recipient, channel, content,
               status, last_error as reason, instant_text(ended_at) as "endedAt"
             from outbox where organisation = $1 and ended_at is not null and noted_at is null order by ended_at limit $2`,
      values: [organisation, limit],
    }),
  );
  return rows;
}

/**
 * Takes note that the end was told. What did not get through becomes a notice, once: to the owner of the complaint, or its unit;
 * without a complaint to whom it was for.
 */
export async function noteEnd(pool: pg.Pool, ended: EndedMessage): Promise<void> {
  const { organisation, outboxId, complaintId, recipient, kind, status, reason } = ended;
  await writeInside(pool, organisation, async (connection) => {
    await connection.query(
      "update outbox set noted_at = clock_timestamp() where organisation = $1 and outbox_id = $2",
      [organisation, outboxId],
    );
    if (status === "sent") return;
    await connection.query(
      `insert into outbox (organisation, outbox_id, complaint_id, sequence, kind, audience, recipient, content, urgency, queued_at,
         next_try_at)
       select $1, $2 || '.mail-failed', complaint_id, sequence, 'mail-failed', $3, $4, $5, 'now', clock_timestamp(), clock_timestamp()
       from outbox where organisation = $1 and outbox_id = $2
       on conflict do nothing`,
      [
        organisation,
        outboxId,
        complaintId === null ? "person" : "clock-owner",
        complaintId === null ? recipient : "owner",
        JSON.stringify({ of: kind, status, reason }),
      ],
    );
  });
}
