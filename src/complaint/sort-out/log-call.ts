import { z } from "zod";
import { instantSchema, line, text } from "../events/parts.ts";
import { given } from "../given.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

export const logCall = verbRule({
  verb: "log-call",
  fields: z.strictObject({
    direction: z.enum(["in", "out"]),
    number: line.optional(),
    answered: z.boolean(),
    startedAt: instantSchema.optional(),
    endedAt: instantSchema.optional(),
    summary: text.optional(),
    recording: line.optional(),
  }),
  conflictsWith: [],
  allowed: always,
  decide: ({ direction, answered, startedAt, ...rest }, _complaint, context) => [
    fact(
      "CallLogged",
      { callId: context.newId(), direction, answered, startedAt: startedAt ?? context.at, ...given(rest) },
      context,
    ),
  ],
});
