import { z } from "zod";
import { idText, text } from "../events/parts.ts";
import { refuse } from "../refusal.ts";
import { fact, verbRule } from "../verb-rule.ts";

/** Puts the complaint file before the board and asks for its direction. */
export const submitDossier = verbRule({
  verb: "submit-dossier",
  fields: z.strictObject({ to: idText.default("board"), summary: text }),
  conflictsWith: ["DossierSubmitted"],
  allowed: (complaint) => (complaint.dossiers.at(-1)?.directedAt === null ? refuse("already-done") : null),
  decide: ({ to, summary }, _complaint, context) => [
    fact(
      "DossierSubmitted",
      { dossierId: context.newId(), to, summary, attachments: context.command.attachments ?? [] },
      context,
    ),
  ],
});

export const giveDirection = verbRule({
  verb: "give-direction",
  fields: z.strictObject({ direction: text, dossierId: idText.optional() }),
  conflictsWith: ["DirectionGiven"],
  allowed: (complaint) =>
    complaint.dossiers.some(({ directedAt }) => directedAt === null)
      ? null
      : refuse("unknown-item", { name: "dossier" }),
  decide: ({ direction, dossierId }, complaint, context) => {
    const dossier = complaint.dossiers.find(
      (each) => each.directedAt === null && each.dossierId === (dossierId ?? each.dossierId),
    );
    if (!dossier) return refuse("unknown-item", { name: dossierId ?? "" }, "dossierId");
    return [fact("DirectionGiven", { dossierId: dossier.dossierId, direction }, context)];
  },
});
