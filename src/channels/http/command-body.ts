import { z } from "zod";
import { filledSchema, idText } from "../../complaint/events/parts.ts";
import { verbRules } from "../../complaint/verbs.ts";
import type { Verb } from "../../procedure/pure/vocabulary.ts";
import { instantText } from "./addresses.ts";
import { refuseUnseenText } from "./typed-text.ts";

/** A document that was uploaded before, as a command hands it in. */
export const documentSchema = z.strictObject({
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "64 lower-case hexadecimal digits")
    .describe("As POST /attachments gave it."),
  name: z.string().min(1).max(1000).describe("Name of the file, for people."),
  evidence: idText.optional().describe("The pack's evidence that this document is."),
});
export type Document = z.infer<typeof documentSchema>;

const envelope = {
  occurredAt: instantText.optional().describe("When it happened, if not now."),
  confirmed: z.array(idText).max(50).optional().describe("Ids of the move's confirmations that you affirm."),
  filled: filledSchema.optional().describe("Values of the pack's fields, by field id."),
  documents: z.array(documentSchema).max(100).optional(),
};
const envelopeSchema = z.strictObject(envelope);
export type Envelope = z.infer<typeof envelopeSchema>;

/** A verb's body: what every command has, and the verb's own fields but for those in the address. */
export function bodyOf(verb: Verb, addressFields: readonly string[] = []) {
  const { fields } = verbRules[verb];
  if (!(fields instanceof z.ZodObject)) throw new Error(`the fields of ${verb} are no object`);
  const own = Object.entries(fields.shape as Record<string, z.ZodType>).filter(
    ([name]) => !addressFields.includes(name),
  );
  const clash = own.find(([name]) => name in envelope);
  if (clash) throw new Error(`the field ${clash[0]} of ${verb} has the name of a field that every command has`);
  return z.strictObject({ ...Object.fromEntries(own), ...envelope });
}

/** A body as parsed by `bodyOf`, checked for what people would not see: the envelope, and the verb's own fields with those of the address. */
export function commandParts(
  body: Record<string, unknown>,
  addressFields: Record<string, string>,
): Envelope & { data: Record<string, unknown> } {
  refuseUnseenText(body);
  const { occurredAt, confirmed, filled, documents, ...data } = body as Envelope & Record<string, unknown>;
  return { occurredAt, confirmed, filled, documents, data: { ...data, ...addressFields } };
}
