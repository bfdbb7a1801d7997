import { z } from "zod";
import { outgoingChannel } from "../channel.ts";
import { idText, text } from "../events/parts.ts";
import { given } from "../given.ts";
import { notYourRole } from "../not-your-role.ts";
import { isRefusal } from "../refusal.ts";
import { adviceOn } from "../tell/reply-advice.ts";
import { fact, verbRule } from "../verb-rule.ts";

/** Answers at once, within the powers of whoever took it. `accepted`: the customer accepted it there and then. */
export const answerAtFirstLine = verbRule({
  verb: "answer-at-first-line",
  fields: z.strictObject({
    content: text,
    accepted: z.boolean(),
    channel: idText.optional(),
    written: z.boolean().optional(),
  }),
  conflictsWith: ["AnsweredAtFirstLine", "ReplyGiven", "ComplaintTransferred"],
  allowed: (_complaint, { actor, edition }) => (actor.kind === "person" ? null : notYourRole(["clerk"], edition)),
  decide: ({ content, accepted, ...rest }, complaint, context) => {
    const leaving = outgoingChannel(rest, complaint, context);
    if (isRefusal(leaving)) return leaving;
    const { round, level } = complaint;
    const confirmed = context.command.confirmed ?? [];
    const replyId = context.newId();
    const at = context.command.occurredAt ?? context.now;
    const advice = leaving.written ? adviceOn({ content, promises: [], at }, complaint, context.edition) : undefined;
    const answered = fact(
      "AnsweredAtFirstLine",
      { replyId, content, ...leaving, accepted, confirmed, round, level, ...given({ advice }) },
      context,
    );
    const verdict = fact(
      "VerdictRecorded",
      {
        verdictId: context.newId(),
        accepts: accepted ? "yes" : "no",
        satisfied: accepted ? "yes" : "no",
        channel: leaving.channel,
        attachments: [],
        round,
      },
      context,
    );
    return [answered, verdict];
  },
});
