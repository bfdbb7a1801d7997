import { z } from "zod";
import { paperKinds, roles } from "../vocabulary.ts";
import { triggerSchema } from "./clocks.ts";
import { guardSchema } from "./guard.ts";
import { englishSchema, idSchema, sourceSchema } from "./source.ts";

export const paperSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(paperKinds),
  /** What the provider calls it: "Phiếu tiếp nhận", "Thư mời". */
  name: z.string(),
  en: englishSchema,
  /** Register of outgoing or incoming papers that numbers it gap-free; none: not numbered. */
  numberedIn: z.string().optional(),
  signedBy: z.array(z.enum(["customer", ...roles])).default([]),
  channels: z.array(z.string()).default([]),
  /** What must stand in it. */
  fields: z.array(z.strictObject({ id: idSchema, name: z.string(), en: englishSchema })).default([]),
  /** Whether it leaves only as a document or a drafted text. Absent: yes. False: it was told by phone or in a message that stands in the file. */
  needsDocument: z.boolean().optional(),
  /** Retention class of the record. */
  keptAs: z.string().optional(),
  source: sourceSchema,
});
export type Paper = z.infer<typeof paperSchema>;

/** A paper that settles a duty: always, or only where the guard holds when it is issued (minutes only of an agreement). */
export const settlingPaperSchema = z.union([idSchema, z.strictObject({ paper: idSchema, when: guardSchema })]);

/** On which event which paper is owed. Several in `anyOf`: exactly one of them results (receipt or minutes at the counter). */
export const paperDutySchema = z.strictObject({
  id: idSchema,
  on: z.array(triggerSchema).min(1),
  when: guardSchema.optional(),
  anyOf: z.array(settlingPaperSchema).min(1),
  origin: z.enum(["procedure", "law"]).default("procedure"),
  source: sourceSchema,
});
export type PaperDuty = z.infer<typeof paperDutySchema>;

/** The papers that may settle a duty, whatever else must hold. */
export function papersOf({ anyOf }: Pick<PaperDuty, "anyOf">): string[] {
  return anyOf.map((each) => (typeof each === "string" ? each : each.paper));
}

export const retentionSchema = z.strictObject({
  record: z.string(),
  keep: z.string().nullable(),
  originalsAt: z.string().nullable(),
  source: sourceSchema,
});

const countSchema = z.union([
  z.strictObject({ complaints: z.literal("all"), when: guardSchema.optional() }),
  z.strictObject({ clock: z.string(), ended: z.array(z.enum(["met", "late", "running-late"])).min(1) }),
]);

export const indicatorSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  en: englishSchema,
  formula: z.union([
    z.strictObject({ share: z.strictObject({ of: countSchema, over: countSchema }) }),
    z.strictObject({ count: countSchema }),
    z.strictObject({ percentile: z.number().min(0).max(100), ofClock: z.string() }),
  ]),
  target: z.string().nullable(),
  collected: z.string().nullable(),
  analysed: z.string().nullable(),
  /** How it is computed, in the text's own words. */
  method: z.string().optional(),
  /** The unit that answers for it; of the law's indicators, what they are measured in. */
  unit: z.string(),
  by: z.enum(["month-of-receipt", "month-of-end"]).default("month-of-receipt"),
  source: sourceSchema,
});
export type Indicator = z.infer<typeof indicatorSchema>;
