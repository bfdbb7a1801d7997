import { z } from "zod";
import { day, line } from "../events/parts.ts";
import { given } from "../given.ts";
import { fact, always, verbRule } from "../verb-rule.ts";

/** Notes that the customer went to an authority, an arbitrator or a court. It is the customer who goes, not the provider. */
export const recordOutsideReferral = verbRule({
  verb: "record-outside-referral",
  fields: z.strictObject({ to: line, onDay: day.optional() }),
  conflictsWith: ["OutsideReferralRecorded"],
  allowed: always,
  decide: ({ to, onDay }, _complaint, context) => [
    fact("OutsideReferralRecorded", { to, evidence: context.command.attachments ?? [], ...given({ onDay }) }, context),
  ],
});
