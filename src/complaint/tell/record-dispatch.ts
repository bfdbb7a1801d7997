import { z } from "zod";
import type { EventData } from "../events/event.ts";
import { idText, line } from "../events/parts.ts";
import { given } from "../given.ts";
import { refuse } from "../refusal.ts";
import { isOpen, type Complaint } from "../state.ts";
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
  allowed: (complaint) => (sent(complaint).length > 0 ? null : refuse("nothing-sent")),
  decide: ({ of, outcome, channel, detail }, complaint, context) => {
    const what = sent(complaint).find(({ id }) => id === of)?.what;
    if (what === undefined) return refuse("unknown-item", { name: of }, "of");
    const hasLeft = outcome === "dispatched" || outcome === "delivered";
    const again = hasLeft && hadComeBack(of, complaint) ? true : undefined;
    const left = { of, what, outcome, channel: channel ?? complaint.channel, ...given({ again, detail }) };
    return [fact("DispatchRecorded", left, context)];
  },
});

type Sent = { id: string; what: NonNullable<EventData<"DispatchRecorded">["what"]> };

/** What left the provider; a notice whose place another took is known by the clock that it ended. */
function sent({ replies, papers, meetings, acknowledgements, accepted, refused, clocks }: Complaint): Sent[] {
  return [
    ...replies.map(({ replyId }): Sent => ({ id: replyId, what: "reply" })),
    ...papers.filter(({ status }) => status === "issued").map(({ paperId }): Sent => ({ id: paperId, what: "paper" })),
    ...meetings.map(({ meetingId }): Sent => ({ id: meetingId, what: "invitation" })),
    ...acknowledgements.map(({ acknowledgementId }): Sent => ({ id: acknowledgementId, what: "acknowledgement" })),
    ...[accepted?.noticeId, refused?.noticeId, ...clocks.map(({ stoppedBy }) => stoppedBy)]
      .filter((id) => typeof id === "string")
      .map((id): Sent => ({ id, what: "notice" })),
  ];
}

/** A reply knows that it came back; another thing is known by the clock that runs again, or fell away, since it did. */
function hadComeBack(of: string, { replies, clocks }: Complaint): boolean {
  const isBounced = replies.some(({ replyId, dispatch }) => replyId === of && dispatch === "bounced");
  return isBounced || clocks.some((clock) => clock.stoppedBy === of && (isOpen(clock) || clock.status === "void"));
}
