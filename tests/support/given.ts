import assert from "node:assert/strict";
import type { Command } from "../../src/complaint/command.ts";
import { actorRef, type Actor, type Context } from "../../src/complaint/context.ts";
import { decide } from "../../src/complaint/decide.ts";
import { parseEvent, type ComplaintEvent, type EventData, type NewEvent } from "../../src/complaint/events/event.ts";
import { evolve, replay } from "../../src/complaint/evolve/evolve.ts";
import { fireDue, nextFiringAt } from "../../src/complaint/follow/fire.ts";
import type { Refusal, RefusalCode } from "../../src/complaint/refusal.ts";
import type { Clock, Complaint } from "../../src/complaint/state.ts";
import type { Attachment } from "../../src/complaint/events/parts.ts";
import { followingEvents } from "../../src/procedure/pure/verb-events.ts";
import type { EventType, Role, Verb } from "../../src/procedure/pure/vocabulary.ts";
import { smallCalendars, smallEdition } from "./small-edition.ts";

/** Monday 2 March 2026, 09:00 in Vietnam: when every complaint of these specs is received. */
export const received = "2026-03-02T02:00:00.000Z";

/** A moment in March 2026 in Vietnam: `march(3, "10:00")`. */
export function march(day: number, time: string): string {
  return new Date(`2026-03-${String(day).padStart(2, "0")}T${time}:00+07:00`).toISOString();
}

export function person(personId: string, role: Role, unit: string): Actor {
  return { kind: "person", personId, roles: [{ role, unit }] };
}

export const lan = person("lan", "clerk", "care");
export const minh = person("minh", "clerk", "care");
export const hung = person("hung", "unit-member", "network");
export const thu = person("thu", "unit-member", "billing");
export const director = person("director", "approver", "office");
export const board = person("board", "board", "office");
export const administrator = person("admin", "administrator", "office");
export const customer: Actor = { kind: "customer" };
export const system: Actor = { kind: "system", process: "test" };

/** A fact, by default of the moment of receipt. */
export function did<T extends EventType>(type: T, data: EventData<T>, occurredAt: string = received): NewEvent {
  return { type, occurredAt, data } as NewEvent;
}

/** The first fact: Hoa complains by phone of a fault of the internet. */
export function registered(changes: Partial<EventData<"ComplaintRegistered">> = {}): NewEvent {
  return did("ComplaintRegistered", {
    number: "KN-0001",
    edition: smallEdition.ref,
    channel: "phone",
    channelType: "phone",
    customer: { name: "Hoa", phone: "0912 345 678" },
    complainant: { as: "holder" },
    content: "Mất mạng",
    filled: {},
    attachments: [],
    classification: {
      kind: "fault",
      nature: "incident",
      register: "book",
      complaint: true,
      service: "internet",
      regulatedService: true,
      consumer: true,
    },
    missing: [],
    timeBar: null,
    vulnerable: false,
    aboutPersonIds: [],
    imported: false,
    ...changes,
  });
}

/** It has come to a stage. Level and round as they are at the beginning unless said. */
export function at(stage: string, changes: Partial<EventData<"StageEntered">> = {}): NewEvent {
  const found = smallEdition.stages.find(({ id }) => id === stage);
  assert.ok(found, `the small edition has no stage ${stage}`);
  return did("StageEntered", { stage, phase: found.phase, from: null, unit: "care", level: 1, round: 1, ...changes });
}

export function document(evidence?: string): Attachment {
  const file = { attachmentId: "file-1", name: "tep.pdf", type: "application/pdf", bytes: 10, sha256: "a".repeat(64) };
  return evidence === undefined ? file : { ...file, evidence };
}

/** What a command adds to verb and fields. */
export type Extras = Omit<Partial<Command>, "verb" | "data">;

/** What is known, by facts as the log has them. Nothing follows from them: a clock runs only if its own fact is among them. */
export function given(...facts: NewEvent[]): Given {
  return new Given(facts);
}

/** A complaint that has gone through these steps, with everything that followed from each: clocks, papers. */
export function lived(...steps: Lived[]): NewEvent[] {
  const facts: NewEvent[] = [];
  for (const [when, actor, verb, data, extras] of steps) {
    const story = given(...facts, ...firedBefore(when, facts));
    facts.splice(0, facts.length, ...story.facts);
    facts.push(...recordedAt(when, story.now(when).by(actor).when(verb, data, extras).accepted()));
  }
  return facts;
}

/** When, who, what. */
export type Lived = [when: string, actor: Actor, verb: Verb, data?: unknown, extras?: Extras];

/** The step with which `lived` begins. */
export const registers: Lived = [
  received,
  lan,
  "register",
  {
    channel: "phone",
    kind: "fault",
    service: "internet",
    customer: { name: "Hoa", phone: "0912 345 678" },
    content: "Mất mạng",
  },
];

class Given {
  readonly facts: readonly NewEvent[];
  #now = march(2, "10:00");
  #actor: Actor = lan;

  constructor(facts: readonly NewEvent[]) {
    this.facts = facts;
  }

  now(instant: string): this {
    this.#now = instant;
    return this;
  }

  by(actor: Actor): this {
    this.#actor = actor;
    return this;
  }

