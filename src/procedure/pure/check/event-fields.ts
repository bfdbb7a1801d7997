import type { EventType } from "../vocabulary.ts";

/**
 * What the data of each fact holds: by field, the values it may have, or "any". Handed in by the caller, because the facts
 * belong to the core, which the packs' own folder does not know.
 */
export type EventFields = Readonly<
  Partial<Record<EventType, Readonly<Record<string, readonly (string | boolean)[] | "any">>>>
>;
