import { z } from "zod";
import { daySchema, sourceSchema } from "./source.ts";

/** The edition as a controlled document: what stands on its cover, for the auditor. `null`: left blank in the text itself. */
export const headerSchema = z.strictObject({
  number: z.string().nullable(),
  formerNumber: z.string().optional(),
  edition: z.string().nullable(),
  title: z.string(),
  revisedOn: daySchema.nullable(),
  effectiveOn: daySchema,
  /** False where the text gives no day in force: the day is a choice, and a reading says why. */
  effectiveOnStated: z.boolean(),
  /** The day that the text itself carries as that of its publishing. */
  publishedOn: daySchema.optional(),
  pages: z.int().min(1).nullable(),
  purpose: z.string().optional(),
  scope: z.array(z.string()),
  relatedDocuments: z.array(z.string()).optional(),
  definitions: z.array(z.strictObject({ term: z.string(), meaning: z.string() })).optional(),
  principles: z.array(z.strictObject({ text: z.string(), source: sourceSchema })).optional(),
  responsibleUnits: z.array(z.string()).optional(),
  improvedBy: z.string().optional(),
  signOff: z.array(
    z.strictObject({
      step: z.enum(["drafted", "agreed", "reviewed", "issued"]),
      label: z.string(),
      name: z.string(),
      post: z.string(),
      signedOn: daySchema.nullable(),
    }),
  ),
  changeLog: z.array(z.strictObject({ edition: z.string(), old: z.string(), new: z.string(), changedOn: daySchema })),
  stamp: z.strictObject({ text: z.string(), by: z.string(), stampedOn: daySchema.nullable() }).nullable(),
  source: sourceSchema,
});
export type Header = z.infer<typeof headerSchema>;
