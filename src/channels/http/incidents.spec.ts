import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { rebuild } from "../../store/rebuild.ts";

const cut = {
  title: "Đứt cáp quang đường Lê Hồng Phong",
  service: "internet",
  startedAt: "2026-03-02T08:00:00+07:00",
};
const promise = { content: "Tuyến cáp đang được nối lại, dự kiến xong trong ngày.", final: false };

describe("an incident", () => {
  let test: TestApi;
  let lan: Caller;
  let minh: Caller;
  let technician: Caller;
  let stranger: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
    minh = await test.person("vntt", "minh", "clerk@cskh");
    technician = await test.person("vntt", "ky-thuat", "unit-member@p-ktvt");
    stranger = await test.person("kplus", "lan", "clerk@cskh");
  });
  after(() => test.close());

  const opened = async (more: object = {}): Promise<string> => {
    const made = await lan("POST", "/incidents", { ...cut, ...more });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    return made.body.incidentId;
  };
  /** A complaint that waits for the network's answer, where an interim reply is open; `intake`: one that has only come in. */
  const complaint = async (stage: "intake" | "coordination"): Promise<string> => {
    const call = { channel: "phone", kind: "incident", service: "internet", content: "Mất mạng từ sáng" };
    const { body } = await lan("POST", "/complaints", call);
    const id: string = body.complaintId;
    if (stage === "intake") return id;
    await lan("POST", `/complaints/${id}/assignments`, { personId: "lan" });
    const asked = await lan("POST", `/complaints/${id}/coordinations`, {
      requests: [{ unit: "p-ktvt", via: "phone", question: "Bao giờ nối xong?" }],
    });
    assert.equal(asked.body.stage, "coordination", JSON.stringify(asked.body));
    return id;
  };
  const link = (incidentId: string, complaintIds: string[], by = lan) =>
    by("POST", `/incidents/${incidentId}/complaints`, { complaintIds });
  const answer = (incidentId: string, key: string, body: object = promise, by = lan) =>
    by("POST", `/incidents/${incidentId}/replies`, body, { "idempotency-key": key });
  const results = (body: { results: { complaintId: string; result: string; problem?: { code: string } }[] }) =>
    Object.fromEntries(body.results.map(({ complaintId, result, problem }) => [complaintId, problem?.code ?? result]));
  const repliesOf = async (id: string): Promise<number> => {
    const { body } = await lan("GET", `/complaints/${id}/events?limit=200`);
    return body.events.filter(({ type }: { type: string }) => type === "ReplyGiven").length;
  };

  it("runs from when it is taken up until somebody says its end, and counts what is linked", async () => {
    const id = await opened();
    const linked = await link(id, [await complaint("intake"), await complaint("intake")]);
    assert.deepEqual(Object.values(results(linked.body)), ["done", "done"]);
    const running = await lan("GET", "/incidents");
    const [found] = running.body.incidents;
    assert.deepEqual([found.incidentId, found.complaints, found.open, found.endedAt], [id, 2, 2, null]);
    const end = { endedAt: "2026-03-02T15:30:00+07:00", cause: "Xe cẩu làm đứt cáp" };
    const early = await lan("PATCH", `/incidents/${id}`, { endedAt: "2026-03-01T00:00:00Z" });
    assert.deepEqual([early.status, early.body.field], [400, "endedAt"]);
    const ended = await lan("PATCH", `/incidents/${id}`, end, { "if-match": '"1"' });
    assert.deepEqual(
      [ended.status, ended.body.endedAt, ended.body.cause],
      [200, "2026-03-02T08:30:00.000Z", end.cause],
    );
    assert.equal((await lan("PATCH", `/incidents/${id}`, { cause: null }, { "if-match": '"1"' })).status, 409);
    assert.deepEqual((await lan("GET", "/incidents")).body.incidents, []);
    assert.equal((await lan("GET", "/incidents?show=all")).body.incidents.length, 1);
  });

  it("lists its complaints, and lets one go that is unlinked, also after a rebuild", async () => {
    const id = await opened();
    const [one, other] = [await complaint("intake"), await complaint("intake")];
    await link(id, [one, other]);
    const listed = async () => {
      const { body } = await lan("GET", `/incidents/${id}/complaints`);
      return body.items.map(({ complaintId }: { complaintId: string }) => complaintId);
    };
    assert.deepEqual(await listed(), [other, one]);
    const { body: file } = await lan("GET", `/complaints/${other}`);
    await lan("POST", `/complaints/${other}/links/${file.links[0].linkId}/removals`, { reason: "Nhầm tuyến" });
    assert.deepEqual(await listed(), [one]);
    await rebuild(test.store, "vntt");
    assert.deepEqual(await listed(), [one]);
    const again = await link(id, [one, "khong-co"]);
    assert.deepEqual(results(again.body), { [one]: "already-done", "khong-co": "complaint-unknown" });
  });

  it("lets complaints go again together, each once under one key, and takes them back in", async () => {
    const id = await opened();
    const [one, other, never] = [await complaint("intake"), await complaint("intake"), await complaint("intake")];
    await link(id, [one, other]);
    const letGo = (complaintIds: string[], key: string, by = lan) =>
      by("POST", `/incidents/${id}/removals`, { complaintIds, reason: "Gắn nhầm tuyến" }, { "idempotency-key": key });
    const first = await letGo([one, never], "go-1");
    assert.deepEqual(results(first.body), { [one]: "done", [never]: "unknown-item" });
    const again = await letGo([one, never], "go-1");
    assert.deepEqual([again.body.results[0].result, again.body.results[0].repeated], ["done", true]);
    assert.deepEqual(results((await letGo([one], "go-2")).body), { [one]: "unknown-item" });
    const { body: file } = await lan("GET", `/complaints/${one}/events?limit=200`);
    const unlinked = file.events.filter(({ type }: { type: string }) => type === "ComplaintUnlinked");
    assert.deepEqual([unlinked.length, unlinked[0].data.reason], [1, "Gắn nhầm tuyến"]);
    assert.equal((await lan("GET", `/incidents/${id}`)).body.complaints, 1);
    assert.deepEqual(results((await link(id, [one])).body), { [one]: "done" });
    assert.deepEqual(results((await letGo([one], "go-3")).body), { [one]: "done" });
    assert.deepEqual(results((await letGo([other], "go-4", technician)).body), { [other]: "complaint-unknown" });
    assert.equal((await letGo([other], "go-5", stranger)).status, 404);
    assert.equal((await lan("POST", `/incidents/${id}/removals`, { complaintIds: [other] })).status, 400);
  });

  it("is answered for all open complaints together, each by its own rules, and never twice", async () => {
    const id = await opened();
    const [ready, early, late] = [
      await complaint("coordination"),
      await complaint("intake"),
      await complaint("coordination"),
    ];
    await link(id, [ready, early]);
    const first = await answer(id, "dut-cap-1");
    assert.equal(first.status, 200, JSON.stringify(first.body));
    assert.deepEqual(results(first.body), { [ready]: "done", [early]: "not-at-this-stage" });
    // What stood in the way of one is put right; another complaint is linked only now.
    await lan("POST", `/complaints/${early}/assignments`, { personId: "lan" });
    await lan("POST", `/complaints/${early}/coordinations`, {
      requests: [{ unit: "p-ktvt", via: "phone", question: "Bao giờ nối xong?" }],
    });
    await link(id, [late]);
    const second = await answer(id, "dut-cap-1");
    assert.deepEqual(results(second.body), { [ready]: "done", [early]: "done" });
    assert.deepEqual([second.body.results[0].repeated, second.body.remaining], [true, 0]);
    assert.deepEqual([await repliesOf(ready), await repliesOf(early), await repliesOf(late)], [1, 1, 0]);
    const other = await answer(id, "dut-cap-1", { ...promise, content: "Khác" });
    assert.deepEqual([other.status, other.body.title], [409, "key-used-otherwise"]);
    assert.equal((await lan("POST", `/incidents/${id}/replies`, promise)).status, 400);
  });

  it("tells who was first where somebody else answered meanwhile", async () => {
    const id = await opened();
    const [one, other] = [await complaint("coordination"), await complaint("coordination")];
    await link(id, [one, other]);
    const seen = await lan("GET", `/complaints/${one}`);
    await minh("POST", `/complaints/${one}/replies`, promise);
    const complaints = [{ complaintId: one, sequence: seen.body.sequence }, { complaintId: other }];
    const answered = await answer(id, "dut-cap-2", { ...promise, complaints });
    assert.deepEqual(
      answered.body.results.map(({ result }: { result: string }) => result),
      ["conflict", "done"],
    );
    assert.equal(answered.body.results[0].problem.meanwhile[0].by.name, "Người minh");
    assert.deepEqual([await repliesOf(one), await repliesOf(other)], [1, 1]);
  });

  it("gives nobody more than the single verb does", async () => {
    const id = await opened();
    const [hidden, asked] = [await complaint("intake"), await complaint("coordination")];
    await link(id, [hidden, asked]);
    const seen = await technician("GET", `/incidents/${id}`);
    assert.deepEqual([seen.body.complaints, seen.body.open], [1, 1]);
    const tried = await answer(id, "dut-cap-3", promise, technician);
    assert.deepEqual(results(tried.body), { [asked]: "not-your-role" });
    const named = { ...promise, complaints: [{ complaintId: hidden }] };
    assert.deepEqual(results((await answer(id, "dut-cap-4", named, technician)).body), {
      [hidden]: "complaint-unknown",
    });
    assert.equal((await link(id, [hidden], technician)).body.results[0].problem.code, "complaint-unknown");
    assert.equal((await stranger("GET", `/incidents/${id}`)).status, 404);
    assert.deepEqual((await stranger("GET", "/incidents?show=all")).body.incidents, []);
    assert.equal((await answer(id, "dut-cap-5", promise, stranger)).status, 404);
  });
});
