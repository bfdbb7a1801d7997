import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type TestApi } from "../../../tests/support/api.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { withRemaining } from "./remaining.ts";

const hourMs = 3_600_000;

describe("how far the dues of a page are", () => {
  let test: TestApi;
  before(async () => {
    test = await openTestApi();
  });
  after(() => test.close());

  /** Friday 13 February 2026, 16:00 in Vietnam: Tết begins with the next day, and Monday 23 is open again. */
  const beforeTet = () => "2026-02-13T09:00:00.000Z";
  const dueOf = async (organisation: string, dueAt: string | null) => {
    const { store } = test;
    const page = await readInside(store.pool, organisation, (connection) =>
      withRemaining(
        { items: [{ number: "KN-1", dueAt }], next: "x" },
        { store, now: beforeTet },
        { connection, organisation },
      ),
    );
    assert.deepEqual([page.next, page.items[0]?.number], ["x", "KN-1"]);
    return page.items[0]?.remaining;
  };

  it("is counted on the organisation's own shifts and days", async () => {
    assert.deepEqual(await dueOf("vntt", "2026-02-23T17:00:00.000Z"), {
      workingMs: 9 * hourMs,
      isElapsed: false,
      openDays: 1,
    });
    assert.deepEqual(await dueOf("vntt", "2026-02-12T17:00:00.000Z"), {
      workingMs: -7 * hourMs,
      isElapsed: false,
      openDays: -1,
    });
  });

  it("is null where nothing runs, and where the day is beyond every calendar", async () => {
    assert.equal(await dueOf("vntt", null), null);
    assert.equal(await dueOf("vntt", "2051-02-23T17:00:00.000Z"), null);
  });

  it("follows a change of the calendar", async () => {
    const admin = await test.person("vntt", "quan-tri", "administrator@cskh");
    const { offsetMinutes: _vietnam, ...rules } = (await admin("GET", "/calendars")).body.rules;
    const closures = [{ date: "2026-02-23", reason: "Khai xuân" }];
    const changed = await admin("POST", "/calendars", {
      rules: { ...rules, closures },
      reason: "Khai xuân",
      preview: false,
    });
    assert.equal(changed.status, 200, JSON.stringify(changed.body));
    assert.deepEqual(await dueOf("vntt", "2026-02-23T17:00:00.000Z"), {
      workingMs: hourMs,
      isElapsed: false,
      openDays: 0,
    });
  });
});
