import { z } from "zod";
import { idText, text } from "../events/parts.ts";
import { given } from "../given.ts";
import { refuse } from "../refusal.ts";
import { fact, verbRule } from "../verb-rule.ts";

/** Whether the customer comes to the meeting. They may think better of it until it is held: the last word counts. */
export const answerInvitation = verbRule({
  verb: "answer-invitation",
  fields: z.strictObject({
    meetingId: idText,
    comes: z.boolean(),
    words: text.optional(),
    channel: idText.optional(),
  }),
  conflictsWith: ["MeetingRecorded"],
  allowed: ({ meetings }) =>
    meetings.some(({ outcome }) => outcome === "invited") ? null : refuse("unknown-item", { name: "meeting" }),
  decide: ({ meetingId, comes, ...rest }, { meetings }, context) => {
    const meeting = meetings.find((each) => each.meetingId === meetingId);
    if (!meeting) return refuse("unknown-item", { name: meetingId }, "meetingId");
    if (meeting.outcome !== "invited") return refuse("item-not-open", { name: meetingId }, "meetingId");
    return [fact("InvitationAnswered", { meetingId, comes, ...given(rest) }, context)];
  },
});
