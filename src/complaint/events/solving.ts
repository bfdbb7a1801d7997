import { z } from "zod";
import { remedyTypes } from "../../procedure/pure/vocabulary.ts";
import { telling } from "./telling.ts";
import {
  attachmentSchema,
  day,
  filledSchema,
  idText,
  instantSchema,
  line,
  moneySchema,
  personal,
  text,
  viaSchema,
} from "./parts.ts";

const coordinationId = idText;

export const solvingEvents = {
  CustomerGuided: z.strictObject({
    steps: personal(text),
    channel: idText,
    appointmentId: idText,
    /** When the call-back was promised; absent: the pack's term counts from the end of the guidance. */
    callBackAt: instantSchema.optional(),
  }),
  CustomerCalledBack: z.strictObject({
    appointmentId: idText,
    outcome: z.enum(["fixed", "not-fixed", "no-answer"]),
    summary: personal(text).optional(),
    nextAppointmentId: idText.optional(),
    callBackAt: instantSchema.optional(),
  }),
  /** Answered at once by the person who took it; `accepted`: the customer accepted it there and then. */
  AnsweredAtFirstLine: z.strictObject({
    replyId: idText,
    content: personal(text),
    channel: idText,
    written: z.boolean(),
    accepted: z.boolean(),
    confirmed: z.array(idText),
    round: z.int().min(1),
    level: z.int().min(1),
    advice: telling.advice,
  }),
  ComplaintTransferred: z.strictObject({
    unit: idText,
    previousUnit: idText.nullable(),
    via: line,
    information: filledSchema,
    reason: line.optional(),
  }),
  CoordinationRequested: z.strictObject({
    coordinationId,
    unit: idText,
    via: viaSchema,
    question: personal(text),
    information: filledSchema,
    /** A day that the asker set, beside the pack's own term. */
    dueOn: day.optional(),
  }),
  CoordinationConfirmed: z.strictObject({ coordinationId, by: line.optional() }),
  CoordinationPassedOn: z.strictObject({ coordinationId, unit: idText, previousUnit: idText, reason: line }),
  CoordinationAnswered: z.strictObject({
    coordinationId,
    cause: personal(text),
    measure: personal(text),
    promisedRepairOn: day.optional(),
    filled: filledSchema,
    attachments: z.array(attachmentSchema),
    via: viaSchema,
    /** Who answered, where a clerk writes it down for a person who does not sign in. */
    answeredBy: personal(line).optional(),
  }),
  CoordinationAccepted: z.strictObject({ coordinationId, repairDone: z.boolean() }),
  CoordinationReturned: z.strictObject({ coordinationId, reason: personal(text) }),
  CoordinationReminded: z.strictObject({
    coordinationId,
    via: viaSchema,
    times: z.int().min(1),
  }),
  CoordinationWithdrawn: z.strictObject({ coordinationId, reason: line }),
  FindingRecorded: z.strictObject({
    findingId: idText,
    cause: personal(text),
    rootCause: z.enum(["provider", "customer", "third-party", "none-found", "unknown"]),
    needsOnSite: z.boolean(),
    filled: filledSchema,
    attachments: z.array(attachmentSchema),
  }),
  HandlingRecorded: z.strictObject({
    handlingId: idText,
    method: personal(text),
    place: z.enum(["core", "on-site", "office", "remote"]),
    fixed: z.boolean(),
    attachments: z.array(attachmentSchema),
  }),
  ResolutionProposed: z.strictObject({ resolutionId: idText, content: personal(text), round: z.int().min(1) }),
  ResolutionSubmitted: z.strictObject({ resolutionId: idText, to: idText }),
  ResolutionApproved: z.strictObject({ resolutionId: idText, comment: personal(text).optional() }),
  ResolutionSentBack: z.strictObject({ resolutionId: idText, reason: personal(text) }),
  DossierSubmitted: z.strictObject({
    dossierId: idText,
    to: idText,
    summary: personal(text),
    attachments: z.array(attachmentSchema),
  }),
  DirectionGiven: z.strictObject({ dossierId: idText, direction: personal(text) }),
  RemedyAgreed: z.strictObject({
    remedyId: idText,
    type: z.enum(remedyTypes),
    amount: moneySchema,
    reason: line,
    dueOn: day.optional(),
    needsApproval: z.boolean(),
  }),
  RemedyApproved: z.strictObject({ remedyId: idText, approved: z.boolean(), comment: line.optional() }),
  RemedyCompleted: z.strictObject({ remedyId: idText, reference: line.optional() }),
  DebtHeld: z.strictObject({ debtId: idText, amount: moneySchema, bill: line.optional(), reason: line }),
  DebtReleased: z.strictObject({ debtId: idText, reason: line }),
  CorrectiveActionOrdered: z.strictObject({
    actionId: idText,
    unit: idText,
    action: text,
    dueOn: day.optional(),
    cause: text.optional(),
  }),
  CorrectiveActionCompleted: z.strictObject({ actionId: idText, result: text }),
  CorrectiveActionVerified: z.strictObject({ actionId: idText, effective: z.boolean(), comment: text.optional() }),
  WatchBegun: z.strictObject({ watchId: idText, until: day, reason: line }),
  WatchEnded: z.strictObject({ watchId: idText, recurred: z.boolean(), comment: text.optional() }),
} as const;
