import { z } from "zod";
import { idText, text } from "../events/parts.ts";
import { given } from "../given.ts";
import { refuse } from "../refusal.ts";
import { fact, verbRule } from "../verb-rule.ts";

/**
 * What the customer says of the reply, the refusal or the meeting: accepts or not, satisfied or not, or nothing. Silence counts only after the waiting
 * and the contact attempts that the pack's guard wants, and never as satisfaction.
 */
export const recordVerdict = verbRule({
  verb: "record-verdict",
  fields: z.strictObject({
    accepts: z.enum(["yes", "no", "silent"]),
    satisfied: z.enum(["yes", "no", "not-asked", "unknown"]).default("not-asked"),
    score: z.int().min(1).max(5).optional(),
    channel: idText.optional(),
    words: text.optional(),
  }),
  conflictsWith: ["VerdictRecorded", "ReplyGiven"],
  allowed: ({ replies, refused, meetings }) => {
    const heard =
      replies.some(({ substantive }) => substantive) ||
      refused !== null ||
      meetings.some(({ agreed }) => agreed !== null);
    return heard ? null : refuse("no-reply-yet");
  },
  decide: ({ accepts, satisfied, ...rest }, complaint, context) => {
    if (accepts === "silent" && satisfied === "yes") return refuse("silence-not-established", {}, "satisfied");
    const attachments = context.command.attachments ?? [];
    const verdict = { verdictId: context.newId(), accepts, satisfied, attachments, round: complaint.round };
    return [fact("VerdictRecorded", { ...verdict, ...given(rest) }, context)];
  },
});
