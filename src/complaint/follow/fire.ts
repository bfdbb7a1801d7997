import { instantFromMs, msFromInstant } from "../../procedure/pure/instant.ts";
import { clocksActor, type Context } from "../context.ts";
import type { NewEvent } from "../events/event.ts";
import type { Clock, Complaint } from "../state.ts";
import { openMoves } from "../moves.ts";
import { isRefusal } from "../refusal.ts";
import { stageEntered } from "../stage-entered.ts";
import { after, followed } from "./follow.ts";

/**
 * Every warning and breach that fell due up to now, in the order in which they fell due, each with what the pack makes of
 * it. Run twice, it finds nothing the second time; after days of standing still, it finds everything, still in order.
 */
export function fireDue(complaint: Complaint, context: Context): NewEvent[] {
  const out: NewEvent[] = [];
  let state = complaint;
  for (let next = nextFiring(state); next && next.at <= context.now; next = nextFiring(state)) {
    const events = followed(firing(next, state, context), state, context);
    for (const event of events) state = after(event, state, context);
    out.push(...events);
  }
  return out;
}

/** The earliest instant at which `fireDue` will find something; null: never, as things stand. */
export function nextFiringAt(complaint: Complaint): string | null {
  return nextFiring(complaint)?.at ?? null;
}

type Firing = { at: string; clock: Clock; warning: number | null };

function nextFiring(complaint: Complaint): Firing | undefined {
  let earliest: Firing | undefined;
  for (const clock of complaint.clocks) {
    const firing = firingOf(clock);
    if (firing && (!earliest || firing.at < earliest.at)) earliest = firing;
  }
  return earliest;
}

function firingOf(clock: Clock): Firing | undefined {
  if (clock.status !== "running") return undefined;
  const warnAt = clock.warnAts[clock.warned];
  if (warnAt !== undefined && clock.breachedAt === null) return { at: warnAt, clock, warning: clock.warned + 1 };
  if (clock.breachedAt !== null) return undefined;
  // The due instant of hours and minutes is still in time: the breach comes a millisecond later.
  return { at: clock.inclusive ? nextMillisecond(clock.dueAt) : clock.dueAt, clock, warning: null };
}

function firing({ at, clock, warning }: Firing, complaint: Complaint, context: Context): NewEvent[] {
  const { clockId, rule, dueOn, dueAt, inclusive } = clock;
  const due = { clockId, rule, dueOn, dueAt, inclusive };
  if (warning !== null) return [{ type: "ClockWarned", occurredAt: at, data: { ...due, warning } }];
  return [{ type: "ClockBreached", occurredAt: dueAt, data: due }, ...breachActions({ at, clock, complaint, context })];
}

type Breach = { at: string; clock: Clock; complaint: Complaint; context: Context };

/**
 * What the pack does by itself on a breach, at the first moment that is late: what it does then is not in time any more.
 * Notices to people are not made here: they follow from the fact.
 */
function breachActions({ at, clock, complaint, context }: Breach): NewEvent[] {
  const actions = context.edition.clocks.find(({ id }) => id === clock.rule)?.onBreach ?? [];
  return actions.flatMap((action): NewEvent[] => {
    if ("mark" in action) {
      if (complaint.marks.includes(action.mark)) return [];
      const data = { mark: action.mark, on: true, reason: `breach of ${clock.rule}` };
      return [{ type: "ComplaintMarked", occurredAt: at, data }];
    }
    return "escalate" in action ? escalation({ at, clock, complaint, context }) : [];
  });
}

function escalation({ at, clock, complaint, context }: Breach): NewEvent[] {
  const system: Context = { ...context, actor: clocksActor };
  const moves = openMoves("escalate", complaint, system);
  const move = isRefusal(moves) ? undefined : moves[0];
  const { levels } = context.edition;
  const isHighest = levels !== null && complaint.level >= levels;
  if (!move?.leadsTo || isHighest) return [];
  const level = complaint.level + 1;
  return [
    {
      type: "LevelEscalated",
      occurredAt: at,
      data: { level, reason: `breach of ${clock.rule}`, byBreach: true },
    },
    stageEntered(move.leadsTo, complaint, { edition: context.edition, at }, { level }),
  ];
}

function nextMillisecond(instant: string): string {
  return instantFromMs(msFromInstant(instant) + 1);
}
