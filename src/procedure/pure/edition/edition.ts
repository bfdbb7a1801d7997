import { z } from "zod";
import { calendarRulesSchema, clockSchema } from "./clocks.ts";
import { guardSchema } from "./guard.ts";
import { colourSchema } from "./colour.ts";
import { headerSchema } from "./header.ts";
import { evidenceSchema, fieldSchema, kindSchema, registerSchema, serviceSchema, timeBarSchema } from "./kinds.ts";
import { indicatorSchema, paperDutySchema, paperSchema, retentionSchema } from "./papers.ts";
import { channelSchema, complainantSchema, customerClassSchema, roleNameSchema, unitSchema } from "./parties.ts";
import { replyAdviceSchema } from "./reply-advice.ts";
import { outsideWays, ratingSubjects, remedyTypes } from "../vocabulary.ts";
import { daySchema, englishSchema, idSchema, sourceSchema } from "./source.ts";
import { anywhereSchema, stageSchema } from "./stages.ts";

/** Parts of the product that are still to be built. */
const plannedPartSchema = z.enum(["paper", "channel", "report", "page"]);

/** An ambiguity of the text: how it was read, why, and which value of this pack changes it. */
export const readingSchema = z.strictObject({
  id: idSchema,
  question: z.string(),
  choice: z.string(),
  why: z.string(),
  /** Path of the value that carries the choice, for instance `clocks.reply.stop` or `calendar.swapDaysClosed`. */
  setting: z.string(),
  /** The part still to be built that will read this value: until then the reading decides nothing. */
  waitsFor: plannedPartSchema.optional(),
  alternatives: z.array(z.string()).default([]),
  source: sourceSchema,
});
export type Reading = z.infer<typeof readingSchema>;

/** A row of the text that a later part of the product carries, named, so that coverage stays honest. */
export const plannedSchema = z.strictObject({
  row: z.string(),
  part: plannedPartSchema,
  builds: z.string(),
});

const partShape = {
  units: z.array(unitSchema).default([]),
  roles: z.array(roleNameSchema).default([]),
  channels: z.array(channelSchema).default([]),
  complainants: z.array(complainantSchema).default([]),
  customerClasses: z.array(customerClassSchema).default([]),
  services: z.array(serviceSchema).default([]),
  registers: z.array(registerSchema).default([]),
  fields: z.array(fieldSchema).default([]),
  evidence: z.array(evidenceSchema).default([]),
  kinds: z.array(kindSchema).default([]),
  timeBars: z.array(timeBarSchema).default([]),
  stages: z.array(stageSchema).default([]),
  anywhere: z.array(anywhereSchema).default([]),
  clocks: z.array(clockSchema).default([]),
  papers: z.array(paperSchema).default([]),
  paperDuties: z.array(paperDutySchema).default([]),
  indicators: z.array(indicatorSchema).default([]),
  retention: z.array(retentionSchema).default([]),
  /** Where a customer who does not agree may turn outside. */
  outsideWays: z.array(z.strictObject({ id: z.enum(outsideWays), source: sourceSchema })).default([]),
  readings: z.array(readingSchema).default([]),
  planned: z.array(plannedSchema).default([]),
  /** Rows that a value of this pack cannot cite because the row is a remark on the text itself (noise, a typo, a lost drawing). */
  remarks: z.array(z.strictObject({ row: z.string(), remark: z.string() })).default([]),
};

/** A part that several procedures share by reference (`procedures/steps/`), or the duties of the law (`procedures/law/`). */
export const partSchema = z.strictObject({
  format: z.literal(1),
  part: z.string(),
  effectiveOn: daySchema.optional(),
  ...partShape,
});
export type Part = z.infer<typeof partSchema>;

/** One dated text file: a provider's procedure as it is in force from a day. Everything that a provider decides, and nothing else. */
export const packSchema = z.strictObject({
  format: z.literal(1),
  organisation: z.strictObject({
    id: idSchema,
    name: z.string(),
    shortName: z.string(),
    /** Printed on its papers beside the name. */
    letterhead: z.string().optional(),
    address: z.string().optional(),
    /** Of the header of the customers' pages, with white letters on it. */
    colour: colourSchema.optional(),
    zone: z.literal("Asia/Ho_Chi_Minh").default("Asia/Ho_Chi_Minh"),
    source: sourceSchema,
  }),
  procedure: idSchema,
  language: z.literal("vi").default("vi"),
  header: headerSchema,
  /** Shared parts by name, merged before this pack's own values; an own value with the same id replaces the shared one. */
  includes: z.array(z.string()).default([]),
  /** Jurisdiction whose law pack runs beside; the law edition is the one in force on the day of receipt. */
  law: z.string(),
  calendar: calendarRulesSchema,
  /** A definition of working days that the text gives itself, for clocks with `calendar: own`. */
  ownCalendar: calendarRulesSchema.optional(),
  /** The stage that registering enters. */
  begins: idSchema,
  /** Most levels and rounds that this procedure knows; null: without limit. */
  levels: z.int().min(1).nullable(),
  rounds: z.int().min(1).nullable(),
  reopening: z.strictObject({
    allowed: z.boolean(),
    within: z.string().nullable(),
    leadsTo: idSchema,
    /** Where it leads instead under a guard on the closed complaint; the first that holds counts. */
    ways: z.array(z.strictObject({ when: guardSchema, leadsTo: idSchema, source: sourceSchema })).optional(),
    source: sourceSchema,
  }),
  /**
   * Which remedies somebody else must approve: of these types, above this amount in đồng. Absent: every one, where the
   * pack has a move for approving them, and else none.
   */
  remedyApproval: z
    .array(
      z.strictObject({
        types: z.array(z.enum(remedyTypes)).min(1),
        above: z.int().min(0).default(0),
        source: sourceSchema,
      }),
    )
    .optional(),
  /** What the text itself offers a customer who does not agree, before anybody outside; absent: it offers nothing. */
  ownRemedies: z.array(z.strictObject({ name: z.string(), en: englishSchema, source: sourceSchema })).optional(),
  /** What whoever writes a reply is reminded of; absent: what every good reply does. */
  replyAdvice: replyAdviceSchema.optional(),
  /** What readers of the published procedure are asked to rate, apart from any complaint. */
  ratings: z
    .array(z.strictObject({ of: z.enum(ratingSubjects), question: z.string(), source: sourceSchema }))
    .optional(),
  /** Where a cited row stands in the written text, as the text numbers it, with a few of its own words; `null`: it is about the whole. */
  clauses: z.array(z.strictObject({ row: z.string(), at: z.string(), quote: z.string().nullable() })).optional(),
  /** The provider's own labels where they differ: code word to screen word ("register" → "Case"). */
  words: z.record(z.string(), z.string()).default({}),
  ...partShape,
});
export type Pack = z.infer<typeof packSchema>;

/** Which frozen edition a complaint is pinned to. `hash` covers the whole resolved closure. */
export type EditionRef = {
  organisation: string;
  procedure: string;
  effectiveOn: string;
  lawEffectiveOn: string;
  hash: string;
};

/** A pack with its shared parts and the law merged in, as the core uses it: frozen under one hash. */
export type Edition = Pack & {
  ref: EditionRef;
  /** The texts that this edition sends, by file name, as they stood when it was frozen; absent: none. */
  letters?: Record<string, string>;
};
