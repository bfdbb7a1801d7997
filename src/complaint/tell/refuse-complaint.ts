import { z } from "zod";
import { outgoingChannel } from "../channel.ts";
import { idText, line, text } from "../events/parts.ts";
import { isRefusal, refuse } from "../refusal.ts";
import { fact, verbRule } from "../verb-rule.ts";

/**
 * Refuses to settle the complaint: only in writing, with the reason and the clause it rests on (TT 05/2011/TT-BTTTT;
 * NĐ 174/2026 Đ63.1.c). "Too late" is refused as a reason while the time-bar has not passed.
 */
export const refuseComplaint = verbRule({
  verb: "refuse",
  fields: z.strictObject({
    reason: z.enum(["time-barred", "not-entitled", "no-basis", "out-of-scope", "settled-already", "other"]),
    basis: line,
    message: text,
    channel: idText.optional(),
    written: z.boolean().optional(),
  }),
  conflictsWith: ["ComplaintAccepted", "ComplaintRefused", "InformationReceived", "EntryCorrected"],
  allowed: (complaint) => (complaint.refused?.round === complaint.round ? refuse("already-done") : null),
  decide: ({ reason, basis, message, ...rest }, complaint, context) => {
    if (reason === "time-barred" && !complaint.timeBar?.barred) return refuse("not-time-barred", {}, "reason");
    const leaving = outgoingChannel(rest, complaint, context);
    if (isRefusal(leaving)) return leaving;
    if (!leaving.written) return refuse("not-in-writing", {}, "channel");
    const { round } = complaint;
    return [
      fact("ComplaintRefused", { noticeId: context.newId(), reason, basis, message, ...leaving, round }, context),
    ];
  },
});
