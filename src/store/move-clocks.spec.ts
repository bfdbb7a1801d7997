import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { clerk, done, openTestStore, registration } from "../../tests/support/store.ts";
import { runWorker } from "../outbox/run-worker.ts";
import { defaultRules } from "../procedure/pure/calendar/calendar-rules.ts";
import { readInside, writeInside } from "../projections/inside-organisation.ts";
import { changeCalendar } from "./change-calendar.ts";
import { handleCommand } from "./handle-command.ts";
import { moveClocks, moveProgress } from "./move-clocks.ts";
import type { Store } from "./open-store.ts";
import { verifyLog } from "./verify/verify-database.ts";

const organisation = "vntt";

describe("moveClocks", () => {
  let database: TestDatabase;
  let store: Store;
  const complaintIds: string[] = [];
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
    const { command, ...request } = registration();
    for (let each = 0; each < 7; each += 1) {
      const monday = { ...command, occurredAt: "2026-03-02T02:00:00.000Z" };
      complaintIds.push(done(await handleCommand(store, { ...request, command: monday })).complaintId);
    }
  });
  after(() => database.close());

  /** So many days off from Tuesday 3 March 2026 on. */
  const rules = (daysOff: number) => ({
    ...defaultRules,
    closures: Array.from({ length: daysOff }, (_, index) => ({
      date: new Date(Date.UTC(2026, 2, 3 + index)).toISOString().slice(0, 10),
      reason: "bão",
    })),
  });
  const change = (daysOff: number, preview = false) =>
    changeCalendar(store, {
      organisation,
      rules: rules(daysOff),
      reason: `bão ${daysOff} ngày`,
      actor: clerk,
      preview,
      atOnceMax: 3,
    });
  const batch = (limit: number) => moveClocks(store, { organisation, limit, secondPassAfterSeconds: 0 });
  const progress = () => readInside(database.pool, organisation, (inside) => moveProgress(inside, organisation));

  /** How often each complaint was moved for a reason. */
  async function movedFor(reason: string) {
    const { rows } = await readInside(database.pool, organisation, (inside) =>
      inside.query<{ count: number }>(
        `select count(*)::int from event where type = 'ClockMoved' and data ->> 'reason' = $1 group by complaint_id`,
        [reason],
      ),
    );
    return rows.map(({ count }) => count);
  }

  it("previews some of very many, and leaves all of them to workers", async () => {
    const shown = await change(14, true);
    assert.ok(shown.ok && shown.number === null);
    assert.deepEqual([shown.moved.length, shown.left], [3, 4]);
    assert.deepEqual(await change(14), { ok: true, number: 1, moved: [], left: 7 });
    assert.deepEqual(await movedFor("bão 14 ngày"), []);
    assert.deepEqual(await progress(), { number: 1, complaints: 0, clocks: 0, isEnded: false });
  });

  it("goes on where the last batch ended, also after one that died, and moves each complaint once", async () => {
    assert.equal((await batch(3)).moved.length, 3);
    const died = writeInside(database.pool, organisation, async (inside) => {
      await inside.query("select from calendar_move where organisation = 'vntt' for update");
      assert.equal((await batch(3)).complaints, 0, "another worker passes over what this one has in hand");
      await inside.query("select pg_terminate_backend(pg_backend_pid())");
    });
    await assert.rejects(died);
    assert.deepEqual(await progress(), { number: 1, complaints: 3, clocks: 3, isEnded: false });
    for (let batches = 0; batches < 10 && !(await progress())?.isEnded; batches += 1) await batch(3);
    assert.equal((await progress())?.clocks, 7);
    assert.deepEqual(await movedFor("bão 14 ngày"), [1, 1, 1, 1, 1, 1, 1]);
    assert.equal((await batch(3)).complaints, 0);
  });

  it("goes through what was written since the change once more", async () => {
    const [first] = complaintIds;
    await change(21);
    assert.equal((await batch(100)).moved.length, 7);
    // As a command leaves it that had read the calendar before the change, and wrote after the first pass went by.
    await database.ownerPool.query(
      `begin; select enter_organisation('vntt');
       update clock set calendar_version = 'before' where complaint_id = '${first}' and calendar = 'organisation';
       update complaint set changed_in = pg_current_xact_id() where complaint_id = '${first}'; commit`,
    );
    assert.equal((await progress())?.isEnded, false);
    assert.equal((await batch(100)).complaints, 1);
    assert.equal((await progress())?.isEnded, true);
  });

  it("is done by workers, several at once, with a change that comes in the middle", async () => {
    await change(28);
    await batch(2);
    await change(35);
    const workers = [1, 2, 3].map(() => runWorker(store, { moveMs: 10 }));
    for (let waits = 0; waits < 200 && (await movedFor("bão 35 ngày")).length < 7; waits += 1) await sleep(20);
    await Promise.all(workers.map((worker) => worker.stop()));
    assert.deepEqual(await movedFor("bão 35 ngày"), [1, 1, 1, 1, 1, 1, 1]);
    assert.equal((await movedFor("bão 28 ngày")).length, 2);
    assert.deepEqual((await verifyLog(database.pool, { organisation })).flaws, []);
  });

  it("is done at once where there are few", async () => {
    const changed = await changeCalendar(store, {
      organisation,
      rules: rules(42),
      reason: "bão 42 ngày",
      actor: clerk,
      preview: false,
    });
    assert.ok(changed.ok && changed.number === 5);
    assert.deepEqual([changed.moved.length, changed.left], [7, 0]);
  });
});
