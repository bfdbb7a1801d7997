import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

type Result = { complaintId: string; result: string; sequence?: number; problem?: { code: string } };

describe("many complaints given to people at once", () => {
  let test: TestApi;
  let lan: Caller;
  let minh: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
    minh = await test.person("vntt", "minh", "clerk@cskh");
  });
  after(() => test.close());

  const register = async (): Promise<string> =>
    (await lan("POST", "/complaints", { channel: "phone", content: "Mạng chậm", kind: "incident" })).body.complaintId;
  const give = async (by: Caller, assignments: object[], key = "giao-1") => {
    const { status, body } = await by("POST", "/assignments", { assignments }, { "idempotency-key": key });
    assert.equal(status, 200, JSON.stringify(body));
    return body as { results: Result[]; remaining: number };
  };
  const told = ({ results }: { results: Result[] }) =>
    results.map(({ complaintId, result, problem }) => [complaintId, problem?.code ?? result]);
  const ownerOf = async (id: string) => (await lan("GET", `/complaints/${id}`)).body.ownerId;

  it("is done for each, whatever another refuses, and once under one key", async () => {
    const [one, other] = [await register(), await register()];
    const assignments = [
      { complaintId: one, personId: "minh" },
      { complaintId: "khong-co", personId: "minh" },
      { complaintId: other, personId: "lan" },
    ];
    const first = await give(lan, assignments);
    assert.deepEqual(told(first), [
      [one, "done"],
      ["khong-co", "complaint-unknown"],
      [other, "done"],
    ]);
    assert.deepEqual([await ownerOf(one), await ownerOf(other), first.remaining], ["minh", "lan", 0]);
    assert.deepEqual(told(await give(lan, assignments)), told(first));
    assert.deepEqual(told(await give(lan, assignments, "giao-2")), [
      [one, "nothing-changed"],
      ["khong-co", "complaint-unknown"],
      [other, "nothing-changed"],
    ]);
  });

  it("is done to nobody who is not there, is gone, or handles no complaints", async () => {
    const id = await register();
    const admin = await test.person("vntt", "tuan", "administrator@cskh");
    await test.person("vntt", "cu", "clerk@cskh");
    await test.person("bkns", "mai", "clerk@cskh");
    assert.equal((await admin("PATCH", "/people/cu", { isClosed: true })).status, 200);
    for (const [personId, code] of [
      ["khong-ai", "unknown-person"],
      ["mai", "unknown-person"],
      ["cu", "unknown-person"],
      ["tuan", "handles-no-complaints"],
    ]) {
      const { status, body } = await lan("POST", `/complaints/${id}/assignments`, { personId });
      assert.deepEqual([status, body.title, body.field], [422, code, "personId"]);
      assert.deepEqual(told(await give(lan, [{ complaintId: id, personId }], `giao-${personId}`)), [[id, code]]);
    }
    assert.equal(await ownerOf(id), null);
    assert.equal((await admin("GET", `/complaints/${id}`)).status, 404);
    const noted = await lan("POST", `/complaints/${id}/notes`, { text: "@ai đó", mentions: ["minh", "mai"] });
    assert.deepEqual([noted.status, noted.body.title, noted.body.field], [422, "unknown-person", "mentions"]);
    assert.equal((await lan("POST", `/complaints/${id}/assignments`, { personId: "minh" })).status, 201);
  });

  it("is given back to whoever had it, unless somebody else was put in charge meanwhile", async () => {
    const [one, other] = [await register(), await register()];
    const { results } = await give(
      lan,
      [one, other].map((complaintId) => ({ complaintId, personId: "lan" })),
      "giao-3",
    );
    assert.equal((await minh("POST", `/complaints/${other}/assignments`, { personId: "minh" })).status, 201);
    const back = results.map(({ complaintId, sequence }) => ({ complaintId, personId: null, sequence }));
    assert.deepEqual(told(await give(lan, back, "tra-3")), [
      [one, "done"],
      [other, "done-meanwhile"],
    ]);
    assert.deepEqual([await ownerOf(one), await ownerOf(other)], [null, "minh"]);
  });

  it("is refused for more than 500, and for nothing", async () => {
    const many = Array.from({ length: 501 }, (_each, place) => ({ complaintId: `k-${place}`, personId: null }));
    assert.equal((await lan("POST", "/assignments", { assignments: many })).status, 400);
    assert.equal((await lan("POST", "/assignments", { assignments: [] })).status, 400);
  });
});
