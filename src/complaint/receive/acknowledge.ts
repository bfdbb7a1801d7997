import { z } from "zod";
import { outgoingChannel } from "../channel.ts";
import { idText } from "../events/parts.ts";
import { isRefusal } from "../refusal.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

/** Says that the complaint arrived and is being looked at ("hồi âm"). It is never the answer. ISO 10002:2018 7.4. */
export const acknowledge = verbRule({
  verb: "acknowledge",
  fields: z.strictObject({
    channel: idText.optional(),
    written: z.boolean().optional(),
    automatic: z.boolean().default(false),
  }),
  conflictsWith: ["ReceiptAcknowledged"],
  allowed: always,
  decide: (data, complaint, context) => {
    const leaving = outgoingChannel(data, complaint, context);
    if (isRefusal(leaving)) return leaving;
    const { automatic } = data;
    return [fact("ReceiptAcknowledged", { acknowledgementId: context.newId(), ...leaving, automatic }, context)];
  },
});
