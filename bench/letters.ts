import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { loadEditions } from "../src/procedure/load/load-editions.ts";
import { loadLetterTexts } from "../src/procedure/load/letter-texts.ts";
import { letterOfPaper } from "../src/documents/letter-of-paper.ts";
import { letterPress } from "../src/documents/letter-press.ts";
import type { Letter } from "../src/documents/letter.ts";
import { papersOf } from "../tests/papers/every-paper.ts";
import { figure, measuredOf } from "./measures.ts";
import { keepResults } from "./results.ts";

/** More than twenty times what a provider of 30,000 complaints a month issues in an hour. */
const PER_SECOND_MIN = 20;
const P95_MS_MAX = 250;
const LETTERS = 3_000;
const WARM = 60;
/** The typesetter is replaced from time to time: what it keeps must not grow with the letters that were set. */
const GROWTH_MB_MAX = 50;

/** Sets every paper of the published packs in turn, `LETTERS` of them one after the other, and watches the memory of all that sets them. */
export async function benchLetters(): Promise<void> {
  const letters = everyLetter();
  const press = letterPress();
  const set = (index: number) => press.pdf(letters[index % letters.length] as Letter);
  for (let index = 0; index < WARM; index += 1) await set(index);
  const before = memoryMb();
  const times: number[] = [];
  const peaks: number[] = [];
  const begin = performance.now();
  for (let index = 0; index < LETTERS; index += 1) {
    const started = performance.now();
    await set(index);
    times.push(performance.now() - started);
    if (index % 100 === 99) peaks.push(memoryMb());
  }
  const one = measuredOf(times, performance.now() - begin);
  const after = memoryMb();
  const several = await severalAtOnce(set);
  press.close();
  const growth = Math.max(0, peaks.slice(-10).reduce(max, 0) - peaks.slice(0, 10).reduce(max, 0));
  keepResults("letters", {
    rows: [
      row("one after the other", one),
      { what: "8 asked for at once", measured: `${figure(several.perSecond)} /s, p95 ${figure(several.p95)} ms` },
      {
        what: `memory of program and typesetter, before and after ${LETTERS.toLocaleString("en")} letters`,
        measured: `${figure(before)} MB, ${figure(after)} MB; at most ${figure(peaks.reduce(max, 0))} MB`,
      },
      {
        what: "highest of the last thousand letters over the highest of the first",
        measured: `${figure(growth)} MB`,
        target: `≤ ${GROWTH_MB_MAX} MB`,
        reached: growth <= GROWTH_MB_MAX,
      },
    ],
    notes: [
      `${letters.length} different papers of six packs in turn, each set as tagged PDF/A-2a of one page or two.`,
      "Times are those of whoever waits: the letter goes to the typesetter's process and the PDF comes back.",
      "The typesetter's process makes way for a fresh one after 300 letters; the first letter of each waits for it to begin.",
      "Resident memory of both processes, looked at after every hundredth letter.",
    ],
  });
}

function row(what: string, { perSecond, p50, p95, p99 }: ReturnType<typeof measuredOf>) {
  return {
    what,
    measured: `${figure(perSecond)} /s, p50 ${figure(p50)} ms, p95 ${figure(p95)} ms, p99 ${figure(p99)} ms`,
    target: `≥ ${PER_SECOND_MIN} /s, p95 ≤ ${P95_MS_MAX} ms`,
    reached: perSecond >= PER_SECOND_MIN && p95 <= P95_MS_MAX,
  };
}

async function severalAtOnce(set: (index: number) => Promise<Buffer>) {
  const times: number[] = [];
  const begin = performance.now();
  let next = 0;
  const one = async () => {
    while (next < 600) {
      const started = performance.now();
      await set((next += 1));
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: 8 }, one));
  return measuredOf(times, performance.now() - begin);
}

function everyLetter(): Letter[] {
  const loaded = loadEditions([join(import.meta.dirname, "../procedures")]);
  if (!loaded.ok) throw new Error("the packs do not load");
  const editions = loaded.registry.editions();
  const texts = loadLetterTexts(editions);
  const latest = new Map(
    editions
      .toSorted((one, other) => one.ref.lawEffectiveOn.localeCompare(other.ref.lawEffectiveOn))
      .map((edition) => [edition.ref.organisation, edition]),
  );
  return [...latest.values()].flatMap((edition) =>
    papersOf(edition).flatMap(({ asked }) => {
      const made = letterOfPaper(asked, texts(edition));
      return made.ok ? [made.letter] : [];
    }),
  );
}

/** Resident, of this process and of its children. */
function memoryMb(): number {
  const lines = execFileSync("ps", ["-o", "rss=", "--pid", String(process.pid), "--ppid", String(process.pid)], {
    encoding: "utf8",
  });
  return (
    lines
      .trim()
      .split("\n")
      .map(Number)
      .reduce((sum, each) => sum + each, 0) / 1024
  );
}

function max(one: number, other: number): number {
  return Math.max(one, other);
}
