import { z } from "zod";
import { marks, verbs } from "../../procedure/pure/vocabulary.ts";
import { classificationSchema } from "./intake.ts";
import {
  attachmentSchema,
  filledSchema,
  idText,
  instantSchema,
  line,
  personal,
  text,
  timeBarAssessmentSchema,
} from "./parts.ts";

export const sortingEvents = {
  ComplaintClassified: classificationSchema.extend({
    previousKind: idText.nullable(),
    reason: line.optional(),
    missing: z.array(idText),
    timeBar: timeBarAssessmentSchema.nullable(),
  }),
  ComplaintMarked: z.strictObject({ mark: z.enum(marks), on: z.boolean(), reason: line }),
  ComplaintAssigned: z.strictObject({
    personId: idText.nullable(),
    unit: idText,
    previousPersonId: idText.nullable(),
    handedOver: z.boolean(),
    reason: line.optional(),
  }),
  NoteWritten: z.strictObject({ noteId: idText, text: personal(text), mentions: z.array(idText) }),
  /** `scanOf`: the issued paper whose copy signed on paper it shows. */
  AttachmentAdded: z.strictObject({
    attachment: attachmentSchema,
    about: line.optional(),
    scanOf: idText.optional(),
  }),
  /** What a move wanted filled in and affirmed, where the verb's own fact has no place for it. */
  FormFilled: z.strictObject({
    verb: z.enum(verbs),
    filled: filledSchema,
    confirmed: z.array(z.strictObject({ id: idText, name: line })),
  }),
  CallLogged: z.strictObject({
    callId: idText,
    direction: z.enum(["in", "out"]),
    number: personal(line).optional(),
    answered: z.boolean(),
    startedAt: instantSchema,
    endedAt: instantSchema.optional(),
    summary: personal(text).optional(),
    recording: line.optional(),
  }),
  ContactAttempted: z.strictObject({
    attemptId: idText,
    channel: idText,
    reached: z.boolean(),
    about: line.optional(),
  }),
} as const;
