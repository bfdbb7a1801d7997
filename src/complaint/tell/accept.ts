import { z } from "zod";
import { outgoingChannel } from "../channel.ts";
import { idText, text } from "../events/parts.ts";
import { given } from "../given.ts";
import { isRefusal, refuse } from "../refusal.ts";
import { fact, verbRule } from "../verb-rule.ts";

/** Tells the customer that the complaint is taken up (thông báo chấp nhận). */
export const accept = verbRule({
  verb: "accept",
  fields: z.strictObject({ channel: idText.optional(), written: z.boolean().optional(), message: text.optional() }),
  conflictsWith: ["ComplaintAccepted", "ComplaintRefused"],
  allowed: (complaint) => ((complaint.accepted ?? complaint.refused) ? refuse("already-done") : null),
  decide: (data, complaint, context) => {
    const leaving = outgoingChannel(data, complaint, context);
    if (isRefusal(leaving)) return leaving;
    return [
      fact(
        "ComplaintAccepted",
        { noticeId: context.newId(), ...leaving, ...given({ message: data.message }) },
        context,
      ),
    ];
  },
});
