import { openBenchDatabase } from "./bench-database.ts";
import { startProgram } from "./bench-program.ts";
import { intakeOnly, wholeLife, type LifeStep } from "./life.ts";
import type { LoadAnswer } from "./load-process.ts";
import { figure, measuredOf, type Measured } from "./measures.ts";
import { startProcess } from "./processes.ts";
import { keepResults, type ResultRow } from "./results.ts";

const AT_ONCE = 16;
const TIMES_P95_MAX = 3;

/** Every command of a complaint's life over HTTP, 16 complaints at once, beside intake alone at the same load. */
export async function benchCommands({ seconds = 15 }: { seconds?: number } = {}): Promise<void> {
  const database = await openBenchDatabase();
  const program = await startProgram(database);
  const load = startProcess("load-process.ts");
  try {
    const run = (life: readonly LifeStep[], forSeconds: number) =>
      load.ask<LoadAnswer>({ ...program, process: undefined, clients: AT_ONCE, seconds: forSeconds, life });
    await run(wholeLife, 5);
    const before = intakeOf(await run(intakeOnly, seconds / 2));
    const lives = await run(wholeLife, seconds);
    const after = intakeOf(await run(intakeOnly, seconds / 2));
    if (lives.failures.length > 0) throw new Error(lives.failures.join("\n"));
    keep({ intakeP95: (before.p95 + after.p95) / 2, lives });
  } finally {
    await Promise.all([load.end(), program.end()]);
    await database.stop();
  }
}

function intakeOf({ timesMs, elapsedMs }: LoadAnswer): Measured {
  return measuredOf(timesMs["register"] ?? [], elapsedMs);
}

function keep({ intakeP95, lives }: { intakeP95: number; lives: LoadAnswer }): void {
  const rows = Object.entries(lives.timesMs).map(([name, timesMs]): ResultRow => {
    const { p50, p95 } = measuredOf(timesMs, lives.elapsedMs);
    const times = p95 / intakeP95;
    return {
      what: `\`${name}\``,
      measured: `p50 ${figure(p50)} ms, p95 ${figure(p95)} ms, ${figure(times)} × intake`,
      target: `< ${TIMES_P95_MAX} ×`,
      reached: times < TIMES_P95_MAX,
    };
  });
  const all = Object.values(lives.timesMs).flat();
  keepResults("commands", {
    rows: [
      { what: `intake alone, ${AT_ONCE} at once: p95`, measured: `${figure(intakeP95)} ms` },
      ...rows,
      { what: "all commands together", measured: `${figure(measuredOf(all, lives.elapsedMs).perSecond)} /s` },
    ],
    notes: [
      `${AT_ONCE} complaints at once, each from registration to archive; intake alone before and after, in the same run.`,
      "`issue-paper` takes the next number of one register, gap-free: all wait for each other there, by what the number means.",
    ],
  });
}

if (import.meta.main) await benchCommands();
