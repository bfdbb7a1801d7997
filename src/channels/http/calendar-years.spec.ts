import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

type Day = { date: string; isOpen: boolean; reason: string; name: string | null };

describe("a year of the calendar", () => {
  let test: TestApi;
  let lan: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
  });
  after(() => test.close());

  it("says of each day whether it is open, and why", async () => {
    const { status, body } = await lan("GET", "/calendars/years/2026");
    assert.equal(status, 200);
    assert.equal(body.days.length, 365);
    const on = (date: string): Day | undefined => body.days.find((day: Day) => day.date === date);
    // Tết 2026 is on 17 February; 24 November is the Day of Vietnamese Culture, a day off from 2026.
    assert.deepEqual([on("2026-02-17")?.isOpen, on("2026-02-17")?.reason], [false, "holiday"]);
    assert.equal(on("2026-11-24")?.isOpen, false);
    assert.deepEqual([on("2026-11-25")?.isOpen, on("2026-11-25")?.reason], [true, "working-day"]);
    assert.deepEqual([on("2026-11-22")?.isOpen, on("2026-11-22")?.reason], [false, "rest-day"]);
  });

  it("has 366 days in a leap year, and none beyond what is known", async () => {
    assert.equal((await lan("GET", "/calendars/years/2028")).body.days.length, 366);
    assert.equal((await lan("GET", "/calendars/years/1999")).status, 404);
  });
});
