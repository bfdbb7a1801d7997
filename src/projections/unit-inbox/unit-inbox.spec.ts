import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { clerk, done, openTestStore, registration } from "../../../tests/support/store.ts";
import type { Command } from "../../complaint/command.ts";
import type { Actor } from "../../complaint/context.ts";
import { handleCommand } from "../../store/handle-command.ts";
import type { Store } from "../../store/open-store.ts";
import { readInside } from "../inside-organisation.ts";
import { SEES_ALL } from "../visibility.ts";
import { unitInbox, waitingInInbox } from "./unit-inbox.ts";

const organisation = "vntt";
const thu: Actor = { kind: "person", personId: "thu", roles: [{ role: "unit-member", unit: "bp-cuoc" }] };

describe("unitInbox", () => {
  let database: TestDatabase;
  let store: Store;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
    await asks("later", "2026-03-03T03:00:00.000Z");
    await asks("sooner-b", "2026-03-02T04:00:00.000Z");
    await asks("sooner-a", "2026-03-02T04:00:00.000Z");
    await asks("vulnerable", "2026-03-04T03:00:00.000Z", { vulnerable: true });
    await asks("of-others", "2026-03-02T03:00:00.000Z", {}, "p-ktvt");
    const coordinationId = await asks("answered", "2026-03-02T03:00:00.000Z");
    const answer = { coordinationId, cause: "Nhập chậm", measure: "Đã nhập" };
    await does("answered", { verb: "answer-coordination", data: answer }, thu);
  });
  after(() => database.close());

  async function does(complaintId: string, command: Command, actor: Actor = clerk) {
    return done(await handleCommand(store, { organisation, complaintId, command, actor }));
  }

  /** Registers on Monday 2 March 2026 at 09:00 in Vietnam, takes it on, and asks a unit at an instant. */
  async function asks(complaintId: string, occurredAt: string, change: object = {}, unit = "bp-cuoc"): Promise<string> {
    const { command } = registration({ ...change });
    await does(complaintId, { ...command, occurredAt: "2026-03-02T02:00:00.000Z" });
    await does(complaintId, { verb: "assign", occurredAt: "2026-03-02T02:30:00.000Z", data: { personId: "lan" } });
    const data = { requests: [{ unit, via: "email", question: "Đối soát" }] };
    const filled = { truthfulness: "unclear" };
    const { events } = await does(complaintId, { verb: "request-coordination", occurredAt, data, filled });
    const asked = events.find((event) => event.type === "CoordinationRequested");
    assert.ok(asked?.type === "CoordinationRequested");
    return asked.data.coordinationId;
  }

  it("puts the vulnerable first, then the nearest due, then goes by id; only what waits for the unit", async () => {
    const part = { queue: "to-answer", units: ["bp-cuoc"] } as const;
    const items = await readInside(database.pool, organisation, (inside) =>
      unitInbox(inside, { organisation, part, visibility: SEES_ALL }),
    );
    // Four working hours to confirm: from 10:00 to 15:00 on 03 and 04/03, from 11:00 to 16:00 on 02/03, with an hour at noon.
    assert.deepEqual(
      items.map(({ complaintId, unit, status, dueAt, dueRule }) => [complaintId, unit, status, dueAt, dueRule]),
      [
        ["vulnerable", "bp-cuoc", "asked", "2026-03-04T08:00:00.000Z", "coordination-confirm"],
        ["sooner-a", "bp-cuoc", "asked", "2026-03-02T09:00:00.000Z", "coordination-confirm"],
        ["sooner-b", "bp-cuoc", "asked", "2026-03-02T09:00:00.000Z", "coordination-confirm"],
        ["later", "bp-cuoc", "asked", "2026-03-03T08:00:00.000Z", "coordination-confirm"],
      ],
    );
  });

  it("counts what waits for the unit", async () => {
    const waiting = await readInside(database.pool, organisation, (inside) =>
      waitingInInbox(inside, { organisation, units: ["bp-cuoc"], visibility: SEES_ALL }),
    );
    assert.equal(waiting, 4);
  });
});
