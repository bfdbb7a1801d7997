import type { Actor } from "../complaint/context.ts";
import type { Complaint } from "../complaint/state.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import { dayInVietnam } from "../procedure/pure/vietnam.ts";
import { complaintFile } from "../projections/complaint-file/complaint-file.ts";
import { readInside, writeInside } from "../projections/inside-organisation.ts";
import { SEES_ALL } from "../projections/visibility.ts";
import {
  endArrival,
  factOfArrival,
  keepArrival,
  leftArrivals,
  takenOfSender,
  type Arrival,
  type ArrivalEnd,
  type NewArrival,
} from "../store/arrivals.ts";
import { closedChannels } from "../store/closed-channels.ts";
import { handleCommand, type CommandResult } from "../store/handle-command.ts";
import type { Store } from "../store/open-store.ts";
import { noteOutcome } from "../store/outbox-outcomes.ts";
import type { SecretsKey } from "../store/secret-box.ts";
import { becomes, informationOf, isByCustomer, keyOf, registrationOf, type Becomes, type Seen } from "./arrival.ts";
import { recognise } from "./recognise.ts";

/** `secretsKey`: what the tokens in outgoing mail are signed with. */
export type IntakeWiring = { store: Store; secretsKey: SecretsKey };

/** How it ended. `repeated`: the same message was kept before, and may have been handled then. */
export type TakenIn = {
  arrivalId: string;
  status: Arrival["status"];
  complaintId: string | null;
  repeated: boolean;
};

const intake = { kind: "system", process: "intake" } as const satisfies Actor;

/** What somebody keeps looking at for longer is taken up by another. */
const LEFT_SECONDS = 60;
const LEFT_AT_ONCE = 20;

/**
 * Keeps what came in, finds out what it is about, and makes it a fact of a complaint, or leaves it to a person. May be called again after
 * it broke off anywhere: one fact results. Its original and attachments are in the store of attachments before.
 */
export async function takeInArrival(wiring: IntakeWiring, arrival: NewArrival): Promise<TakenIn> {
  const { repeated, arrival: kept } = await keep(wiring, arrival);
  return { ...(await lookAt(wiring, kept)), repeated };
}

/** Keeps it alone: whoever must answer at once has it looked at afterwards. */
export function keep({ store }: IntakeWiring, arrival: NewArrival): Promise<{ arrival: Arrival; repeated: boolean }> {
  return writeInside(store.pool, arrival.organisation, (connection) => keepArrival(connection, arrival));
}

/**
 * Takes up what a process left when it died, or could not look at. What cannot be looked at now either waits for a person.
 *
 * @returns how many
 */
export async function takeUpLeft(wiring: IntakeWiring, organisation: string): Promise<number> {
  const left = await readInside(wiring.store.pool, organisation, (connection) =>
    leftArrivals(connection, organisation, { olderThanSeconds: LEFT_SECONDS, limit: LEFT_AT_ONCE }),
  );
  for (const arrival of left)
    await lookAt(wiring, arrival).catch(() =>
      writeInside(wiring.store.pool, organisation, (connection) =>
        endArrival(connection, arrival, { status: "waiting", reason: "failed" }),
      ),
    );
  return left.length;
}

/** Looks at one that nobody looked at yet. */
export async function lookAt(wiring: IntakeWiring, arrival: Arrival): Promise<Omit<TakenIn, "repeated">> {
  const { arrivalId, organisation, status, waitingReason } = arrival;
  if (status !== "waiting" || waitingReason !== "just-arrived")
    return { arrivalId, status, complaintId: arrival.complaintId };
  const end = (await endOfEarlier(wiring, arrival)) ?? (await endOf(wiring, arrival));
  // Another copy is looked at just now: this one follows when that is known.
  if (!end) return { arrivalId, status, complaintId: null };
  await writeInside(wiring.store.pool, organisation, (connection) => endArrival(connection, arrival, end));
  return { arrivalId, status: end.status, complaintId: end.status === "taken-in" ? end.complaintId : null };
}

/** Where the fact was made and the program died before it was written down. */
async function endOfEarlier({ store }: IntakeWiring, arrival: Arrival): Promise<ArrivalEnd | undefined> {
  const { organisation } = arrival;
  const fact = await readInside(store.pool, organisation, (connection) =>
    factOfArrival(connection, organisation, keyOf(arrival)),
  );
  return fact && { status: "taken-in", handledBy: intake, ...fact };
}

async function endOf(wiring: IntakeWiring, arrival: Arrival): Promise<ArrivalEnd | undefined> {
  const found = await readInside(wiring.store.pool, arrival.organisation, async (connection) => {
    const recognised = await recognise(connection, wiring.secretsKey, arrival);
    if (recognised?.is === "copy") return recognised;
    const { organisation, channel } = arrival;
    const ofSender = await takenOfSender(connection, arrival);
    const seen: Seen = { about: undefined, besides: undefined, hasSeveral: false, isChannelClosed: false, ofSender };
    if (recognised?.is === "complaint") {
      const { complaintId } = recognised;
      const file = await complaintFile(connection, { organisation, complaintId, visibility: SEES_ALL });
      seen.about = { ...recognised, complaint: file?.state };
    }
    if (recognised?.is === "other") seen.besides = recognised.complaintId;
    seen.hasSeveral = recognised?.is === "several";
    const closed = await closedChannels(connection, organisation);
    seen.isChannelClosed = closed.some((each) => each.channelId === channel && each.closedAt <= arrival.receivedAt);
    return { is: "seen" as const, seen };
  });
  if (found.is === "copy") {
    if (found.complaintId === null) return undefined;
    const about = { complaintId: found.complaintId, by: "message-id" as const };
    return { status: "noted", reason: "copy", about, handledBy: intake };
  }
  return carriedOut(wiring, arrival, { what: becomes(arrival, found.seen), seen: found.seen });
}

