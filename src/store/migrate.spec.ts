import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { migrate, readMigrations, refuseOtherSchema, type Migration } from "./migrate.ts";

describe("migrate", () => {
  let database: TestDatabase;
  before(async () => {
    database = await openTestDatabase();
  });
  after(() => database.close());

  const released = readMigrations();
  const next = (sql: string, checksum = "abc"): Migration => ({
    number: 9999,
    name: "next.sql",
    sql,
    checksum,
  });

  const later: Migration = { number: 10001, name: "later.sql", sql: "create table later (id integer)", checksum: "d" };

  it("changes nothing when everything is applied", async () => {
    await migrate(database.url);
    const { rows } = await database.ownerPool.query("select name from schema_migration order by number");
    assert.deepEqual(
      rows.map((row) => row.name),
      released.map((migration) => migration.name),
    );
  });

  it("rolls a failing file back whole, names it, and takes up there the next time", async () => {
    const broken = next("create table half_done (id integer); select 1 / 0");
    await assert.rejects(
      migrate(database.url, { migrations: [...released, broken] }),
      /next\.sql failed: division by zero/,
    );
    const left = await database.ownerPool.query("select to_regclass('half_done') as name");
    assert.equal(left.rows[0].name, null);
    await migrate(database.url, { migrations: [...released, next("create table whole (id integer)")] });
    const made = await database.ownerPool.query("select to_regclass('whole') as name");
    assert.equal(made.rows[0].name, "whole");
  });

  it("refuses a file that was changed after it had been applied", async () => {
    await assert.rejects(
      migrate(database.url, { migrations: [...released, next("select 1", "other")] }),
      /next\.sql was changed/,
    );
  });

  it("refuses a database newer than the program", async () => {
    await assert.rejects(migrate(database.url, { migrations: released }), /newer than this program/);
  });

  it("leaves an older database as it is for who only reads, and says what to run", async () => {
    const older = { migrations: [...released, next("create table whole (id integer)"), later] };
    await assert.rejects(
      refuseOtherSchema(database.loginUrl, older),
      /older than this program \(it lacks the migration later\.sql\), and this command changes nothing: .* npx hoiam migrate/,
    );
    const made = await database.ownerPool.query("select to_regclass('later') as name");
    assert.equal(made.rows[0].name, null);
    await refuseOtherSchema(database.loginUrl, { migrations: older.migrations.slice(0, -1) });
    await assert.rejects(refuseOtherSchema(database.loginUrl, { migrations: released }), /newer than this program/);
  });

  it("is content with a login that owns nothing where nothing is missing, and refuses it where something is", async () => {
    const migrations = [...released, next("create table whole (id integer)")];
    await migrate(database.loginUrl, { migrations });
    const more: Migration = { number: 10000, name: "more.sql", sql: "create table more (id integer)", checksum: "def" };
    await assert.rejects(
      migrate(database.loginUrl, { migrations: [...migrations, more] }),
      /user hoiam_test_login may not create tables in hoiam_test_/,
    );
  });

  it("lets the program act as a role that is neither owner nor superuser, and that stays after a reset", async () => {
    const client = await database.pool.connect();
    try {
      await client.query("reset role");
      const { rows } = await client.query(
        `select current_user as acts_as, rolsuper, rolcanlogin, pg_has_role(current_user, d.datdba, 'member') as owns
         from pg_roles, pg_database d where rolname = current_user and datname = current_database()`,
      );
      assert.deepEqual(rows, [{ acts_as: "hoiam_app", rolsuper: false, rolcanlogin: false, owns: false }]);
      await client.query("set role none");
      const stepped = await client.query(
        `select current_user as acts_as, rolsuper, rolcreaterole, pg_has_role(current_user, d.datdba, 'member') as owns
         from pg_roles, pg_database d where rolname = current_user and datname = current_database()`,
      );
      assert.deepEqual(stepped.rows, [
        { acts_as: "hoiam_test_login", rolsuper: false, rolcreaterole: false, owns: false },
      ]);
      for (const sql of [
        "alter table event no force row level security",
        "drop policy own_organisation on event",
        "update event set data = '{}'",
        "delete from event",
        "set role hoiam_test_owner",
        "create table public.mine (id integer)",
      ]) {
        await assert.rejects(client.query(sql), { code: "42501" }, sql);
      }
      await client.query("reset role");
    } finally {
      client.release();
    }
  });
});
