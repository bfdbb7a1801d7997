import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { clerk, done, openTestStore, registered, registration } from "../../../tests/support/store.ts";
import { handleCommand } from "../../store/handle-command.ts";
import type { Store } from "../../store/open-store.ts";
import { readInside } from "../inside-organisation.ts";
import { SEES_ALL } from "../visibility.ts";
import type { QueueFilter } from "./queue-filter.ts";
import { workQueue, type QueueOrder } from "./work-queue.ts";

describe("workQueue", () => {
  let database: TestDatabase;
  let store: Store;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
    const overdue = registration({ kind: "incident" });
    const command = { ...overdue.command, occurredAt: "2026-11-02T03:00:00.000Z" };
    done(await handleCommand(store, { ...overdue, command }));
    for (let index = 0; index < 7; index += 1) await registered(store);
    const { complaintId } = await registered(store, { kind: "incident", vulnerable: true });
    const assign = { verb: "assign", data: { personId: "lan" } } as const;
    done(await handleCommand(store, { organisation: "vntt", complaintId, actor: clerk, command: assign }));
  });
  after(() => database.close());

  const page = (asked: { filter?: QueueFilter; order?: QueueOrder; limit?: number; cursor?: string | undefined }) =>
    readInside(database.pool, "vntt", (inside) =>
      workQueue(inside, { organisation: "vntt", visibility: SEES_ALL, ...asked }),
    );
  const numbers = async (filter: QueueFilter) =>
    (await page({ filter })).items.map(({ number }) => Number(number.slice(-2)));

  it("puts the nearest due first, over all pages, each complaint once", async () => {
    const seen: string[] = [];
    const dues: string[] = [];
    for (let cursor: string | undefined; ;) {
      const { items, next } = await page({ order: "due", limit: 2, cursor });
      seen.push(...items.map(({ number }) => number));
      dues.push(...items.map(({ dueAt }) => dueAt ?? "z"));
      if (next === null) break;
      cursor = next;
    }
    assert.equal(seen[0], "KN-2026-000001");
    assert.equal(new Set(seen).size, 9);
    assert.deepEqual(dues, dues.toSorted());
  });

  it("lists the newest first in order of arrival", async () => {
    const first = await page({ order: "arrival", limit: 4 });
    const second = await page({ order: "arrival", limit: 50, cursor: first.next ?? "" });
    const listed = [...first.items, ...second.items].map(({ number }) => Number(number.slice(-2)));
    assert.deepEqual(listed, [9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it("filters by what a clerk looks for", async () => {
    assert.deepEqual(await numbers({ ownerId: "lan" }), [9]);
    assert.deepEqual(await numbers({ kind: "incident" }), [9, 1]);
    assert.deepEqual(await numbers({ dueBefore: "2026-11-22T00:00:00.000Z" }), [1]);
    assert.deepEqual(await numbers({ mark: "vulnerable" }), [9]);
    assert.deepEqual(await numbers({ unit: "bp-cuoc" }), []);
    assert.equal((await numbers({ unassigned: true })).length, 8);
    assert.equal((await numbers({ phase: "received", channel: "phone", stage: "intake" })).length, 8);
  });

  it("fits any of several values, in the same order over all pages, and nothing where there are none", async () => {
    assert.deepEqual(await numbers({ kind: ["incident", "business"] }), [9, 1]);
    assert.deepEqual(await numbers({ ownerId: ["lan", "minh"] }), [9]);
    assert.deepEqual(await numbers({ mark: ["priority", "vulnerable"] }), [9]);
    assert.deepEqual(await numbers({ unit: [] }), []);
    const units = ["bp-cuoc", "cskh"];
    const seen: number[] = [];
    for (let cursor: string | undefined; ;) {
      const { items, next } = await page({ filter: { unit: units }, limit: 2, cursor });
      seen.push(...items.map(({ number }) => Number(number.slice(-2))));
      if (next === null) break;
      cursor = next;
    }
    assert.deepEqual(seen, [9, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("puts those that come first before the nearest due, over all pages", async () => {
    const { complaintId } = await registered(store, { kind: "incident" });
    const mark = { verb: "mark", data: { mark: "priority", reason: "Cơ quan nhà nước chuyển đến" } } as const;
    done(await handleCommand(store, { organisation: "vntt", complaintId, actor: clerk, command: mark }));
    for (const limit of [1, 2, 3, 50]) {
      const seen: number[] = [];
      for (let cursor: string | undefined; ;) {
        const { items, next } = await page({ limit, cursor });
        seen.push(...items.map(({ number }) => Number(number.slice(-2))));
        if (next === null) break;
        cursor = next;
      }
      assert.deepEqual(seen, [9, 10, 1, 2, 3, 4, 5, 6, 7, 8]);
    }
    const off = { verb: "mark", data: { mark: "priority", on: false, reason: "Đã xong" } } as const;
    done(await handleCommand(store, { organisation: "vntt", complaintId, actor: clerk, command: off }));
    assert.deepEqual(await numbers({}), [9, 1, 2, 3, 4, 5, 6, 7, 8, 10]);
    assert.deepEqual(await numbers({ kind: "incident" }), [9, 1, 10]);
  });

  it("refuses a cursor that it never gave", async () => {
    for (const cursor of ["", "x", Buffer.from('["now()","1; drop"]').toString("base64url")]) {
      await assert.rejects(page({ cursor }), RangeError);
    }
    const { next } = await page({ order: "due", limit: 2 });
    await assert.rejects(page({ order: "priority", cursor: next ?? "" }), RangeError);
  });

  it("is served by its indexes under the policy", async () => {
    const planOf = async (condition: string, order: string) => {
      const { rows } = await readInside(database.pool, "vntt", async (inside) => {
        await inside.query("set local enable_seqscan = off; set local enable_sort = off");
        return inside.query<{ "QUERY PLAN": string }>(
          `explain select * from complaint_row where organisation = 'vntt' and ${condition} order by ${order} limit 50`,
        );
      });
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    };
    const due = "(due_at, arrival) > ('2026-01-01', 5)";
    assert.match(await planOf(`is_open and ${due}`, "due_at, arrival"), /Index Scan using complaint_row_due/);
    assert.match(await planOf(`is_open and unit = 'cskh' and ${due}`, "due_at, arrival"), /complaint_row_unit_due/);
    const first = "(precedence, due_at, arrival) > (0, '2026-01-01', 5)";
    const order = "precedence, due_at, arrival";
    const indexCondition = /Index Cond: .*ROW\(precedence, due_at, arrival\) > /;
    for (const [condition, index] of [
      ["is_open", "complaint_row_first"],
      ["is_open and unit = 'cskh'", "complaint_row_unit_first"],
      ["is_open and owner_id = 'lan'", "complaint_row_owner_first"],
    ]) {
      const plan = await planOf(`${condition} and ${first}`, order);
      assert.match(plan, new RegExp(`Index Scan using ${index} `));
      assert.match(plan, indexCondition);
    }
    assert.match(await planOf("arrival < 5", "arrival desc"), /complaint_row_arrival/);
  });
});
