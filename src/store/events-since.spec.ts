import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { openTestStore, registered } from "../../tests/support/store.ts";
import { currentPosition, eventsSince } from "./events-since.ts";
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

  it("passes over nothing that was begun earlier and ends later", async () => {
    let position = await currentPosition(database.pool);
    const slow = await database.ownerPool.connect();
    await slow.query("begin; select pg_current_xact_id()");
    const quick = await registered(store);
    const early = await eventsSince(database.pool, { organisation: "vntt", position });
    assert.deepEqual(early.items, [], "waits for the older transaction");
    position = early.position;
    await slow.query("commit");
    slow.release();
    const late = await eventsSince(database.pool, { organisation: "vntt", position });
    assert.equal(late.items[0]?.complaintId, quick.complaintId);
  });
});
