import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { writeInside } from "../../projections/inside-organisation.ts";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

const complaint = {
  channel: "phone",
  content: "Mạng công ty chậm từ hôm qua.",
  customer: { name: "Công ty An Phú", phone: "0912345678" },
};

/** Changes what is stored as nobody can: what takes days to happen. */
function behind({ database }: TestApi, text: string, values: unknown[] = []): Promise<unknown> {
  return writeInside(database.pool, "vntt", (connection) => connection.query(text, values));
}

describe("the overview of a shift", () => {
  let test: TestApi;
  let lan: Caller;
  let minh: Caller;
  let hoa: Caller;
  let outsider: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh", "shift-lead@cskh");
    minh = await test.person("vntt", "minh", "unit-member@p-ktvt");
    hoa = await test.person("vntt", "hoa", "clerk@cskh");
    outsider = await test.person("bkns", "hai", "shift-lead@cskh");
  });
  after(() => test.close());

  it("counts what is open by unit and by person, and what arrived, for those who may see it", async () => {
    const empty = (await lan("GET", "/overview")).body;
    assert.deepEqual(empty.total, { open: 0, overdue: 0, dueToday: 0, unassigned: 0, paused: 0 });
    assert.equal(empty.arrivals.length, 24);
    const taken = await lan("POST", "/complaints", complaint);
    assert.equal(taken.status, 201, JSON.stringify(taken.body));
    const { body } = await lan("GET", "/overview");
    assert.equal(body.total.open, 1);
    assert.deepEqual(
      body.byUnit.map(({ unit, open }: { unit: string; open: number }) => [unit, open]),
      [["cskh", 1]],
    );
    assert.equal(
      body.arrivals.reduce((sum: number, { today }: { today: number }) => sum + today, 0),
      1,
    );
    assert.equal(body.oldest[0].customerName, "Công ty An Phú");
    assert.equal((await outsider("GET", "/overview")).body.total.open, 0);
    assert.equal((await minh("GET", "/overview")).body.total.open, 0);
  });

  it("tells what was broken and what calls were promised", async () => {
    const [{ complaintId }] = (await lan("GET", "/overview")).body.oldest;
    await behind(
      test,
      "update clock set breached_at = now() where organisation = 'vntt' and complaint_id = $1 and origin = 'procedure'",
      [complaintId],
    );
    const { breaches } = (await lan("GET", "/overview")).body;
    assert.ok(breaches.length > 0);
    assert.ok(breaches.every((breach: { complaintId: string }) => breach.complaintId === complaintId));
    assert.deepEqual((await minh("GET", "/overview")).body.breaches, []);
  });

  it("counts what the lists behind its figures hold: due today, paused, and received today", async () => {
    const [{ complaintId }] = (await lan("GET", "/overview")).body.oldest;
    const listed = async (query: string) => (await lan("GET", `/complaints?${query}`)).body.items.length;
    const tonight = `(date_trunc('day', now() at time zone 'Asia/Ho_Chi_Minh') + interval '1 day') at time zone 'Asia/Ho_Chi_Minh'`;
    const setDue = (due: string, isPaused: boolean) =>
      behind(
        test,
        `update complaint_row set due_at = ${due}, is_paused = $2 where organisation = 'vntt' and complaint_id = $1`,
        [complaintId, isPaused],
      );
    await setDue(tonight, false);
    assert.equal((await lan("GET", "/overview")).body.total.dueToday, 1);
    assert.deepEqual([await listed("due=today"), await listed("due=paused"), await listed("due=overdue")], [1, 0, 0]);
    await setDue(`${tonight} + interval '1 second'`, true);
    assert.deepEqual([await listed("due=today"), await listed("due=paused")], [0, 1]);
    assert.equal((await lan("GET", "/overview")).body.total.paused, 1);
    assert.equal(await listed("received=today"), 1);
    await behind(test, "update complaint_row set received_at = now() - interval '25 hours' where complaint_id = $1", [
      complaintId,
    ]);
    assert.equal(await listed("received=today"), 0);
  });

  it("hands a shift over once, by a note that names who wrote and who took it", async () => {
    const note = { text: "  Khách Công ty An Phú gọi lại lúc 15:00  ", unit: "cskh" };
    const written = await lan("POST", "/shift-notes", note);
    assert.equal(written.status, 201, JSON.stringify(written.body));
    assert.equal(written.body.text, "Khách Công ty An Phú gọi lại lúc 15:00");
    assert.equal(written.body.writtenBy, "Người lan");
    assert.equal(written.body.mayTake, false, "who writes it does not take it over");
    assert.equal((await hoa("GET", "/shift-notes")).body.notes[0].mayTake, true);
    assert.equal((await minh("POST", `/shift-notes/${written.body.noteId}/takings`, {})).status, 404);
    const taken = await lan("POST", `/shift-notes/${written.body.noteId}/takings`, {});
    assert.equal(taken.body.takenBy, "Người lan");
    assert.equal((await lan("GET", "/shift-notes")).body.notes.length, 1);
    assert.equal((await minh("GET", "/shift-notes")).body.notes.length, 0);
    assert.equal((await minh("POST", "/shift-notes", note)).status, 403);
    assert.equal((await lan("POST", "/shift-notes", { text: " \u200b " })).status, 400);
  });
});

describe("notifications", () => {
  let test: TestApi;
  let lan: Caller;
  let hoa: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
    hoa = await test.person("vntt", "hoa", "clerk@cskh");
  });
  after(() => test.close());

  it("reach whom a note mentions, are read once, and may count as new again", async () => {
    const { body } = await lan("POST", "/complaints", complaint);
    const noted = await lan("POST", `/complaints/${body.complaintId}/notes`, {
      text: "Nhờ @Hoà xem",
      mentions: ["hoa"],
    });
    assert.equal(noted.status, 201, JSON.stringify(noted.body));
    const told = (await hoa("GET", "/notifications")).body;
    assert.equal(told.unread, 1);
    assert.equal(told.items[0].kind, "mentioned");
    assert.equal(told.items[0].customerName, "Công ty An Phú");
    assert.equal(told.items[0].sequence, noted.body.sequence);
    const ids = [told.items[0].notificationId];
    assert.equal((await lan("POST", "/notifications/readings", { notificationIds: ids })).body.unread, 0);
    assert.equal((await hoa("GET", "/notifications")).body.unread, 1, "another's word changes nothing");
    assert.equal((await hoa("POST", "/notifications/readings", {})).body.unread, 0);
    assert.deepEqual((await hoa("GET", "/notifications?unread=true")).body.items, []);
    assert.equal(
      (await hoa("POST", "/notifications/readings", { notificationIds: ids, isRead: false })).body.unread,
      1,
    );
    assert.equal((await hoa("GET", "/notifications?cursor=abc")).status, 400);
  });

  it("of a unit's question reach each of the unit", async () => {
    const tam = await test.person("vntt", "tam", "unit-member@p-ktvt");
    const son = await test.person("vntt", "son", "unit-member@p-ktvt");
    await behind(
      test,
      `insert into outbox (organisation, outbox_id, complaint_id, sequence, kind, audience, recipient, content, urgency, queued_at, next_try_at)
       values ('vntt', 'asked-1', 'none', 1, 'coordination-asked', 'unit', 'p-ktvt', '{}', 'now', now(), now())`,
    );
    assert.deepEqual(
      [await tam("GET", "/notifications"), await son("GET", "/notifications"), await lan("GET", "/notifications")].map(
        ({ body }) => body.unread,
      ),
      [1, 1, 0],
    );
  });
});
