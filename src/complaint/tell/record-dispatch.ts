import { z } from "zod";
import { idText, line } from "../events/parts.ts";
import { given } from "../given.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

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
  allowed: always,
  decide: ({ of, outcome, channel, detail }, complaint, context) => [
    fact("DispatchRecorded", { of, outcome, channel: channel ?? complaint.channel, ...given({ detail }) }, context),
  ],
});
