import type { Connection } from "../inside-organisation.ts";
import { seenBy, type Visibility } from "../visibility.ts";

/** A question that waits for a unit. The words stand in the file; this says where to look and by when. */
export type InboxItem = {
  complaintId: string;
  coordinationId: string;
  number: string;
  unit: string;
  status: "asked" | "confirmed" | "returned";
  askedAt: string;
  dueAt: string | null;
  reminders: number;
  kind: string | null;
  customerName: string | null;
  excerpt: string;
  marks: string[];
};

const ITEMS_MAX = 500;

/**
 * What waits for these units: of vulnerable customers and of priority first, then the nearest due. Only of what the reader may see.
 * Served by `coordination_row_inbox`; sorted, because what waits for a unit is few beside all that was asked.
 */
export async function unitInbox(
  connection: Connection,
  { organisation, units, visibility }: { organisation: string; units: readonly string[]; visibility: Visibility },
): Promise<InboxItem[]> {
  const values: unknown[] = [organisation, units];
  const isSeen = seenBy(visibility, (value) => `$${values.push(value)}`);
  const { rows } = await connection.query<InboxItem>({
    name: "unit_inbox",
    text: `select c.complaint_id as "complaintId", c.coordination_id as "coordinationId", r.number, c.unit, c.status,
             instant_text(c.asked_at) as "askedAt",
             case when c.due_at = 'infinity' then null else instant_text(c.due_at) end as "dueAt",
             c.reminders, r.kind, r.customer_name as "customerName", r.excerpt, r.marks
           from coordination_row c
             join complaint_row r on r.organisation = c.organisation and r.complaint_id = c.complaint_id
           where c.organisation = $1 and c.unit = any ($2) and c.is_waiting and ${isSeen}
           order by r.precedence, c.due_at, c.complaint_id, c.coordination_id
           limit ${ITEMS_MAX}`,
    values,
  });
  return rows;
}
