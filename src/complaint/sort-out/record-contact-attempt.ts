import { z } from "zod";
import { idText, line } from "../events/parts.ts";
import { given } from "../given.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

/** One try to reach the customer. Silence may be recorded only after those that the pack wants. */
export const recordContactAttempt = verbRule({
  verb: "record-contact-attempt",
  fields: z.strictObject({ channel: idText.optional(), reached: z.boolean(), about: line.optional() }),
  conflictsWith: [],
  allowed: always,
  decide: ({ channel, reached, about }, complaint, context) => [
    fact(
      "ContactAttempted",
      { attemptId: context.newId(), channel: channel ?? complaint.channel, reached, ...given({ about }) },
      context,
    ),
  ],
});
