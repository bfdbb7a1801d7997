import { z } from "zod";
import { outgoingChannel } from "../channel.ts";
import { day, idText, text } from "../events/parts.ts";
import { given } from "../given.ts";
import { isRefusal, refuse } from "../refusal.ts";
import { adviceOn } from "./reply-advice.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

/**
 * Answers the customer on the matter. An interim reply says where it stands and by when the rest comes. Each promise in
 * it gets a day and a clock, and keeps the complaint from closing until it is kept.
 */
export const reply = verbRule({
  verb: "reply",
  fields: z.strictObject({
    content: text,
    final: z.boolean().default(true),
    substantive: z.boolean().default(true),
    channel: idText.optional(),
    written: z.boolean().optional(),
    promises: z
      .array(z.strictObject({ text, dueOn: day }))
      .max(20)
      .default([]),
  }),
  conflictsWith: [
    "ReplyGiven",
    "VerdictRecorded",
    "ComplaintWithdrawn",
    "ComplaintClosed",
    "InformationReceived",
    "CoordinationAnswered",
  ],
  allowed: always,
  decide: ({ content, final, substantive, promises, ...rest }, complaint, context) => {
    const leaving = outgoingChannel(rest, complaint, context);
    if (isRefusal(leaving)) return leaving;
    if (final && !substantive)
      return refuse("malformed-command", { reason: "a final reply is substantive" }, "substantive");
    // What the system sends by itself is never the answer of a person.
    const isByPerson = context.actor.kind === "person";
    const leavesAt = context.command.occurredAt ?? context.now;
    const isAdvised = leaving.written && isByPerson;
    const advice = isAdvised ? adviceOn({ content, promises, at: leavesAt }, complaint, context.edition) : undefined;
    const event = {
      replyId: context.newId(),
      round: complaint.round,
      level: complaint.level,
      final: final && isByPerson,
      substantive: substantive && isByPerson,
      ...leaving,
      content,
      ...given({ advice }),
      promises: promises.map((promise) => ({ promiseId: context.newId(), ...promise })),
      attachments: context.command.attachments ?? [],
    };
    return [fact("ReplyGiven", event, context)];
  },
});
