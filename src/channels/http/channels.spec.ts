import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

describe("channels", () => {
  let test: TestApi;
  let admin: Caller;
  let clerk: Caller;
  before(async () => {
    test = await openTestApi();
    admin = await test.person("dcnet", "tuan", "administrator@cskh");
    clerk = await test.person("dcnet", "lan", "clerk@cskh");
  });
  after(() => test.close());

  type Shown = { channelId: string; entry: string; complaintsLately: number; closed: { reason: string } | null };
  const shown = async () => (await admin("GET", "/channels")).body.channels as Shown[];
  const put = (channelId: string, body: object) => admin("PUT", `/channels/${channelId}`, body);
  const call = { channel: "hotline", kind: "incident", content: "Mất mạng", customer: { name: "Bà Bảy" } };

  it("are those of the pack: who receives, how it gets in, how many came by it", async () => {
    const taken = await clerk("POST", "/complaints", call, { "idempotency-key": "goi-1" });
    assert.equal(taken.status, 201);
    const channels = await shown();
    assert.deepEqual(channels[0], {
      channelId: "hotline",
      type: "phone",
      name: "Tổng đài",
      address: "19000382",
      isForCustomers: true,
      receivedBy: "CSKH",
      entry: "staff",
      complaintsLately: 1,
      closed: null,
    });
    assert.deepEqual(
      channels.map(({ channelId, entry }) => [channelId, entry]),
      [
        ["hotline", "staff"],
        ["email", "not-connected"],
        ["letter", "staff"],
        ["counter", "staff"],
        ["chat", "not-connected"],
        ["web-form", "pages"],
        ["authority", "staff"],
      ],
    );
    assert.equal((await clerk("GET", "/channels")).status, 403);
  });

  it("take nothing in while they are closed, but what arrived before; staff are told why and what there is instead", async () => {
    const closed = await put("hotline", { isOpen: false, reason: "đang chuyển tổng đài" });
    assert.deepEqual(
      [closed.status, closed.body.closed.reason, closed.body.closed.closedBy],
      [200, "đang chuyển tổng đài", "Người tuan"],
    );
    const refused = await clerk("POST", "/complaints", call);
    assert.deepEqual([refused.status, refused.body.title, refused.body.field], [422, "channel-closed", "channel"]);
    assert.equal(
      refused.body.detail,
      "Kênh «Tổng đài» đang tạm đóng (đang chuyển tổng đài). Thay vào đó: Thư điện tử (cskh@dcnet.vn), Gửi văn bản, Trực tiếp (hình thức khác), Nhắn tin (hình thức khác), Biểu mẫu trên trang mạng (hình thức khác).",
    );
    const earlier = await clerk("POST", "/complaints", { ...call, occurredAt: "2026-01-05T09:00:00+07:00" });
    assert.equal(earlier.status, 201, JSON.stringify(earlier.body));
    // An hour ago, as it is written here.
    const anHourAgo = new Date(Date.now() + 6 * 3_600_000).toISOString().replace("Z", "+07:00");
    assert.equal((await clerk("POST", "/complaints", { ...call, occurredAt: anHourAgo })).status, 201);
    const again = await clerk("POST", "/complaints", call, { "idempotency-key": "goi-1" });
    assert.deepEqual([again.status, again.body.repeated], [201, true]);
    const { channels } = (await clerk("GET", "/procedures/su-co/registration")).body;
    assert.deepEqual([channels[0].closed, channels[1].closed], ["đang chuyển tổng đài", null]);
    assert.equal((await put("hotline", { isOpen: true })).body.closed, null);
    assert.equal((await clerk("POST", "/complaints", call)).status, 201);
    const { facts } = (await admin("GET", "/organisation-log")).body;
    assert.deepEqual(
      facts.slice(-2).map(({ type, actor, data }: Record<string, unknown>) => ({ type, actor, data })),
      ["ChannelClosed", "ChannelOpened"].map((type) => ({
        type,
        actor: { kind: "person", personId: "tuan" },
        data: { channelId: "hotline" },
      })),
    );
  });

  it("are closed on the customers' pages too", async () => {
    const get = (path: string) => ask(test.api, { method: "GET", url: `/api/v1/public/organisations/dcnet${path}` });
    const send = (key: string) =>
      ask(test.api, {
        method: "POST",
        url: "/api/v1/public/organisations/dcnet/complaints",
        headers: { "idempotency-key": key },
        payload: { values: { content: "Mất mạng" } },
      });
    assert.equal((await send("9876543210987654321098")).body.repeated, false);
    assert.equal((await put("web-form", { isOpen: false, reason: "đang bảo trì đến 30/11" })).status, 200);
    const sentBefore = await send("9876543210987654321098");
    assert.deepEqual([sentBefore.status, sentBefore.body.repeated], [201, true]);
    const form = await get("");
    assert.deepEqual([form.status, form.body.title], [422, "channel-closed"]);
    assert.match(form.body.detail, /đang bảo trì đến 30\/11\)\. Thay vào đó: Tổng đài \(19000382\), /);
    const sent = await send("0123456789012345678901");
    assert.deepEqual([sent.status, sent.body.title], [422, "channel-closed"]);
    const { body } = await get("/procedures");
    assert.equal(body.takesOnline, false);
    assert.deepEqual(
      body.procedures[0].channels.map(({ name, closed }: Record<string, string | null>) => [name, closed]).slice(-1),
      [["Biểu mẫu trên trang mạng (hình thức khác)", "đang bảo trì đến 30/11"]],
    );
    assert.equal((await put("web-form", { isOpen: true })).status, 200);
    assert.equal((await get("")).status, 200);
  });

  it("are never all closed to customers, and need a reason", async () => {
    assert.equal((await put("email", { isOpen: false })).status, 400);
    assert.equal((await put("email", { isOpen: false, reason: " " })).status, 400);
    assert.equal((await put("no-such", { isOpen: false, reason: "x" })).status, 404);
    assert.deepEqual(
      (await shown()).filter(({ closed }) => closed !== null),
      [],
    );
    for (const channelId of ["email", "letter", "counter", "chat", "web-form"])
      assert.equal((await put(channelId, { isOpen: false, reason: "thử" })).status, 200);
    const last = await put("hotline", { isOpen: false, reason: "thử" });
    assert.deepEqual([last.status, last.body.title], [422, "last-open-channel"]);
    assert.equal((await put("authority", { isOpen: false, reason: "thử" })).status, 200);
  });

  it("stand in the organisation's profile with what the pack says of it", async () => {
    const { body } = await admin("GET", "/organisation");
    assert.deepEqual(
      [body.shortName, body.colour, body.calendarChanges, body.closedChannels],
      ["DCNET", "#1f5f3f", 0, 6],
    );
    assert.deepEqual(body.contacts, [
      { name: "Tổng đài", address: "19000382" },
      { name: "Thư điện tử", address: "cskh@dcnet.vn" },
    ]);
    assert.deepEqual(
      body.editions.map(({ procedure, effectiveOn, nextOn }: Record<string, unknown>) => ({
        procedure,
        effectiveOn,
        nextOn,
      })),
      [{ procedure: "su-co", effectiveOn: "2018-01-01", nextOn: null }],
    );
    assert.equal((await clerk("GET", "/organisation")).status, 403);
  });
});
