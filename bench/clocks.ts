import { setTimeout as sleep } from "node:timers/promises";
import { openStoreOn } from "../src/command-line/open-store-on.ts";
import { instantFromMs, msFromInstant } from "../src/procedure/pure/instant.ts";
import { fireUntil } from "../src/store/fire-until.ts";
import { handleCommand } from "../src/store/handle-command.ts";
import { fireDueOf } from "../src/store/fire-due.ts";
import { openBenchDatabase, type BenchDatabase } from "./bench-database.ts";
import { intakeOnly, lifeOf } from "./life.ts";
import { BARE_FIRING, copyComplaint } from "./many-clocks.ts";
import { figure } from "./measures.ts";
import { processorMs, serverProcessorMs } from "./processor-time.ts";
import { startProcess } from "./processes.ts";
import { keepResults, type ResultRow } from "./results.ts";

const DUE = 100_000;
const PER_SECOND_MIN = 100_000 / 60;
const ARMED = 1_000_000;
const BATCH = 200;
const IDLE_SECONDS = 20;
const SETTINGS = { shared_buffers: "512MB", max_wal_size: "8GB" };

/** A hundred thousand promises that break in the same minute, and a worker with nothing to do beside a million armed clocks. */
export async function benchClocks({ due = DUE, armed = ARMED }: { due?: number; armed?: number } = {}): Promise<void> {
  const rows = [...(await allDueAtOnce(due)), await idleBeside(armed)];
  keepResults("clocks", {
    rows,
    notes: [
      `Each of the ${due.toLocaleString("en")} is a copy of one registered complaint with all its rows, whose promise breaks: the worker reads its facts, decides, and writes the events, the projections and the notices in the outbox.`,
      `Bare: the same new rows and the same updates by insert-select, ${BATCH} complaints to a commit, by one connection, nothing read, decided or hashed.`,
      "Idle: processor time of worker and server together.",
    ],
  });
}

async function allDueAtOnce(due: number): Promise<ResultRow[]> {
  const rows: ResultRow[] = [];
  for (const workers of [1, 2]) {
    const { seconds, events, bareSeconds } = await fireAll(due, workers);
    console.log(`${workers} workers: ${figure(seconds)} s; bare ${figure(bareSeconds)} s`);
    rows.push({
      what: `${due.toLocaleString("en")} due in one minute, ${workers} worker${workers > 1 ? "s" : ""} (${figure(events)} events each)`,
      measured: `${figure(seconds)} s, ${figure(due / seconds)} /s`,
      target: `≥ ${figure(PER_SECOND_MIN)} /s: 100,000 in 60 s`,
      reached: due / seconds >= PER_SECOND_MIN,
    });
    if (workers === 1)
      rows.push({ what: "the same rows bare", measured: `${figure(bareSeconds)} s, ${figure(due / bareSeconds)} /s` });
  }
  return rows;
}

async function fireAll(due: number, workers: number) {
  const database = await openBenchDatabase({ settings: SETTINGS });
  try {
    const original = await complaintAboutToBreak(database);
    await copyComplaint(database.admin, original.complaintId, due);
    await database.admin.query("vacuum (analyze) complaint");
    await database.admin.query("checkpoint");
    const { events } = await fireOriginal(database, original.complaintId);
    const processes = Array.from({ length: workers }, () => startProcess("worker-process.ts"));
    await Promise.all(processes.map((each) => each.ask({ open: database.appUrl })));
    const began = performance.now();
    await Promise.all(processes.map((each) => each.ask("begin")));
    while (await isAnythingDue(database)) await sleep(100);
    const seconds = (performance.now() - began) / 1000;
    await Promise.all(processes.map((each) => each.end()));
    const bareSeconds = workers === 1 ? await fireBare(database, original, due) : Number.NaN;
    return { seconds, events, bareSeconds };
  } finally {
    await database.stop();
  }
}

