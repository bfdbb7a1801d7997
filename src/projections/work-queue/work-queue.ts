import type { Phase } from "../../procedure/pure/vocabulary.ts";
import type { Connection } from "../inside-organisation.ts";
import type { Visibility } from "../visibility.ts";
import { conditionsOf, type Conditions, type QueueFilter } from "./queue-filter.ts";

/** What the queue shows of a complaint. Instants are UTC text; ids are for the screen to name. */
export type QueueItem = {
  complaintId: string;
  number: string;
  sequence: number;
  procedure: string;
  receivedAt: string;
  updatedAt: string;
  channel: string;
  kind: string | null;
  register: string | null;
  stage: string;
  phase: Phase;
  unit: string | null;
  ownerId: string | null;
  level: number;
  round: number;
  marks: string[];
  missing: string[];
  isPaused: boolean;
  isImported: boolean;
  customerId: string | null;
  customerName: string | null;
  excerpt: string;
  /** Null where nothing promised outside is running. */
  dueAt: string | null;
  dueRule: string | null;
  breaches: number;
  outcome: string | null;
  closedAt: string | null;
};

/** `due`: open ones, the nearest due first. `arrival`: all of them, the newest first. */
export type QueueOrder = "due" | "arrival";

export type QueuePage = {
  items: QueueItem[];
  /** Where the next page begins; null: this was the last. */
  next: string | null;
};

export const PAGE_MAX = 200;

/**
 * A page of the work queue. Served by `complaint_row_due`, `complaint_row_unit_due`, `complaint_row_owner_due`,
 * `complaint_row_arrival` and `complaint_row_customer`; a page costs the same however many came before it.
 *
 * @throws RangeError on a cursor that no page gave.
 */
export async function workQueue(
  connection: Connection,
  asked: {
    organisation: string;
    visibility: Visibility;
    filter?: QueueFilter;
    order?: QueueOrder;
    limit?: number;
    cursor?: string | undefined;
  },
): Promise<QueuePage> {
  const { order = "due", limit = 50 } = asked;
  const { where, values } = conditions({ ...asked, order });
  const rowsMax = Math.min(Math.max(limit, 1), PAGE_MAX);
  values.push(rowsMax + 1);
  const { rows } = await connection.query<QueueItem & { arrival: string; cursorDue: string }>(
    `${SELECT_ITEM} from complaint_row r
     where ${where.join(" and ")}
     order by ${order === "due" ? "r.due_at, r.arrival" : "r.arrival desc"} limit $${values.length}`,
    values,
  );
  const page = rows.slice(0, rowsMax);
  const last = rows.length > rowsMax ? page.at(-1) : undefined;
  return { items: page.map(withoutCursor), next: last ? cursorAfter(last, order) : null };
}

/** Row and cursor as they are selected; search shows complaints in the same words. */
export const SELECT_ITEM = `select r.complaint_id as "complaintId", r.number, r.sequence, r.procedure,
  instant_text(r.received_at) as "receivedAt", instant_text(r.updated_at) as "updatedAt", r.channel, r.kind, r.register,
  r.stage, r.phase, r.unit, r.owner_id as "ownerId", r.level, r.round, r.marks, r.missing, r.is_paused as "isPaused",
  r.is_imported as "isImported", r.customer_id as "customerId", r.customer_name as "customerName", r.excerpt,
  case when r.due_at = 'infinity' then null else instant_text(r.due_at) end as "dueAt", r.due_rule as "dueRule", r.breaches,
  r.outcome, instant_text(r.closed_at) as "closedAt", r.arrival, r.due_at::text as "cursorDue"`;

export function withoutCursor({
  arrival: _arrival,
  cursorDue: _cursorDue,
  ...item
}: QueueItem & { arrival: string; cursorDue: string }): QueueItem {
  return item;
}

function conditions(asked: {
  organisation: string;
  visibility: Visibility;
  filter?: QueueFilter;
  order: QueueOrder;
  cursor?: string | undefined;
}): Conditions {
  const { order, cursor } = asked;
  const { where, values } = conditionsOf(asked);
  if (order === "due") where.push("r.is_open");
  if (cursor !== undefined) {
    const [dueAt, arrival] = readCursor(cursor);
    values.push(arrival);
    const place = `$${values.length}`;
    if (order === "arrival") where.push(`r.arrival < ${place}`);
    else {
      values.push(dueAt);
      where.push(`(r.due_at, r.arrival) > ($${values.length}::timestamptz, ${place})`);
    }
  }
  return { where, values };
}

function cursorAfter(last: { arrival: string; cursorDue: string }, order: QueueOrder): string {
  return Buffer.from(JSON.stringify([order === "due" ? last.cursorDue : "", last.arrival])).toString("base64url");
}

function readCursor(cursor: string): [dueAt: string, arrival: string] {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (Array.isArray(read) && typeof read[0] === "string" && /^\d{1,18}$/.test(String(read[1]))) {
      if (read[0] === "" || read[0] === "infinity" || !Number.isNaN(Date.parse(read[0])))
        return [read[0], String(read[1])];
    }
  } catch {
    // Said below.
  }
  throw new RangeError("this is no place in the list: begin at its first page");
}
