import { z } from "zod";
import type { EventType } from "../../procedure/pure/vocabulary.ts";
import { endingEvents } from "./ending.ts";
import { hearingEvents } from "./hearing.ts";
import { intakeEvents } from "./intake.ts";
import { instantSchema } from "./parts.ts";
import { solvingEvents } from "./solving.ts";
import { sortingEvents } from "./sorting.ts";
import { tellingEvents } from "./telling.ts";
import { timingEvents } from "./timing.ts";

/** The shape of every fact, by its name. A missing one does not compile. */
export const eventSchemas = {
  ...intakeEvents,
  ...sortingEvents,
  ...solvingEvents,
  ...tellingEvents,
  ...hearingEvents,
  ...timingEvents,
  ...endingEvents,
} as const satisfies Record<EventType, z.ZodType>;

export type EventData<T extends EventType> = z.infer<(typeof eventSchemas)[T]>;

/** Who did it, as the log keeps it: ids only, names are joined when read. */
export const actorRefSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("person"), personId: z.string(), deputyFor: z.string().optional() }),
  z.strictObject({ kind: z.literal("customer") }),
  z.strictObject({ kind: z.literal("system"), process: z.string() }),
  z.strictObject({ kind: z.literal("link"), linkId: z.string() }),
]);
export type ActorRef = z.infer<typeof actorRefSchema>;

/** A fact as `decide` makes it. `occurredAt`: when it happened, UTC, never after the time of recording. */
export type NewEvent = { [T in EventType]: { type: T; occurredAt: string; data: EventData<T> } }[EventType];

/** A fact as the log holds it. `sequence` counts from 1 within the complaint; `recordedAt` is database time. */
export type ComplaintEvent = NewEvent & { sequence: number; recordedAt: string; actor: ActorRef };

export type EventOf<T extends EventType> = Extract<ComplaintEvent, { type: T }>;

export const envelopeSchema = z.object({
  type: z.string(),
  sequence: z.int().min(1),
  occurredAt: instantSchema,
  recordedAt: instantSchema,
  actor: actorRefSchema,
  data: z.unknown(),
});

/** Reads one stored fact. Throws on a value that no version of the program wrote: the log is damaged or newer. */
export function parseEvent(value: unknown): ComplaintEvent {
  const envelope = envelopeSchema.parse(value);
  const schema = eventSchemas[envelope.type as EventType];
  if (!schema) throw new Error(`unknown event type ${envelope.type}: the log was written by a newer program`);
  return { ...envelope, data: schema.parse(envelope.data) } as ComplaintEvent;
}