/** A complaint whose warnings have been given and whose two working days are over, with nothing fired since. */
async function complaintAboutToBreak({ appUrl }: BenchDatabase) {
  const { store, close } = await openStoreOn(appUrl, { proceduresFolder: undefined });
  try {
    const complaintId = "due";
    const data = lifeOf(intakeOnly, { client: 1, turn: 1 }).next().value?.body;
    // Received two weeks ago: over on any day, and the month of the law is not.
    const occurredAt = instantFromMs(Date.now() - 9 * 86_400_000);
    const actor = { kind: "person", personId: "bench", roles: [{ role: "clerk", unit: "cskh" }] } as const;
    const command = { verb: "register", data, occurredAt } as const;
    const done = await handleCommand(store, { organisation: "vntt", complaintId, command, actor });
    if (done.result !== "done") throw new Error(JSON.stringify(done));
    const promise = done.state.clocks.find(({ rule }) => rule === "reply-2wd");
    if (!promise) throw new Error("the complaint has no promise to break");
    const at = instantFromMs(msFromInstant(promise.dueAt) - 1);
    const state = await fireUntil(store, { organisation: "vntt", complaintId, known: done.state, at });
    return { complaintId, sequence: state.sequence };
  } finally {
    await close();
  }
}

/** Fires the one that the others are copies of, to have the rows that a firing writes. */
async function fireOriginal({ appUrl, admin }: BenchDatabase, complaintId: string): Promise<{ events: number }> {
  const { store, close } = await openStoreOn(appUrl, { proceduresFolder: undefined });
  try {
    await admin.query(
      "update complaint set next_firing_at = next_firing_at - interval '1 day' where complaint_id = $1",
      [complaintId],
    );
    const { events } = await fireDueOf(store, { organisation: "vntt", limit: 1 });
    return { events };
  } finally {
    await close();
  }
}

async function isAnythingDue({ admin }: BenchDatabase): Promise<boolean> {
  const { rows } = await admin.query<{ due: boolean }>(
    "select exists (select from complaint where organisation = 'vntt' and next_firing_at <= now()) as due",
  );
  return rows[0]?.due === true;
}

/** On copies made anew, by the statement that knows every row beforehand. */
async function fireBare(
  { admin }: BenchDatabase,
  { complaintId, sequence }: { complaintId: string; sequence: number },
  due: number,
): Promise<number> {
  await admin.query("delete from event where complaint_id like 'due-%' and sequence > $1", [sequence]);
  await admin.query("delete from outbox where complaint_id like 'due-%'");
  await admin.query("vacuum (analyze)");
  await admin.query("checkpoint");
  const began = performance.now();
  for (let from = 1; from <= due; from += BATCH) {
    const ids = Array.from({ length: Math.min(BATCH, due - from + 1) }, (_, index) => `due-${from + index}`);
    await admin.query({ name: "bare_firing", text: BARE_FIRING, values: [ids, complaintId, sequence] });
  }
  return (performance.now() - began) / 1000;
}

async function idleBeside(armed: number): Promise<ResultRow> {
  const database = await openBenchDatabase({ settings: SETTINGS });
  const worker = startProcess("worker-process.ts");
  try {
    await worker.ask({ open: database.appUrl });
    await worker.ask("begin");
    await database.admin.query(
      `insert into complaint (organisation, complaint_id, arrival, number, last_sequence, last_hash, last_recorded_at, sealed_sequence, next_firing_at)
       select 'vntt', 'armed-' || n, n, n::text, 1, sha256(n::text::bytea), now(), 1, now() + interval '1 day' + n * interval '1 second'
       from generate_series(1, $1::int) n`,
      [armed],
    );
    await database.admin.query("vacuum (analyze) complaint");
    await database.admin.query("checkpoint");
    await sleep(6_000);
    const used = async () => processorMs(worker.pid) + (await serverProcessorMs(database.admin));
    const before = await used();
    await sleep(IDLE_SECONDS * 1000);
    const share = ((await used()) - before) / (IDLE_SECONDS * 1000);
    return {
      what: `idle beside ${armed.toLocaleString("en")} armed clocks`,
      measured: `${figure(share * 100)} % of one core`,
      target: "< 2 %",
      reached: share < 0.02,
    };
  } finally {
    await worker.end();
    await database.stop();
  }
}

// Fewer by a number on the command line: node bench/clocks.ts 20000
if (import.meta.main) await benchClocks({ due: Number(process.argv[2] ?? DUE) });
