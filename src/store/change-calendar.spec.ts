import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { clerk, openTestStore, registered } from "../../tests/support/store.ts";
import { complaintFile } from "../projections/complaint-file/complaint-file.ts";
import { readInside } from "../projections/inside-organisation.ts";
import { SEES_ALL } from "../projections/visibility.ts";
import { defaultRules } from "../procedure/pure/calendar/calendar-rules.ts";
import { changeCalendar } from "./change-calendar.ts";
import type { Store } from "./open-store.ts";

describe("changeCalendar", () => {
  let database: TestDatabase;
  let store: Store;
  let complaintId: string;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
    complaintId = (await registered(store)).complaintId;
  });
  after(() => database.close());

  /** A notice that comes late: the next three weeks are days off. */
  const rules = async () => {
    const first = await stateNow();
    const closures = Array.from({ length: 21 }, (_, index) => ({
      date: new Date(Date.parse(first.receivedAt) + (index + 1) * 86_400_000).toISOString().slice(0, 10),
      reason: "bão",
    }));
    return { ...defaultRules, closures };
  };
  const change = async (preview: boolean) =>
    changeCalendar(store, { organisation: "vntt", rules: await rules(), reason: "bão số 9", actor: clerk, preview });
  const stateNow = async () => {
    const file = await readInside(database.pool, "vntt", (inside) =>
      complaintFile(inside, { organisation: "vntt", complaintId, visibility: SEES_ALL }),
    );
    assert.ok(file);
    return file.state;
  };
  const dueOf = async (rule: string) => (await stateNow()).clocks.find((clock) => clock.rule === rule)?.dueAt;

  it("shows first which open clocks would move, and changes nothing", async () => {
    const before = await dueOf("reply-2wd");
    const shown = await change(true);
    assert.ok(shown.ok && shown.number === null);
    assert.deepEqual(
      shown.moved.map(({ rule, from }) => [rule, from]),
      [["reply-2wd", before]],
    );
    assert.equal(await dueOf("reply-2wd"), before);
  });

  it("moves them by events, and leaves the clocks of the law where they are", async () => {
    const [promise, law] = [await dueOf("reply-2wd"), await dueOf("law-resolve")];
    const changed = await change(false);
    assert.ok(changed.ok && changed.number === 1 && changed.moved.length === 1);
    assert.ok(((await dueOf("reply-2wd")) ?? "") > (promise ?? ""));
    assert.equal(await dueOf("law-resolve"), law);
    assert.equal((await stateNow()).clocks.find(({ rule }) => rule === "reply-2wd")?.status, "running");
  });

  it("counts new complaints on the changed calendar from the next command on", async () => {
    const { state } = await registered(store);
    assert.equal(state.clocks.find(({ rule }) => rule === "reply-2wd")?.dueAt, await dueOf("reply-2wd"));
  });

  it("moves nothing the second time", async () => {
    const again = await change(false);
    assert.deepEqual(again, { ok: true, number: 2, moved: [], left: 0 });
  });

  it("refuses rules that cannot be counted on, and a change without a reason", async () => {
    const refused = await changeCalendar(store, {
      organisation: "vntt",
      rules: { ...defaultRules, week: [] },
      reason: " ",
      actor: clerk,
      preview: false,
    });
    assert.equal(!refused.ok && refused.problems.length, 2);
  });
});
