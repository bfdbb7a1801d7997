import type { Command } from "../complaint/command.ts";
import { actorRef, isSamePerson, type Actor, type Calendars, type Context } from "../complaint/context.ts";
import { conflictsWith, decide } from "../complaint/decide.ts";
import type { ComplaintEvent, NewEvent } from "../complaint/events/event.ts";
import { refuse, type Refusal } from "../complaint/refusal.ts";
import type { Complaint } from "../complaint/state.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import type { EditionRegistry } from "../procedure/pure/edition/registry.ts";
import { dayOf } from "../procedure/pure/instant.ts";
import { writeInside, type Connection } from "../projections/inside-organisation.ts";
import { append, isConflict, isIdTaken, prepare } from "./append.ts";
import { keepEdition } from "./editions.ts";
import { loadComplaint, type EarlierOutcome, type Loaded, type LoadedComplaint } from "./load-complaint.ts";
import { canonicalHash } from "./log/canonical.ts";
import { cleanText } from "./log/clean-text.ts";
import { findErasures, type Erasure } from "./log/erasures.ts";
import { complaintNumber, takeLetterNumber } from "./numbers.ts";
import type { Store } from "./open-store.ts";

export type CommandRequest = {
  organisation: string;
  /** The complaint; for `register` the id that it shall have, or absent for one of the store's choice. */
  complaintId?: string | undefined;
  /** For `register`: under which procedure. Absent where the organisation has one only. */
  procedure?: string | undefined;
  command: Command;
  actor: Actor;
  /** The same key again gets the same answer, and nothing is written twice. */
  idempotencyKey?: string | undefined;
  /** Sequence of the last fact that the person saw. With it, another person's conflicting fact since then is a conflict. */
  expectedSequence?: number | undefined;
};

export type CommandResult =
  | {
      result: "done";
      complaintId: string;
      number: string;
      /** The facts of this command, in order. */
      events: ComplaintEvent[];
      state: Complaint;
      /** True where this key was carried out earlier: `events` are those of then, `state` is as it is now. */
      repeated: boolean;
    }
  | { result: "refused"; refusal: Refusal }
  /** Other people changed what this command is about; `meanwhile` says who and what. Nothing was written. */
  | { result: "conflict"; meanwhile: ComplaintEvent[]; state: Complaint }
  /** The key was used for another command before. Nothing was written. */
  | { result: "key-reused" };

/** Tries on what is loaded without a lock; after these, the complaint is locked while deciding. */
const FREE_TRIES = 3;
const TRIES_MAX = 8;

/** Vietnam's clocks are this far ahead of UTC, all year. */
const ZONE_MINUTES = 420;

/**
 * Carries out a command: loads the complaint, decides, and writes the facts with everything that follows from them. Where
 * the complaint went on meanwhile, it is decided again on the fresh state: only people can be in a person's way.
 */
export async function handleCommand(store: Store, request: CommandRequest): Promise<CommandResult> {
  const work = prepared(store, request);
  // What a redaction erases is read and erased in one transaction.
  let inTransaction = work.command.verb === "redact";
  for (let tries = 1; tries <= TRIES_MAX; tries += 1) {
    inTransaction ||= tries > FREE_TRIES;
    try {
      const result = inTransaction
        ? await writeInside(store.pool, work.organisation, (connection) => attempt(store, work, connection, true))
        : await attempt(store, work, store.pool, false);
      if (result !== "needs-transaction") return result;
      inTransaction = true;
    } catch (error) {
      if (isIdTaken(error)) return { result: "refused", refusal: refuse("already-registered") };
      if (!isConflict(error)) throw error;
    }
  }
  throw new Error(`complaint ${work.complaintId} changed ${TRIES_MAX} times while a command was decided`);
}

type Work = CommandRequest & { complaintId: string; commandId: string; requestHash: string };

function prepared(store: Store, request: CommandRequest): Work {
  const command = cleanText(request.command);
  const { complaintId, procedure, actor } = request;
  // The same command means the same words by the same person, whatever id a new complaint gets.
  const requestHash = canonicalHash({ complaintId, procedure, command, actor: actorRef(actor) });
  return { ...request, command, complaintId: complaintId ?? store.newId(), commandId: store.newId(), requestHash };
}

async function attempt(
  store: Store,
  work: Work,
  connection: Connection,
  inTransaction: boolean,
): Promise<CommandResult | "needs-transaction"> {
  const { organisation, complaintId, command, actor, commandId, idempotencyKey, requestHash } = work;
  const isNew = command.verb === "register";
  const asked = { organisation, complaintId, isNew, idempotencyKey, lock: inTransaction };
  const found = await loadComplaint(connection, asked);
  if (found.earlier) return repeated(found.earlier, found, work, connection);
  const { loaded } = found;
  if (!loaded) return { result: "refused", refusal: refuse("complaint-unknown") };
  const meanwhile = conflictingFacts(work, loaded);
  if (meanwhile.length > 0 && loaded.complaint) return { result: "conflict", meanwhile, state: loaded.complaint };

  const edition = editionFor(store, work, loaded);
  if ("refused" in edition) return { result: "refused", refusal: edition };
  const calendars = (of: Edition) => store.calendars.calendarsFor(of, { number: found.calendarNumber, connection });
  const context = await contextFor(store, work, { loaded, edition, calendars });
  let decision = decide(command, loaded.complaint, context);
  if (decision.ok && registerOf(decision.events) !== undefined) {
    if (!inTransaction) return "needs-transaction";
    decision = decide(await numbered(decision.events, work, loaded, connection), loaded.complaint, context);
  }
  if (!decision.ok) return { result: "refused", refusal: decision.refusal };
  const erasures = await erasuresOf(decision.events, work, connection);
  if (erasures && "refused" in erasures) return { result: "refused", refusal: erasures };

  const under = context.target && command.verb === "move-to-edition" ? context.target.edition : edition;
  await keepEdition(store, under, connection);
  const idempotency = idempotencyKey === undefined ? undefined : { key: idempotencyKey, requestHash };
  const { events } = decision;
  const write = prepare({ loaded, events, actor: actorRef(actor), commandId, edition: under, idempotency, erasures });
  await append(connection, organisation, [write]);
  if (!inTransaction) store.keptEditions.add(under.ref.hash);
  const { complaint: state, newEvents } = write;
  return { result: "done", complaintId, number: state.number, events: newEvents, state, repeated: false };
}

