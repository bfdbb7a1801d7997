import type { ComplaintEvent } from "../complaint/events/event.ts";
import { replayed } from "../complaint/events/read-stored.ts";
import type { Complaint } from "../complaint/state.ts";
import type { Connection } from "../projections/inside-organisation.ts";

/** A complaint as it stood at one instant, with all that is needed to write its next facts. */
export type LoadedComplaint = {
  organisation: string;
  complaintId: string;
  /** Undefined before its first fact. */
  complaint: Complaint | undefined;
  events: ComplaintEvent[];
  arrival: number;
  lastSequence: number;
  /** Hash of the last fact; null before the first. */
  lastHash: string | null;
  /** Database time, never before the last fact: what the next ones are recorded at. */
  decidedAt: string;
};

/** What an idempotency key was used for earlier. */
export type EarlierOutcome = {
  requestHash: string;
  complaintId: string;
  firstSequence: number;
  lastSequence: number;
};

export type Loaded = {
  loaded: LoadedComplaint | undefined;
  earlier: EarlierOutcome | undefined;
  /** The organisation's calendar version in force, 0 for none of its own. */
  calendarNumber: number;
};

type Row = {
  decided_at: string;
  calendar_number: number;
  arrival: string | null;
  last_sequence: number | null;
  last_hash: string | null;
  events: unknown[] | null;
  earlier: EarlierOutcome | null;
};

/**
 * Loads a complaint for a command, in one round trip.
 *
 * @param asked.complaintId the complaint; for a new one its future id
 * @param asked.isNew takes the number of a new complaint instead
 * @param asked.lock keeps other writers of this complaint out until the end of the transaction
 * @returns `loaded` is undefined where there is no such complaint, and for a new one whose key was used earlier.
 */
export async function loadComplaint(
  connection: Connection,
  asked: {
    organisation: string;
    complaintId: string;
    isNew: boolean;
    idempotencyKey: string | undefined;
    lock?: boolean;
  },
): Promise<Loaded> {
  const { organisation, complaintId, isNew, idempotencyKey, lock = false } = asked;
  const { rows } = await connection.query<Row>({
    name: "load_complaint",
    text: "select decided_at, calendar_number, arrival, last_sequence, last_hash, events, earlier from load_complaint($1, $2, $3, $4)",
    values: [organisation, isNew ? null : complaintId, idempotencyKey ?? null, lock],
  });
  const row = rows[0];
  if (!row) throw new Error("load_complaint gave no row");
  const outcome = { earlier: row.earlier ?? undefined, calendarNumber: row.calendar_number };
  if (row.arrival === null) return { loaded: undefined, ...outcome };
  const chain = {
    arrival: Number(row.arrival),
    lastSequence: row.last_sequence ?? 0,
    lastHash: row.last_hash,
    decidedAt: row.decided_at,
  };
  return { loaded: { organisation, complaintId, ...replayed(row.events ?? []), ...chain }, ...outcome };
}
