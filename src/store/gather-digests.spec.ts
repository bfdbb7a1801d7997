import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { done, openTestStore, registration } from "../../tests/support/store.ts";
import { addPerson } from "../access/people.ts";
import { delegate } from "../access/roles.ts";
import type { Command } from "../complaint/command.ts";
import type { Actor } from "../complaint/context.ts";
import type { Complaint } from "../complaint/state.ts";
import { readInside, writeInside } from "../projections/inside-organisation.ts";
import { fireUntil } from "./fire-until.ts";
import { gatherDigests } from "./gather-digests.ts";
import { handleCommand } from "./handle-command.ts";
import type { Store } from "./open-store.ts";

const organisation = "vntt";
const lead: Actor = {
  kind: "person",
  personId: "điều-hành",
  roles: ["clerk", "shift-lead"].map((role) => ({ role: role as "clerk" | "shift-lead", unit: "cskh" })),
};

const withdraw: Command = { verb: "withdraw", data: { reason: "khách rút", channel: "phone" } };

// VNTT works from 08:00 to 12:00 and from 13:00 to 17:00 at UTC+7: 01:00 to 05:00 and 06:00 to 10:00 in UTC.
describe("gatherDigests", () => {
  let database: TestDatabase;
  let store: Store;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
    await writeInside(database.pool, organisation, async (connection) => {
      for (const personId of ["lan", "hai"]) {
        const person = { personId, name: personId, signInName: personId };
        assert.equal(typeof (await addPerson(connection, organisation, person)), "object");
      }
    });
  });
  after(() => database.close());

  // What earlier examples left running would have to be fired first.
  afterEach(() =>
    writeInside(database.pool, organisation, (inside) => inside.query("update complaint set next_firing_at = null")),
  );

  type At = { at: string };
  const gather = ({ at }: At) => gatherDigests(store, { organisation, at });

  const carryOut = async (complaintId: string, at: string, command: Command) =>
    done(
      await handleCommand(store, {
        organisation,
        complaintId,
        actor: lead,
        command: { ...command, occurredAt: at },
      }),
    );

  /** In Lan's hands, with a question to the network centre that is to be answered by a day. */
  async function complaint(receivedAt: string, { answerOn, asked = "p-qtdc" }: { answerOn: string; asked?: string }) {
    const request = registration();
    const { complaintId } = done(
      await handleCommand(store, { ...request, command: { ...request.command, occurredAt: receivedAt } }),
    );
    await carryOut(complaintId, receivedAt, { verb: "assign", data: { personId: "lan", unit: "cskh" } });
    const requests = [{ unit: asked, question: "Nguyên nhân?", dueOn: answerOn }];
    return carryOut(complaintId, receivedAt, { verb: "request-coordination", data: { requests } });
  }

  /** As a worker would have done that looked at these instants. */
  async function fire({ complaintId, state }: { complaintId: string; state: Complaint }, ...looks: string[]) {
    let known = state;
    for (const at of looks) known = await fireUntil(store, { organisation, complaintId, known, at });
  }

  /** What the digests of a shift list, by recipient. */
  async function listed(shiftAt: string) {
    const { rows } = await readInside(database.pool, organisation, (inside) =>
      inside.query<{ recipient: string; clocks: Record<string, string>[] }>(
        `select audience || ' ' || recipient as recipient, content -> 'clocks' as clocks from outbox
         where kind = 'shift-digest' and content ->> 'shiftAt' = $1 order by 1`,
        [shiftAt],
      ),
    );
    return rows.map(({ recipient, clocks }) => [recipient, ...clocks.map(({ rule, dueAt }) => `${rule} ${dueAt}`)]);
  }

  it("waits over Tết, and comes once with the first shift after it, also to a worker that starts late", async () => {
    // Two working days from Thursday: Friday 13, and Monday 23 after Tết. Eight working hours before: Friday 17:00.
    const late = await complaint("2026-02-12T03:00:00.000Z", { answerOn: "2026-02-13" });
    assert.equal(await gather({ at: "2026-02-23T02:47:00.000Z" }), 0, "waits for what has not been fired yet");
    await fire(late, "2026-02-13T10:00:00.000Z", "2026-02-18T03:00:00.000Z");
    assert.equal(await gather({ at: "2026-02-18T03:00:00.000Z" }), 0, "nothing had fallen due by Friday 13:00");
    assert.equal(await gather({ at: "2026-02-23T00:59:59.999Z" }), 0);
    assert.equal(await gather({ at: "2026-02-23T02:47:00.000Z" }), 1);
    assert.deepEqual(await listed("2026-02-23T01:00:00.000Z"), [["person lan", "reply-2wd 2026-02-23T17:00:00.000Z"]]);
    assert.equal(await gather({ at: "2026-02-23T02:48:00.000Z" }), 0);
  });

  it("is made after lunch of what fell due at noon", async () => {
    // The law's acknowledgement is due at the same midnight and came first: its warning at 12:00 left at once.
    const noon = await complaint("2026-03-02T03:00:00.000Z", { answerOn: "2026-03-05" });
    await fire(noon, "2026-03-05T05:30:00.000Z");
    assert.equal(await gather({ at: "2026-03-05T05:59:59.999Z" }), 0);
    assert.equal(await gather({ at: "2026-03-05T06:00:00.000Z" }), 1);
    assert.deepEqual(await listed("2026-03-05T06:00:00.000Z"), [
      ["unit p-qtdc", "coordination-answer 2026-03-05T17:00:00.000Z"],
    ]);
  });

  it("is one for each recipient, made once by three workers, and goes to the deputy of who is away", async () => {
    const delegation = {
      delegationId: "d1",
      personId: "lan",
      deputyId: "hai",
      fromOn: "2026-08-01",
      toOn: "2026-08-05",
    };
    await writeInside(database.pool, organisation, (inside) =>
      delegate(inside, organisation, { ...delegation, givenBy: "set-up" }),
    );
    for (const hour of ["02", "03"]) {
      const each = await complaint(`2026-08-03T${hour}:00:00.000Z`, { answerOn: "2026-08-04" });
      await fire(each, "2026-08-04T10:00:00.000Z", "2026-08-05T00:30:00.000Z");
    }
    const ended = await complaint("2026-08-03T04:00:00.000Z", { answerOn: "2026-08-04" });
    await fire(ended, "2026-08-04T10:00:00.000Z", "2026-08-05T00:30:00.000Z");
    await carryOut(ended.complaintId, "2026-08-05T00:40:00.000Z", withdraw);
    const made = await Promise.all([1, 2, 3].map(() => gather({ at: "2026-08-05T01:00:00.000Z" })));
    assert.deepEqual(
      made.toSorted((a, b) => a - b),
      [0, 0, 2],
    );
    const both = ["reply-2wd 2026-08-05T17:00:00.000Z", "reply-2wd 2026-08-05T17:00:00.000Z"];
    assert.deepEqual(await listed("2026-08-05T01:00:00.000Z"), [
      ["person hai", ...both],
      ["person lan", ...both],
    ]);
    const { rows } = await readInside(database.pool, organisation, (inside) =>
      inside.query<{ settled: string }>(
        `select status || coalesce(' ' || last_error, '') || ' ' || count(*) as settled from outbox
         where urgency = 'digest' and queued_at > now() - interval '1 hour' and complaint_id = any ($1) group by status, last_error`,
        [[ended.complaintId]],
      ),
    );
    assert.deepEqual(rows, [{ settled: "dropped clock-ended 1" }]);
  });

  it("is all there or not at all", async () => {
    const cut = await complaint("2026-08-10T03:00:00.000Z", { answerOn: "2026-08-11" });
    await fire(cut, "2026-08-11T10:00:00.000Z", "2026-08-12T00:30:00.000Z");
    const at = "2026-08-12T01:00:00.000Z";
    const inTheWay = `shift-digest.${at}.person.lan`;
    await onOutbox(
      `insert into outbox (organisation, outbox_id, kind, audience, content, urgency, queued_at, next_try_at)
       values ('vntt', $1, 'shift-digest', 'person', '{}', 'now', now(), now())`,
      inTheWay,
    );
    await assert.rejects(gather({ at }), /outbox_pkey/);
    await onOutbox("update outbox set outbox_id = 'elsewhere' where outbox_id = $1", inTheWay);
    assert.equal(await gather({ at }), 1);
    assert.deepEqual(await listed(at), [["person lan", "reply-2wd 2026-08-12T17:00:00.000Z"]]);
  });

  const onOutbox = (sql: string, outboxId: string) =>
    writeInside(database.pool, organisation, (inside) => inside.query(sql, [outboxId]));
});
