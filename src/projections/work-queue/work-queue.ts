import type { Phase } from "../../procedure/pure/vocabulary.ts";
import { parseDay } from "../../procedure/pure/day.ts";
import { BadCursor } from "../bad-cursor.ts";
import type { Connection } from "../inside-organisation.ts";
import type { Visibility } from "../visibility.ts";
import { conditionsOf, type Conditions, type QueueFilter } from "./queue-filter.ts";

/** What the queue shows of a complaint. Instants are UTC text; ids are for the screen to name. */
export type QueueItem = {
  complaintId: string;
  number: string;
  sequence: number;
  procedure: string;
  editionHash: string;
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

/**
 * `priority`: open ones, those of vulnerable customers and of priority first (Law 19/2023/QH15 Art. 8), then the nearest due.
 * `due`: open ones, the nearest due first. `arrival`: all of them, the newest first.
 */
export type QueueOrder = "priority" | "due" | "arrival";

export type QueuePage = {
  items: QueueItem[];
  /** Where the next page begins; null: this was the last. */
  next: string | null;
};

export const PAGE_MAX = 1000;

/**
 * A page of the work queue. Served by `complaint_row_first`, `complaint_row_unit_first`, `complaint_row_owner_first`,
 * `complaint_row_due`, `complaint_row_unit_due`, `complaint_row_arrival` and `complaint_row_customer`; a page costs the same
 * however many came before it.
 *
 * @throws BadCursor on a cursor that no page gave.
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
  const { order = "priority", limit = 50 } = asked;
  const { where, values } = conditions({ ...asked, order });
  const rowsMax = Math.min(Math.max(limit, 1), PAGE_MAX);
  const inOrder = `${where.join(" and ")} order by ${ORDER_BY[order]} limit $${values.push(rowsMax + 1)}`;
  const parts = partsOf(asked.filter, order);
  const { rows } = await connection.query<QueueRow>(
    parts === undefined
      ? `${SELECT_ITEM} from complaint_row r where ${inOrder}`
      : `${SELECT_ITEM} from unnest($${values.push(parts.ids)}::text[]) part (id) cross join lateral (
           select * from complaint_row r where r.${parts.column} = part.id and ${inOrder}) r
         order by ${ORDER_BY[order]} limit $${values.length - 1}`,
    values,
  );
  const page = rows.slice(0, rowsMax);
  const last = rows.length > rowsMax ? page.at(-1) : undefined;
  return { items: page.map(withoutCursor), next: last ? cursorAfter(last, order) : null };
}

/** Of several people or units, each part of the page is read in the order of its index. */
function partsOf(
  { ownerId, unit }: QueueFilter = {},
  order: QueueOrder,
): { column: "owner_id" | "unit"; ids: readonly string[] } | undefined {
  if (order === "arrival") return undefined;
  if (isSeveral(ownerId)) return { column: "owner_id", ids: ownerId };
  return isSeveral(unit) ? { column: "unit", ids: unit } : undefined;
}

function isSeveral(ids: QueueFilter["unit"]): ids is readonly string[] {
  return typeof ids === "object" && ids.length > 1;
}

const ORDER_BY: Readonly<Record<QueueOrder, string>> = {
  priority: "r.precedence, r.due_at, r.arrival",
  due: "r.due_at, r.arrival",
  arrival: "r.arrival desc",
};

/** An item, and what its place in the orders is made of. */
export type QueueRow = QueueItem & { arrival: string; cursorDue: string; precedence: number };

/** Row and cursor as they are selected; search shows complaints in the same words. */
export const SELECT_ITEM = `select r.complaint_id as "complaintId", r.number, r.sequence, r.procedure,
  r.edition_hash as "editionHash", instant_text(r.received_at) as "receivedAt", instant_text(r.updated_at) as "updatedAt", r.channel, r.kind, r.register,
  r.stage, r.phase, r.unit, r.owner_id as "ownerId", r.level, r.round, r.marks, r.missing, r.is_paused as "isPaused",
  r.is_imported as "isImported", r.customer_id as "customerId", r.customer_name as "customerName", r.excerpt,
  case when r.due_at = 'infinity' then null else instant_text(r.due_at) end as "dueAt", r.due_rule as "dueRule", r.breaches,
  r.outcome, instant_text(r.closed_at) as "closedAt", r.arrival, r.due_at::text as "cursorDue",
  r.precedence`;

export function withoutCursor({
  arrival: _arrival,
  cursorDue: _cursorDue,
  precedence: _precedence,
  ...item
}: QueueRow): QueueItem {
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
  if (order !== "arrival") where.push("r.is_open");
  if (cursor !== undefined) {
    const [arrival, dueAt, precedence] = readCursor(cursor, order);
    const place = (value: unknown) => `$${values.push(value)}`;
    if (order === "arrival") where.push(`r.arrival < ${place(arrival)}`);
    else if (order === "due") where.push(`(r.due_at, r.arrival) > (${place(dueAt)}::timestamptz, ${place(arrival)})`);
    else {
      where.push(
        `(r.precedence, r.due_at, r.arrival) > (${place(precedence)}, ${place(dueAt)}::timestamptz, ${place(arrival)})`,
      );
    }
  }
  return { where, values };
}

/** Where an order goes on: as many of these as it sorts by. */
type QueuePlace = [arrival: string, dueAt?: string, precedence?: number];

function cursorAfter({ arrival, cursorDue, precedence }: QueueRow, order: QueueOrder): string {
  const place: QueuePlace = [arrival, cursorDue, precedence];
  return Buffer.from(JSON.stringify(place.slice(0, PLACE_LENGTH[order]))).toString("base64url");
}

const PLACE_LENGTH: Readonly<Record<QueueOrder, number>> = { arrival: 1, due: 2, priority: 3 };

function readCursor(cursor: string, order: QueueOrder): QueuePlace {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (Array.isArray(read) && read.length === PLACE_LENGTH[order]) {
      const [arrival, dueAt = "infinity", precedence = 0] = read as unknown[];
      if (typeof arrival === "string" && /^\d{1,18}$/.test(arrival) && isDue(dueAt) && isPrecedence(precedence)) {
        return [arrival, dueAt, precedence];
      }
    }
  } catch {
    // Said below.
  }
  throw new BadCursor();
}

function isDue(value: unknown): value is string {
  if (value === "infinity") return true;
  // As PostgreSQL writes an instant.
  const written = /^(\d{4}-\d\d-\d\d) [0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d)?$/;
  const on = typeof value === "string" ? written.exec(value)?.[1] : undefined;
  return on !== undefined && parseDay(on).ok && !Number.isNaN(Date.parse(String(value)));
}

function isPrecedence(value: unknown): value is 0 | 1 {
  return value === 0 || value === 1;
}