async function carriedOut(
  wiring: IntakeWiring,
  arrival: Arrival,
  { what, seen }: { what: Becomes; seen: Seen },
): Promise<ArrivalEnd> {
  const { organisation } = arrival;
  if (what.does === "wait") return { status: "waiting", reason: what.reason, about: what.about };
  if (what.does === "register") return registered(wiring, arrival);
  const about = { complaintId: what.complaintId, by: what.by };
  if (what.does === "note") return { status: "noted", about, handledBy: intake };
  if (what.does === "returned") {
    const { messageId } = what;
    const reason = arrival.mailHeaders?.bounce?.status ?? null;
    await writeInside(wiring.store.pool, organisation, (connection) =>
      noteOutcome(connection, organisation, { of: { messageId }, outcome: "bounced", reason }),
    );
    return { status: "noted", about, handledBy: intake };
  }
  const complaint = seen.about?.complaint;
  if (!complaint) throw new Error(`arrival ${arrival.arrivalId} has no complaint to be added to`);
  const { complaintId } = what;
  if (what.does === "reopen" && !(await reopened(wiring, arrival, { complaintId, complaint })))
    return { status: "waiting", reason: "closed-complaint", about };
  const command = informationOf(arrival, complaint);
  // Their own words are their own doing: whoever writes a reply meanwhile is told.
  const actor: Actor = isByCustomer(arrival, complaint) ? { kind: "customer" } : intake;
  const request = { organisation, complaintId, command, actor, idempotencyKey: keyOf(arrival) };
  return ended(wiring, arrival, { result: await handleCommand(wiring.store, request), about });
}

/** By an edition in force on the day of receipt that knows the channel. */
async function registered(wiring: IntakeWiring, arrival: Arrival): Promise<ArrivalEnd> {
  const { store } = wiring;
  const { organisation } = arrival;
  const edition = editionFor(store, arrival);
  if (!edition) return { status: "waiting", reason: "no-channel" };
  const { procedure } = edition;
  const command = registrationOf(arrival);
  const request = { organisation, procedure, command, actor: intake, idempotencyKey: keyOf(arrival) };
  return ended(wiring, arrival, { result: await handleCommand(store, request) });
}

/** The edition in force on the day of arrival, in Vietnam, of the first procedure that has the channel. */
export function editionFor(
  { registry }: Pick<Store, "registry">,
  { organisation, receivedAt, channel }: Pick<Arrival, "organisation" | "receivedAt" | "channel">,
): Edition | undefined {
  const procedures = registry.organisations().find(({ id }) => id === organisation)?.procedures ?? [];
  return procedures
    .map((procedure) => registry.editionInForce({ organisation, procedure, on: dayInVietnam(receivedAt) }))
    .flatMap((found) => (found.ok ? [found.edition] : []))
    .find(({ channels }) => channels.some(({ id }) => id === channel));
}

/** The edition says whether a customer's word takes up again what was closed, or a person must. */
async function reopened(
  { store }: IntakeWiring,
  arrival: Arrival,
  { complaintId, complaint }: { complaintId: string; complaint: Complaint },
): Promise<boolean> {
  const { organisation, content } = arrival;
  const command = { verb: "reopen" as const, data: { reason: content.trim() || "e-mail" } };
  // Nobody else's word is the customer's.
  const actors = isByCustomer(arrival, complaint) ? [{ kind: "customer" as const }, intake] : [intake];
  for (const actor of actors) {
    const request = { organisation, complaintId, command, actor, idempotencyKey: keyOf(arrival, "reopen") };
    const { result } = await handleCommand(store, request);
    if (result === "done" || result === "key-reused") return true;
  }
  return false;
}

async function ended(
  wiring: IntakeWiring,
  arrival: Arrival,
  { result, about }: { result: CommandResult; about?: ArrivalEnd["about"] },
): Promise<ArrivalEnd> {
  switch (result.result) {
    case "done": {
      const { complaintId, events } = result;
      const sequence = events[0]?.sequence;
      if (sequence === undefined) throw new Error(`the command of arrival ${arrival.arrivalId} made no fact`);
      return { status: "taken-in", complaintId, sequence, about, handledBy: intake };
    }
    case "refused":
      return { status: "waiting", reason: `refused:${result.refusal.code}`, about };
    case "conflict":
      return { status: "waiting", reason: "refused:conflict", about };
    case "key-reused": {
      // Somebody else made the fact of it at the same moment.
      const earlier = await endOfEarlier(wiring, arrival);
      if (!earlier) throw new Error(`the key of arrival ${arrival.arrivalId} is used and leads nowhere`);
      return earlier;
    }
  }
}
