import type { Command } from "../complaint/command.ts";
import { isPractising, isSamePerson, type Actor, type Calendars, type Context } from "../complaint/context.ts";
import { conflictsWith, decide } from "../complaint/decide.ts";
import type { ComplaintEvent, NewEvent } from "../complaint/events/event.ts";
import { refuse, type Refusal } from "../complaint/refusal.ts";
import type { Complaint, ShownIn } from "../complaint/state.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import type { EditionRegistry } from "../procedure/pure/edition/registry.ts";
import { dayInVietnam } from "../procedure/pure/vietnam.ts";
import type { Connection } from "../projections/inside-organisation.ts";
import type { LoadedComplaint } from "./load-complaint.ts";
import { findErasures, type Erasure } from "./log/erasures.ts";
import { complaintNumber } from "./numbers.ts";
import type { Store } from "./open-store.ts";
import { pinnedEdition } from "./pinned-edition.ts";

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

/** Why a command made nothing. */
export type NotDone =
  | { result: "refused"; refusal: Refusal }
  /** Other people changed what this command is about; `meanwhile` says who and what. Nothing was written. */
  | { result: "conflict"; meanwhile: ComplaintEvent[]; state: Complaint };

/** What a command would make, and under which edition; nothing is written yet. */
export type CommandDecision = {
  result: "decided";
  events: NewEvent[];
  /** Values that these facts erase from earlier ones. */
  erasures: Erasure[] | undefined;
  /** What it was decided on. */
  context: Context;
  /** The edition that the complaint is under after these facts. */
  under: Edition;
};

/** Decides a command on what was loaded. Reads, and writes nothing. */
export async function decideCommand(
  store: Store,
  work: CommandRequest & { complaintId: string },
  { loaded, calendarNumber, connection }: { loaded: LoadedComplaint; calendarNumber: number; connection: Connection },
): Promise<CommandDecision | NotDone> {
  // For whoever it is about it does not exist: neither when it came, nor what others did with it meanwhile.
  if (isAbout(work.actor, loaded.complaint) || isElsewhere(work.actor, loaded.complaint))
    return { result: "refused", refusal: refuse("complaint-unknown") };
  const meanwhile = conflictingFacts(work, loaded);
  if (meanwhile.length > 0 && loaded.complaint) return { result: "conflict", meanwhile, state: loaded.complaint };
  const edition = editionFor(store, work, loaded);
  if ("refused" in edition) return { result: "refused", refusal: edition };
  const calendars = (of: Edition) => store.calendars.calendarsFor(of, { number: calendarNumber, connection });
  const context = await contextFor(store, work, { loaded, edition, calendars });
  const decision = decide(work.command, loaded.complaint, context);
  if (!decision.ok) return { result: "refused", refusal: decision.refusal };
  const { events } = decision;
  const lost = await linkIntoNothing(events, work, connection);
  if (lost) return { result: "refused", refusal: lost };
  const erasures = await erasuresOf(events, work, connection);
  if (erasures && "refused" in erasures) return { result: "refused", refusal: erasures };
  const under = context.target && work.command.verb === "move-to-edition" ? context.target.edition : edition;
  return { result: "decided", events, erasures, context, under };
}

function isAbout(actor: Actor, complaint: Complaint | undefined): boolean {
  return actor.kind === "person" && complaint?.aboutPersonIds.includes(actor.personId) === true;
}

/** Whoever practises does nothing with the work, everybody else nothing with what is for practice. */
function isElsewhere(actor: Actor, complaint: Complaint | undefined): boolean {
  return complaint !== undefined && complaint.shownIn !== shownTo(actor);
}

function shownTo(actor: Actor): ShownIn {
  return isPractising(actor) ? "training" : "work";
}

/** What other people did since this one looked that this command should not run over. */
function conflictingFacts(
  { command, actor, expectedSequence }: CommandRequest,
  { events }: LoadedComplaint,
): ComplaintEvent[] {
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
function editionFor(
  { registry }: Store,
  work: CommandRequest,
  { complaint, decidedAt }: LoadedComplaint,
): Edition | Refusal {
  if (complaint) return pinnedEdition({ registry }, complaint);
  const { organisation } = work;
  const procedure = work.procedure ?? onlyProcedureOf(registry, organisation);
  if (procedure === undefined) return refuse("edition-unknown", { name: organisation }, "procedure");
  const on = dayInVietnam(work.command.occurredAt ?? decidedAt);
  const found = registry.editionInForce({ organisation, procedure, on });
  return found.ok ? found.edition : refuse("edition-unknown", { name: procedure, reason: found.reason }, "procedure");
}

function onlyProcedureOf(registry: EditionRegistry, organisation: string): string | undefined {
  const procedures = registry.organisations().find(({ id }) => id === organisation)?.procedures ?? [];
  return procedures.length === 1 ? procedures[0] : undefined;
}

async function contextFor(
  store: Store,
  { command, actor, complaintId }: CommandRequest,
  found: { loaded: LoadedComplaint; edition: Edition; calendars: (of: Edition) => Promise<Calendars> },
): Promise<Context> {
  const { loaded, edition, calendars } = found;
  const context: Context = {
    edition,
    calendars: await calendars(edition),
    now: loaded.decidedAt,
    actor,
    newId: store.newId,
    ...(complaintId === undefined ? {} : { complaintId }),
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

/** A link leads to a complaint or an incident of the organisation that is there. */
async function linkIntoNothing(
  events: readonly NewEvent[],
  { organisation, actor }: CommandRequest,
  connection: Connection,
): Promise<Refusal | undefined> {
  const to = events.find((event) => event.type === "ComplaintLinked")?.data.to;
  if (to === undefined) return undefined;
  const { rows } = await connection.query<{ there: boolean }>("select is_link_target($1, $2, $3, $4) as there", [
    organisation,
    to,
    actor.kind === "person" ? actor.personId : null,
    shownTo(actor),
  ]);
  return rows[0]?.there ? undefined : refuse("link-target-unknown", { name: to }, "to");
}

async function erasuresOf(
  events: readonly NewEvent[],
  { organisation, complaintId }: CommandRequest & { complaintId: string },
  connection: Connection,
): Promise<Erasure[] | Refusal | undefined> {
  const redaction = events.find((event) => event.type === "ComplaintRedacted")?.data;
  if (!redaction) return undefined;
  const found = await findErasures(connection, { organisation, complaintId, redaction });
  return "unknown" in found ? refuse("unknown-item", { name: found.unknown }, "events") : found.erasures;
}
