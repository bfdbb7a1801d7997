import { z } from "zod";
import { idText, line } from "../events/parts.ts";
import { given } from "../given.ts";
import { refuse } from "../refusal.ts";
import type { Complaint } from "../state.ts";
import { fact, verbRule } from "../verb-rule.ts";

/** What became of something that left: dispatched, delivered, come back, failed, or not known. */
export const recordDispatch = verbRule({
  verb: "record-dispatch",
  fields: z.strictObject({
    of: idText,
    outcome: z.enum(["dispatched", "delivered", "bounced", "failed", "unknown"]),
    channel: idText.optional(),
    detail: line.optional(),
  }),
  conflictsWith: [],
  allowed: (complaint) => (sentIds(complaint).length > 0 ? null : refuse("nothing-sent")),
  decide: ({ of, outcome, channel, detail }, complaint, context) =>
    sentIds(complaint).includes(of)
      ? [
          fact(
            "DispatchRecorded",
            { of, outcome, channel: channel ?? complaint.channel, ...given({ detail }) },
            context,
          ),
        ]
      : refuse("unknown-item", { name: of }, "of"),
});

/** What left: replies, notices, papers, invitations, acknowledgements; an earlier notice is known by the clock that it ended. */
function sentIds(complaint: Complaint): string[] {
  const { replies, papers, meetings, acknowledgements, accepted, refused, clocks } = complaint;
  return [
    ...replies.map(({ replyId }) => replyId),
    ...papers.filter(({ status }) => status === "issued").map(({ paperId }) => paperId),
    ...meetings.map(({ meetingId }) => meetingId),
    ...acknowledgements.map(({ acknowledgementId }) => acknowledgementId),
    ...[accepted, refused].flatMap((notice) => (notice ? [notice.noticeId] : [])),
    ...clocks.flatMap(({ stoppedBy }) => stoppedBy ?? []),
  ];
}
