import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { mailArrival, testSecretsKey } from "../../../tests/support/arrivals.ts";
import { takeInArrival } from "../../intake/take-in.ts";
import { writeInside } from "../../projections/inside-organisation.ts";
import type { NewArrival } from "../../store/arrivals.ts";
import { keepContent } from "../../store/attachments/keep-content.ts";

describe("the tray of what arrived", () => {
  let test: TestApi;
  let lan: Caller;
  let minh: Caller;
  let auditor: Caller;
  let mails = 0;
  before(async () => {
    test = await openTestApi({ secretsKey: testSecretsKey });
    lan = await test.person("vntt", "lan", "clerk@cskh");
    minh = await test.person("vntt", "minh", "unit-member@p-ktvt");
    auditor = await test.person("vntt", "kiem-toan", "auditor@cskh");
  });
  after(() => test.close());

  const arrived = (change: Parameters<typeof mailArrival>[0] = {}) => {
    mails += 1;
    const messageId = `<thu-${mails}@khach.example>`;
    const arrival: NewArrival = mailArrival({
      content: `Thư số ${mails}.`,
      externalKey: messageId,
      beginsComplaints: false,
      ...change,
      headers: { messageId, ...change.headers },
    });
    return takeInArrival({ store: test.store, secretsKey: testSecretsKey }, arrival);
  };
  const one = async (arrivalId: string) => (await lan("GET", `/arrivals/${arrivalId}`)).body;

  it("shows what waits to clerks and shift leads, the latest first, page by page", async () => {
    const first = await arrived({ receivedAt: "2026-11-09T02:30:00.000Z" });
    const second = await arrived({ receivedAt: "2026-11-09T02:31:00.000Z" });
    const page = await lan("GET", "/arrivals?limit=1");
    assert.equal(page.status, 200, JSON.stringify(page.body));
    assert.equal(page.body.waiting, 2);
    assert.deepEqual(
      page.body.arrivals.map(({ arrivalId }: { arrivalId: string }) => arrivalId),
      [second.arrivalId],
    );
    const cursor = encodeURIComponent(page.body.nextCursor);
    const next = await lan("GET", `/arrivals?limit=1&cursor=${cursor}`);
    assert.equal(next.body.arrivals[0].arrivalId, first.arrivalId);
    assert.equal(next.body.nextCursor, null);
    assert.equal((await minh("GET", "/arrivals")).status, 403);
    assert.equal((await minh("GET", `/arrivals/${first.arrivalId}`)).status, 403);
    assert.equal((await auditor("GET", "/arrivals")).body.type, "/problems/not-your-role");
    const shown = await one(first.arrivalId);
    assert.deepEqual(
      [shown.waitingReason, shown.sender.email, shown.subject, shown.content, shown.about, shown.into],
      ["not-complaint-mailbox", "hoa@khach.example", "Mất mạng từ sáng", "Thư số 1.", null, null],
    );
  });

  it("finds among them by who wrote, by the subject and by the beginning, and by how it came", async () => {
    const hoa = await arrived({ subject: "Hỏi về hoá đơn", content: "Hoá đơn tháng 9 sai tên công ty." });
    const found = async (query: object) => {
      const { body } = await lan("GET", `/arrivals?${new URLSearchParams({ ...query }).toString()}`);
      return body.arrivals.map(({ arrivalId }: { arrivalId: string }) => arrivalId);
    };
    assert.deepEqual(await found({ search: "hoá đơn THÁNG 9" }), [hoa.arrivalId]);
    assert.deepEqual(await found({ search: "hỏi về hoá đơn", medium: "mail" }), [hoa.arrivalId]);
    assert.deepEqual(await found({ search: "hỏi về hoá đơn", medium: "sms" }), []);
    assert.equal((await found({ search: "hoa@khach.example" })).length, 3);
  });

  it("gives the original out byte for byte, as a file and never as a page", async () => {
    const bytes = Buffer.from(
      "From: hoa@khach.example\r\nSubject: =?utf-8?Q?M=E1=BA=A5t?=\r\n\r\n<script>alert(1)</script>\r\n",
    );
    const kept = await keepContent(
      { pool: test.store.pool, attachments: test.attachments },
      {
        organisation: "vntt",
        content: Readable.from([bytes]),
        type: "message/rfc822",
        bytesMax: 1000,
        by: { kind: "system" },
      },
    );
    const { arrivalId } = await arrived({ originalSha256: kept.sha256, originalBytes: kept.bytes });
    const answer = await lan("GET", `/arrivals/${arrivalId}/original`);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    assert.equal(answer.headers["content-type"], "message/rfc822");
    assert.equal(answer.headers["content-disposition"], `attachment; filename*=UTF-8''${arrivalId}.eml`);
    assert.equal(answer.headers["content-length"], "88");
    const { rows } = await writeInside(test.store.pool, "vntt", (connection) =>
      connection.query("select is_named from attachment where sha256 = $1", [kept.sha256]),
    );
    assert.deepEqual(rows, [{ is_named: true }]);
  });

  it("takes one in as a new complaint, received when it arrived, once", async () => {
    const { arrivalId } = await arrived();
    const taken = await lan("POST", `/arrivals/${arrivalId}/complaints`, { kind: "charges" });
    assert.equal(taken.status, 201, JSON.stringify(taken.body));
    const complaint = await lan("GET", `/complaints/${taken.body.complaintId}`);
    assert.equal(complaint.body.receivedAt, "2026-11-09T02:30:00.000Z");
    const again = await lan("POST", `/arrivals/${arrivalId}/complaints`, {});
    assert.deepEqual([again.status, again.body.type], [409, "/problems/arrival-handled"]);
    const shown = await one(arrivalId);
    assert.deepEqual(
      [shown.status, shown.into.number, shown.into.sequence, shown.handledBy.personId, shown.about.by],
      ["taken-in", taken.body.number, 1, "lan", "person"],
    );
    const unconnected = await arrived({ channel: null });
    const refused = await lan("POST", `/arrivals/${unconnected.arrivalId}/complaints`, {});
    assert.deepEqual([refused.status, refused.body.field], [422, "channel"]);
  });

  it("tells the customer of one that came days ago only where a person says so, once", async () => {
    const sent = async (body: object) => {
      const { arrivalId } = await arrived({ receivedAt: "2026-11-09T02:40:00.000Z" });
      const { complaintId } = (await lan("POST", `/arrivals/${arrivalId}/complaints`, body)).body;
      assert.equal((await lan("POST", `/arrivals/${arrivalId}/complaints`, body)).status, 409);
      const { messages } = (await lan("GET", `/complaints/${complaintId}/messages`)).body;
      return messages.map(({ kind }: { kind: string }) => kind);
    };
    assert.deepEqual(await sent({}), []);
    assert.deepEqual(await sent({ acknowledge: true }), ["acknowledgement"]);
  });

  it("adds one to a complaint, as what the customer said or, where it is closed, as a note", async () => {
    const made = await lan("POST", "/complaints", { channel: "phone", content: "Mất mạng.", kind: "charges" });
    const { complaintId } = made.body;
    const first = await arrived();
    const added = await lan("POST", `/arrivals/${first.arrivalId}/additions`, { complaintId });
    assert.equal(added.status, 201, JSON.stringify(added.body));
    const about = await lan("GET", `/complaints/${complaintId}/arrivals`);
    assert.deepEqual(
      about.body.arrivals.map(({ arrivalId, status }: { arrivalId: string; status: string }) => [arrivalId, status]),
      [[first.arrivalId, "taken-in"]],
    );
    await lan("POST", `/complaints/${complaintId}/withdrawals`, { reason: "Khách hàng rút.", channel: "phone" });
    const closed = await lan("POST", `/complaints/${complaintId}/closings`, { outcome: "withdrawn" });
    assert.equal(closed.status, 201, JSON.stringify(closed.body));
    const late = await arrived({ content: "Cảm ơn." });
    const noted = await lan("POST", `/arrivals/${late.arrivalId}/additions`, { complaintId });
    assert.equal(noted.status, 201, JSON.stringify(noted.body));
    const events = await lan("GET", `/complaints/${complaintId}/events`);
    const last = events.body.events.at(-1);
    assert.deepEqual([last.type, last.data.text], ["NoteWritten", "Nguyễn Thị Hoa <hoa@khach.example>:\n\nCảm ơn."]);
    const back = await arrived({ content: "Lại mất mạng." });
    const reopened = await lan("POST", `/arrivals/${back.arrivalId}/additions`, {
      complaintId,
      reopen: "Lại mất mạng",
    });
    assert.equal(reopened.status, 201, JSON.stringify(reopened.body));
    const types = (await lan("GET", `/complaints/${complaintId}/events`)).body.events.map(
      ({ type }: { type: string }) => type,
    );
    assert.ok(types.includes("ComplaintReopened"));
    assert.equal(types.filter((type: string) => type === "InformationReceived").length, 2);
  });

  it("puts one aside with its reason, and takes it back", async () => {
    const { arrivalId } = await arrived();
    assert.equal((await minh("PUT", `/arrivals/${arrivalId}/set-aside`, { reason: "Quảng cáo" })).status, 403);
    assert.equal((await lan("PUT", `/arrivals/${arrivalId}/set-aside`, { reason: "Quảng cáo" })).status, 204);
    const aside = await one(arrivalId);
    assert.deepEqual([aside.status, aside.setAsideReason, aside.handledBy.personId], ["set-aside", "Quảng cáo", "lan"]);
    assert.equal((await lan("POST", `/arrivals/${arrivalId}/complaints`, {})).status, 409);
    assert.equal((await lan("PUT", `/arrivals/${arrivalId}/set-aside`, { reason: "Lần nữa" })).status, 409);
    assert.equal((await lan("DELETE", `/arrivals/${arrivalId}/set-aside`)).status, 204);
    const back = await one(arrivalId);
    assert.deepEqual(
      [back.status, back.waitingReason, back.setAsideReason],
      ["waiting", "not-complaint-mailbox", null],
    );
  });

  it("shows what is about a complaint to nobody who may not see that", async () => {
    const binh = await test.person("vntt", "binh", "clerk@cskh");
    const made = await lan("POST", "/complaints", {
      channel: "phone",
      content: "Về anh Bình.",
      aboutPersonIds: ["binh"],
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const { arrivalId } = await arrived();
    await lan("POST", `/arrivals/${arrivalId}/additions`, { complaintId: made.body.complaintId });
    assert.equal((await binh("GET", `/arrivals/${arrivalId}`)).status, 404);
    assert.equal((await binh("GET", `/arrivals/${arrivalId}/original`)).status, 404);
    const list = await binh("GET", "/arrivals?status=taken-in");
    assert.ok(!JSON.stringify(list.body).includes(arrivalId));
    assert.equal((await lan("GET", `/arrivals/${arrivalId}`)).status, 200);
    const stranger = await test.person("kplus", "lan-k", "clerk@cskh");
    assert.equal((await stranger("GET", `/arrivals/${arrivalId}`)).status, 404);
  });
});
