import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { allowedActions } from "../../src/complaint/allowed-actions.ts";
import { actorRef, type Actor, type Context } from "../../src/complaint/context.ts";
import { decide } from "../../src/complaint/decide.ts";
import { parseEvent, type ComplaintEvent, type NewEvent } from "../../src/complaint/events/event.ts";
import { evolve } from "../../src/complaint/evolve/evolve.ts";
import { fireDue, nextFiringAt } from "../../src/complaint/follow/fire.ts";
import type { Complaint } from "../../src/complaint/state.ts";
import { PROJECT_FOLDER } from "../../src/config.ts";
import { calendarsFor } from "../../src/examples/run-examples.ts";
import { loadVietnameseCalendar } from "../../src/procedure/load/calendars.ts";
import { loadEditions } from "../../src/procedure/load/load-editions.ts";
import type { Edition } from "../../src/procedure/pure/edition/edition.ts";
import { instantFromMs, msFromInstant } from "../../src/procedure/pure/instant.ts";
import { smallEdition } from "../support/small-edition.ts";
import { choicesFrom, type Choices } from "./choices.ts";
import { leftOut, legalCommand, registration, wildCommand } from "./commands.ts";
import { checkClosing, checkHistory, checkState } from "./invariants.ts";

// A fixed seed: the same histories everywhere. Longer searches: MODEL_RUNS=2000 node --test tests/model.
const seed = 20_260_212;
const runs = Number(process.env["MODEL_RUNS"] ?? 40);
const stepsMax = 60;

/** Thursday before Tết, 10:00 in Vietnam. */
const begin = "2026-02-12T03:00:00.000Z";
const system: Actor = { kind: "system", process: "model" };
const calendars = calendarsFor(loadVietnameseCalendar());

for (const edition of onePerProcedure()) {
  const { organisation, procedure } = edition.ref;
  test(`whatever people do, ${organisation}/${procedure} keeps its promises in order`, () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 40, maxLength: 600 }), (tape) => live(edition, choicesFrom(tape))),
      // A counterexample found is told as it stands when the time is over, shrunk to the end or not.
      { seed, numRuns: runs, interruptAfterTimeLimit: runs * 1_000 },
    );
  });
}

/** One life of a complaint: time goes on, people do what they may and what they may not, clocks fire on the way. */
function live(edition: Edition, choices: Choices): void {
  const history: ComplaintEvent[] = [];
  let complaint: Complaint | undefined;
  let made = 0;
  let now = begin;
  const context = (actor: Actor): Context => ({
    edition,
    calendars: calendars(edition),
    now,
    actor,
    newId: () => `id-${++made}`,
    number: "KN-0001",
  });
  const record = (events: readonly NewEvent[], actor: Actor): ComplaintEvent[] => {
    const kept = events.map((event, index) => stored(event, history.length + index + 1, { now, actor }));
    for (const event of kept) complaint = evolve(complaint, event);
    history.push(...kept);
    return kept;
  };
  for (let step = 0; step < stepsMax; step += 1) {
    const until = complaint ? after(now, choices) : now;
    // A worker that watches, or one that was away and finds everything at once.
    const isWatched = !choices.oneIn(4);
    for (
      let due = isWatched && complaint ? nextFiringAt(complaint) : null;
      complaint && due !== null && due <= until;
      due = nextFiringAt(complaint)
    ) {
      now = due > now ? due : now;
      record(fireDue(complaint, context(system)), system);
    }
    now = until;
    if (complaint) record(fireDue(complaint, context(system)), system);
    if (complaint) assert.deepEqual(fireDue(complaint, context(system)), [], "fires again at the same moment");

    const actor = someone(edition, complaint, choices);
    const before = complaint;
    const frozen = JSON.stringify(before);
    const command = nextCommand({
      edition,
      complaint,
      now,
      choices,
      actions: complaint ? allowedActions(complaint, context(actor)) : [],
    });
    const decision = decide(command, complaint, context(actor));
    assert.equal(JSON.stringify(before), frozen, "deciding changed the complaint");
    if (!decision.ok) continue;
    const events = record(decision.events, actor);
    if (before) checkClosing(events, before, edition, now);
    if (complaint) checkState(complaint, edition);
  }
  if (complaint) checkHistory(history, complaint);
}

