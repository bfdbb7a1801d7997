import { z } from "zod";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { remedyTypes, type RemedyType } from "../../procedure/pure/vocabulary.ts";
import { isSamePerson } from "../context.ts";
import { day, idText, line, moneySchema } from "../events/parts.ts";
import { given } from "../given.ts";
import { refuse } from "../refusal.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

/** A remedy in money is agreed, approved by somebody else where the pack wants it, and done. Đồng, whole. */
export const agreeRemedy = verbRule({
  verb: "agree-remedy",
  fields: z.strictObject({ type: z.enum(remedyTypes), amount: moneySchema, reason: line, dueOn: day.optional() }),
  conflictsWith: ["RemedyAgreed"],
  allowed: always,
  decide: ({ type, amount, reason, dueOn }, _complaint, context) => {
    const needsApproval = isApprovalNeeded({ type, amount }, context.edition);
    const remedy = { remedyId: context.newId(), type, amount, reason, needsApproval, ...given({ dueOn }) };
    return [fact("RemedyAgreed", remedy, context)];
  },
});

export const approveRemedy = verbRule({
  verb: "approve-remedy",
  fields: z.strictObject({ remedyId: idText, approved: z.boolean().default(true), comment: line.optional() }),
  conflictsWith: ["RemedyApproved"],
  allowed: ({ remedies }, { actor }) => {
    const agreed = remedies.filter(({ status }) => status === "agreed");
    if (agreed.length === 0) return refuse("unknown-item", { name: "remedy" });
    return agreed.every(({ agreedBy }) => isSamePerson(actor, agreedBy))
      ? refuse("own-proposal", {}, "remedyId")
      : null;
  },
  decide: ({ remedyId, approved, comment }, complaint, context) => {
    const remedy = complaint.remedies.find((each) => each.remedyId === remedyId);
    if (!remedy) return refuse("unknown-item", { name: remedyId }, "remedyId");
    if (remedy.status !== "agreed") return refuse("item-not-open", { name: remedyId }, "remedyId");
    if (isSamePerson(context.actor, remedy.agreedBy)) return refuse("own-proposal", {}, "remedyId");
    return [fact("RemedyApproved", { remedyId, approved, ...given({ comment }) }, context)];
  },
});

export const completeRemedy = verbRule({
  verb: "complete-remedy",
  fields: z.strictObject({ remedyId: idText, reference: line.optional() }),
  conflictsWith: ["RemedyCompleted"],
  allowed: (complaint) =>
    complaint.remedies.some(
      ({ status, needsApproval }) => status === "approved" || (status === "agreed" && !needsApproval),
    )
      ? null
      : refuse("unknown-item", { name: "remedy" }),
  decide: ({ remedyId, reference }, complaint, context) => {
    const remedy = complaint.remedies.find((each) => each.remedyId === remedyId);
    if (!remedy) return refuse("unknown-item", { name: remedyId }, "remedyId");
    const ready = remedy.status === "approved" || (remedy.status === "agreed" && !remedy.needsApproval);
    if (!ready) return refuse("item-not-open", { name: remedyId, status: remedy.status }, "remedyId");
    return [fact("RemedyCompleted", { remedyId, ...given({ reference }) }, context)];
  },
});

/** A disputed charge need not be paid meanwhile. */
export const holdDebt = verbRule({
  verb: "hold-debt",
  fields: z.strictObject({ amount: moneySchema, bill: line.optional(), reason: line }),
  conflictsWith: ["DebtHeld"],
  allowed: always,
  decide: ({ amount, bill, reason }, _complaint, context) => [
    fact("DebtHeld", { debtId: context.newId(), amount, reason, ...given({ bill }) }, context),
  ],
});

export const releaseDebt = verbRule({
  verb: "release-debt",
  fields: z.strictObject({ debtId: idText, reason: line }),
  conflictsWith: ["DebtReleased"],
  allowed: (complaint) =>
    complaint.debtsHeld.some(({ releasedAt }) => releasedAt === null) ? null : refuse("unknown-item", { name: "debt" }),
  decide: ({ debtId, reason }, complaint, context) =>
    complaint.debtsHeld.some((debt) => debt.debtId === debtId && debt.releasedAt === null)
      ? [fact("DebtReleased", { debtId, reason }, context)]
      : refuse("unknown-item", { name: debtId }, "debtId"),
});

function isApprovalNeeded({ type, amount }: { type: RemedyType; amount: number }, edition: Edition): boolean {
  const { remedyApproval, stages, anywhere } = edition;
  if (remedyApproval) return remedyApproval.some(({ types, above }) => types.includes(type) && amount > above);
  return [...stages.flatMap(({ moves }) => moves), ...anywhere].some(({ verb }) => verb === "approve-remedy");
}
