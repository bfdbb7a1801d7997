import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

describe("a day off that was added", () => {
  let test: TestApi;
  let admin: Caller;
  let lan: Caller;
  let complaintId: string;
  before(async () => {
    test = await openTestApi();
    admin = await test.person("vntt", "tuan", "administrator@cskh");
    lan = await test.person("vntt", "lan", "clerk@cskh");
    const said = { channel: "phone", kind: "incident", content: "Mất mạng", customer: { name: "Bà Bảy" } };
    ({ complaintId } = (await lan("POST", "/complaints", said)).body);
  });
  after(() => test.close());

  const dueOf = async () => {
    const { clocks } = (await lan("GET", `/complaints/${complaintId}`)).body;
    const clock = clocks.find(({ rule }: { rule: string }) => rule === "reply-2wd");
    const { dueAt, dueOn }: { dueAt: string; dueOn: string } = clock;
    return { dueAt, dueOn };
  };
  const facts = async () => (await admin("GET", "/organisation-log")).body.facts as { type: string; data: object }[];

  it("moves clocks, and taken back it moves them back to the instant where they were, in the log both times", async () => {
    const before = await dueOf();
    const day = { date: before.dueOn, kind: "closure", reason: "nghỉ bão" };
    const seen = await admin("POST", "/calendars/days", { ...day, preview: true });
    assert.deepEqual([seen.status, seen.body.number], [200, null], JSON.stringify(seen.body));
    assert.deepEqual(await dueOf(), before);
    const added = await admin("POST", "/calendars/days", { ...day, preview: false });
    assert.deepEqual(added.body.moved, seen.body.moved);
    const between = await dueOf();
    assert.ok(between.dueAt > before.dueAt);

    const path = `/calendars/days/${day.date}/removals`;
    const asked = { reason: "vẫn làm việc", preview: true };
    const back = await admin("POST", path, asked);
    assert.deepEqual(
      back.body.moved.map(({ rule, from, to }: Record<string, string>) => ({ rule, from, to })),
      [{ rule: "reply-2wd", from: between.dueAt, to: before.dueAt }],
    );
    assert.deepEqual(await dueOf(), between);
    assert.equal((await admin("POST", path, { ...asked, preview: false })).status, 200);
    assert.deepEqual(await dueOf(), before);

    const noted = (await facts()).filter(({ type }) => type === "CalendarChanged").map(({ data }) => data);
    assert.deepEqual(noted, [
      { number: 1, change: "added", date: day.date, kind: "closure" },
      { number: 2, change: "taken-back", date: day.date, kind: "closure" },
    ]);
    const { ownDays, changes } = (await lan("GET", "/calendars")).body;
    assert.deepEqual(ownDays, []);
    assert.deepEqual(
      changes.map(({ reason, changedByName }: Record<string, string>) => [reason, changedByName]),
      [
        ["vẫn làm việc", "Người tuan"],
        ["nghỉ bão", "Người tuan"],
      ],
    );
  });

  it("is the only kind of day that can be taken back", async () => {
    const back = (date: string) => admin("POST", `/calendars/days/${date}/removals`, { reason: "nhầm", preview: true });
    const national = await back("2026-09-02");
    assert.deepEqual([national.status, national.body.title], [422, "day-of-nation"]);
    assert.equal(
      national.body.detail,
      "Ngày 2026-09-02 (Quốc khánh) nằm trong lịch nghỉ của Nhà nước, không bỏ ở đây được. Nếu hôm đó làm việc, hãy thêm ngày làm.",
    );
    assert.equal((await back("2026-09-09")).body.title, "day-not-added");
    assert.equal(
      (await lan("POST", "/calendars/days/2026-09-02/removals", { reason: "x", preview: true })).status,
      403,
    );
  });
});
