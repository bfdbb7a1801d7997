import { z } from "zod";
import { replyAdvices } from "../../procedure/pure/edition/reply-advice.ts";
import { paperKinds } from "../../procedure/pure/vocabulary.ts";
import { attachmentSchema, day, idText, instantSchema, line, personal, sha256Text, text } from "./parts.ts";

export const telling = {
  /** What the provider advises for replies, as far as this one follows it and not. Absent: it was told by word of mouth. */
  advice: z
    .strictObject({
      kept: z.array(z.enum(replyAdvices)),
      open: z.array(z.enum(replyAdvices)),
      /** That had the complaint: figures are told of teams, never of people. */
      unit: idText.nullable(),
    })
    .optional(),
  promise: z.strictObject({ promiseId: idText, text: personal(text), dueOn: day }),
  /**
   * How a deputy signs: in place of the post (KT.), by its order (TL.), or authorised (TUQ.); and the deputy's own post, which
   * stands below.
   */
  delegation: z.strictObject({ as: z.enum(["KT", "TL", "TUQ"]), post: line.optional() }),
  /** An issued paper of the file that this one stands in place of (its content was wrong), or corrects (its form was). */
  follows: z.strictObject({ paperId: idText, as: z.enum(["replacement", "correction"]) }),
};

export const tellingEvents = {
  ComplaintAccepted: z.strictObject({
    noticeId: idText,
    channel: idText,
    written: z.boolean(),
    message: personal(text).optional(),
  }),
  ComplaintRefused: z.strictObject({
    noticeId: idText,
    reason: line,
    /** Clause that the refusal rests on. */
    basis: line,
    channel: idText,
    written: z.boolean(),
    message: personal(text),
    round: z.int().min(1),
  }),
  CustomerInvited: z.strictObject({
    meetingId: idText,
    meetingAt: instantSchema,
    meetingOn: day,
    place: line,
    channel: idText,
    written: z.boolean(),
    round: z.int().min(1),
  }),
  /** Whether the customer will come to the meeting they were invited to; the last word counts. */
  InvitationAnswered: z.strictObject({
    meetingId: idText,
    comes: z.boolean(),
    words: personal(text).optional(),
    channel: idText.optional(),
  }),
  MeetingRecorded: z.strictObject({
    meetingId: idText,
    outcome: z.enum(["signed", "refused-to-sign", "absent"]),
    agreed: z.boolean(),
    result: personal(text),
    witness: personal(line).optional(),
    attachments: z.array(attachmentSchema),
  }),
  /**
   * What a person of the provider tells the customer about the matter. `substantive` is never true of an automatic
   * message; `final` is false of an interim reply. occurredAt is the instant of dispatch.
   */
  ReplyGiven: z.strictObject({
    replyId: idText,
    round: z.int().min(1),
    level: z.int().min(1),
    final: z.boolean(),
    substantive: z.boolean(),
    channel: idText,
    written: z.boolean(),
    content: personal(text),
    promises: z.array(telling.promise),
    advice: telling.advice,
    attachments: z.array(attachmentSchema),
  }),
  PaperOwed: z.strictObject({ owedId: idText, duty: idText, anyOf: z.array(idText).min(1) }),
  PaperDrafted: z.strictObject({
    paperId: idText,
    paper: idText,
    kind: z.enum(paperKinds),
    attachment: attachmentSchema.optional(),
    content: personal(text).optional(),
    follows: telling.follows.optional(),
  }),
  PaperChecked: z.strictObject({ paperId: idText }),
  PaperSigned: z.strictObject({
    paperId: idText,
    signer: personal(line).optional(),
    by: line,
    signedOn: z.enum(["screen", "paper"]).optional(),
    /** Of the document as whoever signed saw it, and of the picture of the signature: where it was signed on a screen. */
    documentSha256: sha256Text.optional(),
    signatureSha256: sha256Text.optional(),
    delegation: telling.delegation.optional(),
  }),
  /** Frozen from here on. `letterNumber` is gap-free in its register and year. */
  PaperIssued: z.strictObject({
    paperId: idText,
    paper: idText,
    kind: z.enum(paperKinds),
    register: line.optional(),
    letterNumber: line.optional(),
    channel: idText.optional(),
    attachment: attachmentSchema.optional(),
    /** Ids of what was owed and is settled by it. Absent in facts written before it was told: then all that name the paper. */
    settles: z.array(idText).optional(),
    follows: telling.follows.optional(),
    /** True: a copy signed on paper was handed in and issued at once. Absent: the program made it, or it was drafted first. */
    signedOnPaper: z.literal(true).optional(),
    /** Whose names stand on that copy, as whoever handed it in read them. */
    signers: personal(line).optional(),
    /** What stands on a paper that the program made: `01/2026/TL-BKNS`, what it is about, to whom it goes. */
    numberOnPaper: line.optional(),
    subject: personal(line).optional(),
    recipient: personal(line).optional(),
    /** Printed on it: by this anybody may see that it is the provider's. */
    confirmationCode: line.optional(),
    /** Who its electronic seal names: the subject of the certificate that it was sealed with. */
    sealedBy: line.optional(),
  }),
  /** What became of something that left: `of` is the id of the reply, notice, invitation or paper. A bounce undoes "sent". */
  DispatchRecorded: z.strictObject({
    of: idText,
    /** What `of` is. Absent in facts written before it was told. */
    what: z.enum(["reply", "notice", "paper", "invitation", "acknowledgement"]).optional(),
    /** True where it had come back before and has left once more; else absent. */
    again: z.boolean().optional(),
    outcome: z.enum(["dispatched", "delivered", "bounced", "failed", "unknown"]),
    channel: idText,
    detail: line.optional(),
  }),
  OutsideRemediesTold: z.strictObject({ channel: idText, remedies: z.array(line).min(1) }),
  PromiseFulfilled: z.strictObject({ promiseId: idText, comment: text.optional() }),
} as const;