  get complaint(): Complaint | undefined {
    return replay(logged(this.facts, { now: this.#now, actor: lan }));
  }

  /** The clock of a rule, latest instance, as the facts leave it. */
  clock(rule: string): Clock {
    const clock = this.complaint?.clocks.findLast((each) => each.rule === rule);
    assert.ok(clock, `no clock ${rule}`);
    return clock;
  }

  context(changes: Partial<Context> = {}): Context {
    let made = 0;
    const newId = () => `new-${++made}`;
    return {
      edition: smallEdition,
      calendars: smallCalendars,
      now: this.#now,
      actor: this.#actor,
      newId,
      complaintId: "complaint-1",
      number: "KN-0002",
      ...changes,
    };
  }

  when(verb: Verb, data: unknown = {}, extras: Extras = {}, changes: Partial<Context> = {}): Then {
    const context = this.context(changes);
    const before = JSON.stringify(this.complaint);
    const decision = decide({ verb, data, ...extras }, this.complaint, context);
    assert.equal(JSON.stringify(this.complaint), before, "deciding must change nothing");
    const then = decision.ok ? { events: decision.events, refusal: null } : { events: [], refusal: decision.refusal };
    return new Then(this.facts, then, context);
  }

  /** Everything that falls due up to now. */
  fires(): Then {
    assert.ok(this.complaint);
    const context = this.context();
    return new Then(this.facts, { events: fireDue(this.complaint, context), refusal: null }, context);
  }
}

class Then {
  readonly #facts: readonly NewEvent[];
  readonly #events: NewEvent[];
  readonly #refusal: Refusal | null;
  readonly #context: Context;

  constructor(
    facts: readonly NewEvent[],
    { events, refusal }: { events: NewEvent[]; refusal: Refusal | null },
    context: Context,
  ) {
    this.#facts = facts;
    this.#events = events;
    this.#refusal = refusal;
    this.#context = context;
  }

  /** The verb's own facts, whole: what follows from them (clocks, papers) is left out. */
  expectFacts(...wanted: [type: EventType, data: unknown][]): this {
    const own = this.accepted().filter(({ type }) => !followingEvents.includes(type) && type !== "StageEntered");
    assert.deepEqual(
      own.map(({ type, data }) => [type, data]),
      wanted,
    );
    return this;
  }

  /** Every fact by its type, in order. */
  expectTypes(...wanted: EventType[]): this {
    assert.deepEqual(
      this.accepted().map(({ type }) => type),
      wanted,
    );
    return this;
  }

  expectRefused(code: RefusalCode, field?: string): this {
    assert.equal(this.#refusal?.code ?? `accepted: ${this.#events.map(({ type }) => type).join(", ")}`, code);
    if (field !== undefined) assert.equal(this.#refusal?.field, field);
    return this;
  }

  get refusal(): Refusal {
    assert.ok(this.#refusal);
    return this.#refusal;
  }

  /** The facts of one type. */
  facts<T extends EventType>(type: T): Extract<NewEvent, { type: T }>[] {
    return this.accepted().filter((event): event is Extract<NewEvent, { type: T }> => event.type === type);
  }

  accepted(): NewEvent[] {
    assert.equal(this.#refusal, null, `${this.#refusal?.code}: ${this.#refusal?.en}`);
    return this.#events;
  }

  /** The complaint with the new facts in it. */
  get complaint(): Complaint {
    const { now, actor } = this.#context;
    const complaint = replay(logged([...this.#facts, ...this.accepted()], { now, actor }));
    assert.ok(complaint);
    return complaint;
  }

  clock(rule: string): Clock {
    const clock = this.complaint.clocks.findLast((each) => each.rule === rule);
    assert.ok(clock, `no clock ${rule}`);
    return clock;
  }
}

/** As the log gives facts back: numbered, through JSON and their schemas. */
function logged(facts: readonly NewEvent[], { now, actor }: { now: string; actor: Actor }): ComplaintEvent[] {
  return facts.map((fact, index) => {
    const recordedAt = fact.occurredAt > now ? fact.occurredAt : now;
    const event = { actor: actorRef(actor), recordedAt, ...fact, sequence: index + 1 };
    return parseEvent(JSON.parse(JSON.stringify(event)));
  });
}

/** Facts that know when they were written down: what a clock's new due is compared with. */
function recordedAt(instant: string, facts: readonly NewEvent[]): NewEvent[] {
  return facts.map((fact) => ({ ...fact, recordedAt: instant }));
}

/** Clocks that fire on the way to an instant, each at its own. */
function firedBefore(instant: string, facts: readonly NewEvent[]): NewEvent[] {
  const fired: NewEvent[] = [];
  let complaint = facts.length > 0 ? replay(logged(facts, { now: received, actor: lan })) : undefined;
  for (let due = complaint ? nextFiringAt(complaint) : null; complaint && due !== null && due <= instant;) {
    const context = given().now(due).by(system).context();
    for (const fact of fireDue(complaint, context)) {
      fired.push(...recordedAt(due, [fact]));
      complaint = evolve(complaint, {
        ...fact,
        sequence: complaint.sequence + 1,
        recordedAt: due,
        actor: actorRef(system),
      });
    }
    due = nextFiringAt(complaint);
  }
  return fired;
}
