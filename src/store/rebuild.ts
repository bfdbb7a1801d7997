import { replayed } from "../complaint/events/read-stored.ts";
import { nextFiringAt } from "../complaint/follow/fire.ts";
import { writeInside, type Connection } from "../projections/inside-organisation.ts";
import { project, type Projection } from "../projections/project.ts";
import type { Store } from "./open-store.ts";

const BATCH = 100;

/**
 * Makes every row of the screens again from the log, complaint by complaint, while others go on working. Sends nothing and
 * fires nothing: a clock that fell due meanwhile is left to the worker.
 *
 * @returns how many complaints were replayed.
 */
export async function rebuild(
  store: Pick<Store, "pool">,
  organisation: string,
  onProgress: (complaints: number) => void = () => undefined,
): Promise<number> {
  let complaints = 0;
  for (let after: string | undefined = ""; after !== undefined;) {
    const from: string = after;
    const batch = await writeInside(store.pool, organisation, (connection) =>
      rebuildBatch(connection, organisation, from),
    );
    complaints += batch.length;
    after = batch.at(-1);
    onProgress(complaints);
  }
  await writeInside(store.pool, organisation, (connection) => removeOrphans(connection, organisation));
  return complaints;
}

async function rebuildBatch(connection: Connection, organisation: string, after: string): Promise<string[]> {
  // Locked, so that no command writes rows between our reading the facts and our writing theirs; and read by a statement of its
  // own, which sees what was written while we waited for the locks.
  const locked = await connection.query<{ complaint_id: string }>(
    `select complaint_id from complaint
     where organisation = $1 and complaint_id > $2 order by complaint_id limit $3 for update`,
    [organisation, after, BATCH],
  );
  const ids = locked.rows.map((row) => row.complaint_id);
  if (ids.length === 0) return [];
  const { rows } = await connection.query<{ complaint_id: string; arrival: string; events: unknown[] }>(
    `select complaint_id, arrival, events_of($1, complaint_id) as events
     from complaint where organisation = $1 and complaint_id = any ($2)`,
    [organisation, ids],
  );
  const projections: Projection[] = [];
  const firing: { complaintId: string; nextAt: string | null }[] = [];
  for (const { complaint_id: complaintId, arrival, events: stored } of rows) {
    const { events, complaint } = replayed(stored);
    if (!complaint) throw new Error(`complaint ${complaintId} has no facts`);
    projections.push(project({ organisation, complaintId, arrival: Number(arrival), complaint, events }));
    firing.push({ complaintId, nextAt: nextFiringAt(complaint) });
  }
  for (const table of PROJECTION_TABLES) {
    await connection.query(`delete from ${table} where organisation = $1 and complaint_id = any ($2)`, [
      organisation,
      ids,
    ]);
  }
  await connection.query("select write_projections($1, $2, $3, $4, $5)", [
    organisation,
    JSON.stringify(projections.map(({ row }) => row)),
    JSON.stringify(projections.flatMap(({ clocks }) => clocks)),
    JSON.stringify(projections.flatMap(({ coordinations }) => coordinations)),
    JSON.stringify(projections.flatMap(({ text }) => text ?? [])),
  ]);
  await connection.query(
    `update complaint c set next_firing_at = w.next_at
     from unnest($2::text[], $3::timestamptz[]) as w (complaint_id, next_at)
     where c.organisation = $1 and c.complaint_id = w.complaint_id and c.next_firing_at is distinct from w.next_at`,
    [organisation, firing.map(({ complaintId }) => complaintId), firing.map(({ nextAt }) => nextAt)],
  );
  return ids;
}

/** Tables of which every row comes from the log. */
export const PROJECTION_TABLES = ["complaint_row", "clock", "coordination_row", "complaint_text"] as const;

/** Rows of complaints that the log does not have: somebody wrote them by hand. */
async function removeOrphans(connection: Connection, organisation: string): Promise<void> {
  for (const table of PROJECTION_TABLES) {
    await connection.query(
      `delete from ${table} t where t.organisation = $1 and not exists (
         select from complaint c where c.organisation = t.organisation and c.complaint_id = t.complaint_id)`,
      [organisation],
    );
  }
}