function nextCommand(here: {
  edition: Edition;
  complaint: Complaint | undefined;
  now: string;
  choices: Choices;
  actions: ReturnType<typeof allowedActions>;
}) {
  const { complaint, choices, actions } = here;
  if (!complaint) return registration(here);
  const open = actions
    .filter((action) => action.allowed)
    .filter(({ verb }) => !leftOut.includes(verb) && (verb !== "withdraw" || choices.oneIn(10)));
  // What moves the complaint on comes up more often than what may be done anywhere.
  const moving = open.filter(
    ({ verb, moves }) => moves.some(({ leadsTo }) => leadsTo !== null) && (verb !== "archive" || choices.oneIn(8)),
  );
  const action = choices.oneIn(3) ? choices.oneOf(open) : (choices.oneOf(moving) ?? choices.oneOf(open));
  return action && !choices.oneIn(6) ? legalCommand(action, here) : wildCommand(here);
}

/** Mostly whoever may move the complaint on from here; else anybody of the provider, the customer, or the system. */
function someone(edition: Edition, complaint: Complaint | undefined, choices: Choices): Actor {
  if (choices.oneIn(10)) return { kind: "customer" };
  if (choices.oneIn(20)) return system;
  const stage = edition.stages.find(({ id }) => id === complaint?.stage);
  const moving = (stage?.moves ?? []).filter(({ leadsTo }) => leadsTo !== undefined);
  const who = choices.oneIn(4)
    ? undefined
    : choices.oneOf((choices.oneOf(moving) ?? choices.oneOf(stage?.moves ?? []))?.by ?? []);
  return personFor(who, { edition, complaint, choices });
}

function personFor(
  who: string | undefined,
  { edition, complaint, choices }: { edition: Edition; complaint: Complaint | undefined; choices: Choices },
): Actor {
  if (who === "customer") return { kind: "customer" };
  if (who === "system") return system;
  const personId = choices.oneOf(["person-1", "person-2", "person-3"]) ?? "";
  const asked = complaint?.coordinations.at(-1)?.unit;
  const [role, unit] = (who ?? "").split("@");
  const post = edition.roles.find((each) => each.role === role && (unit === undefined || each.unit === unit));
  if (who === "asked-unit" && asked !== undefined)
    return { kind: "person", personId, roles: [{ role: "unit-member", unit: asked }] };
  if (who === "owner" && complaint?.ownerId)
    return { kind: "person", personId: complaint.ownerId, roles: [{ role: "clerk", unit: complaint.unit ?? "" }] };
  const any = post ?? choices.oneOf(edition.roles);
  return {
    kind: "person",
    personId,
    roles: [{ role: any?.role ?? "clerk", unit: any?.unit ?? complaint?.unit ?? edition.units[0]?.id ?? "" }],
  };
}

/** Minutes, hours or days later. */
function after(now: string, choices: Choices): string {
  const minutes = choices.oneOf([0, 1, 10, 30, 180, 1_440, 5_760, 17_280]) ?? 0;
  return instantFromMs(msFromInstant(now) + minutes * 60_000 + choices.below(60_000));
}

function stored(event: NewEvent, sequence: number, { now, actor }: { now: string; actor: Actor }): ComplaintEvent {
  return parseEvent(JSON.parse(JSON.stringify({ ...event, sequence, recordedAt: now, actor: actorRef(actor) })));
}

/** Each procedure of the project with the law of early 2026. */
function onePerProcedure(): Edition[] {
  const loaded = loadEditions([join(PROJECT_FOLDER, "procedures")]);
  assert.ok(loaded.ok, JSON.stringify(loaded.ok ? [] : loaded.problems));
  const { registry } = loaded;
  const issued = registry.organisations().flatMap(({ id, procedures }) =>
    procedures.flatMap((procedure) => {
      const found = registry.editionInForce({ organisation: id, procedure, on: "2026-02-12" });
      return found.ok ? [found.edition] : [];
    }),
  );
  // And the small one, where every verb may be done and clocks may pause and be extended.
  return [...issued, smallEdition];
}
