import type { Command } from "../complaint/command.ts";
import { actorRef, type Actor } from "../complaint/context.ts";
import type { Customer } from "../complaint/events/parts.ts";
import type { Complaint } from "../complaint/state.ts";
import { complaintFile } from "../projections/complaint-file/complaint-file.ts";
import { readInside, writeInside } from "../projections/inside-organisation.ts";
import { SEES_ALL } from "../projections/visibility.ts";
import { arrivalById, endArrival, undoSetAside, type Arrival } from "../store/arrivals.ts";
import { handleCommand, type CommandResult } from "../store/handle-command.ts";
import { informationOf, keyOf, messageOf, registrationOf } from "./arrival.ts";
import type { IntakeWiring } from "./take-in.ts";

type Person = Extract<Actor, { kind: "person" }>;
type Wiring = Pick<IntakeWiring, "store">;
type Asked = Pick<Arrival, "organisation" | "arrivalId"> & { actor: Person };

/** `not-waiting`: somebody has handled it, or there is none. */
export type Handled = CommandResult | { result: "not-waiting" };

/** What a person says otherwise than the arrival does. */
export type RegisteredAs = {
  /** Needed where its connection serves no channel of the pack. */
  channel?: string | undefined;
  procedure?: string | undefined;
  kind?: string | undefined;
  service?: string | undefined;
  content?: string | undefined;
  customer?: Customer | undefined;
};

/** Older than this, nothing leaves by itself because of it, and a person says whether the customer is told that it came. */
const LATE_MS = 5 * 60_000;

/**
 * Takes it in as a new complaint, received when it arrived. `acknowledges`: where it arrived too long ago for that to happen by itself, the
 * customer is told now that it came, if the edition lets this person.
 */
export async function registerArrival(
  wiring: Wiring,
  asked: Asked & { as: RegisteredAs; acknowledges?: boolean | undefined },
): Promise<Handled> {
  const arrival = await waitingArrival(wiring, asked);
  if (!arrival) return { result: "not-waiting" };
  const { procedure, ...said } = asked.as;
  const command = registrationOf(arrival);
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const data = { ...(command.data as object), ...given };
  const request = { organisation: arrival.organisation, procedure, command: { ...command, data }, actor: asked.actor };
  const result = await handleCommand(wiring.store, { ...request, idempotencyKey: keyOf(arrival) });
  const isLate = Date.now() - Date.parse(arrival.receivedAt) > LATE_MS;
  if (result.result === "done" && asked.acknowledges === true && isLate)
    await handleCommand(wiring.store, {
      organisation: arrival.organisation,
      complaintId: result.complaintId,
      command: { verb: "acknowledge", data: {} },
      actor: asked.actor,
      idempotencyKey: keyOf(arrival, "acknowledge"),
    });
  return written(wiring, { arrival, asked, result });
}

/**
 * Adds it to a complaint that this person may see. A closed one is taken up again where `reopen` says why, and the edition lets this person;
 * otherwise the words are kept there as a note.
 */
export async function addArrival(
  wiring: Wiring,
  asked: Asked & { complaintId: string; reopen?: string | undefined },
): Promise<Handled> {
  const arrival = await waitingArrival(wiring, asked);
  if (!arrival) return { result: "not-waiting" };
  const { organisation, actor, complaintId } = asked;
  if (asked.reopen !== undefined) {
    const command = { verb: "reopen" as const, data: { reason: asked.reopen } };
    const request = { organisation, complaintId, command, actor, idempotencyKey: keyOf(arrival, "reopen") };
    const result = await handleCommand(wiring.store, request);
    // Where it was taken up and the program died, it is open now.
    if (result.result !== "done" && !isOpenAlready(result)) return result;
  }
  const complaint = await stateOf(wiring, organisation, complaintId);
  const command = complaint && additionOf(arrival, complaint);
  if (!command) return { result: "not-waiting" };
  const request = { organisation, complaintId, command, actor, idempotencyKey: keyOf(arrival) };
  const result = await handleCommand(wiring.store, request);
  return written(wiring, { arrival, asked, result });
}

/** Puts it aside: it is none of a complaint's. @returns whether it waited */
export function setAside({ store }: Wiring, asked: Asked & { reason: string }): Promise<boolean> {
  const { organisation, actor, reason } = asked;
  return writeInside(store.pool, organisation, (connection) =>
    endArrival(connection, asked, { status: "set-aside", reason, handledBy: actorRef(actor) }),
  );
}

/** The way back. @returns whether it was set aside */
export function putBack({ store }: Wiring, asked: Asked): Promise<boolean> {
  return writeInside(store.pool, asked.organisation, (connection) => undoSetAside(connection, asked));
}

function isOpenAlready(result: CommandResult): boolean {
  return result.result === "key-reused" || (result.result === "refused" && result.refusal.code === "complaint-open");
}

/** One that waits, or that the program only noted: a person may make more of it. */
async function waitingArrival({ store }: Wiring, { organisation, arrivalId }: Asked): Promise<Arrival | undefined> {
  const arrival = await readInside(store.pool, organisation, (connection) =>
    arrivalById(connection, organisation, arrivalId),
  );
  return arrival && (arrival.status === "waiting" || arrival.status === "noted") ? arrival : undefined;
}

async function stateOf({ store }: Wiring, organisation: string, complaintId: string): Promise<Complaint | undefined> {
  const asked = { organisation, complaintId, visibility: SEES_ALL };
  return (await readInside(store.pool, organisation, (connection) => complaintFile(connection, asked)))?.state;
}

function additionOf(arrival: Arrival, complaint: Complaint): Command {
  const information = informationOf(arrival, complaint);
  if (complaint.phase !== "closed" && complaint.phase !== "archived") return information;
  return { ...information, verb: "note", data: { text: messageOf(arrival, complaint) } };
}

async function written(
  { store }: Wiring,
  { arrival, asked, result }: { arrival: Arrival; asked: Asked; result: CommandResult },
): Promise<Handled> {
  if (result.result === "key-reused") return { result: "not-waiting" };
  if (result.result !== "done") return result;
  const { complaintId, events } = result;
  const sequence = events[0]?.sequence;
  if (sequence === undefined) throw new Error(`the command of arrival ${arrival.arrivalId} made no fact`);
  const about = { complaintId, by: "person" as const };
  const handledBy = actorRef(asked.actor);
  await writeInside(store.pool, arrival.organisation, (connection) =>
    endArrival(connection, arrival, { status: "taken-in", complaintId, sequence, about, handledBy }),
  );
  return result;
}
