import { z } from "zod";
import { idText, text } from "../events/parts.ts";
import { refuse } from "../refusal.ts";
import { fact, verbRule } from "../verb-rule.ts";

/** The customer takes the complaint back. The file stays open until it is closed as withdrawn. */
export const withdraw = verbRule({
  verb: "withdraw",
  fields: z.strictObject({ reason: text, channel: idText.optional() }),
  conflictsWith: ["ComplaintWithdrawn", "ComplaintClosed"],
  allowed: (complaint) => (complaint.withdrawnAt === null ? null : refuse("already-done")),
  decide: ({ reason, channel }, complaint, context) => {
    const attachments = context.command.attachments ?? [];
    return [fact("ComplaintWithdrawn", { reason, channel: channel ?? complaint.channel, attachments }, context)];
  },
});
