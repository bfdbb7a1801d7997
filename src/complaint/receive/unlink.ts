import { z } from "zod";
import { idText, line } from "../events/parts.ts";
import { refuse } from "../refusal.ts";
import { fact, verbRule } from "../verb-rule.ts";

export const unlink = verbRule({
  verb: "unlink",
  fields: z.strictObject({ linkId: idText, reason: line }),
  conflictsWith: [],
  allowed: (complaint) => (complaint.links.length > 0 ? null : refuse("unknown-item", { name: "link" })),
  decide: (data, complaint, context) =>
    complaint.links.some(({ linkId }) => linkId === data.linkId)
      ? [fact("ComplaintUnlinked", data, context)]
      : refuse("unknown-item", { name: data.linkId }, "linkId"),
});
