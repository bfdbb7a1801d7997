import type { Command } from "../complaint/command.ts";
import { actorRef, isPractising } from "../complaint/context.ts";
import { decide } from "../complaint/decide.ts";
import type { ComplaintEvent, EventData, NewEvent } from "../complaint/events/event.ts";
import type { Attachment } from "../complaint/events/parts.ts";
import { refuse } from "../complaint/refusal.ts";
import type { Complaint } from "../complaint/state.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import { dayInVietnam } from "../procedure/pure/vietnam.ts";
import { writeInside, type Commit, type Connection } from "../projections/inside-organisation.ts";
import { eraseArrivals } from "./arrivals.ts";
import { append, isConflict, isIdTaken, prepare } from "./append.ts";
import { noteErased } from "./attachments/erased-contents.ts";
import { noteNamed } from "./attachments/remove-unnamed.ts";
import { decideCommand, type CommandRequest, type NotDone } from "./decide-command.ts";
import { keepEdition } from "./editions.ts";
import { loadComplaint, type EarlierOutcome, type Loaded, type LoadedComplaint } from "./load-complaint.ts";
import { canonical } from "./log/canonical.ts";
import { cleanText } from "./log/clean-text.ts";
import { takeLetterNumber } from "./numbers.ts";
import type { Store } from "./open-store.ts";
import { isOfRequest, saltedHash } from "./request-hash.ts";

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
  | NotDone
  /** The key was used for another command before. Nothing was written. */
  | { result: "key-reused" };

/** A paper that is issued without a document, with the number that it has now; null: no register numbers it. */
export type PaperToMake = {
  issued: EventData<"PaperIssued">;
  letterNumber: string | null;
  complaint: Complaint;
  events: readonly ComplaintEvent[];
  edition: Edition;
  /** What the paper is dated by. */
  decidedAt: string;
  /** Of the transaction that issues it. */
  connection: Connection;
};

/** The document, and what stands on it. */
export type PaperMade = { document: Attachment; stands: NonNullable<Command["stands"]> };

/** `makeDocument`: for a command that says so. It is called while the paper's register is held, and keeps what it makes. */
export type HandledRequest = CommandRequest & { makeDocument?: (paper: PaperToMake) => Promise<PaperMade> };

/** Tries on what is loaded without a lock; after these, the complaint is locked while deciding. */
const FREE_TRIES = 3;
const TRIES_MAX = 8;

/**
 * Carries out a command: loads the complaint, decides, and writes the facts with everything that follows from them. Where
 * the complaint went on meanwhile, it is decided again on the fresh state: only people can be in a person's way.
 */
export async function handleCommand(store: Store, request: HandledRequest): Promise<CommandResult> {
  const work = prepared(store, request);
  const { verb, attachments = [] } = work.command;
  // What a redaction erases is read and erased in one transaction, a paper gets its number in that of the fact, and documents
  // are noted as named in it.
  let inTransaction = verb === "redact" || verb === "issue-paper" || attachments.length > 0;
  for (let tries = 1; tries <= TRIES_MAX; tries += 1) {
    inTransaction ||= tries > FREE_TRIES;
    try {
      const result = inTransaction
        ? await writeInside(store.pool, work.organisation, (connection, commit) =>
            attempt(store, work, connection, commit),
          )
        : await attempt(store, work, store.pool);
      if (result !== "needs-transaction") return result;
      inTransaction = true;
    } catch (error) {
      if (isIdTaken(error)) return { result: "refused", refusal: refuse("already-registered") };
      if (!isConflict(error)) throw error;
    }
  }
  throw new Error(`complaint ${work.complaintId} changed ${TRIES_MAX} times while a command was decided`);
}

type Work = HandledRequest & { complaintId: string; commandId: string; request: string };

function prepared(store: Store, request: HandledRequest): Work {
  const command = cleanText(request.command);
  const { complaintId, procedure, actor } = request;
  // The same command means the same words by the same person, whatever id a new complaint gets.
  const words = canonical({ complaintId, procedure, command, actor: actorRef(actor) });
  return { ...request, command, complaintId: complaintId ?? store.newId(), commandId: store.newId(), request: words };
}

