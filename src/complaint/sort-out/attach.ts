import { z } from "zod";
import { line } from "../events/parts.ts";
import { given } from "../given.ts";
import { refuse } from "../refusal.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

/** Puts documents into the file. Which evidence of the pack each is stands on the document itself. */
export const attach = verbRule({
  verb: "attach",
  fields: z.strictObject({ about: line.optional() }),
  conflictsWith: [],
  allowed: always,
  decide: ({ about }, _complaint, context) => {
    const { attachments = [] } = context.command;
    if (attachments.length === 0) return refuse("field-missing", { wanted: ["tài liệu / documents"] }, "attachments");
    return attachments.map((attachment) => fact("AttachmentAdded", { attachment, ...given({ about }) }, context));
  },
});
