import { z } from "zod";
import { text } from "../events/parts.ts";
import { fieldProblem } from "../pack-fields.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

/** What caused it, whose fault it was, and whether somebody must go there. */
export const recordFinding = verbRule({
  verb: "record-finding",
  fields: z.strictObject({
    cause: text,
    rootCause: z.enum(["provider", "customer", "third-party", "none-found", "unknown"]),
    needsOnSite: z.boolean().default(false),
  }),
  conflictsWith: ["FindingRecorded"],
  allowed: always,
  decide: (data, _complaint, context) => {
    const { filled = {}, attachments = [] } = context.command;
    return (
      fieldProblem(filled, context.edition) ?? [
        fact("FindingRecorded", { findingId: context.newId(), ...data, filled, attachments }, context),
      ]
    );
  },
});
