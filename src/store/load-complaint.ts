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

/** What to load for a command. */
export type AskedComplaint = {
  organisation: string;
  /** The complaint; for a new one its future id. */
  complaintId: string;
  /** Takes the number of a new complaint instead. */
  isNew: boolean;
  /** The new one is for practice: its number is of the other series. */
  isTraining?: boolean;
  idempotencyKey: string | undefined;
};

/**
 * Loads a complaint for a command, in one round trip.
 *
 * @param asked.lock keeps other writers of this complaint out until the end of the transaction
 * @returns `loaded` is undefined where there is no such complaint, and for a new one whose key was used earlier.
 */
export async function loadComplaint(
  connection: Connection,
  asked: AskedComplaint & { lock?: boolean },
): Promise<Loaded> {
  const [read] = await loadComplaints(connection, asked.organisation, [asked], asked.lock);
  if (!read) throw new Error("load_complaint gave no row");
  return read();
}

/** The same for many of one organisation. What one of them cannot read keeps no other: each is checked when it is called. */
export async function loadComplaints(
  connection: Connection,
  organisation: string,
  asked: readonly AskedComplaint[],
  lock = false,
): Promise<(() => Loaded)[]> {
  const { rows } = await connection.query<Row>({
    name: "load_complaint",
    text: `select decided_at, calendar_number, arrival, last_sequence, last_hash, events, earlier
           from unnest($2::text[], $3::text[], $5::boolean[]) with ordinality as asked (complaint_id, idempotency_key, is_training, place),
             load_complaint($1, asked.complaint_id, asked.idempotency_key, $4, asked.is_training)
           order by place`,
    values: [
      organisation,
      asked.map(({ complaintId, isNew }) => (isNew ? null : complaintId)),
      asked.map(({ idempotencyKey }) => idempotencyKey ?? null),
      lock,
      asked.map(({ isTraining = false }) => isTraining),
    ],
  });
  return asked.map((each, index) => () => loadedFrom(each, rows[index]));
}

function loadedFrom({ organisation, complaintId }: AskedComplaint, row: Row | undefined): Loaded {
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
