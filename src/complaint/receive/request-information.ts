import { z } from "zod";
import { outgoingChannel } from "../channel.ts";
import { idText, line, text } from "../events/parts.ts";
import { given } from "../given.ts";
import { isRefusal, refuse } from "../refusal.ts";
import { pausable, paused } from "../time/pausable.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

/**
 * Asks the customer for what is missing. Clocks stand still meanwhile only where `pauses` is set; refused where the edition lets
 * waiting for the customer pause none that runs.
 */
export const requestInformation = verbRule({
  verb: "request-information",
  fields: z.strictObject({
    wanted: z.array(line).min(1).max(50),
    channel: idText.optional(),
    written: z.boolean().optional(),
    message: text.optional(),
    pauses: z.boolean().default(false),
  }),
  conflictsWith: ["InformationRequested"],
  allowed: always,
  decide: (data, complaint, context) => {
    const leaving = outgoingChannel(data, complaint, context);
    if (isRefusal(leaving)) return leaving;
    const { wanted, message } = data;
    const asked = fact(
      "InformationRequested",
      { requestId: context.newId(), wanted, ...leaving, ...given({ message }) },
      context,
    );
    if (!data.pauses) return [asked];
    if (complaint.pause !== null) return refuse("already-paused", {}, "pauses");
    const clocks = pausable("waiting-for-customer", complaint, context);
    if (clocks.length === 0) return refuse("nothing-to-pause", {}, "pauses");
    return [asked, paused({ reason: "waiting-for-customer", clocks }, context)];
  },
});
