import { z } from "zod";
import { editionRefSchema } from "./intake.ts";
import { idText, line, personal, text } from "./parts.ts";

export const closeOutcomes = [
  "satisfied",
  "confirmed",
  "agreed",
  "answered",
  "solved",
  "settled",
  "goodwill",
  "refused",
  "withdrawn",
  "outside",
  "duplicate",
  "recorded",
] as const;

export const endingEvents = {
  ComplaintClosed: z.strictObject({ outcome: z.enum(closeOutcomes), summary: personal(text).optional() }),
  ComplaintReopened: z.strictObject({ reason: personal(text) }),
  LessonRecorded: z.strictObject({
    lessonId: idText,
    lesson: text,
    cause: text.optional(),
    prevention: text.optional(),
  }),
  ComplaintArchived: z.strictObject({ place: line.optional(), keepUntil: line.optional() }),
  /** Values erased on a person's request; the paths stay, the values and salts are gone. */
  ComplaintRedacted: z.strictObject({
    events: z.array(z.strictObject({ sequence: z.int().min(1), paths: z.array(line).min(1) })).min(1),
    reason: line,
    basis: line,
  }),
  /** A complaint that was only for practice is shown nowhere any more; the log keeps it. */
  TrainingRemoved: z.strictObject({}),
  EditionMoved: z.strictObject({ from: editionRefSchema, to: editionRefSchema, stage: idText, reason: line }),
} as const;
