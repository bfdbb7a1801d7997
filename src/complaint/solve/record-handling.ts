import { z } from "zod";
import { text } from "../events/parts.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

/** What was done about it, where, and whether that mended it. */
export const recordHandling = verbRule({
  verb: "record-handling",
  fields: z.strictObject({
    method: text,
    place: z.enum(["core", "on-site", "office", "remote"]),
    fixed: z.boolean().default(true),
  }),
  conflictsWith: ["HandlingRecorded"],
  allowed: always,
  decide: (data, _complaint, context) => [
    fact(
      "HandlingRecorded",
      { handlingId: context.newId(), ...data, attachments: context.command.attachments ?? [] },
      context,
    ),
  ],
});
