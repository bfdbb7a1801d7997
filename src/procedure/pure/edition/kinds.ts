import { z } from "zod";
import { natures } from "../vocabulary.ts";
import { guardSchema } from "./guard.ts";
import { englishSchema, idSchema, sourceSchema } from "./source.ts";

/** A question that intake or a later step asks. Values are kept by the field's id. */
export const fieldSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  en: englishSchema,
  type: z.enum(["text", "long-text", "phone", "email", "day", "instant", "money", "number", "choice", "yes-no"]),
  choices: z.array(z.strictObject({ id: idSchema, name: z.string(), en: englishSchema })).optional(),
  personal: z.enum(["no", "personal", "sensitive"]).default("no"),
  /** `staff`: what the clerk writes down of the talk; a customer's own form does not ask it. */
  writtenBy: z.literal("staff").optional(),
  /** A customer is found by it, and the directory keeps it: a card, a receiver, a domain. Only of type `text`. */
  identifiesCustomer: z.literal(true).optional(),
  source: sourceSchema,
});
export type Field = z.infer<typeof fieldSchema>;

/** A document or record that a kind, a complainant or a step needs (proof of payment, line check record). */
export const evidenceSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  en: englishSchema,
  from: z.enum(["customer", "provider"]),
  source: sourceSchema,
});
export type Evidence = z.infer<typeof evidenceSchema>;

/**
 * How long a customer may wait before complaining. Counted as the law words a time-bar, from the day of the event.
 * Procedure and law stack: the later day holds.
 */
export const timeBarSchema = z.strictObject({
  id: idSchema,
  when: guardSchema.optional(),
  term: z.string(),
  from: z.enum(["use-or-breach", "first-notice-or-bill"]),
  fromName: z.string(),
  /** What lateness means for the person who may refuse. Registering is never refused for it. */
  lateness: z.enum(["refuse", "may-refuse", "goodwill"]),
  origin: z.enum(["procedure", "law"]).default("procedure"),
  source: sourceSchema,
});
export type TimeBar = z.infer<typeof timeBarSchema>;

export const registerSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  en: englishSchema,
  /** What one entry is called here: "Case", "Ticket", "Dòng theo dõi". */
  entryName: z.string(),
  exchange: z.enum(["none", "excel"]).default("none"),
  source: sourceSchema,
});
export type Register = z.infer<typeof registerSchema>;

export const kindSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  en: englishSchema,
  nature: z.enum(natures),
  /** Praise, abuse reports and plain requests are recorded but are no complaints: no promise or law clock runs. */
  complaint: z.boolean().default(true),
  register: idSchema,
  required: z.array(idSchema).default([]),
  asked: z.array(idSchema).default([]),
  evidence: z.array(idSchema).default([]),
  /** Information handed to a coordinating unit for this kind: ids of fields. */
  coordinationInformation: z.array(idSchema).default([]),
  source: sourceSchema,
});
export type Kind = z.infer<typeof kindSchema>;

export const serviceSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  en: englishSchema,
  /** On the list of a QCVN: the written acknowledgement within 02 working days applies. */
  regulated: z.boolean().default(false),
  source: sourceSchema,
});
export type Service = z.infer<typeof serviceSchema>;
