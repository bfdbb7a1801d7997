import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { readInside, writeInside } from "../../projections/inside-organisation.ts";
import { presenceSince, presentNow } from "../../store/presence.ts";

describe("who has a complaint open", () => {
  let test: TestApi;
  let lan: Caller;
  let minh: Caller;
  let path: string;
  let complaintId: string;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
    minh = await test.person("vntt", "minh", "clerk@cskh");
    complaintId = (await lan("POST", "/complaints", { channel: "phone", content: "Mạng chậm" })).body.complaintId;
    path = `/complaints/${complaintId}/presence`;
  });
  after(() => test.close());

  const changes = async (since: string) =>
    readInside(test.database.pool, "vntt", (connection) => presenceSince(connection, { organisation: "vntt", since }));

  it("is told to the others there, with whether they type, until they leave", async () => {
    const others = async () => (await lan("GET", path)).body.others;
    assert.deepEqual((await lan("PUT", path, { isTyping: true })).body, { others: [] });
    assert.deepEqual(await others(), []);
    const seen = { personId: "lan", name: "Người lan", isTyping: true };
    assert.deepEqual((await minh("PUT", path, { isTyping: false })).body, { others: [seen] });
    assert.deepEqual(await others(), [{ personId: "minh", name: "Người minh", isTyping: false }]);
    await minh("PUT", path, { isTyping: true });
    assert.deepEqual(await others(), [{ personId: "minh", name: "Người minh", isTyping: true }]);
    assert.equal((await minh("DELETE", path)).status, 204);
    assert.deepEqual(await others(), []);
  });

  it("is forgotten after a minute without a sign", async () => {
    await minh("PUT", path, { isTyping: false });
    await writeInside(test.database.pool, "vntt", (connection) =>
      connection.query("update presence set seen_at = now() - interval '61 seconds' where person_id = 'minh'"),
    );
    assert.deepEqual((await lan("GET", path)).body, { others: [] });
  });

  it("is news where it changes, and none while it stays", async () => {
    await minh("PUT", path, { isTyping: false });
    const since = await presentNow(test.database.pool);
    assert.deepEqual(await changes(since), { complaintIds: [], latest: since });
    await minh("PUT", path, { isTyping: false });
    assert.deepEqual((await changes(since)).complaintIds, []);
    await minh("PUT", path, { isTyping: true });
    const typing = await changes(since);
    assert.deepEqual(typing.complaintIds, [complaintId]);
    assert.deepEqual((await changes(typing.latest)).complaintIds, []);
    await minh("DELETE", path);
    assert.deepEqual((await changes(typing.latest)).complaintIds, [complaintId]);
  });

  it("is hidden with the complaint", async () => {
    const technician = await test.person("vntt", "ky-thuat", "unit-member@p-ktvt");
    assert.equal((await technician("PUT", path, { isTyping: true })).status, 404);
    assert.equal((await technician("GET", path)).status, 404);
    assert.deepEqual((await lan("GET", path)).body, { others: [] });
  });
});
