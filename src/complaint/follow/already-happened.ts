import type { ClockRule, Trigger } from "../../procedure/pure/edition/clocks.ts";
import type { EventType } from "../../procedure/pure/vocabulary.ts";
import { holds } from "../facts.ts";
import { matches } from "../moves.ts";
import type { Complaint } from "../state.ts";

/** Something that the file remembers to have happened, in the words of its fact. */
type Past = { type: EventType; at: string; by: string; data: Record<string, unknown> };

type Ended = Past & { how: "stop" | "void" };

/**
 * What has ended a clock before it was known to run: a complaint is acknowledged on arrival and sorted an hour later, and
 * only then is it seen that the law wanted the acknowledgement. The earliest such fact; undefined: it is still to come.
 */
export function alreadyEnded(rule: ClockRule, complaint: Complaint, now: string): Ended | undefined {
  const isOneOf = (triggers: readonly Trigger[], { type, data }: Past): boolean =>
    triggers.some(
      (trigger) => trigger.on === type && matches(trigger.with, data) && holds(trigger.when, complaint, now),
    );
  return pastOf(complaint)
    .flatMap((past): Ended[] => {
      if (isOneOf(rule.stop, past)) return [{ ...past, how: "stop" }];
      return isOneOf(rule.void, past) ? [{ ...past, how: "void" }] : [];
    })
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))[0];
}

function pastOf({ acknowledgements, replies, accepted, refused, papers, appointments }: Complaint): Past[] {
  return [
    ...acknowledgements.map(({ at, acknowledgementId, ...data }): Past => ({
      type: "ReceiptAcknowledged",
      at,
      by: acknowledgementId,
      data,
    })),
    // The file keeps both kinds of answer as one.
    ...replies
      .filter(({ dispatch }) => dispatch === "sent")
      .flatMap(({ at, replyId, ...data }): Past[] => [
        { type: "ReplyGiven", at, by: replyId, data },
        { type: "AnsweredAtFirstLine", at, by: replyId, data },
      ]),
    ...(accepted ? [{ type: "ComplaintAccepted" as const, at: accepted.at, by: accepted.noticeId, data: {} }] : []),
    ...(refused ? [{ type: "ComplaintRefused" as const, at: refused.at, by: refused.noticeId, data: {} }] : []),
    ...papers.flatMap(({ issuedAt, paperId, ...data }): Past[] =>
      issuedAt === undefined ? [] : [{ type: "PaperIssued", at: issuedAt, by: paperId, data }],
    ),
    ...appointments.map(({ madeAt, appointmentId }): Past => ({
      type: "CustomerGuided",
      at: madeAt,
      by: appointmentId,
      data: {},
    })),
  ];
}
