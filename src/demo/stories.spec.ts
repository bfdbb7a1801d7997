import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { actorRef, type Actor, type Context } from "../complaint/context.ts";
import { decide } from "../complaint/decide.ts";
import { parseEvent, type NewEvent } from "../complaint/events/event.ts";
import { evolve } from "../complaint/evolve/evolve.ts";
import { fireDue, nextFiringAt } from "../complaint/follow/fire.ts";
import type { Complaint } from "../complaint/state.ts";
import { loadEditions } from "../procedure/load/load-editions.ts";
import { loadVietnameseCalendar } from "../procedure/load/calendars.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import { calendarsOfEdition, type EditionCalendars } from "../procedure/pure/edition/calendars-of-edition.ts";
import { demoOrganisations } from "./demo-organisations.ts";
import type { DemoOrganisation, Story } from "./story.ts";
import { receivedOnOf, tellStory, type Keeper } from "./tell-story.ts";

const found = loadEditions([`${import.meta.dirname}/../../procedures`]);
if (!found.ok) throw new Error("the packs are wrong");
const { registry } = found;
const calendarsFor = calendarsOnce();

describe("the stories of the demonstration can be told", () => {
  for (const [name, now] of [
    ["on a Tuesday morning", "2026-11-24T02:30:00.000Z"],
    ["before work begins on a Tuesday", "2026-11-24T00:15:00.000Z"],
    ["in the night to a Sunday", "2026-11-21T20:10:00.000Z"],
    ["just after midnight on a Monday", "2026-11-22T17:11:00.000Z"],
    ["within Tết", "2026-02-17T04:00:00.000Z"],
    ["at noon of the last day of the year", "2025-12-31T05:00:00.000Z"],
  ] as const) {
    for (const organisation of demoOrganisations) {
      it(`${organisation.organisation}, ${name}`, async () => {
        for (const story of organisation.stories) {
          const told = await toldInMemory(story, organisation, now);
          assert.equal(told.stage, story.ends, `${story.id} ends at`);
        }
      });
    }
  }

  it("with sixty complaints or more, each with an id of its own", () => {
    const ids = demoOrganisations.flatMap(({ organisation, stories }) =>
      stories.map(({ id }) => `${organisation} ${id}`),
    );
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.length >= 60, `${ids.length} stories`);
  });
});

function calendarsOnce(): (edition: Edition) => EditionCalendars {
  const national = loadVietnameseCalendar();
  const known = new Map<Edition, EditionCalendars>();
  return (edition) => {
    const calendars = known.get(edition) ?? calendarsOfEdition(edition, national);
    known.set(edition, calendars);
    return calendars;
  };
}

function toldInMemory(story: Story, organisation: DemoOrganisation, now: string): Promise<Complaint> {
  const latest = registry.editions().findLast(({ ref }) => ref.organisation === organisation.organisation);
  assert.ok(latest);
  const on = receivedOnOf(story, { now, calendars: calendarsFor(latest) });
  const inForce = registry.editionInForce({ ...organisation, on });
  assert.ok(inForce.ok);
  const { edition } = inForce;
  const calendars = calendarsFor(edition);
  let idsMade = 0;
  const context = { edition, calendars, newId: () => `id-${++idsMade}`, number: story.id };
  return tellStory(story, {
    now,
    edition,
    calendars,
    organisation,
    complaintOf: (id) => `complaint-${id}`,
    keeper: inMemory(story, { ...context, now, actor: { kind: "system", process: "clocks" } }),
  });
}

function inMemory(story: Story, context: Context): Keeper {
  let complaint: Complaint | undefined;
  const record = (events: readonly NewEvent[], actor: Actor) => {
    for (const event of events) {
      const sequence = (complaint?.sequence ?? 0) + 1;
      complaint = evolve(
        complaint,
        parseEvent({ ...event, sequence, recordedAt: context.now, actor: actorRef(actor) }),
      );
    }
  };
  return {
    fireUntil: (at) => {
      for (
        let next = complaint && nextFiringAt(complaint);
        complaint && next && next <= at;
        next = nextFiringAt(complaint)
      )
        record(fireDue(complaint, { ...context, now: next }), context.actor);
      return Promise.resolve(complaint);
    },
    keep: (name, text) =>
      Promise.resolve({
        attachmentId: context.newId(),
        name,
        type: "text/plain",
        bytes: Buffer.byteLength(text),
        sha256: "0".repeat(64),
      }),
    carryOut: (command, actor) => {
      const decision = decide(command, complaint, { ...context, actor });
      const step = `${story.id}: ${command.verb} at ${command.occurredAt}`;
      assert.ok(decision.ok, decision.ok ? "" : `${step} is refused: ${JSON.stringify(decision.refusal)}`);
      record(decision.events, actor);
      assert.ok(complaint);
      return Promise.resolve(complaint);
    },
  };
}
