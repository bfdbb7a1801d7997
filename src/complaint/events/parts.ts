import { z } from "zod";
import { parseDay } from "../../procedure/pure/day.ts";
import { daySchema } from "../../procedure/pure/edition/source.ts";

/** Longest free text of one value, in characters; the search index takes its own first part of it. */
export const textCharsMax = 200_000;

/** An instant as it stands in the log: UTC, milliseconds, `Z`. */
export const instantSchema = z.iso.datetime({ precision: 3 });

/** A day that exists: one that does not could be written, but never be counted from. */
export const day = daySchema.refine((text) => parseDay(text).ok, "a day that exists, as YYYY-MM-DD");

/** Opaque identifier handed in by the caller of the core. */
export const idText = z.string().min(1).max(100);

export const text = z.string().min(1).max(textCharsMax);

/** A short label: names, numbers, reasons of one line. */
export const line = z.string().min(1).max(1000);

/**
 * Marks a value as personal: in the hash chain it stands as the hash of a salt and itself, so that erasing value and
 * salt leaves the chain whole.
 */
export function personal<T extends z.ZodType>(schema: T): T {
  return schema.meta({ personal: true });
}

/** SHA-256 of a content, in lower-case hexadecimal. */
export const sha256Text = z.string().regex(/^[0-9a-f]{64}$/, "64 lower-case hexadecimal digits");

export const attachmentSchema = z.strictObject({
  attachmentId: idText,
  name: personal(line),
  type: line,
  bytes: z.int().min(0),
  sha256: sha256Text,
  /** The pack's evidence that this document is. */
  evidence: idText.optional(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** Values of the pack's fields, by field id. */
export const filledSchema = personal(
  z.record(z.string().max(100), z.union([z.string().max(textCharsMax), z.number(), z.boolean()])),
);

export const customerSchema = z.strictObject({
  /** The customer in the directory; absent for an anonymous complaint. */
  customerId: idText.optional(),
  name: personal(line).optional(),
  phone: personal(line).optional(),
  email: personal(line).optional(),
  address: personal(line).optional(),
  contract: personal(line).optional(),
  /** Card, receiver, subscriber or domain: what the provider knows the service by. */
  serviceNumber: personal(line).optional(),
  customerClass: idText.optional(),
  /** An individual consumer under the consumer law. */
  consumer: z.boolean().optional(),
});
export type Customer = z.infer<typeof customerSchema>;

/** The time-bar as assessed when this event was decided. `barred`: received after it. `lastOn` includes its own day. */
export const timeBarAssessmentSchema = z.strictObject({
  rule: idText,
  eventOn: day,
  lastOn: day,
  barred: z.boolean(),
  lateness: z.enum(["refuse", "may-refuse", "goodwill"]),
  calendarVersion: line,
});
export type TimeBarAssessment = z.infer<typeof timeBarAssessmentSchema>;

/** How something is handed to another unit, or comes back from it. It is logged whichever way it goes. */
export const viaSchema = z.enum(["phone", "email", "system", "paper"]);
export type Via = z.infer<typeof viaSchema>;

/** A remedy as agreed: money in Vietnamese đồng, whole. */
export const moneySchema = z.int().min(0).max(1_000_000_000_000);
