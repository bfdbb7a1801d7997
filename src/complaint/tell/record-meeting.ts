import { z } from "zod";
import { idText, line, text } from "../events/parts.ts";
import { given } from "../given.ts";
import { refuse } from "../refusal.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

/** Minutes of a meeting: signed by both, or refused to sign, or the customer absent; the last two with a witness. */
export const recordMeeting = verbRule({
  verb: "record-meeting",
  fields: z.strictObject({
    meetingId: idText.optional(),
    outcome: z.enum(["signed", "refused-to-sign", "absent"]),
    agreed: z.boolean().default(false),
    result: text,
    witness: line.optional(),
  }),
  conflictsWith: ["MeetingRecorded"],
  allowed: always,
  decide: ({ meetingId, outcome, agreed, result, witness }, complaint, context) => {
    if (outcome !== "signed" && witness === undefined) return refuse("minutes-need-witness", {}, "witness");
    const planned = meetingId ?? complaint.meetings.findLast((each) => each.outcome === "invited")?.meetingId;
    if (meetingId !== undefined && !complaint.meetings.some((each) => each.meetingId === meetingId)) {
      return refuse("unknown-item", { name: meetingId }, "meetingId");
    }
    const attachments = context.command.attachments ?? [];
    const minutes = { meetingId: planned ?? context.newId(), outcome, agreed, result, attachments };
    return [fact("MeetingRecorded", { ...minutes, ...given({ witness }) }, context)];
  },
});
