import type { Connection } from "../inside-organisation.ts";

/** The personal values of one fact that can still be erased, by their paths: `customer.phone`. */
export type ErasableValues = { sequence: number; type: string; paths: string[] };

/** Where a complaint's personal values stand, and nothing of what they say. What was erased is no longer among them. */
export async function erasableValues(
  connection: Connection,
  { organisation, complaintId }: { organisation: string; complaintId: string },
): Promise<ErasableValues[]> {
  const { rows } = await connection.query<ErasableValues>({
    name: "erasable_values",
    text: `select e.sequence, e.type, s.paths
           from event e cross join lateral (select array_agg(key order by key) as paths from jsonb_object_keys(e.salts) key) s
           where e.organisation = $1 and e.complaint_id = $2 and s.paths is not null
           order by e.sequence`,
    values: [organisation, complaintId],
  });
  return rows;
}
