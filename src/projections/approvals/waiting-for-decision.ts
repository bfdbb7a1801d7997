import { replayed } from "../../complaint/events/read-stored.ts";
import type { ComplaintEvent } from "../../complaint/events/event.ts";
import type { Complaint } from "../../complaint/state.ts";
import type { Connection } from "../inside-organisation.ts";
import { seenBy, type Visibility } from "../visibility.ts";
import { SELECT_ITEM, withoutCursor, type QueueItem, type QueueRow } from "../work-queue/work-queue.ts";

/** A complaint that waits for a decision, with everything that is needed to ask who may take it. */
export type WaitingForDecision = { item: QueueItem; events: ComplaintEvent[]; complaint: Complaint };

const COMPLAINTS_MAX = 200;

/**
 * Open complaints that wait for one of these verbs, those that come first and the nearest due before others; at most 200.
 * Served by `complaint_row_awaits`.
 */
export async function waitingForDecision(
  connection: Connection,
  { organisation, verbs, visibility }: { organisation: string; verbs: readonly string[]; visibility: Visibility },
): Promise<WaitingForDecision[]> {
  const values: unknown[] = [organisation, verbs];
  const isSeen = seenBy(visibility, (value) => `$${values.push(value)}`);
  const { rows } = await connection.query<QueueRow & { facts: unknown[] }>({
    name: "waiting_for_decision",
    text: `${SELECT_ITEM}, events_of($1, r.complaint_id) as facts from complaint_row r
           where r.organisation = $1 and r.is_open and r.awaits <> '{}' and r.awaits && $2::text[] and ${isSeen}
           order by r.precedence, r.due_at, r.arrival limit ${COMPLAINTS_MAX}`,
    values,
  });
  return rows.flatMap(({ facts, ...row }) => {
    const { events, complaint } = replayed(facts);
    return complaint ? [{ item: withoutCursor(row), events, complaint }] : [];
  });
}
