import { instantInFull, plainDay } from "../days-in-words.ts";

/** A day or a span of a proof, with its reason in words. */
export type StepSaid = { verdict: "counted" | "skipped"; words: { vi: string } } & (
  { on: string; counted: number } | { from: string; to: string }
);

/** A term of months would fill pages. */
const STEPS_MAX = 80;

/**
 * The days or spans of one term, in order: each counted day with its place in the count, each other with why it does not count;
 * those of one reason that follow each other together.
 */
export function proofInWords(steps: readonly StepSaid[]): string {
  const said = gathered(steps.slice(0, STEPS_MAX)).map(({ first, last, verdict, why, count }) => {
    const place = first === last ? first : `${first}–${last}`;
    return verdict === "counted" ? `${place} (tính${count}, ${why})` : `${place} (không tính, ${why})`;
  });
  return [...said, ...(steps.length > STEPS_MAX ? ["…"] : [])].join("; ");
}

type Run = { first: string; last: string; verdict: StepSaid["verdict"]; why: string; count: string };

function gathered(steps: readonly StepSaid[]): Run[] {
  const runs: Run[] = [];
  for (const step of steps) {
    const { verdict, words } = step;
    const isDay = "on" in step;
    const first = isDay ? plainDay(step.on) : instantInFull(step.from);
    const last = isDay ? first : instantInFull(step.to);
    const previous = runs.at(-1);
    const count = isDay && verdict === "counted" ? ` đến ngày thứ ${step.counted}` : "";
    if (previous?.why === words.vi && previous.verdict === verdict) Object.assign(previous, { last, count });
    else runs.push({ first, last, verdict, why: words.vi, count });
  }
  return runs;
}
