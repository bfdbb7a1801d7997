import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { openTestStore, registered } from "../../tests/support/store.ts";
import { currentPosition, eventsSince, isPosition } from "./events-since.ts";
import { gathered } from "./gathered.ts";
import type { Store } from "./open-store.ts";

describe("eventsSince", () => {
  let database: TestDatabase;
  let store: Store;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
  });
  after(() => database.close());

  it("gives each fact once, and none of another organisation's", async () => {
    await registered(store);
    const begin = await currentPosition(database.pool);
    const { complaintId, events } = await registered(store);
    const news = await eventsSince(database.pool, { organisation: "vntt", position: begin });
    assert.deepEqual(
      news.items.map((item) => [item.complaintId, item.sequence, item.type]),
      events.map(({ sequence, type }) => [complaintId, sequence, type]),
    );
    const nothing = await eventsSince(database.pool, { organisation: "vntt", position: news.position });
    assert.deepEqual(nothing.items, []);
    const others = await eventsSince(database.pool, { organisation: "bkns", position: begin });
    assert.deepEqual(others.items, []);
  });

  it("neither waits for a transaction that takes long nor passes it over when it ends", async () => {
    let position = await currentPosition(database.pool);
    const seen: string[] = [];
    const look = async () => {
      const news = await eventsSince(database.pool, { organisation: "vntt", position });
      position = news.position;
      for (const { complaintId, sequence } of news.items) seen.push(`${complaintId} ${sequence}`);
    };
    const slow = await database.pool.connect();
    await slow.query("begin; select enter_organisation('vntt'); select pg_current_xact_id()");
    const pool = slow as unknown as Store["pool"];
    const loaded = await registered({ ...store, pool, gathered: gathered(pool) });
    const quick = await registered(store);
    await look();
    const later = await registered(store);
    await look();
    const ids = (...each: { complaintId: string; events: { sequence: number }[] }[]) =>
      each.flatMap(({ complaintId, events }) => events.map(({ sequence }) => `${complaintId} ${sequence}`));
    assert.deepEqual(seen, ids(quick, later));
    await slow.query("commit");
    slow.release();
    await look();
    await look();
    assert.deepEqual(seen, ids(quick, later, loaded));
  });

  it("goes on from where an older program's listener stood", async () => {
    // A transaction of our own: what other databases of the server have running would be older.
    const { rows } = await database.pool.query<{ oldest: string }>("select pg_current_xact_id()::text as oldest");
    const oldest = rows[0]?.oldest ?? "";
    const { complaintId, events } = await registered(store);
    const news = await eventsSince(database.pool, { organisation: "vntt", position: oldest });
    assert.deepEqual(
      news.items.map((item) => [item.complaintId, item.sequence]),
      events.map(({ sequence }) => [complaintId, sequence]),
    );
    assert.deepEqual([oldest, news.position, "12:12:;drop"].map(isPosition), [true, true, false]);
    const { rows: taken } = await database.pool.query("select '12:15:12,14'::pg_snapshot::text as taken");
    assert.equal(taken[0].taken, "12:15:12,14");
    assert.equal(isPosition("12:15:12,14"), true);
    for (const forged of ["0", "12:11:", "12:15:14,12", "12:15:15", "12:15:11", "12:15:12,", "12:15:,", "12:"]) {
      assert.equal(isPosition(forged), false, forged);
    }
  });
});
