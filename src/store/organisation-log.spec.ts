import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { openTestStore } from "../../tests/support/store.ts";
import { writeInside } from "../projections/inside-organisation.ts";
import type { Store } from "./open-store.ts";
import { noteInOrganisation, organisationFactHash, organisationFacts } from "./organisation-log.ts";
import { sealUnsealed } from "./seal.ts";
import { exportLog, type LogLine } from "./verify/export-log.ts";
import { verifyLog } from "./verify/verify-database.ts";
import { LogCheck } from "./verify/verify-log.ts";

describe("the organisation's own log", () => {
  let database: TestDatabase;
  let store: Store;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
  });
  after(() => database.close());
  beforeEach(async () => {
    await asOwner("delete from organisation_log; delete from seal_leaf; delete from seal");
    for (const personId of ["lan", "hoa", "minh"]) {
      const facts = [{ type: "PersonAdded" as const, data: { personId } }];
      await writeInside(database.pool, "vntt", (inside) =>
        noteInOrganisation(inside, "vntt", { facts, by: { kind: "person", personId: "tuan" } }),
      );
    }
  });

  const asOwner = (statements: string) =>
    database.ownerPool.query(`begin; select enter_organisation('vntt'); ${statements}; commit`);
  const flawsOf = async () =>
    (await verifyLog(database.pool, { organisation: "vntt" })).flaws.map(({ flaw, where }) => [flaw, where]);

  it("chains each fact to the one before it, and is whole in the database and out of it", async () => {
    const facts = await writeInside(database.pool, "vntt", (inside) =>
      organisationFacts(inside, "vntt", { after: 0, limit: 10 }),
    );
    assert.deepEqual(
      facts.map(({ sequence, type, actor, data }) => ({ sequence, type, actor, data })),
      ["lan", "hoa", "minh"].map((personId, index) => ({
        sequence: index + 1,
        type: "PersonAdded",
        actor: { kind: "person", personId: "tuan" },
        data: { personId },
      })),
    );
    const { hash, ...second } = facts[1] ?? assert.fail();
    assert.equal(organisationFactHash(second, facts[0]?.hash ?? null), hash);
    assert.equal(await sealUnsealed(store, "vntt"), 1);
    assert.equal(await sealUnsealed(store, "vntt"), 0);
    assert.deepEqual(await flawsOf(), []);
    const check = new LogCheck();
    const lines: LogLine[] = [];
    await exportLog(database.pool, { organisation: "vntt", personal: false }, (line) => void lines.push(line));
    for (const line of lines) check.takeUnread(JSON.parse(JSON.stringify(line)), "here");
    const { flaws, organisationFacts: count, seals } = check.verdict();
    assert.deepEqual([flaws, count, seals], [[], 3, 1]);
  });

  it("shows what was altered, who did it, and what was taken out of the middle", async () => {
    await asOwner(`update organisation_log set data = '{"personId": "khac"}' where sequence = 2`);
    assert.deepEqual(await flawsOf(), [["event-altered", "organisation's log, fact 2"]]);
    await asOwner(`update organisation_log set data = '{"personId": "hoa"}' where sequence = 2`);
    assert.deepEqual(await flawsOf(), []);
    await asOwner(`update organisation_log set actor = '{"kind": "person", "personId": "khac"}' where sequence = 1`);
    assert.deepEqual(await flawsOf(), [["event-altered", "organisation's log, fact 1"]]);
    await asOwner("delete from organisation_log where sequence = 1");
    assert.deepEqual(await flawsOf(), [
      ["event-missing", "organisation's log, fact 2"],
      ["event-altered", "organisation's log, fact 2"],
    ]);
  });

  it("shows what was taken from its end, once a seal covers it", async () => {
    await sealUnsealed(store, "vntt");
    await asOwner("delete from organisation_log where sequence = 3");
    assert.deepEqual(await flawsOf(), [["event-missing", "organisation's log"]]);
  });

  it("is appended and read by the program, and never changed", async () => {
    for (const change of ["update organisation_log set type = 'PersonClosed'", "delete from organisation_log"]) {
      await assert.rejects(
        writeInside(database.pool, "vntt", (inside) => inside.query(change)),
        /permission denied/,
      );
    }
  });
});
