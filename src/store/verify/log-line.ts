import { z } from "zod";
import { actorRefSchema } from "../../complaint/events/event.ts";
import { eventTypes } from "../../procedure/pure/vocabulary.ts";
import { organisationFactTypes } from "../organisation-log.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** A line of an exported log as it comes from outside: its shape is checked before anything is believed of it. */
export const logLineSchema = z.discriminatedUnion("line", [
  z.strictObject({
    line: z.literal("log"),
    format: z.literal(1),
    organisation: z.string().min(1),
    exportedAt: z.string(),
    personal: z.boolean(),
  }),
  z.strictObject({
    line: z.literal("seal"),
    organisation: z.string().min(1),
    number: z.int().min(1),
    previous: hash.nullable(),
    sealedAt: z.string(),
    leaves: z.array(z.strictObject({ complaint: z.string(), sequence: z.int().min(1), hash })),
    hash,
  }),
  z.strictObject({
    line: z.literal("organisation-fact"),
    organisation: z.string().min(1),
    sequence: z.int().min(1),
    type: z.enum(organisationFactTypes),
    recordedAt: z.string(),
    actor: actorRefSchema,
    data: z.record(z.string(), z.unknown()),
    hash,
  }),
  z.strictObject({
    line: z.literal("event"),
    organisation: z.string().min(1),
    complaint: z.string().min(1),
    sequence: z.int().min(1),
    type: z.enum(eventTypes),
    occurredAt: z.string(),
    recordedAt: z.string(),
    actor: actorRefSchema,
    commandId: z.string(),
    data: z.unknown(),
    salts: z.record(z.string(), z.string()).nullable(),
    hash,
  }),
]);
