import { z } from "zod";
import { editionRefSchema } from "../events/intake.ts";
import { idText, line } from "../events/parts.ts";
import { refuse } from "../refusal.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

/**
 * Moves a running complaint to another edition of the procedure, by a person and with a reason. The caller decides with
 * the *new* edition in the context, having shown first what changes; running clocks go on as they were started.
 */
export const moveToEdition = verbRule({
  verb: "move-to-edition",
  fields: z.strictObject({ to: editionRefSchema, stage: idText, reason: line }),
  conflictsWith: ["StageEntered", "EditionMoved"],
  allowed: always,
  decide: ({ to, stage, reason }, complaint, context) => {
    if (to.hash === complaint.edition.hash) return refuse("same-edition", {}, "to");
    if (context.edition.ref.hash === to.hash && !context.edition.stages.some(({ id }) => id === stage)) {
      return refuse("stage-unknown", { name: stage }, "stage");
    }
    return [fact("EditionMoved", { from: complaint.edition, to, stage, reason }, context)];
  },
});