async function repeated(
  earlier: EarlierOutcome,
  { loaded }: Loaded,
  { organisation, requestHash }: Work,
  connection: Connection,
): Promise<CommandResult> {
  const { complaintId, firstSequence, lastSequence } = earlier;
  if (earlier.requestHash !== requestHash) return { result: "key-reused" };
  const now =
    loaded?.complaintId === complaintId
      ? loaded
      : (await loadComplaint(connection, { organisation, complaintId, isNew: false, idempotencyKey: undefined }))
          .loaded;
  if (!now?.complaint) throw new Error(`complaint ${complaintId} of an earlier command is gone`);
  const events = now.events.filter(({ sequence }) => sequence >= firstSequence && sequence <= lastSequence);
  return { result: "done", complaintId, number: now.complaint.number, events, state: now.complaint, repeated: true };
}

/** What other people did since this one looked that this command should not run over. */
function conflictingFacts({ command, actor, expectedSequence }: Work, { events }: LoadedComplaint): ComplaintEvent[] {
  if (expectedSequence === undefined) return [];
  const types = conflictsWith(command.verb);
  return events.filter(
    (event) =>
      event.sequence > expectedSequence &&
      event.actor.kind !== "system" &&
      !isSamePerson(actor, event.actor) &&
      types.includes(event.type),
  );
}

/** The edition that the complaint is pinned to; for a new one, that in force on the day of receipt. */
function editionFor({ registry }: Store, work: Work, { complaint, decidedAt }: LoadedComplaint): Edition | Refusal {
  if (complaint) {
    const pinned = registry.byHash(complaint.edition.hash);
    if (!pinned) throw new Error(`edition ${complaint.edition.hash} of complaint ${work.complaintId} is not loaded`);
    return pinned;
  }
  const { organisation } = work;
  const procedure = work.procedure ?? onlyProcedureOf(registry, organisation);
  if (procedure === undefined) return refuse("edition-unknown", { name: organisation }, "procedure");
  const on = dayOf(work.command.occurredAt ?? decidedAt, ZONE_MINUTES);
  const found = registry.editionInForce({ organisation, procedure, on });
  return found.ok ? found.edition : refuse("edition-unknown", { name: procedure, reason: found.reason }, "procedure");
}

function onlyProcedureOf(registry: EditionRegistry, organisation: string): string | undefined {
  const procedures = registry.organisations().find(({ id }) => id === organisation)?.procedures ?? [];
  return procedures.length === 1 ? procedures[0] : undefined;
}

async function contextFor(
  store: Store,
  { command, actor }: Work,
  found: { loaded: LoadedComplaint; edition: Edition; calendars: (of: Edition) => Promise<Calendars> },
): Promise<Context> {
  const { loaded, edition, calendars } = found;
  const context: Context = {
    edition,
    calendars: await calendars(edition),
    now: loaded.decidedAt,
    actor,
    newId: store.newId,
  };
  if (!loaded.complaint) context.number = complaintNumber(loaded.arrival);
  if (command.verb === "move-to-edition") {
    const target = store.registry.byHash(hashOfTarget(command.data));
    if (target) context.target = { edition: target, calendars: await calendars(target) };
  }
  return context;
}

function hashOfTarget(data: unknown): string {
  const to = (data as { to?: { hash?: unknown } } | null)?.to;
  return typeof to?.hash === "string" ? to.hash : "";
}

/** The register in which a paper of this decision is numbered, if one is. */
function registerOf(events: readonly NewEvent[]): string | undefined {
  return events.find((event) => event.type === "PaperIssued")?.data.register;
}

/** The command with the number that its paper gets. It is taken now, when nothing can refuse the paper any more. */
async function numbered(
  events: readonly NewEvent[],
  { organisation, command }: Work,
  { decidedAt }: LoadedComplaint,
  connection: Connection,
): Promise<Command> {
  const register = registerOf(events) ?? "";
  const year = Number(dayOf(decidedAt, ZONE_MINUTES).slice(0, 4));
  const letterNumber = await takeLetterNumber(connection, { organisation, register, year });
  return { ...command, data: { ...(command.data as object), letterNumber } };
}

async function erasuresOf(
  events: readonly NewEvent[],
  { organisation, complaintId }: Work,
  connection: Connection,
): Promise<Erasure[] | Refusal | undefined> {
  const redaction = events.find((event) => event.type === "ComplaintRedacted")?.data;
  if (!redaction) return undefined;
  const found = await findErasures(connection, { organisation, complaintId, redaction });
  return "unknown" in found ? refuse("unknown-item", { name: found.unknown }, "events") : found.erasures;
}
