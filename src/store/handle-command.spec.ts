import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { clerk, done, openTestStore, otherClerk, registered, registration } from "../../tests/support/store.ts";
import { readInside, writeInside } from "../projections/inside-organisation.ts";
import type { CommandRequest } from "./decide-command.ts";
import { handleCommand } from "./handle-command.ts";
import { loadComplaint, type Loaded } from "./load-complaint.ts";
import type { Store } from "./open-store.ts";

describe("handleCommand", () => {
  let database: TestDatabase;
  let store: Store;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
  });
  after(() => database.close());

  const note = (complaintId: string, text: string, more: Partial<CommandRequest> = {}): CommandRequest => ({
    organisation: "vntt",
    complaintId,
    actor: clerk,
    command: { verb: "note", data: { text } },
    ...more,
  });
  const count = async (table: string) => {
    const { rows } = await readInside(database.pool, "vntt", (inside) =>
      inside.query<{ count: number }>(`select count(*)::int from ${table}`),
    );
    return rows[0]?.count ?? 0;
  };

  it("registers a complaint with its number, its clocks and its rows", async () => {
    const { complaintId, number, events, state } = await registered(store);
    assert.match(number, /^KN-2026-\d{6}$/);
    assert.equal(events[0]?.type, "ComplaintRegistered");
    assert.equal(state.clocks[0]?.status, "running");
    const { rows } = await readInside(database.pool, "vntt", (inside) =>
      inside.query("select number, unit, is_open, customer_name from complaint_row where complaint_id = $1", [
        complaintId,
      ]),
    );
    assert.deepEqual(rows, [{ number, unit: "cskh", is_open: true, customer_name: "Nguyễn Thị Đào" }]);
  });

  it("gives complaints that come at the same moment different numbers", async () => {
    const results = await Promise.all(Array.from({ length: 30 }, () => registered(store)));
    assert.equal(new Set(results.map(({ number }) => number)).size, 30);
  });

  it("records at database time, never before the fact before", async () => {
    const { complaintId } = await registered(store);
    const { state } = done(await handleCommand(store, note(complaintId, "một")));
    const { events } = done(await handleCommand(store, note(complaintId, "hai")));
    assert.equal(events[0]?.sequence, state.sequence + 1);
    const { rows } = await readInside(database.pool, "vntt", (inside) =>
      inside.query<{ sorted: boolean }>(
        `select bool_and(recorded_at >= before) as sorted from (
           select recorded_at, lag(recorded_at) over (order by sequence) as before from event where complaint_id = $1) e`,
        [complaintId],
      ),
    );
    assert.equal(rows[0]?.sorted, true);
  });

  it("refuses with a value, and writes nothing", async () => {
    const before = await count("event");
    const result = await handleCommand(store, registration({ channel: "carrier-pigeon" }));
    assert.equal(result.result === "refused" && result.refusal.code, "unknown-channel");
    const unknown = await handleCommand(store, note("00000000-0000-0000-0000-000000000000", "?"));
    assert.equal(unknown.result === "refused" && unknown.refusal.code, "complaint-unknown");
    assert.equal(await count("event"), before);
  });

  it("lets twelve people write at once, and loses none of their words", async () => {
    const { complaintId, state } = await registered(store);
    const texts = Array.from({ length: 12 }, (_, index) => `ghi chú ${index}`);
    const results = await Promise.all(texts.map((text) => handleCommand(store, note(complaintId, text))));
    const sequences = results.map((result) => done(result).events[0]?.sequence ?? 0).sort((a, b) => a - b);
    assert.deepEqual(
      sequences,
      texts.map((_, index) => state.sequence + 1 + index),
    );
  });

  it("is a conflict when another person did something that this verb is about", async () => {
    const { complaintId, state } = await registered(store);
    const assign = (personId: string, more: Partial<CommandRequest>) =>
      handleCommand(store, note(complaintId, "", { command: { verb: "assign", data: { personId } }, ...more }));
    done(await assign("lan", { actor: otherClerk }));
    const expectedSequence = state.sequence;
    const result = await assign("hai", { actor: clerk, expectedSequence });
    assert.equal(result.result, "conflict");
    if (result.result !== "conflict") return;
    assert.deepEqual(
      result.meanwhile.map(({ type, actor }) => [type, actor]),
      [["ComplaintAssigned", { kind: "person", personId: "hai" }]],
    );
    assert.equal(result.state.ownerId, "lan");
  });

  it("is no conflict when it was oneself, the system, or about something else", async () => {
    const { complaintId, state } = await registered(store);
    const expectedSequence = state.sequence;
    done(await handleCommand(store, note(complaintId, "của người khác", { actor: otherClerk })));
    const assign = { verb: "assign", data: { personId: "lan" } } as const;
    done(await handleCommand(store, note(complaintId, "", { command: assign, expectedSequence })));
    const again = { verb: "assign", data: { personId: "hai" } } as const;
    done(await handleCommand(store, note(complaintId, "", { command: again, expectedSequence })));
  });

  it("carries out a key once: the same answer to the same command, none to another", async () => {
    const request = { ...registration(), idempotencyKey: "web-1" };
    const first = done(await handleCommand(store, request));
    const again = done(await handleCommand(store, request));
    assert.equal(again.repeated, true);
    assert.equal(again.complaintId, first.complaintId);
    assert.deepEqual(JSON.parse(JSON.stringify(again.events)), JSON.parse(JSON.stringify(first.events)));
    const other = await handleCommand(store, { ...registration({ content: "khác" }), idempotencyKey: "web-1" });
    assert.equal(other.result, "key-reused");
  });

  it("carries out a key once when it comes ten times at the same moment", async () => {
    const request = { ...registration(), idempotencyKey: "web-2" };
    const before = await count("complaint");
    const results = await Promise.all(Array.from({ length: 10 }, () => handleCommand(store, request)));
    assert.equal(new Set(results.map((result) => done(result).complaintId)).size, 1);
    assert.equal(results.filter((result) => !done(result).repeated).length, 1);
    assert.equal(await count("complaint"), before + 1);
  });

  it("numbers registered papers without a gap, at the same moment and across refusals", async () => {
    const complaints = await Promise.all(Array.from({ length: 8 }, () => registered(store)));
    const signedCopy = {
      attachmentId: "copy",
      name: "ban-ky.pdf",
      type: "application/pdf",
      bytes: 9,
      sha256: "a".repeat(64),
    };
    const issue = (complaintId: string, data: object) =>
      handleCommand(
        store,
        note(complaintId, "", { command: { verb: "issue-paper", data, attachments: [signedCopy] } }),
      );
    const refused = await issue(complaints[0]?.complaintId ?? "", { paper: "no-such-paper" });
    assert.equal(refused.result, "refused");
    const issued = await Promise.all(complaints.map(({ complaintId }) => issue(complaintId, { paper: "receipt" })));
    const numbers = issued.flatMap((result) =>
      done(result).events.flatMap((event) => (event.type === "PaperIssued" ? event.data.letterNumber : [])),
    );
    assert.deepEqual(
      numbers.sort((a, b) => Number.parseInt(a ?? "", 10) - Number.parseInt(b ?? "", 10)),
      Array.from({ length: 8 }, (_, index) => `${index + 1}/2026`),
    );
  });

  it("composes text, and takes NUL and lone surrogates out of it", async () => {
    const { state } = await registered(store, { content: "Ca\u0302\u0300n\0 \ud800 x" });
    assert.equal(state.content, "Cần\uFFFD \uFFFD x");
  });

  it("keeps the text of the edition that the complaint is pinned to", async () => {
    const { state } = await registered(store);
    const { rows } = await readInside(database.pool, "vntt", (inside) =>
      inside.query<{ hash: string }>("select hash from edition where hash = $1", [state.edition.hash]),
    );
    assert.equal(rows.length, 1);
  });

  it("refuses an id that another complaint has", async () => {
    const { complaintId } = await registered(store);
    const again = await handleCommand(store, { ...registration(), complaintId });
    assert.equal(again.result === "refused" && again.refusal.code, "already-registered");
  });

  it("writes no id but of one to a hundred plain characters", async () => {
    const registerAs = (complaintId: string) => handleCommand(store, { ...registration(), complaintId });
    assert.equal(done(await registerAs("Kn_1.2:3-".padEnd(100, "x"))).complaintId.length, 100);
    for (const id of ["x".repeat(101), "a b", "a\n", "ấ", ""])
      await assert.rejects(registerAs(id), /complaint_complaint_id_check/, JSON.stringify(id));
  });

  it("refuses one of eight that come at the same moment, and takes in the other seven", async () => {
    const { complaintId } = await registered(store);
    const before = await count("complaint");
    const requests = Array.from({ length: 8 }, (_, index) =>
      index === 3 ? { ...registration(), complaintId } : registration(),
    );
    const results = await Promise.all(requests.map((request) => handleCommand(store, request)));
    assert.deepEqual(
      results.map((result) => (result.result === "refused" ? result.refusal.code : result.result)),
      ["done", "done", "done", "already-registered", "done", "done", "done", "done"],
    );
    assert.equal(await count("complaint"), before + 7);
  });

  it("knows the key of a twin that is written while it waits for the complaint", async () => {
    const { complaintId } = await registered(store);
    let loading: Promise<Loaded> | undefined;
    await writeInside(database.pool, "vntt", async (connection) => {
      await connection.query("select from complaint where complaint_id = $1 for update", [complaintId]);
      const asked = { organisation: "vntt", complaintId, isNew: false, idempotencyKey: "twin", lock: true };
      loading = loadComplaint(database.pool, asked);
      // Until it is seen to wait.
      const waiting = "select from pg_locks where not granted and locktype in ('transactionid', 'tuple')";
      while ((await database.ownerPool.query(waiting)).rowCount === 0) await sleep(5);
      await connection.query(
        `insert into idempotency (organisation, idempotency_key, request_hash, complaint_id, first_sequence, last_sequence, recorded_at)
         values ('vntt', 'twin', 'x', $1, 1, 1, now())`,
        [complaintId],
      );
    });
    assert.equal((await loading)?.earlier?.complaintId, complaintId);
  });

  it("waits for a complaint that somebody holds locked, and lets nobody else wait for it", async () => {
    const held = await registered(store);
    const order: string[] = [];
    let noted: Promise<unknown> = Promise.resolve();
    await writeInside(database.pool, "vntt", async (connection) => {
      await connection.query("select from complaint where complaint_id = $1 for update", [held.complaintId]);
      noted = handleCommand(store, note(held.complaintId, "chờ")).then(() => order.push("noted"));
      const others = Array.from({ length: 5 }, () => registered(store));
      await Promise.all(others);
      await registered(store);
      order.push("registered");
    });
    await noted;
    assert.deepEqual(order, ["registered", "noted"]);
  });

  it("asks the database as often for sixteen at the same moment as for one", async () => {
    const asked: string[] = [];
    const pool = Object.create(database.pool) as typeof database.pool;
    pool.query = ((query: { name?: string }, values?: unknown[]) => {
      asked.push(query.name ?? "");
      return database.pool.query(query as never, values as never);
    }) as typeof pool.query;
    const counting = await openTestStore({ pool });
    await registered(counting);
    asked.length = 0;
    await Promise.all(Array.from({ length: 16 }, () => registered(counting)));
    assert.deepEqual(asked, ["load_complaint", "append_events_together"]);
  });
});
