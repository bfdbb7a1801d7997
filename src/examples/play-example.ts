import type { Command } from "../complaint/command.ts";
import { actorRef, clocksActor, type Actor, type Context } from "../complaint/context.ts";
import { decide } from "../complaint/decide.ts";
import type { ComplaintEvent, NewEvent } from "../complaint/events/event.ts";
import { parseEvent } from "../complaint/events/event.ts";
import type { Attachment } from "../complaint/events/parts.ts";
import { evolve } from "../complaint/evolve/evolve.ts";
import { fireDue, nextFiringAt } from "../complaint/follow/fire.ts";
import type { Refusal } from "../complaint/refusal.ts";
import type { Complaint } from "../complaint/state.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import type { EditionCalendars } from "../procedure/pure/edition/calendars-of-edition.ts";
import type { Instant } from "../procedure/pure/instant.ts";
import type { Role } from "../procedure/pure/vocabulary.ts";
import { isWait, type DoStep, type Example, type Step } from "./examples-file.ts";
import { UnknownHandle, withIds } from "./handles.ts";

/** One step as it went. `fired`: clocks that warned or ran out on the way to it. */
export type PlayedStep = {
  step: Step;
  at: Instant;
  fired: ComplaintEvent[];
  events: ComplaintEvent[];
  refusal: Refusal | null;
  /** The verb's fields with every handle replaced by its id. */
  data: unknown;
  /** A handle of the step that names nothing. */
  mistake: string | null;
  /** Just before the step, when the clocks on the way had fired. */
  before: Complaint | undefined;
  complaint: Complaint | undefined;
  /** Time, edition and calendars at the step, for asking what is allowed. */
  context: Context;
};

/**
 * Plays an example on a virtual clock, without a database: time passes from step to step, and every clock that falls due on the
 * way fires at its instant, in order, as the worker would do it. Ends early at a command that is refused where nobody expected it.
 */
export function playExample(
  example: Example,
  { edition, calendars }: { edition: Edition; calendars: EditionCalendars },
): PlayedStep[] {
  const named = new Map<string, readonly NewEvent[]>();
  const played: PlayedStep[] = [];
  let complaint: Complaint | undefined;
  let idsMade = 0;
  const newId = () => `id-${++idsMade}`;
  for (const step of example.steps) {
    const at = isWait(step) ? step["wait until"] : step.at;
    const context: Context = { edition, calendars, now: at, actor: clocksActor, newId, number: "KN-0001" };
    const fired = firedUntil(at, complaint, context);
    complaint = fired.complaint;
    const done = isWait(step) ? nothingDone : doneBy(step, complaint, { ...context, actor: actorOf(step.by) }, named);
    const before = complaint;
    const events = recorded(done.events, complaint, { now: at, actor: isWait(step) ? clocksActor : actorOf(step.by) });
    for (const event of events) complaint = evolve(complaint, event);
    if (!isWait(step) && step.as !== undefined) named.set(step.as, events);
    played.push({ step, at, fired: fired.events, ...done, events, before, complaint, context });
    if (done.mistake !== null || (done.refusal && !isWait(step) && step.expect.refused === undefined)) break;
  }
  return played;
}

/** Who `clerk@cskh Lan` is: Lan, clerk of cskh. Without a name the post itself stands for the person. */
export function actorOf(who: string): Actor {
  if (who === "customer") return { kind: "customer" };
  if (who === "system") return { kind: "system", process: "example" };
  const [post = "", ...name] = who.split(" ");
  const [role = "", unit = ""] = post.split("@");
  return { kind: "person", personId: name.join(" ") || post, roles: [{ role: role as Role, unit }] };
}

type Done = { events: NewEvent[]; refusal: Refusal | null; data: unknown; mistake: string | null };

const nothingDone: Done = { events: [], refusal: null, data: {}, mistake: null };

function doneBy(
  step: DoStep,
  complaint: Complaint | undefined,
  context: Context,
  named: ReadonlyMap<string, readonly NewEvent[]>,
): Done {
  try {
    const command = commandOf(step, complaint, { named, edition: context.edition });
    const decision = decide(command, complaint, context);
    const done = { ...nothingDone, data: command.data };
    return decision.ok ? { ...done, events: decision.events } : { ...done, refusal: decision.refusal };
  } catch (error) {
    if (!(error instanceof UnknownHandle)) throw error;
    return { ...nothingDone, mistake: error.message };
  }
}

function commandOf(
  step: DoStep,
  complaint: Complaint | undefined,
  { named, edition }: { named: ReadonlyMap<string, readonly NewEvent[]>; edition: Edition },
): Command {
  return {
    verb: step.do,
    occurredAt: step.occurredAt,
    data: withIds(step.with, { steps: named, complaint }),
    confirmed: step.confirmed,
    filled: step.filled,
    attachments: handedIn(step, edition),
  };
}

function handedIn({ attachments = [], documents = [] }: DoStep, edition: Edition): Attachment[] | undefined {
  if (attachments.length + documents.length === 0) return undefined;
  const evidence = attachments.map((id) => {
    const name = edition.evidence.find((each) => each.id === id)?.name ?? id;
    return { ...documentOf(id, name), evidence: id };
  });
  return [...evidence, ...documents.map((name) => documentOf(name, name))];
}

function documentOf(attachmentId: string, name: string): Attachment {
  return { attachmentId, name, type: "application/pdf", bytes: 1000, sha256: "0".repeat(64) };
}

function firedUntil(
  until: Instant,
  complaint: Complaint | undefined,
  context: Context,
): { events: ComplaintEvent[]; complaint: Complaint | undefined } {
  const events: ComplaintEvent[] = [];
  let state = complaint;
  for (let at = dueBefore(until, state); state && at !== null; at = dueBefore(until, state)) {
    const due = recorded(fireDue(state, { ...context, now: at }), state, { now: at, actor: clocksActor });
    for (const event of due) state = evolve(state, event);
    events.push(...due);
  }
  return { events, complaint: state };
}

function dueBefore(until: Instant, complaint: Complaint | undefined): Instant | null {
  const at = complaint ? nextFiringAt(complaint) : null;
  return at !== null && at <= until ? at : null;
}

/** As the log would give them back: with sequence, time and person, through JSON and the schema. */
function recorded(
  events: readonly NewEvent[],
  complaint: Complaint | undefined,
  { now, actor }: { now: Instant; actor: Actor },
): ComplaintEvent[] {
  const before = complaint?.sequence ?? 0;
  return events.map((event, index) => {
    const kept = { ...event, sequence: before + index + 1, recordedAt: now, actor: actorRef(actor) };
    return parseEvent(JSON.parse(JSON.stringify(kept)));
  });
}
