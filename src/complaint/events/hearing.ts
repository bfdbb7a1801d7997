import { z } from "zod";
import { attachmentSchema, day, idText, line, personal, text } from "./parts.ts";

export const hearingEvents = {
  /** What the customer says of the last reply. Silence is never counted as satisfaction. */
  VerdictRecorded: z.strictObject({
    verdictId: idText,
    accepts: z.enum(["yes", "no", "silent"]),
    satisfied: z.enum(["yes", "no", "not-asked", "unknown"]),
    /** 1 to 5, where the pack asks for it. */
    score: z.int().min(1).max(5).optional(),
    channel: idText.optional(),
    words: personal(text).optional(),
    attachments: z.array(attachmentSchema),
    round: z.int().min(1),
  }),
  RoundStarted: z.strictObject({ round: z.int().min(2), reason: personal(text) }),
  LevelEscalated: z.strictObject({ level: z.int().min(2), reason: personal(text), byBreach: z.boolean() }),
  OutsideReferralRecorded: z.strictObject({ to: line, onDay: day.optional(), evidence: z.array(attachmentSchema) }),
  AuthorityActed: z.strictObject({
    authority: line,
    act: z.enum(["forwarded", "request", "decision"]),
    reference: line.optional(),
    content: personal(text),
    dueOn: day.optional(),
    attachments: z.array(attachmentSchema),
  }),
  AuthorityReported: z.strictObject({
    authority: line,
    channel: idText,
    reference: line.optional(),
    attachments: z.array(attachmentSchema),
  }),
  NegotiationAsked: z.strictObject({ channel: idText, words: personal(text).optional() }),
  NegotiationBegun: z.strictObject({ place: line.optional(), comment: text.optional() }),
  NegotiationRefused: z.strictObject({ reason: line, channel: idText, written: z.boolean() }),
} as const;
