import { z } from "zod";
import { isSamePerson, type Actor } from "../context.ts";
import { idText, text } from "../events/parts.ts";
import { given } from "../given.ts";
import { refuse, type Refusal } from "../refusal.ts";
import type { Complaint } from "../state.ts";
import { fact, verbRule } from "../verb-rule.ts";

/** A resolution is proposed, submitted to a superior, and approved or sent back. Nobody approves their own. */
export const proposeResolution = verbRule({
  verb: "propose-resolution",
  fields: z.strictObject({ content: text }),
  conflictsWith: ["ResolutionProposed", "ResolutionSubmitted"],
  allowed: (complaint) => (complaint.resolution?.status === "submitted" ? refuse("already-done") : null),
  decide: ({ content }, complaint, context) => [
    fact("ResolutionProposed", { resolutionId: context.newId(), content, round: complaint.round }, context),
  ],
});

export const submitResolution = verbRule({
  verb: "submit-resolution",
  fields: z.strictObject({ to: idText.default("approver") }),
  conflictsWith: ["ResolutionSubmitted", "ResolutionProposed"],
  allowed: (complaint) => resolutionIs(complaint, ["proposed", "sent-back"]),
  decide: ({ to }, complaint, context) => [
    fact("ResolutionSubmitted", { resolutionId: resolutionIdOf(complaint), to }, context),
  ],
});

export const approveResolution = verbRule({
  verb: "approve-resolution",
  fields: z.strictObject({ comment: text.optional() }),
  conflictsWith: ["ResolutionApproved", "ResolutionSentBack", "ResolutionProposed"],
  allowed: (complaint, { actor }) => resolutionIs(complaint, ["submitted"]) ?? notOwn(complaint, actor),
  decide: ({ comment }, complaint, context) => [
    fact("ResolutionApproved", { resolutionId: resolutionIdOf(complaint), ...given({ comment }) }, context),
  ],
});

export const sendBackResolution = verbRule({
  verb: "send-back-resolution",
  fields: z.strictObject({ reason: text }),
  conflictsWith: ["ResolutionApproved", "ResolutionSentBack", "ResolutionProposed"],
  allowed: (complaint) => resolutionIs(complaint, ["submitted"]),
  decide: ({ reason }, complaint, context) => [
    fact("ResolutionSentBack", { resolutionId: resolutionIdOf(complaint), reason }, context),
  ],
});

function resolutionIs({ resolution }: Complaint, statuses: string[]): Refusal | null {
  return resolution && statuses.includes(resolution.status) ? null : refuse("unknown-item", { name: "resolution" });
}

function notOwn({ resolution }: Complaint, actor: Actor): Refusal | null {
  return resolution && isSamePerson(actor, resolution.proposedBy) ? refuse("own-proposal") : null;
}

/** Of the one that the verb is allowed for. */
function resolutionIdOf({ resolution, number }: Complaint): string {
  if (!resolution) throw new Error(`${number} has no resolution`);
  return resolution.resolutionId;
}
