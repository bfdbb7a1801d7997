import { z } from "zod";
import { CalendarRangeError } from "../../procedure/pure/calendar/working-calendar.ts";
import { dueOf } from "../../procedure/pure/term/due.ts";
import { proofOf } from "../../procedure/pure/term/proof.ts";
import { wordsOf } from "../../procedure/pure/term/proof-words.ts";
import { formatTerm, parseTerm } from "../../procedure/pure/term/term.ts";
import { idParam, instantText } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { problem } from "./problem.ts";
import { calendarInForce } from "./calendar-in-force.ts";
import { dueSchema, proofStepSchema } from "./proof-schema.ts";

/** `/due`: when a term ends on the organisation's own calendar, and the days that were counted. Nothing is kept. */
export function dueRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/due",
    {
      config: { scope: "read" },
      schema: {
        tags: ["time"],
        summary: "When a term ends, with its proof",
        querystring: z.strictObject({
          from: instantText,
          term: z.string().max(100).describe("Such as `2 working days`, `24 hours`, `3 months`."),
          procedure: idParam.optional().describe("Whose calendar counts, where it has one of its own."),
        }),
        response: {
          200: dueSchema.extend({
            from: z.string(),
            term: z.string(),
            calendarVersion: z.string(),
            proposed: z.boolean().describe("Some day of it belongs to a year without an official notice."),
            proof: z.array(proofStepSchema),
          }),
        },
      },
    },
    async (request) => {
      const { from: startedAt, procedure } = request.query;
      const term = parseTerm(request.query.term);
      if (!term.ok) throw problem("cannot-count", { what: term.reason }, { field: "term" });
      const calendar = await calendarInForce(wiring, signedIn(request).identity.organisation, procedure);
      try {
        const count = { startedAt, term: term.term, calendar };
        const proof = proofOf(count).map((step) => ({ ...step, words: wordsOf(step) }));
        const proposed = proof.some((step) => step.status !== undefined);
        return {
          from: startedAt,
          term: formatTerm(term.term),
          calendarVersion: calendar.version,
          ...dueOf(count),
          proposed,
          proof,
        };
      } catch (error) {
        if (!(error instanceof CalendarRangeError)) throw error;
        throw problem("cannot-count", { what: error.message }, { field: "from" });
      }
    },
  );
}
