import { actorRef, type Context } from "../context.ts";
import type { NewEvent } from "../events/event.ts";
import { evolve } from "../evolve/evolve.ts";
import type { Complaint } from "../state.ts";
import { clocksAfter } from "./clocks-after.ts";
import { papersAfter } from "./papers-after.ts";

/** A pack whose triggers feed each other would never end; no real command comes near this. */
const eventsMax = 2_000;

/**
 * The facts of a command with what the edition makes of each: clocks that stop and start, papers that are owed. Each
 * fact is followed up before the next one is looked at, on the state that it leaves.
 */
export function followed(events: NewEvent[], complaint: Complaint | undefined, context: Context): NewEvent[] {
  const waiting = [...events];
  const out: NewEvent[] = [];
  let state = complaint;
  for (let event = waiting.shift(); event; event = waiting.shift()) {
    if (out.length >= eventsMax) throw new Error(`edition ${context.edition.ref.hash}: its triggers feed each other`);
    state = after(event, state, context);
    out.push(event);
    waiting.unshift(...clocksAfter(event, state, context), ...papersAfter(event, state, context));
  }
  return out;
}

/** The state after a fact that is not in the log yet. */
export function after(event: NewEvent, complaint: Complaint | undefined, { now, actor }: Context): Complaint {
  return evolve(complaint, {
    ...event,
    sequence: (complaint?.sequence ?? 0) + 1,
    recordedAt: now,
    actor: actorRef(actor),
  });
}
