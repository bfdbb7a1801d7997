import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { clerk, done, openTestStore, registered } from "../../tests/support/store.ts";
import { readInside, writeInside } from "../projections/inside-organisation.ts";
import { search } from "../projections/search/search.ts";
import { SEES_ALL } from "../projections/visibility.ts";
import { workQueue } from "../projections/work-queue/work-queue.ts";
import { handleCommand } from "./handle-command.ts";
import type { Store } from "./open-store.ts";

describe("organisations", () => {
  let database: TestDatabase;
  let store: Store;
  let complaintId: string;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
    complaintId = (await registered(store)).complaintId;
    const command = {
      verb: "register",
      data: { channel: "hotline", customer: { name: "Lê Văn Kính" }, content: "Khiếu nại của BKNS: máy chủ chậm." },
    } as const;
    done(await handleCommand(store, { organisation: "bkns", command, actor: clerk }));
  });
  after(() => database.close());

  const tables = async () => {
    const { rows } = await database.ownerPool.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation'
       where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`,
    );
    return rows.map(({ name }) => name);
  };

  it("are kept apart by a policy on every table, forced but for two", async () => {
    const { rows } = await database.ownerPool.query<{ name: string; on: boolean; forced: boolean }>(
      `select relname as name, relrowsecurity as on, relforcerowsecurity as forced from pg_class
       where relname = any ($1) and relkind in ('r', 'p')`,
      [await tables()],
    );
    assert.ok(rows.length >= 15, `only ${rows.length} tables were seen`);
    assert.deepEqual(
      rows.filter(({ on }) => !on),
      [],
    );
    assert.deepEqual(rows.flatMap(({ name, forced }) => (forced ? [] : name)).sort(), [
      "complaint_text",
      "organisation",
    ]);
  });

  it("come first in every key, foreign key and unique index", async () => {
    const { rows } = await database.ownerPool.query<{ name: string; first: string }>(
      `select i.indexrelid::regclass::text as name, a.attname as first
       from pg_index i join pg_class t on t.oid = i.indrelid
         join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
       where t.relnamespace = 'public'::regnamespace and (i.indisunique or i.indisprimary) and t.relname <> 'schema_migration'
       union all
       select c.conname, a.attname
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       where c.contype = 'f' and c.connamespace = 'public'::regnamespace`,
    );
    assert.ok(rows.length >= 15, `only ${rows.length} keys were seen`);
    assert.deepEqual(
      rows.filter(({ first }) => first !== "organisation"),
      [],
    );
  });

  it("show nothing to who entered none, by any table", async () => {
    for (const table of await tables()) {
      const { rows } = await database.pool.query(`select * from ${table}`);
      assert.deepEqual(rows, [], table);
    }
  });

  it("show nothing of another, whatever is asked for", async () => {
    for (const table of await tables()) {
      const { rows } = await readInside(database.pool, "bkns", (inside) =>
        inside.query<{ organisation: string }>(
          `select * from ${table} where organisation <> 'bkns' or organisation = 'vntt'`,
        ),
      );
      assert.deepEqual(rows, [], table);
    }
    const joined = await readInside(database.pool, "bkns", (inside) =>
      inside.query(
        "select from complaint_row r join event e on e.complaint_id = r.complaint_id where r.organisation = 'vntt'",
      ),
    );
    assert.equal(joined.rowCount, 0);
  });

  it("take no row for another", async () => {
    const tries = [
      "insert into calendar_version values ('vntt', 1, '{}', 'x', '{}', now())",
      "update complaint set organisation = 'vntt'",
      "insert into organisation values ('another', now())",
    ];
    for (const sql of tries) {
      await assert.rejects(
        writeInside(database.pool, "bkns", (inside) => inside.query(sql)),
        /row-level security/,
        sql,
      );
    }
  });

  it("are not crossed by the arguments of a function", async () => {
    const calls = [
      `select * from load_complaint('vntt', '${complaintId}', null, false, false)`,
      "select * from claim_due('vntt', 10)",
      "select append_events('vntt', null, null, '[]', null, null, null, null, null, null, null)",
      "select write_projections('vntt', null, null, null, null)",
      "select * from search_candidates('vntt', '''cuoc''', '{}', 9223372036854775807, 10, 100)",
      `select erase_value('vntt', '${complaintId}', 1, '{content}', repeat('0', 64))`,
      "select * from current_calendar('vntt')",
      "select next_arrival('vntt', false)",
      "select organisations_due()",
      "select enter_organisation('vntt')",
      "select enter_organisation('')",
    ];
    for (const sql of calls) {
      await assert.rejects(
        readInside(database.pool, "bkns", (inside) => inside.query(sql)),
        { code: "HA002" },
        sql,
      );
    }
    const { rows } = await readInside(database.pool, "bkns", (inside) =>
      inside.query<{ events: unknown[] }>(`select events_of('vntt', '${complaintId}') as events`),
    );
    assert.deepEqual(rows[0]?.events, []);
  });

  it("are not crossed by going back to the owner's rights", async () => {
    const { rows } = await readInside(database.pool, "bkns", async (inside) => {
      await inside.query("set local role none");
      return inside.query("select * from event where organisation = 'vntt'");
    });
    assert.deepEqual(rows, []);
    await assert.rejects(
      readInside(database.pool, "bkns", (inside) => inside.query("set role postgres")),
      /permission denied/,
    );
  });

  it("leave nothing on a connection that goes back to the pool", async () => {
    await readInside(database.pool, "vntt", (inside) => inside.query("select 1"));
    const { rows } = await database.pool.query("select current_setting('hoiam.organisation', true) as inside");
    assert.ok(rows[0].inside === "" || rows[0].inside === null);
  });

  it("find and list their own only", async () => {
    const found = await readInside(database.pool, "bkns", (inside) =>
      search(inside, { organisation: "bkns", visibility: SEES_ALL, words: "khiếu nại" }),
    );
    assert.deepEqual(
      found.items.map(({ customerName }) => customerName),
      ["Lê Văn Kính"],
    );
    const none = await readInside(database.pool, "bkns", (inside) =>
      search(inside, { organisation: "bkns", visibility: SEES_ALL, words: "cước" }),
    );
    assert.deepEqual(none.items, []);
    const listed = await readInside(database.pool, "bkns", (inside) =>
      workQueue(inside, { organisation: "vntt", visibility: SEES_ALL }),
    );
    assert.deepEqual(listed.items, []);
  });
});
