import { loadVietnameseCalendar } from "../src/procedure/load/calendars.ts";
import { defaultRules } from "../src/procedure/pure/calendar/calendar-rules.ts";
import { compileCalendar } from "../src/procedure/pure/calendar/working-calendar.ts";
import { instantFromMs } from "../src/procedure/pure/instant.ts";
import { dueAtMs, dueOf } from "../src/procedure/pure/term/due.ts";
import { proofOf } from "../src/procedure/pure/term/proof.ts";
import type { Term } from "../src/procedure/pure/term/term.ts";

/**
 * Counts terms on one core over starts spread from 2018 to 2026, and prints a line for each way: how many in a second, and how
 * many times the target where there is one. `secondsEach` is how long each way is run.
 */
export async function benchTerms({ secondsEach = 1 }: { secondsEach?: number } = {}): Promise<void> {
  const calendar = compileCalendar({ national: loadVietnameseCalendar(), rules: defaultRules });
  const startsMs = Array.from({ length: 4096 }, (_, index) => startMs(index));
  const starts = startsMs.map(instantFromMs);
  const at = (index: number) => ({ startedAtMs: startsMs[index & 4095] ?? 0, calendar });
  const from = (index: number) => ({ startedAt: starts[index & 4095] ?? "", calendar });
  const ways: Way[] = [
    { name: "20 working days, milliseconds", run: (index) => dueAtMs({ ...at(index), term: days }), target: 1_000_000 },
    {
      name: "20 working days, text",
      run: (index) => dueOf({ ...from(index), term: days }).dueAt.length,
      target: 1_000_000,
    },
    {
      name: "20 working days with proof",
      run: (index) => proofOf({ ...from(index), term: days }).length,
      target: 50_000,
    },
    { name: "8 working hours, milliseconds", run: (index) => dueAtMs({ ...at(index), term: hours }) },
    { name: "3 months, milliseconds", run: (index) => dueAtMs({ ...at(index), term: months }) },
  ];
  for (const way of ways) console.log(lineFor(way, perSecond(way, secondsEach)));
}

type Way = { name: string; run: (index: number) => number; target?: number };

const days: Term = { amount: 20, unit: "days", counting: "working" };
const hours: Term = { amount: 8, unit: "hours", counting: "working" };
const months: Term = { amount: 3, unit: "months", counting: "calendar" };

/** Spread by a fixed odd step, so that neighbours share neither year nor hour, and every run measures the same starts. */
function startMs(index: number): number {
  const [first, last] = [Date.UTC(2018, 0, 1), Date.UTC(2026, 8, 1)];
  return first + ((index * 7_919_000_003) % (last - first));
}

function perSecond({ run }: Way, seconds: number): number {
  let sum = 0;
  for (let index = 0; index < 20_000; index += 1) sum += run(index);
  const begin = performance.now();
  let count = 0;
  while (performance.now() - begin < seconds * 1000) {
    for (let index = 0; index < 1000; index += 1) sum += run(count + index);
    count += 1000;
  }
  const elapsedMs = performance.now() - begin;
  // Read, so that no engine may leave the work out.
  if (Number.isNaN(sum)) throw new Error("a count gave no number");
  return (count / elapsedMs) * 1000;
}

function lineFor({ name, target }: Way, rate: number): string {
  const line = `terms: ${name.padEnd(32)} ${Math.round(rate).toLocaleString("en").padStart(12)} /s`;
  return target === undefined
    ? line
    : `${line}  ${(rate / target).toFixed(1)} × the target of ${target.toLocaleString("en")}`;
}

if (import.meta.main) await benchTerms();
