import { dayFromNumber, dayNumberOf, type Day } from "../day.ts";
import { msFromInstant, type Instant } from "../instant.ts";
import { dueOf, type Due, type TermInput } from "./due.ts";
import type { Pause } from "./pauses.ts";
import { proofOfDays } from "./proof-of-days.ts";
import { proofOfHours, sameGrounds } from "./proof-of-hours.ts";
import type { DayStep, ProofStep, SpanStep, StepGrounds } from "./proof-step.ts";
import type { Term } from "./term.ts";

export type { DayStep, ProofStep, SpanStep, StepReason } from "./proof-step.ts";

/**
 * Every day (terms of days, weeks, months) or every span (minutes, hours) from the start to the due, in order and without a gap,
 * each counted or skipped with its reason. The counted ones add up to the term; the last one ends with the due.
 * Throws as `dueOf` does.
 */
export function proofOf(input: TermInput): ProofStep[] {
  const hours = input.term.unit === "minutes" || input.term.unit === "hours";
  return hours ? proofOfHours(input) : proofOfDays(input);
}

/**
 * What is stored of a proof: its inputs, the version of the calendar, and days in runs that share their grounds. It holds all
 * that the full proof says, so that it can be read again when the calendar has long changed.
 */
export type CompactProof = {
  startedAt: Instant;
  term: Term;
  pauses: readonly Pause[];
  calendarVersion: string;
  due: Due;
  runs: readonly CompactRun[];
};

export type CompactRun = StepGrounds & ({ firstOn: Day; days: number } | { from: Instant; to: Instant });

export function compactProof(input: TermInput): CompactProof {
  return {
    startedAt: input.startedAt,
    term: input.term,
    pauses: input.pauses ?? [],
    calendarVersion: input.calendar.version,
    due: dueOf(input),
    runs: runsOf(proofOf(input)),
  };
}

/** The steps that `proofOf` gave, exactly, without the calendar. */
export function expandProof({ runs }: CompactProof): ProofStep[] {
  let counted = 0;
  return runs.flatMap((run): ProofStep[] => {
    const sign = run.verdict === "counted" ? 1 : 0;
    if ("from" in run) {
      counted += sign * (msFromInstant(run.to) - msFromInstant(run.from));
      return [{ ...run, countedMs: counted }];
    }
    const { firstOn, days, ...grounds } = run;
    const first = dayNumberOf(firstOn);
    return Array.from({ length: days }, (_, index): DayStep => {
      counted += sign;
      return { on: dayFromNumber(first + index), counted, ...grounds };
    });
  });
}

function runsOf(steps: readonly ProofStep[]): CompactRun[] {
  const runs: CompactRun[] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    if ("from" in step) runs.push(withoutCount(step));
    else if (last && "days" in last && sameGrounds(last, step)) last.days += 1;
    else runs.push(firstOfRun(step));
  }
  return runs;
}

function withoutCount({ countedMs: _countedMs, ...run }: SpanStep): CompactRun {
  return run;
}

function firstOfRun({ on, counted: _counted, ...grounds }: DayStep): CompactRun {
  return { firstOn: on, days: 1, ...grounds };
}
