import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { openTestStore, registered, registration, done } from "../../tests/support/store.ts";
import { readInside, writeInside } from "../projections/inside-organisation.ts";
import { fireDueOf } from "../store/fire-due.ts";
import { handleCommand } from "../store/handle-command.ts";
import { rebuild } from "../store/rebuild.ts";
import type { Store } from "../store/open-store.ts";
import { verifyLog } from "../store/verify/verify-database.ts";
import { runWorker } from "./run-worker.ts";

describe("the worker", () => {
  let database: TestDatabase;
  let store: Store;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
  });
  after(() => database.close());

  /** Received so long ago that every one of its clocks has run out. */
  async function overdue(): Promise<string> {
    const request = registration();
    const command = { ...request.command, occurredAt: "2026-09-01T03:00:00.000Z" };
    return done(await handleCommand(store, { ...request, command })).complaintId;
  }

  async function firedFor(complaintId: string) {
    const { rows } = await readInside(database.pool, "vntt", (inside) =>
      inside.query<{ type: string; rule: string; count: number }>(
        `select type, data ->> 'rule' as rule, count(*)::int from event
         where complaint_id = $1 and type in ('ClockWarned', 'ClockBreached') group by 1, 2 order by 1, 2`,
        [complaintId],
      ),
    );
    return rows;
  }

  const dueLeft = async () => {
    const { rows } = await readInside(database.pool, "vntt", (inside) =>
      inside.query<{ count: number }>("select count(*)::int from complaint where next_firing_at <= now()"),
    );
    return rows[0]?.count ?? 0;
  };

  it("fires every warning and breach once, with several workers at it", async () => {
    const complaints = await Promise.all(Array.from({ length: 40 }, overdue));
    const workers = [1, 2, 3].map(() => runWorker(store, { pollMs: 20, batch: 7 }));
    for (let waits = 0; (await dueLeft()) > 0 && waits < 200; waits += 1) await sleep(50);
    await Promise.all(workers.map((worker) => worker.stop()));
    assert.equal(await dueLeft(), 0);
    for (const complaintId of complaints) {
      const fired = await firedFor(complaintId);
      assert.ok(fired.some(({ type, rule }) => type === "ClockBreached" && rule === "reply-2wd"));
      assert.deepEqual(
        fired.filter(({ type, count }) => type === "ClockBreached" && count !== 1),
        [],
      );
    }
    assert.deepEqual((await verifyLog(database.pool, { organisation: "vntt" })).flaws, []);
  });

  it("loses and doubles nothing when a worker dies between claiming and committing", async () => {
    const complaintId = await overdue();
    const died = writeInside(database.pool, "vntt", async (inside) => {
      await inside.query("select complaint_id from claim_due('vntt', 10)");
      const other = await fireDueOf(store, { organisation: "vntt", limit: 10 });
      assert.equal(other.claimed, 0, "another worker passes over what is claimed");
      await inside.query("select pg_terminate_backend(pg_backend_pid())");
    });
    await assert.rejects(died);
    assert.deepEqual(await firedFor(complaintId), []);
    const { claimed } = await fireDueOf(store, { organisation: "vntt", limit: 10 });
    assert.equal(claimed, 1);
    assert.ok((await firedFor(complaintId)).length > 0);
    assert.equal((await fireDueOf(store, { organisation: "vntt", limit: 10 })).claimed, 0);
  });

  it("puts off a complaint that it cannot fire, and goes on with the others", async () => {
    const [broken, sound] = [await overdue(), await overdue()];
    await database.ownerPool.query(
      `begin; select enter_organisation('vntt');
       update event set data = '{}' where complaint_id = '${broken}' and sequence = 1; commit`,
    );
    const fired = await fireDueOf(store, { organisation: "vntt", limit: 10 });
    assert.deepEqual(
      fired.failed.map(({ complaintId }) => complaintId),
      [broken],
    );
    assert.ok((await firedFor(sound)).length > 0);
    assert.equal(await dueLeft(), 0);
    await database.ownerPool.query(
      `begin; select enter_organisation('vntt'); delete from complaint where complaint_id = '${broken}';
       delete from event where complaint_id = '${broken}'; delete from complaint_row where complaint_id = '${broken}';
       delete from clock where complaint_id = '${broken}'; delete from complaint_text where complaint_id = '${broken}'; commit`,
    );
  });

  it("tells at once of the clock that ends first, and leaves other warnings to the digest", async () => {
    const { rows } = await readInside(database.pool, "vntt", (inside) =>
      inside.query<{ kind: string; urgency: string; status: string }>(
        "select distinct kind, urgency, status from outbox where kind like 'clock-%' order by 1, 2",
      ),
    );
    assert.deepEqual(
      rows.filter(({ kind }) => kind === "clock-breached"),
      [{ kind: "clock-breached", urgency: "now", status: "queued" }],
    );
    assert.ok(rows.some(({ kind, urgency }) => kind === "clock-warned" && urgency === "digest"));
  });

  it("gives each organisation its turn to send mail, and goes on where one fails", async () => {
    const turns = new Map<string, number>();
    const told: string[] = [];
    const worker = runWorker(store, {
      sendMs: 5,
      sendWaiting: async (organisation) => {
        turns.set(organisation, (turns.get(organisation) ?? 0) + 1);
        if (organisation === "dcnet") throw new Error("the text is wrong");
        return 0;
      },
      onError: (_error, { organisation }) => void told.push(organisation ?? ""),
    });
    for (let waits = 0; (turns.get("vntt") ?? 0) < 3 && waits < 200; waits += 1) await sleep(10);
    await worker.stop();
    const organisations = store.registry.organisations().map(({ id }) => id);
    assert.ok(organisations.every((id) => (turns.get(id) ?? 0) >= 2));
    assert.deepEqual([...new Set(told)], ["dcnet"]);
  });

  it("sends nothing to the customer for what was typed in late or imported", async () => {
    await overdue();
    await registered(store, { channel: "email", imported: true });
    const count = async () => {
      const { rows } = await readInside(database.pool, "vntt", (inside) =>
        inside.query<{ count: number }>("select count(*)::int from outbox where audience = 'customer'"),
      );
      return rows[0]?.count;
    };
    assert.equal(await count(), 0);
    await registered(store, { channel: "email" });
    assert.equal(await count(), 1);
  });

  it("rebuilds every row to the last byte, and fires and sends nothing by it", async () => {
    await overdue();
    const { complaintId } = await registered(store);
    const ask = { verb: "request-coordination", data: {} } as const;
    await handleCommand(store, {
      organisation: "vntt",
      complaintId,
      actor: { kind: "system", process: "spec" },
      command: ask,
    });
    const before = await dump();
    await database.ownerPool.query(
      `begin; select enter_organisation('vntt'); delete from clock; update complaint_row set excerpt = 'hỏng', due_at = now();
       update complaint set next_firing_at = null; insert into coordination_row values
       ('vntt', 'none', 'none', 'cskh', 'asked', now(), now(), 0, null, false, true); commit`,
    );
    assert.notEqual(differences(before, await dump()), "");
    assert.ok((await rebuild(store, "vntt")) > 40);
    assert.equal(differences(before, await dump()), "");
  });

  /** The first rows that are in one dump only. */
  function differences(one: Set<string>, other: Set<string>): string {
    return [...one.symmetricDifference(other)].slice(0, 4).join("\n");
  }

  async function dump() {
    const tables = ["complaint", "event", "outbox", "complaint_row", "clock", "coordination_row", "complaint_text"];
    const all = new Set<string>();
    for (const table of tables) {
      const { rows } = await readInside(database.pool, "vntt", (inside) =>
        inside.query<{ row: string }>(`select t::text as row from ${table} t`),
      );
      for (const { row } of rows) all.add(`${table} ${row}`);
    }
    return all;
  }
});
