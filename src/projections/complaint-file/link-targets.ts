import type { Connection } from "../inside-organisation.ts";
import { seenBy, type Visibility } from "../visibility.ts";

/** What a link leads to: an incident by its title, or a complaint by its number. */
export type LinkTarget = { to: string; kind: "incident" | "complaint"; id: string; name: string };

/** What these links lead to, as far as the reader may see it. `to`: as the link names it, by id or number. */
export async function linkTargets(
  connection: Connection,
  { organisation, to, visibility }: { organisation: string; to: readonly string[]; visibility: Visibility },
): Promise<LinkTarget[]> {
  const values: unknown[] = [organisation, to];
  const isSeen = seenBy(visibility, (value) => `$${values.push(value)}`);
  const { rows } = await connection.query<LinkTarget>(
    `select i.incident_id as "to", 'incident' as kind, i.incident_id as id, i.title as name
     from incident i where i.organisation = $1 and i.incident_id = any ($2)
     union all
     select wanted, 'complaint', r.complaint_id, r.number
     from unnest($2::text[]) wanted
     join complaint c on c.organisation = $1 and (c.complaint_id = wanted or c.number = wanted)
     join complaint_row r on r.organisation = c.organisation and r.complaint_id = c.complaint_id
     where ${isSeen}`,
    values,
  );
  return rows;
}
