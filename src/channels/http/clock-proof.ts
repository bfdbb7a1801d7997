import { z } from "zod";
import { pausesOf, readExtension, readTerm } from "../../complaint/follow/clock-due.ts";
import type { Clock } from "../../complaint/state.ts";
import { CalendarRangeError, type WorkingCalendar } from "../../procedure/pure/calendar/working-calendar.ts";
import { dueOf, type Due, type TermInput } from "../../procedure/pure/term/due.ts";
import { extendedDue, extensionInput } from "../../procedure/pure/term/extended-due.ts";
import { proofOf } from "../../procedure/pure/term/proof.ts";
import { wordsOf } from "../../procedure/pure/term/proof-words.ts";
import { formatTerm, formatTermVietnamese } from "../../procedure/pure/term/term.ts";
import { proofStepSchema } from "./proof-schema.ts";

const partSchema = z.object({
  what: z.enum(["term", "extension"]),
  by: z.string().describe("The term, or the day that was named."),
  words: z.object({ vi: z.string(), en: z.string() }).describe("`by` as people say it."),
  startedAt: z.string(),
  dueAt: z.string(),
  steps: z.array(proofStepSchema),
});

export const clockProofSchema = z.union([
  z.object({ calendarVersion: z.string(), parts: z.array(partSchema) }),
  z.object({
    unavailable: z
      .enum(["named-by-a-person", "other-calendar-version"])
      .describe(
        "A person named the day; or the calendar has changed since, and what is counted today would prove another due.",
      ),
  }),
]);
export type ClockProof = z.infer<typeof clockProofSchema>;

/** The days and spans that lead from the clock's start to its due: its term, then each extension. Never one that ends elsewhere. */
export function clockProof(clock: Clock, calendar: WorkingCalendar, now: string): ClockProof {
  if (clock.term === null) return { unavailable: "named-by-a-person" };
  const pauses = pausesOf(clock, now);
  try {
    const first: TermInput = { startedAt: clock.startedAt, term: readTerm(clock.term), calendar, pauses };
    let due: Due = dueOf(first);
    const parts = [partOf("term", clock.term, first)];
    for (const { by } of clock.extensions) {
      const extension = readExtension(by);
      const previous = due;
      due = extendedDue({ previous, calendar, pauses, ...extension });
      if ("term" in extension) {
        parts.push(partOf("extension", by, extensionInput({ previous, calendar, pauses, term: extension.term })));
      } else {
        parts.push({
          what: "extension",
          by,
          words: wordsOfLength(by),
          startedAt: previous.dueAt,
          dueAt: due.dueAt,
          steps: [],
        });
      }
    }
    // A paused clock's due moves on with every moment.
    const isSame = due.dueAt === clock.dueAt || clock.status === "paused";
    return isSame ? { calendarVersion: calendar.version, parts } : { unavailable: "other-calendar-version" };
  } catch (error) {
    if (error instanceof CalendarRangeError) return { unavailable: "other-calendar-version" };
    throw error;
  }
}

function partOf(what: "term" | "extension", by: string, input: TermInput) {
  const steps = proofOf(input).map((step) => ({ ...step, words: wordsOf(step) }));
  return { what, by, words: wordsOfLength(by), startedAt: input.startedAt, dueAt: dueOf(input).dueAt, steps };
}

/** `02 ngày làm việc`, `2 working days`; `04/03/2026` for a day that was named. */
function wordsOfLength(by: string): { vi: string; en: string } {
  const extension = readExtension(by);
  if ("term" in extension) return { vi: formatTermVietnamese(extension.term), en: formatTerm(extension.term) };
  const day = extension.until.split("-").toReversed().join("/");
  return { vi: day, en: day };
}
