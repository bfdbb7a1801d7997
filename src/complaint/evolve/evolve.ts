import type { EventType } from "../../procedure/pure/vocabulary.ts";
import type { ComplaintEvent } from "../events/event.ts";
import type { Complaint } from "../state.ts";
import type { Change, Changes } from "./change.ts";
import { endingChanges } from "./ending.ts";
import { hearingChanges } from "./hearing.ts";
import { intakeChanges, registered } from "./intake.ts";
import { solvingChanges } from "./solving.ts";
import { sortingChanges } from "./sorting.ts";
import { tellingChanges } from "./telling.ts";
import { timingChanges } from "./timing.ts";

/** A missing fact does not compile. */
const changes: Omit<Changes, "ComplaintRegistered"> = {
  ...intakeChanges,
  ...sortingChanges,
  ...solvingChanges,
  ...tellingChanges,
  ...hearingChanges,
  ...timingChanges,
  ...endingChanges,
};

/** The complaint after one more fact. Sees nothing but the two. `undefined` is the complaint before its first fact. */
export function evolve(complaint: Complaint | undefined, event: ComplaintEvent): Complaint {
  if (event.type === "ComplaintRegistered") {
    if (complaint) throw new Error(`registered twice: ${complaint.number}`);
    return registered(event);
  }
  if (!complaint) throw new Error(`${event.type} before ComplaintRegistered`);
  const change = changes[event.type] as Change<EventType>;
  return { ...change(complaint, event), sequence: event.sequence };
}

export function replay(events: Iterable<ComplaintEvent>): Complaint | undefined {
  let complaint: Complaint | undefined;
  for (const event of events) complaint = evolve(complaint, event);
  return complaint;
}
