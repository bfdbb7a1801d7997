import type pg from "pg";
import { readInside, writeInside, type Connection } from "../projections/inside-organisation.ts";
import type { WaitingMessage } from "./outbox-sending.ts";

/** What became of one that left or could not, to be told once. */
export type EndedMessage = Pick<WaitingMessage, "organisation" | "outboxId" | "kind" | "channel" | "content"> & {
  complaintId: string | null;
  recipient: string | null;
  audience: WaitingMessage["audience"];
  status: "sent" | "delivered" | "bounced" | "refused" | "failed" | "unknown";
  reason: string | null;
  endedAt: string;
  /** When it became known what came of it after it had left; null: nothing has. */
  outcomeAt: string | null;
};

/** Those whose end nobody was told yet, the oldest first. */
export async function unnotedEnds(
  pool: pg.Pool,
  { organisation, limit }: { organisation: string; limit: number },
): Promise<EndedMessage[]> {
  const { rows } = await readInside(pool, organisation, (connection) =>
    connection.query<EndedMessage>({
      name: "unnoted_ends",
      text: `select organisation, outbox_id as "outboxId", complaint_id as "complaintId", kind, audience, recipient, channel, content,
               status, last_error as reason, instant_text(ended_at) as "endedAt", instant_text(outcome_at) as "outcomeAt"
             from outbox where organisation = $1 and ended_at is not null and noted_at is null order by ended_at limit $2`,
      values: [organisation, limit],
    }),
  );
  return rows;
}

/**
 * Takes note that the end was told. What did not get through becomes a notice, once: to the owner of the complaint, or its unit;
 * without a complaint to whom it was for. What became known meanwhile is told by the next round.
 */
export async function noteEnd(pool: pg.Pool, ended: EndedMessage): Promise<void> {
  const { organisation, outboxId, complaintId, recipient, kind, status, reason } = ended;
  await writeInside(pool, organisation, async (connection) => {
    await connection.query(
      "update outbox set noted_at = clock_timestamp() where organisation = $1 and outbox_id = $2 and status = $3",
      [organisation, outboxId, status],
    );
    if (status === "sent" || status === "delivered") return;
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
        JSON.stringify({ of: kind, status, reason, outboxId }),
      ],
    );
  });
}

/** By which a report or a returned mail names what left. */
export type NamedBy = { reference: string } | { messageId: string };

/** From which states each outcome may follow: nothing that is known to have arrived comes back. */
const followsFrom = {
  sent: ["sending", "unknown"],
  delivered: ["sending", "sent", "unknown"],
  bounced: ["sending", "sent", "unknown"],
} as const;

/**
 * Writes what became of a message after it had left, for the file to be told. The same report again changes nothing.
 *
 * @param known.reason a status code or a word, never an address
 * @returns whether there is such a message, whatever its state
 */
export async function noteOutcome(
  connection: Connection,
  organisation: string,
  known: { of: NamedBy; outcome: keyof typeof followsFrom; reason: string | null },
): Promise<boolean> {
  const { of, outcome, reason } = known;
  const [column, name] = "reference" in of ? ["reference", of.reference] : ["message_id", of.messageId];
  const { rowCount } = await connection.query(
    `update outbox set status = $3, last_error = $4, outcome_at = clock_timestamp(),
       ended_at = coalesce(ended_at, clock_timestamp()), noted_at = null
     where organisation = $1 and ${column} = $2 and status = any ($5)`,
    [organisation, name, outcome, reason?.slice(0, 200) ?? null, followsFrom[outcome]],
  );
  if (rowCount !== 0) return true;
  const { rowCount: found } = await connection.query(
    `select from outbox where organisation = $1 and ${column} = $2 limit 1`,
    [organisation, name],
  );
  return found === 1;
}

/**
 * Marks what the customer has opened by this code: the message that carried it; and of those that carried none, each that had left before.
 */
export async function noteOpened(
  pool: pg.Pool,
  { organisation, complaintId, codeHash }: { organisation: string; complaintId: string; codeHash: Buffer },
): Promise<void> {
  await writeInside(pool, organisation, (connection) =>
    connection.query({
      name: "note_opened",
      text: `update outbox o set opened_at = clock_timestamp()
             where o.organisation = $1 and o.complaint_id = $2 and o.audience = 'customer' and o.opened_at is null
               and o.kind <> 'one-time-code' and o.ended_at is not null and o.status in ('sent', 'delivered', 'unknown')
               and (exists (select from tracking_code t where t.organisation = $1 and t.code_hash = $3
                              and t.outbox_id = o.outbox_id)
                    or not exists (select from tracking_code t where t.organisation = $1 and t.complaint_id = $2
                                     and t.outbox_id = o.outbox_id))`,
      values: [organisation, complaintId, codeHash],
    }),
  );
}

/** A person may have the same sent so often; after that something else is wrong. */
const AGAIN_MAX = 10;

/**
 * Puts a message out once more, by its own carrier or another. It is a row of its own, so that what became of the first stays to be read.
 *
 * @returns its id, also where the same waits already; undefined where there is no such message, it still waits itself, or was sent again
 *   too often
 */
export async function sendAgain(
  connection: Connection,
  organisation: string,
  asked: { complaintId: string; outboxId: string; carrier: string | null; channel: string | null; by: string },
): Promise<string | undefined> {
  const { complaintId, outboxId, carrier, channel, by } = asked;
  const { rows } = await connection.query<{ root: string }>(
    `select coalesce(again_of, outbox_id) as root from outbox
     where organisation = $1 and complaint_id = $2 and outbox_id = $3 and audience = 'customer'
       and kind <> 'one-time-code' and ended_at is not null`,
    [organisation, complaintId, outboxId],
  );
  const root = rows[0]?.root;
  if (root === undefined) return undefined;
  // One at a time: two who press at once mean one message.
  await connection.query("select from outbox where organisation = $1 and outbox_id = $2 for update", [
    organisation,
    root,
  ]);
  const { rows: earlier } = await connection.query<{ outbox_id: string; waits: boolean }>(
    `select outbox_id, ended_at is null as waits from outbox
     where organisation = $1 and complaint_id = $2 and again_of = $3`,
    [organisation, complaintId, root],
  );
  const waiting = earlier.find(({ waits }) => waits);
  if (waiting) return waiting.outbox_id;
  if (earlier.length >= AGAIN_MAX) return undefined;
  const id = `${root}.again${earlier.length + 1}`;
  await connection.query(
    `insert into outbox (organisation, outbox_id, complaint_id, sequence, kind, audience, recipient, channel, content, urgency,
       queued_at, next_try_at, carrier, again_of)
     select organisation, $4, complaint_id, sequence, kind, audience, recipient, coalesce($5, channel),
       content || jsonb_build_object('againBy', $6::text), 'now', clock_timestamp(), clock_timestamp(), coalesce($7, carrier), $8
     from outbox where organisation = $1 and complaint_id = $2 and outbox_id = $3`,
    [organisation, complaintId, outboxId, id, channel, by, carrier, root],
  );
  return id;
}
