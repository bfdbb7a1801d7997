import { z } from "zod";
import { idText, line } from "../events/parts.ts";
import { given } from "../given.ts";
import { refuse } from "../refusal.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

/**
 * Puts documents into the file. Which evidence of the pack each is stands on the document itself. The scan of an issued paper, as it
 * was signed and stamped by hand, is laid to that paper, however long after.
 */
export const attach = verbRule({
  verb: "attach",
  fields: z.strictObject({ about: line.optional(), scanOf: idText.optional() }),
  conflictsWith: [],
  allowed: always,
  decide: ({ about, scanOf }, { papers }, context) => {
    const { attachments = [] } = context.command;
    if (scanOf !== undefined && !papers.some(({ paperId, status }) => paperId === scanOf && status === "issued"))
      return refuse("unknown-item", { name: scanOf }, "scanOf");
    if (attachments.length === 0) return refuse("field-missing", { wanted: ["tài liệu / documents"] }, "attachments");
    return attachments.map((attachment) =>
      fact("AttachmentAdded", { attachment, ...given({ about, scanOf }) }, context),
    );
  },
});
