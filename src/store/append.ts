import { evolve, replay } from "../complaint/evolve/evolve.ts";
import { eventSchemas, type ActorRef, type ComplaintEvent, type NewEvent } from "../complaint/events/event.ts";
import { nextFiringAt } from "../complaint/follow/fire.ts";
import type { Complaint } from "../complaint/state.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import type { Connection } from "../projections/inside-organisation.ts";
import { project, type Projection } from "../projections/project.ts";
import type { OutboxItem } from "../reactions/outbox-item.ts";
import { reactionsTo } from "../reactions/reactions-to.ts";
import type { LoadedComplaint } from "./load-complaint.ts";
import { eventHash, newSalts } from "./log/chain.ts";
import { withErasures, type Erasure } from "./log/erasures.ts";

/** New facts for one complaint, as decided on what was loaded. */
export type Decided = {
  loaded: LoadedComplaint;
  events: readonly NewEvent[];
  actor: ActorRef;
  commandId: string;
  /** The edition that the complaint is under after these facts. */
  edition: Edition;
  idempotency?: { key: string; requestHash: string } | undefined;
  /** Values that these facts erase from earlier ones. */
  erasures?: readonly Erasure[] | undefined;
};

/** Facts with their place in the chain and everything that is written with them. */
export type Prepared = {
  decided: Decided;
  /** All of the complaint's facts, the new ones last. */
  events: ComplaintEvent[];
  newEvents: ComplaintEvent[];
  complaint: Complaint;
  stored: StoredRow[];
  projection: Projection;
  outbox: OutboxItem[];
};

/** Gives new facts their place, hashes them, and computes every row that follows from them. Touches no database. */
export function prepare(decided: Decided): Prepared {
  const { loaded, actor, erasures, edition } = decided;
  const { organisation, complaintId, arrival } = loaded;
  const newEvents = decided.events.map((event, index) => placed(event, { loaded, actor, index }));
  if (newEvents.length === 0) throw new Error(`nothing to write for complaint ${complaintId}`);
  const earlier = erasures ? withErasures(loaded.events, erasures) : loaded.events;
  const events = [...earlier, ...newEvents];
  const complaint = erasures ? replay(events) : newEvents.reduce(evolveFrom, loaded.complaint);
  if (!complaint) throw new Error(`complaint ${complaintId} has no first fact`);
  const projected = { organisation, complaintId, arrival, complaint, events };
  return {
    decided,
    events,
    newEvents,
    complaint,
    stored: chained(newEvents, decided),
    // An erased value may stand in any row.
    projection: project(projected, erasures ? undefined : loaded.complaint),
    outbox: reactionsTo({ complaintId, events: newEvents, complaint, edition }),
  };
}

/**
 * Writes facts with their rows, for one complaint or many of one organisation, in one statement: all of it or nothing.
 *
 * @throws an error for which `isConflict` is true where one of them has gone on since it was loaded.
 */
export async function append(connection: Connection, organisation: string, prepared: readonly Prepared[]) {
  await connection.query({ name: "append_events", text: `select ${APPEND}`, values: appended(organisation, prepared) });
}

/**
 * The same for commands that only came at the same moment: where somebody holds one of their complaints locked, it fails soon
 * instead of waiting.
 */
export async function appendTogether(connection: Connection, organisation: string, prepared: readonly Prepared[]) {
  await connection.query({
    name: "append_events_together",
    text: `select set_config('lock_timeout', '${LOCK_WAIT_MS}ms', true), ${APPEND}`,
    values: appended(organisation, prepared),
  });
}

const APPEND = "append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

/** So long at most do commands wait for a lock that is in the way of another one. */
const LOCK_WAIT_MS = 20;

function appended(organisation: string, prepared: readonly Prepared[]): unknown[] {
  const isNew = ({ decided }: Prepared) => decided.loaded.lastSequence === 0;
  return [
    organisation,
    list(prepared.filter(isNew).map(chainEnd)),
    list(prepared.filter((each) => !isNew(each)).map(chainEnd)),
    list(prepared.flatMap(({ stored }) => stored)),
    list(prepared.map(({ projection }) => projection.row)),
    list(prepared.flatMap(({ projection }) => projection.clocks)),
    list(prepared.flatMap(({ projection }) => projection.coordinations)),
    list(prepared.flatMap(({ projection }) => projection.text ?? [])),
    list(prepared.flatMap(outboxRows)),
    list(prepared.flatMap(idempotencyRow)),
    list(prepared.flatMap(erasureRows)),
  ];
}

