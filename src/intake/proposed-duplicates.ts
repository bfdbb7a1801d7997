import { formsOfNumber } from "../access/customer-identifiers.ts";
import type { Complaint } from "../complaint/state.ts";
import type { Connection } from "../projections/inside-organisation.ts";
import { alike, type AlikeItem } from "../projections/search/alike.ts";
import type { Visibility } from "../projections/visibility.ts";
import { notDuplicatesOf } from "../store/not-duplicates.ts";

/** Apart by more than this, the same words are about another occasion. */
const APART_MS_MAX = 30 * 24 * 3_600_000;
const PROPOSED_MAX = 3;

/**
 * Open complaints that are probably the same matter as an open one, received within thirty days of it: of the same customer or number and
 * kind, or in much the same words. Nothing that is linked with it, or of which somebody said that it is another matter.
 */
export async function proposedDuplicates(
  connection: Connection,
  reader: { organisation: string; visibility: Visibility },
  { complaintId, complaint }: { complaintId: string; complaint: Complaint },
): Promise<AlikeItem[]> {
  const { customer, classification, content, number, receivedAt, links, phase } = complaint;
  if (phase === "closed" || phase === "archived") return [];
  const numbers = [customer.phone, customer.contract, customer.serviceNumber].flatMap((each) =>
    each === undefined ? [] : formsOfNumber(each),
  );
  const told = { customerId: customer.customerId, numbers, kind: classification?.kind, content };
  const found = await alike(connection, { ...reader, told });
  const dismissed = await notDuplicatesOf(connection, reader.organisation, complaintId);
  const near = found.filter(
    (each) =>
      each.isLikelyDuplicate &&
      each.complaintId !== complaintId &&
      !dismissed.has(each.complaintId) &&
      !links.some(({ to }) => to === each.complaintId || to === each.number) &&
      Math.abs(Date.parse(each.receivedAt) - Date.parse(receivedAt)) <= APART_MS_MAX,
  );
  const linked = await linkedTo(connection, reader.organisation, { near, complaintId, number });
  return near.filter((each) => !linked.has(each.complaintId)).slice(0, PROPOSED_MAX);
}

/** Those that name this one in a link of their own. */
async function linkedTo(
  connection: Connection,
  organisation: string,
  { near, complaintId, number }: { near: readonly AlikeItem[]; complaintId: string; number: string },
): Promise<Set<string>> {
  if (near.length === 0) return new Set();
  const { rows } = await connection.query<{ id: string }>(
    `select distinct complaint_id as id from event
     where organisation = $1 and complaint_id = any ($2::text[]) and type = 'ComplaintLinked' and data ->> 'to' = any ($3::text[])`,
    [organisation, near.map((each) => each.complaintId), [complaintId, number]],
  );
  return new Set(rows.map(({ id }) => id));
}