async function attempt(
  store: Store,
  work: Work,
  connection: Connection,
  commit?: Commit,
): Promise<CommandResult | "needs-transaction"> {
  const inTransaction = commit !== undefined;
  const { organisation, complaintId, actor, commandId, idempotencyKey } = work;
  const isNew = work.command.verb === "register";
  const asked = { organisation, complaintId, isNew, isTraining: isPractising(actor), idempotencyKey };
  const found = await (inTransaction
    ? loadComplaint(connection, { ...asked, lock: true })
    : store.gathered.load(asked));
  if (found.earlier) return repeated(found.earlier, found, work, connection);
  const { loaded } = found;
  if (!loaded) return { result: "refused", refusal: refuse("complaint-unknown") };
  const { calendarNumber } = found;
  const decided = await decideCommand(store, work, { loaded, calendarNumber, connection });
  if (decided.result !== "decided") return decided;
  const { erasures, under, context } = decided;
  let { events } = decided;
  let { command } = work;
  const issued = issuedIn(events);
  if (issued && (issued.register !== undefined || command.makesDocument)) {
    if (!inTransaction) return "needs-transaction";
    command = await completed(issued, work, { loaded, edition: under, connection });
    const again = decide(command, loaded.complaint, context);
    // A refusal now would leave a gap in the register: rolled back, the number goes to the next paper.
    if (!again.ok) throw new Error(`a paper was refused after it had its number: ${again.refusal.code}`);
    events = again.events;
  }

  await keepEdition(store, under, connection);
  const idempotency =
    idempotencyKey === undefined
      ? undefined
      : { key: idempotencyKey, requestHash: saltedHash(work.request).toString("hex") };
  const write = prepare({ loaded, events, actor: actorRef(actor), commandId, edition: under, idempotency, erasures });
  const writing = [inTransaction ? append(connection, organisation, [write]) : store.gathered.append(write)];
  const documents = command.attachments?.map(({ sha256 }) => sha256) ?? [];
  if (documents.length > 0) writing.push(noteNamed(connection, organisation, documents));
  if (erasures) {
    writing.push(noteErased(connection, organisation, erasures));
    writing.push(eraseArrivals(connection, organisation, { complaintId, erasures }));
  }
  // A register is held from its number to the end of the transaction: nothing is waited for between.
  void commit?.();
  await Promise.all(writing);
  if (!inTransaction) store.keptEditions.add(under.ref.hash);
  const { complaint: state, newEvents } = write;
  return { result: "done", complaintId, number: state.number, events: newEvents, state, repeated: false };
}

async function repeated(
  earlier: EarlierOutcome,
  { loaded }: Loaded,
  { organisation, request }: Work,
  connection: Connection,
): Promise<CommandResult> {
  const { complaintId, firstSequence, lastSequence } = earlier;
  if (!isOfRequest(Buffer.from(earlier.requestHash, "hex"), request)) return { result: "key-reused" };
  // The facts are read before the key: a twin written in between is known by its key, and its facts are not among them yet.
  const now =
    loaded?.complaintId === complaintId && loaded.lastSequence >= lastSequence
      ? loaded
      : (await loadComplaint(connection, { organisation, complaintId, isNew: false, idempotencyKey: undefined }))
          .loaded;
  if (!now?.complaint) throw new Error(`complaint ${complaintId} of an earlier command is gone`);
  const events = now.events.filter(({ sequence }) => sequence >= firstSequence && sequence <= lastSequence);
  return { result: "done", complaintId, number: now.complaint.number, events, state: now.complaint, repeated: true };
}

/** The paper that this decision issues, if it does. */
function issuedIn(events: readonly NewEvent[]): EventData<"PaperIssued"> | undefined {
  return events.find((event) => event.type === "PaperIssued")?.data;
}

/**
 * The command with the number that its paper gets, and with its document where the program makes it. The number is taken now, when
 * nothing can refuse the paper any more.
 */
async function completed(
  issued: EventData<"PaperIssued">,
  { organisation, command, makeDocument }: Work,
  { loaded, edition, connection }: { loaded: LoadedComplaint; edition: Edition; connection: Connection },
): Promise<Command> {
  const { decidedAt, complaint, events } = loaded;
  const letterNumber = await numberFor(issued, { organisation, loaded, connection });
  const numbered =
    letterNumber === null ? command : { ...command, data: { ...(command.data as object), letterNumber } };
  if (!command.makesDocument) return numbered;
  if (!makeDocument || !complaint) throw new Error("nothing makes the document of this paper");
  const asked = { issued, letterNumber, complaint, events, edition, decidedAt, connection };
  const { document, stands } = await makeDocument(asked);
  return { ...numbered, attachments: [document], stands };
}

async function numberFor(
  { register }: EventData<"PaperIssued">,
  { organisation, loaded, connection }: { organisation: string; loaded: LoadedComplaint; connection: Connection },
): Promise<string | null> {
  if (register === undefined) return null;
  const year = Number(dayInVietnam(loaded.decidedAt).slice(0, 4));
  const series = loaded.complaint?.shownIn === "work" ? "" : "TH-";
  const number = await takeLetterNumber(connection, { organisation, register: `${series}${register}`, year });
  return `${series}${number}`;
}
