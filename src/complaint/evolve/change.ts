import type { EventType } from "../../procedure/pure/vocabulary.ts";
import type { EventOf } from "../events/event.ts";
import type { Complaint } from "../state.ts";

/** What one fact changes in a complaint: a copy with the change, never the complaint itself. */
export type Change<T extends EventType> = (complaint: Complaint, event: EventOf<T>) => Complaint;
export type Changes = { [T in EventType]: Change<T> };
