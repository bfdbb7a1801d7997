import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { registered } from "../../../tests/support/store.ts";
import { keepTrackingCode, newTrackingCode } from "../../access/tracking-codes.ts";
import { writeInside } from "../../projections/inside-organisation.ts";

const organisation = "vntt";

describe("messages of a complaint", () => {
  let test: TestApi;
  let lan: Caller;
  before(async () => {
    const connected = () =>
      Promise.resolve({ carriers: ["mail" as const, "sms" as const], carrierOfChannel: { email: "mail" as const } });
    test = await openTestApi({ sender: { connected } });
    lan = await test.person(organisation, "lan", "clerk@cskh");
  });
  after(() => test.close());

  const stored = async (text: string, values: unknown[] = []) =>
    (await writeInside(test.store.pool, organisation, (connection) => connection.query(text, values))).rows;
  const byMail = (customer: object) => registered(test.store, { channel: "email", customer });
  const hoa = { name: "Hoa", email: "hoa@khach.example", phone: "+84 912 345 678" };
  const ended = (complaintId: string, status: string) =>
    stored(
      `update outbox set status = $2, last_error = '550 5.1.1', ended_at = now(), noted_at = now()
       where complaint_id = $1 and kind = 'acknowledgement' and again_of is null`,
      [complaintId, status],
    );
  const messagesOf = async (complaintId: string) => (await lan("GET", `/complaints/${complaintId}/messages`)).body;

  it("say by what this customer can be reached besides, of what the file has and the organisation has connected", async () => {
    const { complaintId } = await byMail(hoa);
    await ended(complaintId, "refused");
    const { messages, ways } = await messagesOf(complaintId);
    assert.deepEqual(ways, [
      { carrier: "mail", channel: "email", to: "hoa@khach.example" },
      { carrier: "sms", channel: "phone", to: "0912345678" },
      { carrier: "call", channel: "phone", to: "+84 912 345 678" },
    ]);
    assert.deepEqual(
      messages.map(({ kind, status, carrier, canSendAgain }: Record<string, unknown>) => [
        kind,
        status,
        carrier,
        canSendAgain,
      ]),
      [["acknowledgement", "refused", "mail", true]],
    );
    const other = await byMail({ name: "Ba", phone: "0274 3825 123" });
    assert.deepEqual((await messagesOf(other.complaintId)).ways, [
      { carrier: "call", channel: "phone", to: "0274 3825 123" },
    ]);
  });

  it("say that it came back from the address that the file still has, until that is corrected, and that it may be posted", async () => {
    const { complaintId } = await byMail({ ...hoa, address: "12 Lê Lợi, Huế" });
    const deadEnd = async () => (await messagesOf(complaintId)).messages[0].isDeadEnd;
    assert.equal(await deadEnd(), false);
    await ended(complaintId, "bounced");
    assert.equal(await deadEnd(), true);
    const { ways } = await messagesOf(complaintId);
    assert.deepEqual(ways.at(-1)?.to, "12 Lê Lợi, Huế");
    assert.equal(ways.at(-1)?.carrier, "post");
    const correct = async (email: string) => {
      const customer = { email };
      const { status } = await lan("POST", `/complaints/${complaintId}/corrections`, { customer, reason: "Gõ sai" });
      assert.equal(status, 201);
    };
    await correct("Hoa@khach.example");
    assert.equal(await deadEnd(), true);
    await correct("hoa@nha.example");
    assert.equal(await deadEnd(), false);
  });

  it("are sent once more by another way, as one message however often it is asked while it waits", async () => {
    const { complaintId } = await byMail(hoa);
    await ended(complaintId, "unknown");
    const [{ outboxId }] = (await messagesOf(complaintId)).messages;
    const sendings = `/complaints/${complaintId}/messages/${outboxId}/sendings`;
    const first = await lan("POST", sendings, { carrier: "sms" });
    assert.deepEqual([first.status, first.body], [201, { outboxId: `${outboxId}.again1` }]);
    assert.deepEqual((await lan("POST", sendings, { carrier: "sms" })).body, first.body);
    const rows = await stored(
      "select carrier, channel, status, content from outbox where complaint_id = $1 and again_of = $2",
      [complaintId, outboxId],
    );
    assert.deepEqual(rows, [
      { carrier: "sms", channel: "phone", status: "queued", content: { automatic: true, againBy: "lan" } },
    ]);
    const { messages } = await messagesOf(complaintId);
    assert.deepEqual(
      messages.map(({ status, canSendAgain }: Record<string, unknown>) => [status, canSendAgain]).sort(),
      [
        ["queued", false],
        ["unknown", false],
      ],
    );
  });

  it("are not sent once more where they wait, arrived, or the customer has no such address", async () => {
    const { complaintId } = await byMail({ name: "Hoa", email: "hoa@khach.example" });
    const [{ outboxId }] = (await messagesOf(complaintId)).messages;
    const sent = (carrier: string | null) =>
      lan("POST", `/complaints/${complaintId}/messages/${outboxId}/sendings`, { carrier });
    assert.equal((await sent(null)).status, 409, "it waits");
    await ended(complaintId, "delivered");
    assert.equal((await sent(null)).status, 409, "it arrived");
    await ended(complaintId, "failed");
    assert.equal((await sent("sms")).status, 409, "no mobile number");
    assert.equal((await sent("chat")).status, 409);
    const auditor = await test.person(organisation, "kiem", "auditor@cskh");
    assert.equal(
      (await auditor("POST", `/complaints/${complaintId}/messages/${outboxId}/sendings`, { carrier: null })).status,
      403,
    );
    assert.equal((await sent(null)).status, 201);
    assert.equal((await lan("POST", `/complaints/${complaintId}/messages/khong-co/sendings`, {})).status, 404);
  });

  it("are opened when the page is, by the code that they carried or by another after they left", async () => {
    const { complaintId } = await byMail(hoa);
    await ended(complaintId, "sent");
    const [own, handed] = [newTrackingCode(organisation), newTrackingCode(organisation)];
    const [{ outboxId }] = (await messagesOf(complaintId)).messages;
    await writeInside(test.store.pool, organisation, async (connection) => {
      await keepTrackingCode(connection, own, { complaintId, madeBy: {}, outboxId });
      await keepTrackingCode(connection, handed, { complaintId, madeBy: {} });
    });
    const openedAt = async () => (await messagesOf(complaintId)).messages[0].openedAt;
    const open = (code: string) => test.api.inject({ method: "GET", url: `/api/v1/public/complaints/${code}` });
    assert.equal((await open(handed.text)).statusCode, 200);
    assert.equal(await openedAt(), null, "it has a code of its own, which nobody used");
    assert.equal((await open(own.text)).statusCode, 200);
    const at = await openedAt();
    assert.match(at, /^\d{4}-\d\d-\d\dT/);
    await open(own.text);
    assert.equal(await openedAt(), at, "the first opening counts");
  });
});
