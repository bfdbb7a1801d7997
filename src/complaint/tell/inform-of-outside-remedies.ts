import { z } from "zod";
import { outgoingChannel } from "../channel.ts";
import { idText, line } from "../events/parts.ts";
import { isRefusal } from "../refusal.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

/** Tells the customer where to turn outside: authority, arbitration, court. */
export const informOfOutsideRemedies = verbRule({
  verb: "inform-of-outside-remedies",
  fields: z.strictObject({
    remedies: z.array(line).min(1).max(20),
    channel: idText.optional(),
    written: z.boolean().optional(),
  }),
  conflictsWith: [],
  allowed: always,
  decide: (data, complaint, context) => {
    const leaving = outgoingChannel(data, complaint, context);
    if (isRefusal(leaving)) return leaving;
    return [fact("OutsideRemediesTold", { channel: leaving.channel, remedies: data.remedies }, context)];
  },
});
