import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

describe("the stream of changes", () => {
  let test: TestApi;
  let lan: Caller;
  let url: string;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
    await test.api.listen({ port: 0, host: "127.0.0.1" });
    url = `http://127.0.0.1:${(test.api.server.address() as AddressInfo).port}/api/v1/stream`;
  });
  after(() => test.close());

  const tokenOf = async (by: Caller) =>
    (await by("POST", "/tokens", { name: "spec", scopes: ["read"] })).body.secret as string;
  const listen = async (secret: string, lastEventId?: string) => {
    const headers: Record<string, string> = { authorization: `Bearer ${secret}` };
    if (lastEventId !== undefined) headers["last-event-id"] = lastEventId;
    const leaving = new AbortController();
    const response = await fetch(url, { headers, signal: leaving.signal });
    let text = "";
    const reading = (async () => {
      for await (const chunk of response.body ?? []) text += Buffer.from(chunk as Uint8Array).toString();
    })().catch(() => undefined);
    return {
      status: response.status,
      heard: async (pattern: RegExp) => {
        for (let tries = 0; tries < 80 && !pattern.test(text); tries += 1)
          await new Promise((resolve) => setTimeout(resolve, 50));
        return text;
      },
      leave: () => {
        leaving.abort();
        return reading;
      },
    };
  };
  const register = async (by: Caller, channel = "phone") => {
    const made = await by("POST", "/complaints", { channel, content: "Mạng chậm" });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    return made.body.complaintId as string;
  };

  it("tells what changed, and what was missed while away", async () => {
    const secret = await tokenOf(lan);
    const first = await listen(secret);
    assert.equal(first.status, 200);
    const id = await register(lan);
    const text = await first.heard(/^id: \d+/m);
    assert.match(
      text,
      new RegExp(`event: changed\\ndata: {"complaintId":"${id}","sequence":1,"type":"ComplaintRegistered"`),
    );
    await first.leave();
    const lastId = /^id: ([\d:,]+)$/m.exec(text)?.[1];
    const missed = await register(lan);
    const again = await listen(secret, lastId);
    assert.match(await again.heard(/^id: \d+/m), new RegExp(missed));
    await again.leave();
  });

  it("tells who works nothing of what somebody else practises on", async () => {
    const minh = await test.person("vntt", "minh-tap", "clerk@cskh");
    const ear = await listen(await tokenOf(lan));
    await ear.heard(/^retry/m);
    await minh("PUT", "/session/training", { isTraining: true });
    const practised = await register(minh);
    await minh("PUT", "/session/training", { isTraining: false });
    const worked = await register(minh);
    const text = await ear.heard(new RegExp(worked));
    assert.match(text, new RegExp(worked));
    assert.doesNotMatch(text, new RegExp(practised));
    await ear.leave();
  });

  it("tells who may see a complaint that somebody else has opened it", async () => {
    const technician = await test.person("vntt", "ky-thuat-vien", "unit-member@p-ktvt");
    const id = await register(lan);
    const ear = await listen(await tokenOf(lan));
    const deaf = await listen(await tokenOf(technician));
    // The first look only takes note of where it begins.
    for (let times = 0; times < 40 && !/event: presence/.test(await ear.heard(/^retry/m)); times += 1) {
      await lan("PUT", `/complaints/${id}/presence`, { isTyping: times % 2 === 0 });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.match(await ear.heard(/event: presence/), new RegExp(`event: presence\\ndata: {"complaintId":"${id}"}`));
    await register(lan, "email");
    assert.doesNotMatch(await deaf.heard(/^id: /m), /presence/);
    await Promise.all([ear.leave(), deaf.leave()]);
  });

  it("tells nobody of another organisation, nor of files that they may not see", async () => {
    const stranger = await test.person("kplus", "lan", "clerk@cskh");
    const technician = await test.person("vntt", "ky-thuat", "unit-member@p-ktvt");
    const ears = [await listen(await tokenOf(stranger)), await listen(await tokenOf(technician))];
    const witness = await listen(await tokenOf(lan));
    const id = await register(lan);
    await witness.heard(new RegExp(id));
    await new Promise((resolve) => setTimeout(resolve, 700));
    for (const ear of ears) {
      assert.doesNotMatch(await ear.heard(/^/), new RegExp(id));
      await ear.leave();
    }
    await witness.leave();
  });

  it("tells nobody of files that they may not see any more", async () => {
    const admin = await test.person("vntt", "quan-tri", "administrator@cskh");
    const moved = await test.person("vntt", "chuyen-viec", "clerk@cskh");
    const ear = await listen(await tokenOf(moved));
    const witness = await listen(await tokenOf(lan));
    const before = await register(lan);
    assert.match(await ear.heard(new RegExp(before)), new RegExp(before));
    const held = (await admin("GET", "/people/chuyen-viec/roles")).body.roles[0].roleHeldId as string;
    assert.equal((await admin("PATCH", `/people/chuyen-viec/roles/${held}`, { toOn: "2020-01-01" })).status, 200);
    const after = await register(lan);
    await witness.heard(new RegExp(after));
    await new Promise((resolve) => setTimeout(resolve, 700));
    assert.doesNotMatch(await ear.heard(/^/), new RegExp(after));
    await Promise.all([ear.leave(), witness.leave()]);
  });

  it("keeps the newest twenty streams of a person, also of those opened at the same moment", async () => {
    const secret = await tokenOf(await test.person("vntt", "nhieu-man-hinh", "clerk@cskh"));
    const leaving = new AbortController();
    const headers = { authorization: `Bearer ${secret}` };
    const opened = await Promise.allSettled(
      Array.from({ length: 30 }, () => fetch(url, { headers, signal: leaving.signal })),
    );
    let open = opened.filter(({ status }) => status === "fulfilled").length;
    for (const each of opened) {
      if (each.status === "rejected") continue;
      void (async () => {
        for await (const _chunk of each.value.body ?? []);
        open -= 1;
      })().catch(() => undefined);
    }
    for (let tries = 0; tries < 40 && open > 20; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(open, 20);
    leaving.abort();
  });

  it("needs somebody, and an id that was given out", async () => {
    assert.equal((await fetch(url)).status, 401);
    assert.equal((await listen(await tokenOf(lan), "abc")).status, 400);
  });

  it("ends when the server closes", async () => {
    const ear = await listen(await tokenOf(lan));
    assert.equal(ear.status, 200);
    // `after` closes the server with this stream still open; it would hang otherwise.
  });
});
