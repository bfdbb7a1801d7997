import { z } from "zod";
import { channelTypes, natures } from "../../procedure/pure/vocabulary.ts";
import {
  attachmentSchema,
  customerSchema,
  day,
  filledSchema,
  idText,
  line,
  personal,
  text,
  timeBarAssessmentSchema,
} from "./parts.ts";

export const editionRefSchema = z.strictObject({
  organisation: idText,
  procedure: idText,
  effectiveOn: day,
  lawEffectiveOn: day,
  hash: line,
});

/** What sorting found: the pack's kind and what the law needs to know of it. */
export const classificationSchema = z.strictObject({
  kind: idText,
  nature: z.enum(natures),
  register: idText,
  /** False for praise, abuse reports and plain requests: no promise runs. */
  complaint: z.boolean(),
  service: idText.optional(),
  regulatedService: z.boolean(),
  customerClass: idText.optional(),
  consumer: z.boolean(),
});

export const intakeEvents = {
  /** occurredAt is the instant at which the provider received the complaint, however late it was typed in. */
  ComplaintRegistered: z.strictObject({
    number: line,
    edition: editionRefSchema,
    channel: idText,
    channelType: z.enum(channelTypes),
    customer: customerSchema,
    complainant: z.strictObject({ as: idText, name: personal(line).optional(), relation: personal(line).optional() }),
    content: personal(text),
    remedySought: personal(text).optional(),
    /** Day of the use, breach, first bill or notice complained of. */
    eventOn: day.optional(),
    /** Day on which it was sent, by the postmark, where that is known and lies before receipt. */
    sentOn: day.optional(),
    filled: filledSchema,
    attachments: z.array(attachmentSchema),
    classification: classificationSchema.nullable(),
    missing: z.array(idText),
    timeBar: timeBarAssessmentSchema.nullable(),
    /** The unit or partner that passed it on. */
    reportedThrough: line.optional(),
    /** Who took it down on paper, where it was entered later. */
    notedBy: personal(line).optional(),
    forwardedByAuthority: line.optional(),
    vulnerable: z.boolean(),
    /** People whom the complaint is about: they may not handle it. */
    aboutPersonIds: z.array(idText),
    /** History: typed in late or imported, so that nothing is sent outside on its account. */
    imported: z.boolean(),
    /** For practice: it counts nowhere, and nothing leaves on its account. */
    training: z.literal(true).optional(),
  }),
  StageEntered: z.strictObject({
    stage: idText,
    phase: z.enum(["received", "under-way", "answered", "closed", "archived"]),
    from: idText.nullable(),
    unit: idText.nullable(),
    level: z.int().min(1),
    round: z.int().min(1),
  }),
  ReceiptAcknowledged: z.strictObject({
    channel: idText,
    written: z.boolean(),
    automatic: z.boolean(),
    acknowledgementId: idText,
  }),
  InformationRequested: z.strictObject({
    requestId: idText,
    wanted: z.array(line).min(1),
    channel: idText,
    written: z.boolean(),
    message: personal(text).optional(),
  }),
  InformationReceived: z.strictObject({
    requestId: idText.optional(),
    filled: filledSchema,
    attachments: z.array(attachmentSchema),
    message: personal(text).optional(),
    missing: z.array(idText),
    timeBar: timeBarAssessmentSchema.nullable(),
    eventOn: day.optional(),
  }),
  /** A correction of what was typed in; the first entry stays in the log. */
  EntryCorrected: z.strictObject({
    customer: customerSchema.partial(),
    content: personal(text).optional(),
    remedySought: personal(text).optional(),
    eventOn: day.optional(),
    sentOn: day.optional(),
    filled: filledSchema,
    aboutPersonIds: z.array(idText).optional(),
    reason: line,
    missing: z.array(idText),
    timeBar: timeBarAssessmentSchema.nullable(),
  }),
  ComplaintWithdrawn: z.strictObject({
    reason: personal(text),
    channel: idText,
    attachments: z.array(attachmentSchema),
  }),
  ComplaintLinked: z.strictObject({
    linkId: idText,
    to: idText,
    as: z.enum(["duplicate", "same-incident", "related", "split-from"]),
    reason: line.optional(),
  }),
  ComplaintUnlinked: z.strictObject({ linkId: idText, reason: line }),
  ComplaintSplit: z.strictObject({ into: idText, content: personal(text), reason: line }),
} as const;
