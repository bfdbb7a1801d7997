import { z } from "zod";
import { whoMay } from "../../complaint/moves.ts";
import { bothNames } from "../../procedure/pure/edition/english.ts";
import type { Verb } from "../../procedure/pure/vocabulary.ts";
import { whoInWords } from "../../procedure/pure/words/who-in-words.ts";
import { wordsSchema } from "./form-fields.ts";
import type { ReadComplaint } from "./read-complaint.ts";

const who = z.array(wordsSchema);

export const correctiveActionSchema = z.object({
  actionId: z.string(),
  unit: wordsSchema,
  action: z.string(),
  dueOn: z.string().nullable(),
  status: z.enum(["ordered", "completed", "verified", "ineffective"]),
  result: z.string().nullable().describe("What the unit did, as it was told last."),
  completes: who.describe("Who may complete it, by the procedure."),
  verifies: who.describe("Who may check it; never whoever completed it."),
});

/** What was ordered to mend the cause, with what became of it and whose it is to do. */
export function correctiveActionsOf({
  complaint,
  edition,
  events,
}: Pick<ReadComplaint, "complaint" | "edition" | "events">): z.infer<typeof correctiveActionSchema>[] {
  return complaint.actions.map(({ actionId, unit: unitId, status }) => {
    const about = events.filter(({ data }) => "actionId" in data && data.actionId === actionId);
    const ordered = about.find((event) => event.type === "CorrectiveActionOrdered");
    const completed = about.findLast((event) => event.type === "CorrectiveActionCompleted");
    const unit = bothNames(edition.units.find(({ id }) => id === unitId) ?? { name: unitId });
    const whose = (verb: Verb) =>
      whoMay(verb, complaint, edition).map((each) => (each === "ordered-unit" ? unit : whoInWords(each, edition)));
    return {
      actionId,
      unit,
      action: ordered?.data.action ?? "",
      dueOn: ordered?.data.dueOn ?? null,
      status,
      result: completed?.data.result ?? null,
      completes: whose("complete-corrective-action"),
      verifies: whose("verify-corrective-action"),
    };
  });
}
