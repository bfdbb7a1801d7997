import { readStored } from "../../complaint/events/read-stored.ts";
import type { ComplaintEvent } from "../../complaint/events/event.ts";
import type { Connection } from "../inside-organisation.ts";
import { seenBy, type Visibility } from "../visibility.ts";

/** A question to a unit. Its words stand in the log, and are read by `coordinationEvents`. */
export type InboxItem = {
  complaintId: string;
  coordinationId: string;
  number: string;
  editionHash: string;
  unit: string;
  status: "asked" | "confirmed" | "answered" | "returned";
  askedAt: string;
  dueAt: string | null;
  /** The clock that is due then. */
  dueRule: string | null;
  reminders: number;
  promisedRepairOn: string | null;
  kind: string | null;
  customerName: string | null;
  customerClass: string | null;
  excerpt: string;
  marks: string[];
};

/** What waits for an answer of these units, or what these units and this person have asked and not yet closed. */
export type InboxPart =
  { queue: "to-answer"; units: readonly string[] } | { queue: "asked"; units: readonly string[]; personId: string };

const ITEMS_MAX = 500;

const ITEM = `select c.complaint_id as "complaintId", c.coordination_id as "coordinationId", r.number,
    r.edition_hash as "editionHash", c.unit, c.status, instant_text(c.asked_at) as "askedAt",
    case when c.due_at = 'infinity' then null else instant_text(c.due_at) end as "dueAt",
    (select k.rule from clock k where k.organisation = c.organisation and k.complaint_id = c.complaint_id
       and k.scope_id = c.coordination_id and k.status = 'running' order by k.due_at, k.clock_id limit 1) as "dueRule",
    c.reminders, c.promised_repair_on::text as "promisedRepairOn", r.kind, r.customer_name as "customerName",
    u.customer_class as "customerClass", r.excerpt, r.marks
  from coordination_row c
    join complaint_row r on r.organisation = c.organisation and r.complaint_id = c.complaint_id
    left join customer u on u.organisation = r.organisation and u.customer_id = r.customer_id and u.removed_at is null
  where c.organisation = $1`;
const ORDER = `order by r.precedence, c.due_at, c.complaint_id, c.coordination_id limit ${ITEMS_MAX}`;

/**
 * Those of vulnerable customers and of priority first, then the nearest due. Only of what the reader may see. What is to answer is
 * served by `coordination_row_inbox`, what was asked by `coordination_row_unchecked`; sorted, because it is few.
 */
export async function unitInbox(
  connection: Connection,
  { organisation, part, visibility }: { organisation: string; part: InboxPart; visibility: Visibility },
): Promise<InboxItem[]> {
  const { where, values, name } = conditionsOf(organisation, part, visibility);
  const { rows } = await connection.query<InboxItem>({ name, text: `${ITEM} and ${where} ${ORDER}`, values });
  return rows;
}

// Beyond this, nobody needs to know how many there are.
const COUNT_MAX = 100;

/** How many wait for an answer of these units; at most 100. */
export async function waitingInInbox(
  connection: Connection,
  { organisation, units, visibility }: { organisation: string; units: readonly string[]; visibility: Visibility },
): Promise<number> {
  const { where, values } = conditionsOf(organisation, { queue: "to-answer", units }, visibility);
  const { rows } = await connection.query<{ count: number }>({
    name: "unit_inbox_count",
    text: `select count(*)::integer as count from (
             select from coordination_row c
               join complaint_row r on r.organisation = c.organisation and r.complaint_id = c.complaint_id
             where c.organisation = $1 and ${where} limit ${COUNT_MAX}) waiting`,
    values,
  });
  return rows[0]?.count ?? 0;
}

function conditionsOf(organisation: string, part: InboxPart, visibility: Visibility) {
  const values: unknown[] = [organisation, part.units];
  const place = (value: unknown) => `$${values.push(value)}`;
  if (part.queue === "to-answer") {
    const where = `c.unit = any ($2) and c.is_waiting and r.is_open and ${seenBy(visibility, place)}`;
    return { name: "unit_inbox", where, values };
  }
  const own = `(r.unit = any ($2) or r.owner_id = ${place(part.personId)})`;
  const where = `${own} and r.is_open and (c.is_waiting or c.status = 'answered') and ${seenBy(visibility, place)}`;
  return { name: "unit_inbox_asked", where, values };
}

const TYPES = [
  "CoordinationRequested",
  "CoordinationConfirmed",
  "CoordinationPassedOn",
  "CoordinationAnswered",
  "CoordinationReturned",
  "CoordinationReminded",
] as const;
export type CoordinationEvent = Extract<ComplaintEvent, { type: (typeof TYPES)[number] }>;

const CUSTOMER_TYPES = [
  "ComplaintRegistered",
  "EntryCorrected",
  "InformationReceived",
  "AttachmentAdded",
  // Tells which of these is only the picture of a signature.
  "PaperSigned",
] as const;
export type CustomerEvent = Extract<ComplaintEvent, { type: (typeof CUSTOMER_TYPES)[number] }>;

/** What was said about the questions of these complaints and by their customers, in order, by complaint. */
export async function coordinationEvents(
  connection: Connection,
  { organisation, complaintIds }: { organisation: string; complaintIds: readonly string[] },
): Promise<Map<string, (CoordinationEvent | CustomerEvent)[]>> {
  const { rows } = await connection.query<{ complaint_id: string; stored: unknown }>({
    name: "coordination_events",
    text: `select complaint_id, json_build_object('type', type, 'sequence', sequence, 'occurredAt', instant_text(occurred_at),
             'recordedAt', instant_text(recorded_at), 'actor', actor, 'data', data) as stored
           from event where organisation = $1 and complaint_id = any ($2) and type = any ($3)
           order by complaint_id, sequence`,
    values: [organisation, complaintIds, [...TYPES, ...CUSTOMER_TYPES]],
  });
  const events = new Map<string, (CoordinationEvent | CustomerEvent)[]>();
  for (const { complaint_id: complaintId, stored } of rows) {
    events.set(complaintId, [
      ...(events.get(complaintId) ?? []),
      readStored(stored) as CoordinationEvent | CustomerEvent,
    ]);
  }
  return events;
}
