import type { Connection } from "../inside-organisation.ts";
import { seenBy, type Visibility } from "../visibility.ts";

/** A term of a complaint that promises a call, and has not been kept. Instants in UTC. */
export type PromisedCall = {
  complaintId: string;
  number: string;
  customerName: string | null;
  clockId: string;
  dueAt: string;
  ownerId: string | null;
};

/** What is due first. `ownerId`: of complaints that this person is in charge of; undefined: of all that the reader sees. */
export async function promisedCalls(
  connection: Connection,
  asked: { organisation: string; visibility: Visibility; ownerId: string | undefined; limit: number },
): Promise<PromisedCall[]> {
  const { organisation, visibility, ownerId, limit } = asked;
  const values: unknown[] = [organisation, ownerId ?? null, limit];
  const isSeen = seenBy(visibility, (value) => `$${values.push(value)}`);
  const { rows } = await connection.query<PromisedCall>(
    `select r.complaint_id as "complaintId", r.number, r.customer_name as "customerName", k.clock_id as "clockId",
       instant_text(k.due_at) as "dueAt", r.owner_id as "ownerId"
     from clock k join complaint_row r on r.organisation = k.organisation and r.complaint_id = k.complaint_id
     where k.organisation = $1 and k.ended_at is null and k.purpose = 'call-back' and k.due_at is not null
       and ($2::text is null or r.owner_id = $2) and ${isSeen}
     order by k.due_at, k.clock_id limit $3`,
    values,
  );
  return rows;
}
