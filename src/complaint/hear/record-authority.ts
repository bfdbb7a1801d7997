import { z } from "zod";
import { day, line, text } from "../events/parts.ts";
import { given } from "../given.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

/** An authority forwarded the complaint, asked for something, or decided. */
export const recordAuthority = verbRule({
  verb: "record-authority",
  fields: z.strictObject({
    authority: line,
    act: z.enum(["forwarded", "request", "decision"]),
    reference: line.optional(),
    content: text,
    dueOn: day.optional(),
  }),
  conflictsWith: [],
  allowed: always,
  decide: ({ authority, act, content, ...rest }, _complaint, context) => {
    const attachments = context.command.attachments ?? [];
    return [fact("AuthorityActed", { authority, act, content, attachments, ...given(rest) }, context)];
  },
});
