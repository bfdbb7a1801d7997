import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "../../src/complaint/context.ts";
import type { Complaint } from "../../src/complaint/state.ts";
import { readInside } from "../../src/projections/inside-organisation.ts";
import { fireUntil } from "../../src/store/fire-until.ts";
import { handleCommand } from "../../src/store/handle-command.ts";
import type { Store } from "../../src/store/open-store.ts";
import { PROJECTION_TABLES, rebuild } from "../../src/store/rebuild.ts";
import { verifyLog } from "../../src/store/verify/verify-database.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { openTestStore } from "../support/store.ts";
import { commandsFor } from "./helpdesk-commands.ts";
import { readHelpdeskLog, type LogLine } from "./helpdesk-log.ts";
import { publicData } from "./public-data.ts";

const { file, skip } = publicData("helpdesk.csv.gz");
const organisation = "help-desk";
const AT_ONCE = 6;

describe("four years of a real help desk, replayed as history", { skip }, () => {
  let database: TestDatabase;
  let store: Store;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
  });
  after(() => database.close());

  const rows = async (query: string) =>
    (await readInside(database.pool, organisation, (inside) => inside.query<Record<string, unknown>>(query))).rows;

  it("takes in all 4,580 tickets with every step, and sends nothing", async () => {
    const tickets = readHelpdeskLog(file);
    assert.equal(tickets.size, 4580);
    const waiting = tickets.values();
    // Each worker takes the next ticket that nobody has.
    await Promise.all(Array.from({ length: AT_ONCE }, () => replayEach(store, waiting)));
    const [counts] = await rows(
      `select count(*)::int as tickets, count(*) filter (where stage = 'closed')::int as closed,
              count(*) filter (where is_imported)::int as imported from complaint_row`,
    );
    assert.deepEqual(counts, { tickets: 4580, closed: 4558, imported: 4580 });
    assert.deepEqual(await rows("select * from outbox limit 3"), []);
  });

  it("counted its clocks on the real times", async () => {
    const [resolved] = await rows(
      `select count(*) filter (where status = 'met')::int as met, count(*) filter (where status = 'late')::int as late,
              count(*) filter (where status = 'late' and breached_at is null)::int as unnoticed
       from clock where rule = 'resolve'`,
    );
    // Three more are met than by thirty bare days: their last day is a public holiday.
    assert.deepEqual(resolved, { met: 4150, late: 419, unnoticed: 0 });
  });

  it("makes every row again from the log as it is", async () => {
    const live = await fingerprints();
    await rebuild(store, organisation);
    assert.deepEqual(await fingerprints(), live);
  });

  it("verifies from the first fact to the last", async () => {
    const { flaws } = await verifyLog(database.pool, { organisation });
    assert.deepEqual(flaws, []);
  });

  async function fingerprints() {
    const all: Record<string, unknown> = {};
    for (const table of PROJECTION_TABLES) {
      const [found] = await rows(
        `select count(*)::int as rows, md5(string_agg(md5(t::text), '' order by md5(t::text))) as hash from ${table} t`,
      );
      all[table] = found;
    }
    return all;
  }
});

async function replayEach(store: Store, waiting: Iterator<LogLine[]>): Promise<void> {
  for (let next = waiting.next(); !next.done; next = waiting.next()) await replayTicket(store, next.value);
}

async function replayTicket(store: Store, lines: readonly LogLine[]): Promise<void> {
  let known: Complaint | undefined;
  const complaintId = lines[0]?.ticket.replace(" ", "-") ?? "";
  for (const line of lines) {
    if (known) known = await fireUntil(store, { organisation, complaintId, known, at: line.at });
    const actor: Actor = { kind: "person", personId: line.resource, roles: [{ role: "clerk", unit: "support" }] };
    for (const command of commandsFor(line, known)) {
      const result = await handleCommand(store, { organisation, complaintId, command, actor });
      if (result.result !== "done") throw new Error(`${line.ticket}: ${JSON.stringify({ command, result })}`);
      known = result.state;
    }
  }
}
