import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { readInside } from "../../projections/inside-organisation.ts";

const letter = {
  receivedAt: "2026-03-02T09:10:00+07:00",
  postmarkedOn: "2026-02-27",
  cameBy: "post",
  sender: "Công ty TNHH Sao Mai",
  theirNumber: "15/CV-SM",
  theirDate: "2026-02-26",
  about: "V/v khiếu nại gia hạn tên miền",
  sheets: 3,
  unit: "cskh",
};

describe("S2-2.5: the register of letters received", () => {
  let test: TestApi;
  let thu: Caller;
  let lan: Caller;
  let dung: Caller;
  before(async () => {
    test = await openTestApi();
    thu = await test.person("bkns", "thu", "records-clerk@cskh");
    lan = await test.person("bkns", "lan", "clerk@cskh");
    dung = await test.person("bkns", "dung", "unit-member@cskh");
  });
  after(() => test.close());

  it("numbers letters without a gap within the year of their receipt", async () => {
    const first = await thu("POST", "/incoming-letters", letter);
    assert.equal(first.status, 201, JSON.stringify(first.body));
    assert.deepEqual(
      [first.body.number, first.body.year, first.body.outcome, first.body.recordedBy, first.body.unitName !== null],
      [1, 2026, "waiting", "Người thu", true],
    );
    const refused = await thu("POST", "/incoming-letters", { ...letter, unit: "nowhere" });
    assert.equal(refused.status, 404);
    const second = await lan("POST", "/incoming-letters", { ...letter, receivedAt: "2026-03-03T08:00:00+07:00" });
    const old = await lan("POST", "/incoming-letters", {
      ...letter,
      receivedAt: "2025-12-31T23:30:00+07:00",
      postmarkedOn: null,
    });
    assert.deepEqual([second.body.number, second.body.year], [2, 2026]);
    assert.deepEqual([old.body.number, old.body.year], [1, 2025]);
    const listed = await thu("GET", "/incoming-letters");
    assert.deepEqual(
      listed.body.letters.map((each: { year: number; number: number }) => `${each.number}/${each.year}`),
      ["2/2026", "1/2026", "1/2025"],
    );
  });

  it("is kept by records clerks and clerks, and read by who sees every complaint", async () => {
    const board = await test.person("bkns", "sep", "board@cskh");
    assert.equal((await dung("GET", "/incoming-letters")).status, 403);
    assert.equal((await dung("POST", "/incoming-letters", letter)).status, 403);
    assert.equal((await board("GET", "/incoming-letters")).status, 200);
    assert.equal((await board("POST", "/incoming-letters", letter)).status, 403);
  });

  it("refuses a letter from tomorrow, and a postmark after its arrival", async () => {
    const ahead = await thu("POST", "/incoming-letters", {
      ...letter,
      receivedAt: new Date(Date.now() + 86_400_000).toISOString(),
    });
    assert.deepEqual([ahead.status, ahead.body.field], [422, "receivedAt"]);
    const late = await thu("POST", "/incoming-letters", { ...letter, postmarkedOn: "2026-03-03" });
    assert.deepEqual([late.status, late.body.field], [422, "postmarkedOn"]);
  });

  it("is corrected so that what stood there is still read, and stays in its year", async () => {
    const { body } = await thu("POST", "/incoming-letters", letter);
    const path = `/incoming-letters/${body.letterId}`;
    const mended = await lan("PUT", path, { ...letter, sheets: 4 }, { "if-match": '"1"' });
    assert.deepEqual(
      [mended.status, mended.body.sheets, mended.body.version, mended.body.isCorrected],
      [200, 4, 2, true],
    );
    const stale = await lan("PUT", path, { ...letter, sheets: 5 }, { "if-match": '"1"' });
    assert.equal(stale.status, 409);
    const moved = await lan("PUT", path, {
      ...letter,
      receivedAt: "2025-12-31T23:30:00+07:00",
      postmarkedOn: null,
    });
    assert.deepEqual([moved.status, moved.body.field], [409, "receivedAt"]);
    const read = await thu("GET", path);
    assert.deepEqual(
      read.body.history.map(({ version, changedBy, changes }: Record<string, unknown>) => ({
        version,
        changedBy,
        changes,
      })),
      [{ version: 2, changedBy: "Người lan", changes: { sheets: [3, 4] } }],
    );
  });

  it("says what became of a letter: a complaint, or nothing to do with the reason", async () => {
    const { body } = await thu("POST", "/incoming-letters", letter);
    const path = `/incoming-letters/${body.letterId}/conclusions`;
    assert.equal((await thu("POST", path, { outcome: "nothing-to-do" })).status, 400);
    const unknown = await thu("POST", path, { outcome: "registered", complaintId: "nobody" });
    assert.equal(unknown.status, 404);
    const made = await lan("POST", "/complaints", {
      channel: "post",
      content: "Gia hạn bị tính gấp ba",
      occurredAt: letter.receivedAt,
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const done = await lan("POST", path, { outcome: "registered", complaintId: made.body.complaintId });
    assert.deepEqual(
      [done.status, done.body.outcome, done.body.complaintNumber, done.body.isCorrected],
      [200, "registered", made.body.number, false],
    );
    const atComplaint = await thu("GET", `/incoming-letters?complaintId=${made.body.complaintId}`);
    assert.deepEqual(
      atComplaint.body.letters.map(({ letterId }: { letterId: string }) => letterId),
      [body.letterId],
    );
    const other = await thu("POST", path, { outcome: "struck", reason: "Vào sổ hai lần" });
    assert.deepEqual([other.body.outcome, other.body.complaintId, other.body.version], ["struck", null, 3]);
  });

  it("keeps scans, and gives them out to its readers only", async () => {
    const content = "%PDF-1.7 đơn viết tay";
    const form = new FormData();
    form.append("file", new Blob([content]), "don.pdf");
    const encoded = new Response(form);
    const uploaded = await thu("POST", "/attachments", Buffer.from(await encoded.arrayBuffer()), {
      "content-type": String(encoded.headers.get("content-type")),
    });
    assert.equal(uploaded.status, 201, JSON.stringify(uploaded.body));
    const scans = [{ sha256: uploaded.body.sha256, name: "don.pdf" }];
    const { body } = await thu("POST", "/incoming-letters", { ...letter, scans });
    const [scan] = body.scans;
    const path = `/incoming-letters/${body.letterId}/scans/${scan.attachmentId}`;
    const read = await lan("GET", path);
    assert.deepEqual([read.status, read.headers["content-type"], read.body], [200, "application/pdf", content]);
    assert.equal((await dung("GET", path)).status, 403);
    const { rows } = await readInside(test.database.pool, "bkns", (connection) =>
      connection.query<{ is_named: boolean }>("select is_named from attachment where sha256 = $1", [scan.sha256]),
    );
    assert.deepEqual(rows, [{ is_named: true }]);
  });

  it("is searched without tone marks, by days and by what became of it", async () => {
    await thu("POST", "/incoming-letters", {
      ...letter,
      sender: "Trần Thị Bưởi",
      receivedAt: "2026-04-01T23:59:00+07:00",
      about: "Đơn xin hoàn tiền",
    });
    const sendersOf = async (query: string) =>
      (await thu("GET", `/incoming-letters?${query}`)).body.letters.map(({ sender }: { sender: string }) => sender);
    assert.deepEqual(await sendersOf("search=buoi"), ["Trần Thị Bưởi"]);
    assert.deepEqual(await sendersOf("search=hoan%20tien"), ["Trần Thị Bưởi"]);
    assert.deepEqual(await sendersOf("fromDay=2026-04-01&toDay=2026-04-01"), ["Trần Thị Bưởi"]);
    assert.deepEqual(await sendersOf("fromDay=2026-04-02"), []);
    assert.deepEqual(await sendersOf("outcome=struck"), ["Công ty TNHH Sao Mai"]);
  });

  it("is taken out as CSV, and the log says by whom", async () => {
    const table = await thu("GET", "/incoming-letters/export?search=buoi");
    assert.equal(table.status, 200);
    const [head = "", line = ""] = String(table.body).split("\r\n");
    assert.match(head, /^\uFEFFSố đến,Năm,Ngày đến,Dấu bưu điện,/);
    assert.match(line, /^\d+,2026,2026-04-01 23:59,2026-02-27,Bưu điện,Trần Thị Bưởi,15\/CV-SM,/);
    const { rows } = await readInside(test.database.pool, "bkns", (connection) =>
      connection.query<{ data: unknown; actor: { personId: string } }>(
        "select data, actor from organisation_log where type = 'ListExported'",
      ),
    );
    assert.deepEqual(
      rows.map(({ data, actor }) => [data, actor.personId]),
      [[{ list: "incoming-letters", filters: ["search"] }, "thu"]],
    );
  });
});
