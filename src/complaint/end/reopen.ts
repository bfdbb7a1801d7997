import { z } from "zod";
import { dueOf } from "../../procedure/pure/term/due.ts";
import { parseTerm } from "../../procedure/pure/term/term.ts";
import { text } from "../events/parts.ts";
import { holds } from "../facts.ts";
import { refuse } from "../refusal.ts";
import { stageEntered } from "../stage-entered.ts";
import { fact, verbRule } from "../verb-rule.ts";

/** Takes a closed complaint up again under its number, where and as long as the edition allows. */
export const reopen = verbRule({
  verb: "reopen",
  fields: z.strictObject({ reason: text }),
  conflictsWith: ["ComplaintReopened", "ComplaintArchived"],
  allowed: (complaint, { edition, calendars, now }) => {
    if (complaint.phase !== "closed" && complaint.phase !== "archived") return refuse("complaint-open");
    if (!edition.reopening.allowed) return refuse("reopening-not-allowed");
    const within = edition.reopening.within === null ? null : parseTerm(edition.reopening.within);
    if (!within?.ok) return null;
    const due = dueOf({ startedAt: complaint.closedAt, term: within.term, calendar: calendars.organisation });
    return now < due.dueAt ? null : refuse("reopening-too-late", { until: due.dueOn });
  },
  decide: ({ reason }, complaint, context) => {
    const { ways = [], leadsTo } = context.edition.reopening;
    const way = ways.find(({ when }) => holds(when, complaint, context.now));
    const entered = stageEntered(way?.leadsTo ?? leadsTo, complaint, context);
    return [fact("ComplaintReopened", { reason }, context), entered];
  },
});
