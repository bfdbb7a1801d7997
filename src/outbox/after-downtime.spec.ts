import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { done, openTestStore, registration } from "../../tests/support/store.ts";
import { readInside } from "../projections/inside-organisation.ts";
import { handleCommand } from "../store/handle-command.ts";
import type { Store } from "../store/open-store.ts";
import { runWorker } from "./run-worker.ts";

describe("a worker that was off while promises were broken", () => {
  let database: TestDatabase;
  let store: Store;
  const complaintIds: string[] = [];
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
    for (const occurredAt of ["2026-08-03T03:00:00.000Z", "2026-08-03T04:00:00.000Z", "2026-08-04T03:00:00.000Z"]) {
      const request = registration();
      const command = { ...request.command, occurredAt };
      complaintIds.push(done(await handleCommand(store, { ...request, command })).complaintId);
    }
    await work();
    // Nothing is left for those that come after.
    await work();
  });
  after(() => database.close());

  /** Three workers at once, until nothing is due and every notice is written. */
  async function work(): Promise<void> {
    const workers = [1, 2, 3].map(() => runWorker(store, { pollMs: 10, digestMs: 10, batch: 1 }));
    for (let waits = 0; waits < 200 && (await dueLeft()) > 0; waits += 1) await sleep(50);
    await Promise.all(workers.map((worker) => worker.stop()));
    assert.equal(await dueLeft(), 0);
  }

  const dueLeft = async () => {
    const rows = await rowsOf<{ count: number }>(
      `select (select count(*) from complaint where next_firing_at <= now())::int
            + (select count(*) from outbox where urgency = 'digest' and status = 'queued')::int as count`,
      [],
    );
    return rows[0]?.count ?? 0;
  };

  async function rowsOf<Row extends object>(sql: string, values: unknown[]): Promise<Row[]> {
    return (await readInside(database.pool, "vntt", (inside) => inside.query<Row>(sql, values))).rows;
  }

  it("breaks them in the order in which they fell due, at the instants at which they did", async () => {
    const rows = await rowsOf<{ type: string; rule: string; at: string }>(
      `select type, data ->> 'rule' as rule, instant_text(occurred_at) as at from event
       where complaint_id = $1 and type in ('ClockWarned', 'ClockBreached') order by sequence`,
      [complaintIds[0]],
    );
    // From Monday 3 August: two working days end with Wednesday 5, three with Thursday 6, twenty with Thursday 3 September,
    // since 31 August is off for a Saturday, and 1 and 2 September are National Day. Midnight is 17:00 in UTC.
    assert.deepEqual(
      rows.map(({ type, rule, at }) => `${type} ${rule} ${at}`),
      [
        "ClockWarned reply-2wd 2026-08-04T10:00:00.000Z",
        "ClockWarned reply-2wd 2026-08-05T08:00:00.000Z",
        "ClockBreached reply-2wd 2026-08-05T17:00:00.000Z",
        "ClockWarned law-acknowledge-consumer 2026-08-06T05:00:00.000Z",
        "ClockBreached law-acknowledge-consumer 2026-08-06T17:00:00.000Z",
        "ClockWarned law-resolve 2026-08-27T10:00:00.000Z",
        "ClockWarned law-resolve 2026-08-28T10:00:00.000Z",
        "ClockBreached law-resolve 2026-09-03T17:00:00.000Z",
      ],
    );
  });

  it("warns of nothing that is broken already when it comes back", async () => {
    const rows = await rowsOf<{ status: string; urgency: string }>(
      "select distinct urgency, status from outbox where kind = 'clock-warned'",
      [],
    );
    assert.deepEqual(rows, [{ urgency: "digest", status: "dropped" }]);
    assert.deepEqual(await rowsOf("select 1 from outbox where kind = 'shift-digest'", []), []);
  });

  it("tells each recipient once of each", async () => {
    for (const complaintId of complaintIds) {
      const rows = await rowsOf<{ clock: string; recipients: string[] }>(
        `select content ->> 'clockId' as clock, array_agg(recipient order by recipient) as recipients from outbox
         where complaint_id = $1 and kind = 'clock-breached' group by 1 order by min(sequence)`,
        [complaintId],
      );
      assert.deepEqual(
        rows.map(({ clock, recipients }) => [clock, ...recipients]),
        [
          ["reply-2wd:complaint:1", "owner", "shift-lead", "superior"],
          ["law-acknowledge-consumer:complaint:1", "owner", "shift-lead"],
          ["law-resolve:complaint:1", "owner", "superior"],
        ],
      );
    }
  });
});
