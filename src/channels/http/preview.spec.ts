import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

describe("a preview", () => {
  let test: TestApi;
  let lan: Caller;
  let admin: Caller;
  let folder: string;
  before(async () => {
    folder = await nextEditionOfVntt();
    test = await openTestApi({ proceduresFolder: folder });
    lan = await test.person("vntt", "lan", "clerk@cskh");
    admin = await test.person("vntt", "quan-tri", "administrator@cskh", "approver@cskh");
  });
  after(async () => {
    await test.close();
    await rm(folder, { recursive: true });
  });

  const registered = async (occurredAt: string): Promise<string> => {
    const call = {
      channel: "phone",
      kind: "charges",
      service: "internet",
      content: "Cước sai",
      customer: { consumer: true },
    };
    const { status, body } = await lan("POST", "/complaints", { ...call, occurredAt });
    assert.equal(status, 201, JSON.stringify(body));
    return body.complaintId;
  };
  const changesIn = (body: { clocks: { rule: string; change: string }[] }) =>
    body.clocks.map(({ rule, change }) => `${rule} ${change}`);
  /** Every row that a command could write, as the owner sees them. */
  const everything = async (): Promise<unknown> => {
    const tables = [
      "complaint",
      "event",
      "complaint_row",
      "clock",
      "complaint_text",
      "outbox",
      "idempotency",
      "edition",
      "letter_register",
    ];
    const connection = await test.database.ownerPool.connect();
    try {
      await connection.query("begin; select enter_organisation('vntt')");
      const rows: unknown[] = [];
      for (const table of tables) rows.push((await connection.query(`select * from ${table} order by 1, 2`)).rows);
      return rows;
    } finally {
      await connection.query("rollback");
      connection.release();
    }
  };

  it("shows what moving to another edition would change, and writes nothing", async () => {
    // A Tuesday: two working days end with Thursday, three with Friday.
    const id = await registered("2026-10-20T09:00:00+07:00");
    const to = test.store.registry.editions().find(({ ref }) => ref.effectiveOn === "2026-11-01")?.ref;
    const move = { to, stage: "intake", reason: "Quy trình lần ban hành 03" };
    const before = await everything();
    const path = `/complaints/${id}/edition-moves`;
    const shown = await admin("POST", `${path}?preview=true`, move, { "idempotency-key": "chuyen-1" });
    assert.equal(shown.status, 200, JSON.stringify(shown.body));
    assert.deepEqual(await everything(), before);
    assert.deepEqual(shown.body.stage, { from: "intake", to: "intake", toName: "Tiếp nhận khiếu nại" });
    assert.deepEqual(shown.body.clocks, [
      {
        clockId: "reply-2wd:complaint:1",
        rule: "reply-2wd",
        change: "moves",
        from: { status: "running", dueOn: "2026-10-22", dueAt: "2026-10-22T17:00:00.000Z" },
        to: { status: "running", dueOn: "2026-10-23", dueAt: "2026-10-23T17:00:00.000Z" },
        name: "Phản hồi thông tin khiếu nại cho khách hàng",
      },
    ]);
    const headers = { "idempotency-key": "chuyen-1", "if-match": `"${shown.body.sequence}"` };
    const done = await admin("POST", path, move, headers);
    assert.equal(done.status, 201, JSON.stringify(done.body));
    const factsOf = (body: { events: { type: string; sequence: number; data: unknown }[] }) =>
      body.events.map(({ type, sequence, data }) => [type, sequence, data]);
    assert.deepEqual(factsOf(done.body), factsOf(shown.body));
  });

  it("shows old and new due of an extension, and what a verb would end and begin", async () => {
    const id = await registered("2026-10-20T09:00:00+07:00");
    await lan("POST", `/complaints/${id}/assignments`, { personId: "lan" });
    const asked = { requests: [{ unit: "bp-cuoc", via: "phone", question: "Đối soát cước" }] };
    const begins = await lan("POST", `/complaints/${id}/coordinations?preview=true`, asked);
    assert.deepEqual(begins.body.stage, {
      from: "at-once",
      to: "coordination",
      toName: "Thực hiện yêu cầu phối hợp xử lý",
    });
    assert.deepEqual(changesIn(begins.body), [
      "handle-at-once ends",
      "coordination-confirm begins",
      "coordination-answer begins",
    ]);
    await lan("POST", `/complaints/${id}/coordinations`, asked);
    const { body: file } = await lan("GET", `/complaints/${id}`);
    const clock = file.clocks.find(({ rule }: { rule: string }) => rule === "coordination-answer");
    const before = await everything();
    const extension = { by: "1 working day", reason: "Chờ tổng đài" };
    const shown = await admin("POST", `/complaints/${id}/clocks/${clock.clockId}/extensions?preview=true`, extension);
    assert.equal(shown.status, 200, JSON.stringify(shown.body));
    const [moved] = shown.body.clocks;
    assert.deepEqual([moved.clockId, moved.change, moved.from.dueAt], [clock.clockId, "moves", clock.dueAt]);
    assert.ok(moved.to.dueAt > clock.dueAt);
    const promises = [{ text: "Có kết quả đối soát", dueOn: "2027-01-15" }];
    const interim = { content: "Đang đối soát", final: false, promises };
    const ends = await lan("POST", `/complaints/${id}/replies?preview=true`, interim);
    assert.deepEqual(changesIn(ends.body), ["reply-2wd ends", "law-acknowledge-consumer ends", "promise begins"]);
    assert.deepEqual(await everything(), before);
  });

  it("is refused as the verb itself would be", async () => {
    const id = await registered("2026-10-20T09:00:00+07:00");
    const early = await lan("POST", `/complaints/${id}/closings?preview=true`, { outcome: "satisfied" });
    const real = await lan("POST", `/complaints/${id}/closings`, { outcome: "satisfied" });
    assert.deepEqual([early.status, early.body.title], [real.status, real.body.title]);
    assert.equal(early.status, 422);
    const unknown = await lan("POST", "/complaints/khong-co/notes?preview=true", { text: "x" });
    assert.equal(unknown.status, 404);
    assert.equal((await lan("POST", `/complaints/${id}/notes?preview=maybe`, { text: "x" })).status, 400);
  });
});

/** An operator's folder with the next edition of VNTT's procedure, in which the first reply has a day more. */
async function nextEditionOfVntt(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "hoiam-packs-"));
  const issued = join(import.meta.dirname, "../../../procedures/vntt/kd-qt04/2018-01-19.yaml");
  const text = await readFile(issued, "utf8");
  const next = text
    .replace("effectiveOn: 2018-01-19", "effectiveOn: 2026-11-01")
    .replace('term: "2 working days"', 'term: "3 working days"');
  await mkdir(join(folder, "vntt/kd-qt04"), { recursive: true });
  await writeFile(join(folder, "vntt/kd-qt04/2026-11-01.yaml"), next);
  return folder;
}
