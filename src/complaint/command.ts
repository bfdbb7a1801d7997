import { z } from "zod";
import { verbs, type Verb } from "../procedure/pure/vocabulary.ts";
import { attachmentSchema, filledSchema, idText, instantSchema, type Attachment } from "./events/parts.ts";

/** What a person, a customer or the system asks for: a verb of the trade and its own fields in `data`. */
export type Command = {
  verb: Verb;
  /** When it happened, if not now. A letter of Friday typed in on Monday says Friday. */
  occurredAt?: string | undefined;
  data: unknown;
  /** Ids of the move's confirmations that the person affirms. */
  confirmed?: string[] | undefined;
  /** Values of the pack's fields that the move wants. */
  filled?: Record<string, string | number | boolean> | undefined;
  /** Documents handed in with it. */
  attachments?: Attachment[] | undefined;
};

/** The envelope at the edge; `data` is parsed by the verb's own schema. */
export const commandSchema = z.strictObject({
  verb: z.enum(verbs),
  occurredAt: instantSchema.optional(),
  data: z.unknown(),
  confirmed: z.array(idText).max(50).optional(),
  filled: filledSchema.optional(),
  attachments: z.array(attachmentSchema).max(100).optional(),
});
