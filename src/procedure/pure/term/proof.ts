import type { TermInput } from "./due.ts";
import { proofOfDays } from "./proof-of-days.ts";
import { proofOfHours } from "./proof-of-hours.ts";
import type { ProofStep } from "./proof-step.ts";

/**
 * Every day (terms of days, weeks, months) or every span (minutes, hours) from the start to the due, in order and without a gap,
 * each counted or skipped with its reason. The counted ones add up to the term; the last one ends with the due.
 * Throws as `dueOf` does.
 */
export function proofOf(input: TermInput): ProofStep[] {
  const hours = input.term.unit === "minutes" || input.term.unit === "hours";
  return hours ? proofOfHours(input) : proofOfDays(input);
}
