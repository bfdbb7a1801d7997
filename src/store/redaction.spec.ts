import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { clerk, done, openTestStore, registered } from "../../tests/support/store.ts";
import type { Actor } from "../complaint/context.ts";
import { complaintFile } from "../projections/complaint-file/complaint-file.ts";
import { readInside, writeInside } from "../projections/inside-organisation.ts";
import { search } from "../projections/search/search.ts";
import { SEES_ALL } from "../projections/visibility.ts";
import { handleCommand } from "./handle-command.ts";
import type { Store } from "./open-store.ts";
import { rebuild } from "./rebuild.ts";
import { sealUnsealed } from "./seal.ts";
import { verifyLog } from "./verify/verify-database.ts";

describe("redaction", () => {
  let database: TestDatabase;
  let store: Store;
  let complaintId: string;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
    complaintId = (await registered(store, { customer: { name: "Trần Bình", phone: "0987654321" } })).complaintId;
    // Only ended files are redacted.
    for (const command of [
      { verb: "withdraw", data: { reason: "khách rút", channel: "phone" } },
      { verb: "close", data: { outcome: "withdrawn" } },
    ] as const) {
      done(await handleCommand(store, { organisation: "vntt", complaintId, actor: owner, command }));
    }
    await sealUnsealed(store, "vntt");
  });
  after(() => database.close());

  const owner: Actor = {
    kind: "person",
    personId: "lan",
    roles: [
      { role: "clerk", unit: "cskh" },
      { role: "shift-lead", unit: "cskh" },
    ],
  };
  const administrator: Actor = {
    kind: "person",
    personId: "quản-trị",
    roles: [{ role: "administrator", unit: "cskh" }],
  };
  const redact = (paths: string[], actor: Actor = administrator, events = [{ sequence: 1, paths }]) =>
    handleCommand(store, {
      organisation: "vntt",
      complaintId,
      actor,
      command: { verb: "redact", data: { events, reason: "yêu cầu xoá", basis: "Luật 91/2025" } },
    });
  const stored = async () => {
    const { rows } = await readInside(database.pool, "vntt", (inside) =>
      inside.query<{ text: string }>(
        `select string_agg(t::text, ' ') as text from (
           select data::text || coalesce(salts::text, '') from event union all select c::text from complaint_row c
           union all select x::text from complaint_text x union all select o::text from outbox o) t`,
      ),
    );
    return rows[0]?.text ?? "";
  };

  it("refuses to erase what is no personal value, and to a person who may not", async () => {
    const wrong = await redact(["number"]);
    assert.equal(wrong.result === "refused" && wrong.refusal.code, "unknown-item");
    const notAllowed = await redact(["customer.name"], clerk);
    assert.equal(notAllowed.result, "refused");
    assert.ok((await stored()).includes("Trần Bình"));
  });

  it("takes value and salt out of the log and of every row, and leaves the chain whole", async () => {
    const result = done(await redact(["customer.name", "customer.phone"]));
    assert.equal(result.state.customer.name, "[đã xoá]");
    const everything = await stored();
    for (const gone of ["Trần Bình", "tran", "0987654321"]) assert.equal(everything.includes(gone), false, gone);
    assert.deepEqual((await verifyLog(database.pool, { organisation: "vntt" })).flaws, []);
    const found = await readInside(database.pool, "vntt", (inside) =>
      search(inside, { organisation: "vntt", visibility: SEES_ALL, words: "tran binh" }),
    );
    assert.deepEqual(found.items, []);
  });

  it("reads and replays with what stands for the value", async () => {
    await rebuild(store, "vntt");
    const file = await readInside(database.pool, "vntt", (inside) =>
      complaintFile(inside, { organisation: "vntt", complaintId, visibility: SEES_ALL }),
    );
    assert.equal(file?.state.customer.phone, "[đã xoá]");
    assert.equal(file?.events.at(-1)?.type, "ComplaintRedacted");
    assert.equal(file?.state.content.startsWith("Cước internet"), true);
  });

  it("erases a value once", async () => {
    const again = await redact(["customer.name"]);
    assert.equal(again.result === "refused" && again.refusal.code, "unknown-item");
  });

  it("erases a record of fields, and once what is named twice", async () => {
    const twice = ["filled", "content"].map((path) => ({ sequence: 1, paths: [path, "content"] }));
    const { state } = done(await redact([], administrator, twice));
    assert.deepEqual([state.filled, state.content], [{}, "[đã xoá]"]);
    assert.deepEqual((await verifyLog(database.pool, { organisation: "vntt" })).flaws, []);
  });

  it("lets the program change an event by no other way", async () => {
    const tries = [
      "update event set data = '{}'",
      "delete from event",
      "truncate event",
      "update seal set hash = hash",
      "delete from seal_leaf",
      `select erase_value('vntt', '${complaintId}', 1, '{remedySought}', repeat('0', 64))`,
    ];
    for (const sql of tries)
      await assert.rejects(
        writeInside(database.pool, "vntt", (inside) => inside.query(sql)),
        sql,
      );
  });
});
