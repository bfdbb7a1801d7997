import type { EventType } from "../../procedure/pure/vocabulary.ts";
import { replay } from "../evolve/evolve.ts";
import type { Complaint } from "../state.ts";
import { parseEvent, type ComplaintEvent } from "./event.ts";
import { readable } from "./personal-values.ts";

/** One fact as it came from the log, checked, with what stands for erased values. Throws where no program wrote it. */
export function readStored(stored: unknown): ComplaintEvent {
  const { type, data } = stored as { type: EventType; data: unknown };
  return parseEvent({ ...(stored as object), data: readable(type, data) });
}

/** Checks the facts of one complaint, in order, and replays them. */
export function replayed(stored: readonly unknown[]): { events: ComplaintEvent[]; complaint: Complaint | undefined } {
  const events = stored.map(readStored);
  return { events, complaint: replay(events) };
}