/** Whether a write failed because the complaint has gone on meanwhile, or the same key was used at the same moment. */
export function isConflict(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  if (error.code === "23505" && "constraint" in error) return error.constraint === "idempotency_pkey";
  // 40P01: two writers waited for each other, and this one was chosen to give way.
  return error.code === "HA001" || error.code === "40P01";
}

/** Whether a new complaint was given an id that one already has. */
export function isIdTaken(error: unknown): boolean {
  return error instanceof Error && "constraint" in error && error.constraint === "complaint_pkey";
}

type StoredRow = {
  complaint_id: string;
  sequence: number;
  type: string;
  occurred_at: string;
  recorded_at: string;
  actor: ActorRef;
  command_id: string;
  data: unknown;
  salts: Record<string, string> | null;
  hash: string;
};

function placed(
  event: NewEvent,
  { loaded, actor, index }: { loaded: LoadedComplaint; actor: ActorRef; index: number },
): ComplaintEvent {
  // The door into the log: what does not fit its schema is a bug, and never stored.
  const data: unknown = eventSchemas[event.type].parse(event.data);
  const { type, occurredAt } = event;
  if (occurredAt > loaded.decidedAt) throw new Error(`${type} of ${loaded.complaintId} would happen in the future`);
  const sequence = loaded.lastSequence + index + 1;
  return { type, occurredAt, data, sequence, recordedAt: loaded.decidedAt, actor } as ComplaintEvent;
}

function evolveFrom(complaint: Complaint | undefined, event: ComplaintEvent): Complaint {
  return evolve(complaint, event);
}

function chained(events: readonly ComplaintEvent[], { loaded, commandId }: Decided): StoredRow[] {
  const { organisation, complaintId } = loaded;
  let previous = loaded.lastHash;
  return events.map(({ type, sequence, occurredAt, recordedAt, actor, data }) => {
    const salts = newSalts(type, data);
    const fields = { organisation, complaint: complaintId, sequence, type, occurredAt, recordedAt, actor, commandId };
    const hash = eventHash({ ...fields, data, salts }, previous);
    previous = hash;
    return {
      complaint_id: complaintId,
      sequence,
      type,
      occurred_at: occurredAt,
      recorded_at: recordedAt,
      actor,
      command_id: commandId,
      data,
      salts,
      hash,
    };
  });
}

function chainEnd({ decided, complaint, stored }: Prepared) {
  const { loaded } = decided;
  return {
    complaint_id: loaded.complaintId,
    arrival: loaded.arrival,
    number: complaint.number,
    expected_sequence: loaded.lastSequence,
    last_sequence: complaint.sequence,
    last_hash: stored.at(-1)?.hash,
    last_recorded_at: loaded.decidedAt,
    next_firing_at: nextFiringAt(complaint),
  };
}

function outboxRows({ decided, outbox, complaint }: Prepared) {
  const { complaintId, decidedAt } = decided.loaded;
  // What is for practice leaves nobody's desk: it is kept as what would have been sent.
  const unsent = complaint.shownIn === "work" ? {} : { status: "dropped", last_error: "training" };
  return outbox.map(({ outboxId, ...item }) => ({
    outbox_id: outboxId,
    complaint_id: complaintId,
    ...item,
    queued_at: decidedAt,
    next_try_at: decidedAt,
    ...unsent,
  }));
}

function idempotencyRow({ decided, newEvents }: Prepared) {
  const { idempotency, loaded } = decided;
  if (!idempotency) return [];
  return [
    {
      idempotency_key: idempotency.key,
      request_hash: idempotency.requestHash,
      complaint_id: loaded.complaintId,
      first_sequence: loaded.lastSequence + 1,
      last_sequence: loaded.lastSequence + newEvents.length,
      recorded_at: loaded.decidedAt,
    },
  ];
}

function erasureRows({ decided }: Prepared) {
  const { erasures = [], loaded } = decided;
  return erasures.map((erasure) => ({ complaint_id: loaded.complaintId, ...erasure }));
}

function list(rows: readonly unknown[]): string | null {
  return rows.length === 0 ? null : JSON.stringify(rows);
}
