import pg from "pg";
import { readInside } from "../src/projections/inside-organisation.ts";
import { search } from "../src/projections/search/search.ts";
import { SEES_ALL, type Visibility } from "../src/projections/visibility.ts";
import type { QueueFilter } from "../src/projections/work-queue/queue-filter.ts";
import { workQueue, type QueueOrder } from "../src/projections/work-queue/work-queue.ts";
import { openBenchDatabase } from "./bench-database.ts";
import { drawTexts, fill, FIRST_ARRIVAL, RARE_WORDS } from "./many-complaints.ts";
import { figure, measuredOf, type Measured } from "./measures.ts";
import { keepResults, type ResultRow } from "./results.ts";

const organisation = "vntt";
const SIZES = [10_000, 100_000, 1_000_000] as const;
const RUNS = 300;

type Way = { name: string; kind: "queue" | "search"; run: (turn: number) => Promise<unknown> };

/** Pages of the work queue and searches by words at ten thousand, a hundred thousand and a million complaints. */
export async function benchReads({ sizes = SIZES }: { sizes?: readonly number[] } = {}): Promise<void> {
  const settings = { shared_buffers: "512MB", maintenance_work_mem: "512MB", max_wal_size: "8GB" };
  const database = await openBenchDatabase({ settings });
  const pool = new pg.Pool({ connectionString: database.appUrl, max: 1, pipeline: true });
  const measured = new Map<string, Measured[]>();
  try {
    await database.admin.query("insert into organisation (organisation) values ($1)", [organisation]);
    await drawTexts(database.admin);
    let from = 0;
    for (const size of sizes) {
      await fill(database.admin, { organisation, from, to: size });
      from = size;
      const words = await wordsByRarity(database.admin, size);
      for (const way of waysAt(pool, size, words)) {
        const runs = await timed(way);
        console.log(`${size} ${way.name}: p50 ${figure(runs.p50)} p95 ${figure(runs.p95)} ms`);
        measured.set(way.name, [...(measured.get(way.name) ?? []), runs]);
      }
    }
    keep(measured, sizes);
  } finally {
    await pool.end();
    await database.stop();
  }
}

type Words = Record<"common" | "median" | "rare", string[]>;

/** Words in about half of all complaints, in a thousandth or so, and in five of a million. */
async function wordsByRarity(admin: pg.Pool, size: number): Promise<Words> {
  const { rows } = await admin.query<{ word: string; ndoc: number }>(
    `select word, ndoc from ts_stat('select terms from complaint_text where arrival < ${FIRST_ARRIVAL + 10_000}')
     where word ~ '^w[0-9]+$' order by ndoc desc, word`,
  );
  const words = rows.map(({ word }) => word);
  const middle = Math.floor(words.length / 2);
  const half = rows.findIndex(({ ndoc }) => ndoc <= 6_000);
  console.log(`${size}: common in ${rows[half]?.ndoc} of 10,000, median in ${rows[middle]?.ndoc}`);
  const rareMax = Math.min(size, RARE_WORDS);
  const rare = Array.from({ length: 100 }, (_, index) => `r${Math.floor(rareMax * ((index * 0.618_033_988_7) % 1))}`);
  return { common: words.slice(half, half + 4), median: words.slice(middle, middle + 100), rare };
}

function waysAt(pool: pg.Pool, size: number, words: Words): Way[] {
  const unitMember: Visibility = { units: ["p-ktvt"], personId: "person-3", shownIn: "work" };
  const queue = (name: string, filter: QueueFilter, visibility = SEES_ALL, order: QueueOrder = "priority"): Way => ({
    name: `queue: ${name}`,
    kind: "queue",
    run: () =>
      readInside(pool, organisation, (inside) =>
        workQueue(inside, { organisation, visibility, filter, order, limit: 50 }),
      ),
  });
  // From a random place of the past, as somebody who pages on; newest first from there.
  const start = (turn: number) =>
    String(FIRST_ARRIVAL + Math.floor(size * (0.05 + 0.95 * ((turn * 0.618_033_988_7) % 1))));
  const find = (name: string, typed: (turn: number) => string, visibility = SEES_ALL): Way => ({
    name: `search: ${name}`,
    kind: "search",
    run: (turn) =>
      readInside(pool, organisation, (inside) =>
        search(inside, { organisation, visibility, words: typed(turn), limit: 20, cursor: start(turn) }),
      ),
  });
  const one = (of: string[]) => (turn: number) => of[turn % of.length] ?? "";
  return [
    queue("everybody's", {}),
    queue("everybody's, the nearest due only", {}, SEES_ALL, "due"),
    queue("a unit's", { unit: "p-ktvt" }),
    queue("a person's", { ownerId: "person-3" }),
    queue("of a kind", { kind: "charges" }),
    queue("of a stage, by priority", { stage: "coordination", mark: "priority" }),
    queue("overdue", { dueBefore: new Date().toISOString() }),
    queue("as a member of a unit sees it", {}, unitMember),
    find("a common word", one(words.common)),
    find("a median word", one(words.median)),
    find("a rare word", one(words.rare)),
    find("a common and a median word", (turn) => `${one(words.common)(turn)} ${one(words.median)(turn)}`),
    find("a median word, as a member of a unit", one(words.median), unitMember),
  ];
}

async function timed({ run }: Way): Promise<Measured> {
  for (let turn = 0; turn < 20; turn += 1) await run(turn + 7);
  const timesMs: number[] = [];
  const began = performance.now();
  for (let turn = 0; turn < RUNS; turn += 1) {
    const sent = performance.now();
    await run(turn);
    timesMs.push(performance.now() - sent);
  }
  return measuredOf(timesMs, performance.now() - began);
}

function keep(measured: ReadonlyMap<string, Measured[]>, sizes: readonly number[]): void {
  const rows = [...measured].map(([name, runs]): ResultRow => {
    const isQueue = name.startsWith("queue");
    const first = runs[0]?.p95 ?? Number.NaN;
    const last = runs.at(-1)?.p95 ?? Number.NaN;
    const [ms, times] = isQueue ? [10, 2] : [20, 5];
    return {
      what: name,
      measured: `p95 ${runs.map(({ p95 }) => figure(p95)).join(" / ")} ms; ${figure(last / first)} ×`,
      target: `≤ ${ms} ms, < ${times} ×`,
      reached: last <= ms && last / first < times,
    };
  });
  keepResults("reads", {
    rows,
    notes: [
      `At ${sizes.map((size) => size.toLocaleString("en")).join(" / ")} complaints of one organisation, one in twenty open; ${RUNS} pages each, one client, the first twenty not counted.`,
      "Rows by insert-select straight into the projection tables: for reading only the rows count.",
      "Queue: 50 rows, priority first and then by the nearest due. Search: 20 rows, newest first, each from a random start.",
      "Measured at `workQueue` and `search` with their round trips, without HTTP.",
    ],
  });
}

if (import.meta.main) await benchReads();
