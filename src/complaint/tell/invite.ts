import { z } from "zod";
import { dayOf } from "../../procedure/pure/instant.ts";
import { outgoingChannel } from "../channel.ts";
import { idText, instantSchema, line } from "../events/parts.ts";
import { isRefusal, refuse } from "../refusal.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

/** Invites the customer to a meeting about the complaint (Giấy mời, Thư mời). */
export const invite = verbRule({
  verb: "invite",
  fields: z.strictObject({
    meetingAt: instantSchema,
    place: line,
    channel: idText.optional(),
    written: z.boolean().optional(),
  }),
  conflictsWith: ["CustomerInvited"],
  allowed: always,
  decide: ({ meetingAt, place, ...rest }, complaint, context) => {
    if (meetingAt <= context.at) return refuse("day-in-past", {}, "meetingAt");
    const leaving = outgoingChannel(rest, complaint, context);
    if (isRefusal(leaving)) return leaving;
    const meetingOn = dayOf(meetingAt, context.calendars.organisation.offsetMs / 60_000);
    const { round } = complaint;
    return [
      fact("CustomerInvited", { meetingId: context.newId(), meetingAt, meetingOn, place, ...leaving, round }, context),
    ];
  },
});
