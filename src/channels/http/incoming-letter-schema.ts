import { z } from "zod";
import type { Role } from "../../procedure/pure/vocabulary.ts";
import { cameByWays, letterOutcomes } from "../../store/incoming-letters.ts";
import { dayText, idParam, instantText, queryText } from "./addresses.ts";
import { lineText, saysSomething } from "./typed-text.ts";

/** Who keeps the register of letters received; whoever sees every complaint may read it. */
export const registerKeepers: readonly Role[] = ["records-clerk", "clerk", "shift-lead"];

const SCANS_MAX = 20;
const reasonText = z.string().trim().max(2000).refine(saysSomething, "say why");

/** One scan of a letter, as it was uploaded. */
const scanSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/, "the SHA-256 that the upload answered with"),
  name: lineText,
});

export const letterBody = z.strictObject({
  receivedAt: instantText.describe("When it arrived. Its year decides under which register it is numbered."),
  postmarkedOn: dayText.nullable().default(null).describe("The day of the postmark, where it came by post."),
  cameBy: z.enum(cameByWays),
  sender: lineText,
  theirNumber: lineText.max(200).nullable().default(null).describe("Number that the sender wrote on it."),
  theirDate: dayText.nullable().default(null).describe("Day that the sender wrote on it."),
  about: z.string().trim().max(2000).refine(saysSomething, "say what it is about"),
  sheets: z.int().min(1).max(10_000).nullable().default(null),
  unit: idParam.nullable().default(null).describe("To which unit it was given."),
  scans: z.array(scanSchema).max(SCANS_MAX).default([]),
});
export type LetterBody = z.infer<typeof letterBody>;

export const conclusionBody = z.discriminatedUnion("outcome", [
  z.strictObject({ outcome: z.enum(["registered", "added"]), complaintId: idParam }),
  z.strictObject({ outcome: z.enum(["nothing-to-do", "struck"]), reason: reasonText }),
  z.strictObject({ outcome: z.literal("waiting") }),
]);

export const letterQuery = {
  search: queryText.optional().describe("Words of sender, subject or the sender's number; or the number here."),
  fromDay: dayText.optional(),
  toDay: dayText.optional().describe("The last day, inclusive."),
  outcome: z.enum(letterOutcomes).optional(),
  unit: idParam.optional(),
  complaintId: idParam.optional(),
};

export const letterSchema = z.object({
  letterId: z.string(),
  year: z.int(),
  number: z.int().describe("Gap-free within the year."),
  receivedAt: z.string(),
  postmarkedOn: z.string().nullable(),
  cameBy: z.enum(cameByWays),
  sender: z.string(),
  theirNumber: z.string().nullable(),
  theirDate: z.string().nullable(),
  about: z.string(),
  sheets: z.int().nullable(),
  scans: z.array(
    z.object({
      attachmentId: z.string(),
      name: z.string(),
      type: z.string(),
      bytes: z.int(),
      sha256: z.string(),
    }),
  ),
  unit: z.string().nullable(),
  unitName: z.string().nullable(),
  outcome: z.enum(letterOutcomes).describe("`struck`: entered by mistake; the number stays taken."),
  outcomeReason: z.string().nullable(),
  complaintId: z.string().nullable(),
  complaintNumber: z.string().nullable(),
  recordedBy: z.string().describe("By name."),
  recordedAt: z.string(),
  isCorrected: z.boolean().describe("Something that was written on arrival was changed since."),
  version: z.int().describe("The ETag too."),
});

export const changeSchema = z.object({
  version: z.int(),
  changedAt: z.string(),
  changedBy: z.string().describe("By name."),
  changes: z
    .record(z.string(), z.tuple([z.unknown(), z.unknown()]))
    .describe("Each field with what stood there and what stands there since."),
});
