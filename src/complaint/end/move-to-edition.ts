import { z } from "zod";
import { editionRefSchema } from "../events/intake.ts";
import { idText, line } from "../events/parts.ts";
import type { NewEvent } from "../events/event.ts";
import { termFor } from "../follow/clock-due.ts";
import { clockMoved, clockStarted, clockStopped } from "../follow/clock-facts.ts";
import { refuse } from "../refusal.ts";
import { stageEntered } from "../stage-entered.ts";
import { isOpen, type Clock, type Complaint } from "../state.ts";
import { always, fact, verbRule, type VerbContext } from "../verb-rule.ts";

/**
 * Moves a running complaint to another edition of its procedure, by a person and with a reason. Running clocks that the
 * new edition knows are counted anew under its terms, those it does not know end void, and its clocks of the whole
 * complaint that are not there yet begin, counted from receipt. Deciding without appending shows all of it first.
 */
export const moveToEdition = verbRule({
  verb: "move-to-edition",
  fields: z.strictObject({ to: editionRefSchema, stage: idText, reason: line }),
  conflictsWith: ["StageEntered", "EditionMoved"],
  allowed: always,
  decide: ({ to, stage, reason }, complaint, context) => {
    const { target } = context;
    if (!target || target.edition.ref.hash !== to.hash)
      return refuse("edition-unknown", { name: to.effectiveOn }, "to");
    if (to.hash === complaint.edition.hash) return refuse("same-edition", {}, "to");
    if (to.organisation !== complaint.edition.organisation)
      return refuse("edition-unknown", { name: to.organisation }, "to");
    const entered = target.edition.stages.find(({ id }) => id === stage);
    if (!entered) return refuse("stage-unknown", { name: stage }, "stage");
    if (entered.phase === "closed" || entered.phase === "archived")
      return refuse("stage-unknown", { name: stage }, "stage");
    const under: VerbContext = { ...context, ...target };
    const moved = fact("EditionMoved", { from: complaint.edition, to, stage: complaint.stage, reason }, context);
    const entering = stage === complaint.stage ? [] : [stageEntered(stage, complaint, under)];
    return [
      moved,
      ...complaint.clocks.filter(isOpen).flatMap((clock) => recounted(clock, complaint, under)),
      ...added(complaint, under),
      ...entering,
    ];
  },
});

function recounted(clock: Clock, complaint: Complaint, context: VerbContext): NewEvent[] {
  const { at } = context;
  const rule = context.edition.clocks.find(({ id }) => id === clock.rule);
  if (!rule) return [clockStopped(clock, { outcome: "void", stoppedAt: at, by: null, reason: "EditionMoved" }, at)];
  const term = termFor(rule, complaint, context.now);
  if (typeof term !== "string" || clock.term === null) return [];
  const moved = clockMoved(clock, { rule, term, reason: "EditionMoved", at, context });
  return moved.data.dueAt === clock.dueAt && term === clock.term ? [] : [moved];
}

function added(complaint: Complaint, context: VerbContext): NewEvent[] {
  const rules = context.edition.clocks.filter(
    (rule) =>
      rule.scope === "complaint" &&
      rule.start.some(({ on, when, with: wanted }) => on === "ComplaintRegistered" && !when && !wanted) &&
      !complaint.clocks.some((clock) => clock.rule === rule.id),
  );
  const { at } = context;
  const { receivedAt: startedAt } = complaint;
  return rules.flatMap(
    (rule) => clockStarted({ rule, scopeId: "complaint", data: {}, at, startedAt, complaint, context }) ?? [],
  );
}
