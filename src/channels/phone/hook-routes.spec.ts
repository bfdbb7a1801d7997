import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { after, before, describe, it } from "node:test";
import { ask, openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { remindOfCallBacks } from "../../store/call-backs.ts";
import { secretsKey } from "../../store/secret-box.ts";
import { signatureOf } from "./call-webhook.ts";
import { callWebhookKind } from "./kind.ts";

const secret = "mot-khoa-ky-du-dai-123";

describe("calls told by a switchboard", () => {
  let test: TestApi;
  let admin: Caller;
  let lan: Caller;
  let minh: Caller;
  let technician: Caller;
  before(async () => {
    test = await openTestApi({ secretsKey: secretsKey("a long text that nobody could guess, ever") });
    admin = await test.person("dcnet", "tuan", "administrator@cskh");
    lan = await test.person("dcnet", "lan", "clerk@cskh");
    minh = await test.person("dcnet", "minh", "clerk@cskh");
    technician = await test.person("dcnet", "dung", "field-technician@noc");
    const saved = await admin("PUT", "/channel-connections/tong-dai", {
      kind: "call-webhook",
      channelId: "hotline",
      name: "Tổng đài",
      settings: { agents: "101=lan, 102=minh" },
      secrets: { secret },
      isOn: true,
      basedOn: null,
    });
    assert.equal(saved.status, 200, JSON.stringify(saved.body));
    assert.deepEqual(
      saved.body.hooks.map(({ address }: { address: string }) => address),
      ["http://localhost:8080/hooks/v1/dcnet/tong-dai/calls"],
    );
  });
  after(() => test.close());

  const nowMs = Date.now();
  const at = (secondsAgo: number) => new Date(nowMs - secondsAgo * 1000).toISOString();
  const told = (said: object, { connection = "tong-dai", key = secret } = {}) => {
    const payload = JSON.stringify(said);
    const seconds = String(Math.floor(Date.now() / 1000));
    return ask(test.api, {
      method: "POST",
      url: `/hooks/v1/dcnet/${connection}/calls`,
      headers: {
        "content-type": "application/json",
        "hoiam-timestamp": seconds,
        "hoiam-signature": signatureOf(key, seconds, payload),
      },
      payload,
    });
  };
  const callsOf = async (who: Caller, query = "") => (await who("GET", `/phone-calls${query}`)).body.calls;

  it("are taken under the signature only, and from a connection that is on", async () => {
    const ring = { callId: "x", event: "ringing", from: "0912345678" };
    assert.equal((await told(ring, { key: "khoa khac" })).status, 401);
    assert.equal((await told(ring, { connection: "khac" })).status, 404);
    assert.equal((await told({ event: "ringing" })).status, 422);
    assert.equal((await told({ event: "ping" })).status, 204);
    assert.deepEqual(await callsOf(lan), []);
  });

  it("end in one row, in whatever order and however often their events come", async () => {
    const ended = { callId: "a", event: "ended", from: "+84 912 345 678", agent: "101", endedAt: at(10) };
    const answered = { callId: "a", event: "answered", from: "+84 912 345 678", agent: "101", answeredAt: at(50) };
    const ringing = { callId: "a", event: "ringing", from: "+84 912 345 678", agent: "101", startedAt: at(60) };
    for (const event of [ended, answered, ringing, ended, ringing, answered]) {
      assert.equal((await told(event)).status, 204);
    }
    const [call, ...others] = await callsOf(lan, "?number=0912345678");
    assert.deepEqual(others, []);
    assert.deepEqual(
      [call.status, call.personName, call.startedAt, call.answeredAt, call.endedAt, call.complaintId],
      ["ended", "Người lan", at(60), at(50), at(10), null],
    );
  });

  it("ring at the person alone whose extension it is", async () => {
    await told({ callId: "r", event: "ringing", from: "0123 4567 890", agent: "102" });
    const own = async (who: Caller) => (await who("GET", "/phone-calls/mine")).body.call;
    assert.equal((await own(minh))?.number, "0123 4567 890");
    assert.equal(await own(lan), null);
    await told({ callId: "r", event: "missed", from: "0123 4567 890", agent: "102" });
    assert.equal(await own(minh), null);
  });

  it("tell the page of whoever is rung at once", async () => {
    await test.api.listen({ port: 0, host: "127.0.0.1" });
    const { port } = test.api.server.address() as AddressInfo;
    const token = (await minh("POST", "/tokens", { name: "spec", scopes: ["read"] })).body.secret as string;
    const leaving = new AbortController();
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/stream`, {
      headers: { authorization: `Bearer ${token}` },
      signal: leaving.signal,
    });
    let text = "";
    const reading = (async () => {
      for await (const chunk of response.body ?? []) text += Buffer.from(chunk as Uint8Array).toString();
    })().catch(() => undefined);
    await told({ callId: "s", event: "ringing", from: "0987654321", agent: "101" });
    await told({ callId: "t", event: "ringing", from: "0987654321", agent: "102" });
    for (let tries = 0; tries < 80 && !text.includes("event: call"); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    leaving.abort();
    await reading;
    assert.equal(text.split("event: call").length, 2, text);
  });

  it("missed ones wait for a call back, one for each number, until somebody has called or says that none is needed", async () => {
    const waiting = async () => (await callsOf(lan, "?waiting=true")).map(({ number }: { number: string }) => number);
    await told({ callId: "m1", event: "missed", from: "0900000001", startedAt: at(300), endedAt: at(290) });
    await told({ callId: "m2", event: "missed", from: "0900000001", startedAt: at(200), endedAt: at(190) });
    await told({ callId: "m3", event: "missed", from: "0900000002", startedAt: at(100), endedAt: at(90) });
    assert.deepEqual(await waiting(), ["0123 4567 890", "0900000002", "0900000001"]);
    const [, , first] = await callsOf(lan, "?waiting=true");
    const made = await lan("POST", "/call-backs", {
      number: first.number,
      about: "Gọi nhỡ",
      callId: first.callId,
      dueFrom: at(0),
      dueUntil: at(-3600),
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    await told({
      callId: "m4",
      event: "ended",
      direction: "out",
      from: "101",
      to: "0900000002",
      answeredAt: at(20),
      endedAt: at(5),
      startedAt: at(30),
    });
    const [left] = await callsOf(lan, "?waiting=true");
    assert.deepEqual(await waiting(), ["0123 4567 890"]);
    await lan("POST", `/phone-calls/${left.callId}/settlements`);
    assert.deepEqual(await waiting(), []);
  });

  it("stand in the file of the complaint that they are about, once", async () => {
    const [call] = await callsOf(lan, "?number=0912345678");
    const made = await lan("POST", "/complaints", { channel: "hotline", content: "Mất mạng" });
    const { complaintId, number } = made.body;
    for (let times = 0; times < 2; times += 1) {
      const linked = await lan("PUT", `/phone-calls/${call.callId}/complaint`, { complaintId });
      assert.deepEqual([linked.status, linked.body.complaintNumber], [200, number], JSON.stringify(linked.body));
    }
    const { events } = (await lan("GET", `/complaints/${complaintId}/events`)).body;
    assert.deepEqual(
      events.flatMap(({ type, data }: { type: string; data: Record<string, unknown> }) =>
        type === "CallLogged" ? [[data["direction"], data["answered"], data["startedAt"], data["endedAt"]]] : [],
      ),
      [["in", true, at(60), at(10)]],
    );
    assert.deepEqual(
      (await callsOf(lan, `?complaintId=${complaintId}`)).map(({ callId }: { callId: string }) => callId),
      [call.callId],
    );
    const other = await lan("POST", "/complaints", { channel: "hotline", content: "Việc khác" });
    const moved = await lan("PUT", `/phone-calls/${call.callId}/complaint`, { complaintId: other.body.complaintId });
    assert.equal(moved.status, 409);
  });

  it("stand in one file where two at once say that they are about different ones", async () => {
    await told({ callId: "two", event: "ended", from: "0977 111 222", agent: "101", endedAt: at(5) });
    const [call] = await callsOf(lan, "?number=0977111222");
    const ids = await Promise.all(
      ["Một", "Hai", "Ba"].map(
        async (content) =>
          (await lan("POST", "/complaints", { channel: "hotline", content })).body.complaintId as string,
      ),
    );
    const answers = await Promise.all(
      ids.map((complaintId) => lan("PUT", `/phone-calls/${call.callId}/complaint`, { complaintId })),
    );
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 409, 409],
    );
    const files = await Promise.all(ids.map((id) => lan("GET", `/complaints/${id}/events`)));
    const logged = files.map(
      ({ body }) => body.events.filter(({ type }: { type: string }) => type === "CallLogged").length,
    );
    assert.deepEqual(
      logged,
      answers.map(({ status }) => (status === 200 ? 1 : 0)),
    );
  });

  it("are not read by who sees neither all complaints nor this one", async () => {
    assert.deepEqual(await callsOf(technician), []);
    assert.ok((await callsOf(lan)).length > 3);
  });

  it("are written down by hand, too", async () => {
    const body = { direction: "in", number: "0905 111 222", answered: true, startedAt: at(600), minutes: 5 };
    const made = await lan("POST", "/phone-calls", body);
    assert.deepEqual([made.status, made.body.status, made.body.endedAt], [201, "ended", at(300)]);
    const ahead = await lan("POST", "/phone-calls", { ...body, startedAt: at(-7200) });
    assert.deepEqual([ahead.status, ahead.body.field], [422, "startedAt"]);
  });

  it("an appointment is told when it is due, moved in sight, and ended with how it went", async () => {
    const appointment = { number: "0905111222", about: "Báo lịch kỹ thuật", dueFrom: at(-3600), dueUntil: at(-7200) };
    const made = await lan("POST", "/call-backs", { ...appointment, personId: "minh" });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const backwards = await lan("POST", "/call-backs", { ...appointment, dueUntil: at(-1800) });
    assert.deepEqual([backwards.status, backwards.body.field], [422, "dueUntil"]);
    const path = `/call-backs/${made.body.callBackId}`;
    const noticesOf = async () => {
      await remindOfCallBacks(test.database.pool, "dcnet");
      const { items } = (await minh("GET", "/notifications")).body;
      return items.filter(
        ({ kind, data }: { kind: string; data: { callBackId?: string } }) =>
          kind === "call-back-due" && data.callBackId === made.body.callBackId,
      ).length;
    };
    assert.equal(await noticesOf(), 0);
    const moved = await lan("PATCH", path, { dueFrom: at(60) });
    assert.deepEqual([moved.status, moved.body.version, moved.body.dueUntil], [200, 2, at(-7200)]);
    assert.equal(await noticesOf(), 1);
    assert.equal(await noticesOf(), 1);
    const mine = (await minh("GET", "/call-backs?mine=true")).body.callBacks;
    assert.ok(mine.some(({ callBackId }: { callBackId: string }) => callBackId === made.body.callBackId));
    const ended = await minh("POST", `${path}/endings`, { status: "done", outcome: "Khách đồng ý 14:00" });
    assert.deepEqual([ended.status, ended.body.status, ended.body.outcome], [200, "done", "Khách đồng ý 14:00"]);
    assert.equal((await lan("PATCH", path, { dueFrom: at(0) })).status, 409);
  });

  it("the test of a connection shows the address, and gets a signed message through it", async () => {
    const { port } = test.api.server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}/hooks/v1/dcnet/tong-dai`;
    const tried = { settings: { agents: "" }, secrets: { secret }, organisation: "dcnet" };
    const steps = await callWebhookKind.test(
      { ...tried, called: { address, receivedAt: "2026-03-02T09:00:00.000Z" } },
      AbortSignal.timeout(5000),
    );
    assert.deepEqual(steps, [
      { what: "secret-set", ok: true, detail: null },
      { what: "address", ok: true, detail: `${address}/calls` },
      { what: "ping", ok: true, detail: "HTTP 204" },
      { what: "last-event", ok: true, detail: "2026-03-02T09:00:00.000Z" },
    ]);
    const unset = await callWebhookKind.test({ ...tried, secrets: { secret: "ngắn" } }, AbortSignal.timeout(5000));
    assert.deepEqual(unset, [{ what: "secret-set", ok: false, detail: null }]);
    const wrong = await callWebhookKind.test(
      { ...tried, secrets: { secret: "mot-khoa-khac-du-dai-1" }, called: { address, receivedAt: null } },
      AbortSignal.timeout(5000),
    );
    assert.deepEqual(wrong.at(-1), { what: "ping", ok: false, detail: "HTTP 401" });
  });
});
