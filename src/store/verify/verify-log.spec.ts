import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { clerk, done, openTestStore, registered } from "../../../tests/support/store.ts";
import { handleCommand } from "../handle-command.ts";
import type { Store } from "../open-store.ts";
import { sealUnsealed } from "../seal.ts";
import { exportLog, type LogLine } from "./export-log.ts";
import { verifyLog } from "./verify-database.ts";
import { LogCheck } from "./verify-log.ts";

describe("verifying the log", () => {
  let database: TestDatabase;
  let store: Store;
  let complaintId: string;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
  });
  after(() => database.close());
  beforeEach(async () => {
    await asOwner("delete from event", "delete from complaint", "delete from seal_leaf", "delete from seal");
    complaintId = (await registered(store)).complaintId;
    done(await handleCommand(store, noteOn(complaintId)));
    await sealUnsealed(store, "vntt");
    await registered(store);
    await sealUnsealed(store, "vntt");
  });

  const noteOn = (complaint: string) =>
    ({
      organisation: "vntt",
      complaintId: complaint,
      actor: clerk,
      command: { verb: "note", data: { text: "gọi lại" } },
    }) as const;

  /** Behind the program's back, with the rights of who runs the database. */
  async function asOwner(...statements: string[]) {
    await database.ownerPool.query(
      `begin; select enter_organisation('vntt'); ${statements.join(";").replaceAll("$id", `'${complaintId}'`)}; commit`,
    );
  }

  async function lines(personal = true): Promise<LogLine[]> {
    const all: LogLine[] = [];
    await exportLog(database.pool, { organisation: "vntt", personal }, (line) => void all.push(line));
    return all.map((line) => JSON.parse(JSON.stringify(line)) as LogLine);
  }

  function checked(all: LogLine[], head?: string) {
    const check = new LogCheck();
    for (const line of all) check.take(line);
    return check.verdict({ head });
  }

  const flawsOf = async () => (await verifyLog(database.pool, { organisation: "vntt" })).flaws.map(({ flaw }) => flaw);

  it("finds nothing wrong with a whole log, in the database and out of it", async () => {
    const verdict = checked(await lines());
    assert.deepEqual(verdict.flaws, []);
    assert.deepEqual([verdict.complaints, verdict.seals, verdict.unsealed], [2, 2, 0]);
    assert.deepEqual(await flawsOf(), []);
    assert.deepEqual(checked(await lines(), verdict.head ?? "").flaws, []);
  });

  it("verifies a log from which personal values were left out", async () => {
    const all = await lines(false);
    assert.equal(JSON.stringify(all).includes("Đào"), false);
    assert.deepEqual(checked(all).flaws, []);
  });

  it("finds a changed value", async () => {
    await asOwner(
      `update event set data = jsonb_set(data, '{text}', '"khác"') where complaint_id = $id and type = 'NoteWritten'`,
    );
    assert.deepEqual(await flawsOf(), ["event-altered"]);
  });

  it("finds a changed time, actor, type and salt", async () => {
    for (const change of [
      "occurred_at = occurred_at - interval '1 day'",
      `actor = '{"kind": "person", "personId": "somebody"}'`,
      "command_id = 'another'",
      `salts = jsonb_set(salts, '{content}', '"AAAA"')`,
    ]) {
      await asOwner(`update event set ${change} where complaint_id = $id and sequence = 1`);
      assert.ok((await flawsOf()).includes("event-altered"), change);
    }
  });

  it("finds a fact that was taken out of the middle, and one from the end", async () => {
    await asOwner("delete from event where complaint_id = $id and sequence = 3");
    assert.ok((await flawsOf()).includes("event-missing"));
    await asOwner("delete from event where complaint_id = $id and sequence > 2");
    assert.ok((await flawsOf()).includes("event-missing"));
  });

  it("finds two facts that changed places", async () => {
    await asOwner(
      "update event set sequence = 100 where complaint_id = $id and sequence = 2",
      "update event set sequence = 2 where complaint_id = $id and sequence = 3",
      "update event set sequence = 3 where complaint_id = $id and sequence = 100",
    );
    assert.ok((await flawsOf()).includes("event-altered"));
  });

  it("finds a complaint that was taken out whole, rows and all", async () => {
    await asOwner("delete from event where complaint_id = $id", "delete from complaint where complaint_id = $id");
    const verdict = await verifyLog(database.pool, { organisation: "vntt" });
    assert.deepEqual(
      verdict.flaws.map(({ flaw, where }) => [flaw, where]),
      [["complaint-missing", `complaint ${complaintId}`]],
    );
  });

  it("finds a complaint that nothing leads to any more, and one that was given another number", async () => {
    await asOwner("create table kept as select * from complaint where complaint_id = $id");
    await asOwner("delete from complaint where complaint_id = $id");
    assert.deepEqual(await flawsOf(), ["complaint-missing"]);
    await asOwner("insert into complaint select * from kept", "drop table kept");
    assert.deepEqual(await flawsOf(), []);
    await asOwner("update complaint set number = 'KN-2026-999999' where complaint_id = $id");
    assert.deepEqual(await flawsOf(), ["complaint-missing"]);
  });

  it("finds that the last seal is gone, by what it had sealed", async () => {
    await asOwner("delete from seal_leaf where seal_number = 2", "delete from seal where number = 2");
    assert.deepEqual(await flawsOf(), ["seal-missing"]);
  });

  it("finds an edition whose text was changed, and one that is gone", async () => {
    await asOwner(
      "create table kept as select * from edition",
      "update edition set canonical_text = replace(canonical_text, '2 working days', '9 working days')",
    );
    assert.deepEqual(await flawsOf(), ["edition-altered"]);
    await asOwner("delete from edition");
    assert.deepEqual(await flawsOf(), ["edition-missing"]);
    await asOwner("insert into edition select * from kept", "drop table kept");
    assert.deepEqual(await flawsOf(), []);
  });

  it("finds a chain that was computed anew over changed facts", async () => {
    const all = await lines();
    const note = all.find((line) => line.line === "event" && line.type === "NoteWritten");
    assert.ok(note?.line === "event");
    note.hash = "0".repeat(64);
    assert.ok(checked(all).flaws.some(({ detail }) => detail.includes("seal 1 has another hash")));
  });

  it("finds a seal that was taken out, and one that was published and is gone", async () => {
    const all = await lines();
    const { head } = checked(all);
    const withoutFirst = all.filter((line) => !(line.line === "seal" && line.number === 1));
    assert.ok(checked(withoutFirst).flaws.some(({ flaw }) => flaw === "seal-missing"));
    const withoutLast = all.filter((line) => !(line.line === "seal" && line.number === 2));
    assert.deepEqual(checked(withoutLast).flaws, []);
    assert.deepEqual(
      checked(withoutLast, head ?? "").flaws.map(({ flaw }) => flaw),
      ["head-not-found"],
    );
  });

  it("seals what two workers wrote, once", async () => {
    await Promise.all(Array.from({ length: 10 }, () => registered(store)));
    const sealed = await Promise.all([sealUnsealed(store, "vntt"), sealUnsealed(store, "vntt")]);
    assert.equal(sealed[0] + sealed[1], 10);
    assert.equal(await sealUnsealed(store, "vntt"), 0);
    assert.deepEqual(await flawsOf(), []);
  });
});
