import { actorRef, type Actor } from "../complaint/context.ts";
import { writeInside, type Connection } from "../projections/inside-organisation.ts";
import { append, prepare } from "./append.ts";
import { loadComplaints, type LoadedComplaint } from "./load-complaint.ts";
import type { Store } from "./open-store.ts";
import { pinnedEdition } from "./pinned-edition.ts";

const BATCH = 100;

/**
 * Takes every complaint that is for practice out of view, each by a fact of its own: the log keeps them, and nothing of them fires
 * any more.
 *
 * @returns how many were removed.
 */
export async function removeTraining(store: Store, asked: { organisation: string; actor: Actor }): Promise<number> {
  let removed = 0;
  for (;;) {
    const batch = await writeInside(store.pool, asked.organisation, (connection) =>
      removeBatch(store, asked, connection),
    );
    if (batch === undefined) return removed;
    removed += batch;
  }
}

/** Undefined: nothing was left to remove. */
async function removeBatch(
  store: Store,
  { organisation, actor }: { organisation: string; actor: Actor },
  connection: Connection,
): Promise<number | undefined> {
  const { rows } = await connection.query<{ complaint_id: string }>(
    `select complaint_id from complaint_row where organisation = $1 and shown_in = 'training'
     order by complaint_id limit ${BATCH}`,
    [organisation],
  );
  if (rows.length === 0) return undefined;
  const asked = rows.map((row) => ({
    organisation,
    complaintId: row.complaint_id,
    isNew: false,
    idempotencyKey: undefined,
  }));
  const loaded = (await loadComplaints(connection, organisation, asked, true)).map((read) => read().loaded);
  // Somebody else may have removed one while we waited for its lock.
  const left = loaded.filter((each) => each?.complaint?.shownIn === "training");
  const written = left.map((each) => removal(store, each as LoadedComplaint, actor));
  if (written.length > 0) await append(connection, organisation, written);
  return written.length;
}

function removal(store: Store, loaded: LoadedComplaint, actor: Actor) {
  const { complaint, decidedAt } = loaded;
  if (!complaint) throw new Error(`complaint ${loaded.complaintId} has no facts`);
  return prepare({
    loaded,
    events: [{ type: "TrainingRemoved", occurredAt: decidedAt, data: {} }],
    actor: actorRef(actor),
    commandId: store.newId(),
    edition: pinnedEdition(store, complaint),
  });
}
