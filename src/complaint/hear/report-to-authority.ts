import { z } from "zod";
import { idText, line } from "../events/parts.ts";
import { given } from "../given.ts";
import { refuse } from "../refusal.ts";
import { fact, verbRule } from "../verb-rule.ts";

/** Sends the written result to the authority that forwarded the complaint. Law 19/2023/QH15 Art. 60: 05 working days after the end. */
export const reportToAuthority = verbRule({
  verb: "report-to-authority",
  fields: z.strictObject({ authority: line.optional(), channel: idText.optional(), reference: line.optional() }),
  conflictsWith: ["AuthorityReported"],
  allowed: (complaint) =>
    complaint.forwardedByAuthority === undefined && complaint.authority.length === 0 ? refuse("not-forwarded") : null,
  decide: ({ authority, channel, reference }, complaint, context) => {
    const to = authority ?? complaint.forwardedByAuthority ?? complaint.authority.at(-1)?.authority;
    if (to === undefined) throw new Error(`no authority has to do with ${complaint.number}`);
    const attachments = context.command.attachments ?? [];
    const report = { authority: to, channel: channel ?? complaint.channel, attachments, ...given({ reference }) };
    return [fact("AuthorityReported", report, context)];
  },
});
