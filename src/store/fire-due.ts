import { clocksActor } from "../complaint/context.ts";
import { replayed } from "../complaint/events/read-stored.ts";
import { fireDue, nextFiringAt } from "../complaint/follow/fire.ts";
import { writeInside, type Connection } from "../projections/inside-organisation.ts";
import { append, prepare, type Prepared } from "./append.ts";
import type { LoadedComplaint } from "./load-complaint.ts";
import type { Store } from "./open-store.ts";
import { pinnedEdition } from "./pinned-edition.ts";

/** What one round of the worker did. `failed` says which complaints could not be fired, and why. */
export type Fired = { claimed: number; events: number; failed: { complaintId: string; error: unknown }[] };

/** How long a complaint that could not be fired is left alone, so that it does not keep the others waiting. */
const RETRY_AFTER_MINUTES = 10;

/** Organisations for which a warning or a breach is due. One statement, however many clocks are armed. */
export async function organisationsDue(store: Store): Promise<string[]> {
  const { rows } = await store.pool.query<{ organisation: string }>({
    name: "organisations_due",
    text: "select organisations_due() as organisation",
  });
  return rows.map((row) => row.organisation);
}

/**
 * Fires what is due for up to `limit` complaints of an organisation, in one transaction: another worker passes over what this
 * one has claimed, and where this one dies, nothing happened.
 */
export function fireDueOf(
  store: Store,
  { organisation, limit }: { organisation: string; limit: number },
): Promise<Fired> {
  return writeInside(store.pool, organisation, async (connection) => {
    const claimed = await claim(connection, organisation, limit);
    const prepared: Prepared[] = [];
    const nothingToDo: { complaintId: string; nextAt: string | null }[] = [];
    const failed: Fired["failed"] = [];
    for (const loaded of claimed.complaints) {
      try {
        const fired = await firedFor(store, loaded, { connection, calendarNumber: claimed.calendarNumber });
        if (fired) prepared.push(fired);
        else nothingToDo.push({ complaintId: loaded.complaintId, nextAt: nextAtOf(loaded) });
      } catch (error) {
        failed.push({ complaintId: loaded.complaintId, error });
      }
    }
    failed.push(...claimed.unreadable);
    const written = await appendEach(connection, organisation, prepared, failed);
    await setNextFiring(connection, organisation, nothingToDo);
    await putOff(connection, organisation, failed);
    const events = written.reduce((sum, each) => sum + each.newEvents.length, 0);
    return { claimed: claimed.complaints.length + claimed.unreadable.length, events, failed };
  });
}

/** All in one statement; where one of them cannot be written, one by one, so that it keeps nobody else from being fired. */
async function appendEach(
  connection: Connection,
  organisation: string,
  prepared: Prepared[],
  failed: Fired["failed"],
): Promise<Prepared[]> {
  if (prepared.length === 0) return [];
  await connection.query("savepoint batch");
  try {
    await append(connection, organisation, prepared);
    return prepared;
  } catch (error) {
    await connection.query("rollback to savepoint batch");
    const [only, second] = prepared;
    if (only && !second) {
      failed.push({ complaintId: only.decided.loaded.complaintId, error });
      return [];
    }
    const written: Prepared[] = [];
    for (const each of prepared) written.push(...(await appendEach(connection, organisation, [each], failed)));
    return written;
  }
}

type ClaimedRow = {
  complaint_id: string;
  arrival: string;
  last_sequence: number;
  last_hash: string;
  decided_at: string;
  events: unknown[];
  calendar_number: number;
};

type Claimed = { complaints: LoadedComplaint[]; unreadable: Fired["failed"]; calendarNumber: number };

async function claim(connection: Connection, organisation: string, limit: number): Promise<Claimed> {
  const { rows } = await connection.query<ClaimedRow>({
    name: "claim_due",
    text: `select complaint_id, arrival, last_sequence, last_hash, decided_at, events,
             (select coalesce(max(number), 0) from calendar_version where organisation = $1) as calendar_number
           from claim_due($1, $2)`,
    values: [organisation, limit],
  });
  const claimed: Claimed = { complaints: [], unreadable: [], calendarNumber: rows[0]?.calendar_number ?? 0 };
  for (const row of rows) {
    const { complaint_id: complaintId, last_sequence: lastSequence, last_hash: lastHash, decided_at: decidedAt } = row;
    try {
      const chain = { arrival: Number(row.arrival), lastSequence, lastHash, decidedAt };
      claimed.complaints.push({ organisation, complaintId, ...replayed(row.events), ...chain });
    } catch (error) {
      claimed.unreadable.push({ complaintId, error });
    }
  }
  return claimed;
}

async function firedFor(
  store: Store,
  loaded: LoadedComplaint,
  { connection, calendarNumber: number }: { connection: Connection; calendarNumber: number },
): Promise<Prepared | undefined> {
  const { complaint, decidedAt: now } = loaded;
  if (!complaint) throw new Error(`complaint ${loaded.complaintId} has no facts`);
  const edition = pinnedEdition(store, complaint);
  const calendars = await store.calendars.calendarsFor(edition, { number, connection });
  const events = fireDue(complaint, { edition, calendars, now, actor: clocksActor, newId: store.newId });
  if (events.length === 0) return undefined;
  return prepare({ loaded, events, actor: clocksActor, commandId: store.newId(), edition });
}

function nextAtOf({ complaint, complaintId, decidedAt }: LoadedComplaint): string | null {
  const nextAt = complaint ? nextFiringAt(complaint) : null;
  if (nextAt !== null && nextAt <= decidedAt) throw new Error(`complaint ${complaintId} stays due at ${nextAt}`);
  return nextAt;
}

async function setNextFiring(
  connection: Connection,
  organisation: string,
  complaints: { complaintId: string; nextAt: string | null }[],
): Promise<void> {
  if (complaints.length === 0) return;
  await connection.query(
    `update complaint c set next_firing_at = w.next_at
     from unnest($2::text[], $3::timestamptz[]) as w (complaint_id, next_at)
     where c.organisation = $1 and c.complaint_id = w.complaint_id`,
    [organisation, complaints.map(({ complaintId }) => complaintId), complaints.map(({ nextAt }) => nextAt)],
  );
}

async function putOff(connection: Connection, organisation: string, failed: Fired["failed"]): Promise<void> {
  if (failed.length === 0) return;
  await connection.query(
    `update complaint set next_firing_at = clock_timestamp() + $3 * interval '1 minute'
     where organisation = $1 and complaint_id = any ($2::text[])`,
    [organisation, failed.map(({ complaintId }) => complaintId), RETRY_AFTER_MINUTES],
  );
}
