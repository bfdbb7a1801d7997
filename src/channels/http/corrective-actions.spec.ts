import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

describe("corrective actions", () => {
  let test: TestApi;
  let nhung: Caller;
  let recordsClerk: Caller;
  let keeper: Caller;
  let other: Caller;
  before(async () => {
    test = await openTestApi();
    nhung = await test.person("ihostinger", "nhung", "clerk@cskh");
    // Neither holds the role that a pack names for mending: they are of the unit, and one only keeps the program running.
    recordsClerk = await test.person("ihostinger", "van-thu", "records-clerk@related-units");
    keeper = await test.person("ihostinger", "quan-tri", "administrator@related-units");
    other = await test.person("ihostinger", "kien", "unit-member@complaint-handling");
  });
  after(() => test.close());

  it("are told to those who may do them and see the file; the file says who completes and who checks", async () => {
    const { body } = await nhung("POST", "/complaints", { channel: "phone", kind: "quality", content: "Máy chủ chậm" });
    const path = `/complaints/${body.complaintId}`;
    const steps = [
      ["assignments", { personId: "nhung" }],
      ["corrective-actions", { unit: "related-units", action: "Thay ổ đĩa", dueOn: "2049-03-02" }],
    ] as const;
    for (const [noun, step] of steps) {
      const made = await nhung("POST", `${path}/${noun}`, step);
      assert.equal(made.status, 201, `${noun}: ${JSON.stringify(made.body)}`);
    }
    const kinds = async (who: Caller) =>
      (await who("GET", "/notifications")).body.items.map(({ kind }: { kind: string }) => kind);
    assert.deepEqual(await kinds(recordsClerk), ["action-ordered"]);
    assert.deepEqual(await kinds(keeper), []);
    assert.equal((await other("GET", path)).status, 404);
    const seen = await recordsClerk("GET", path);
    const [action] = seen.body.correctiveActions;
    assert.deepEqual(
      [action.action, action.dueOn, action.status, action.unit.vi],
      ["Thay ổ đĩa", "2049-03-02", "ordered", "Các bộ phận liên quan"],
    );
    assert.equal(action.completes[0].vi, "Các bộ phận liên quan");
    assert.deepEqual(
      action.verifies.map(({ vi }: { vi: string }) => vi),
      ["Trưởng phòng chăm sóc khách hàng", "Người phụ trách", "Cấp trên", "Người kiểm soát chất lượng"],
    );
    const completed = await recordsClerk("POST", `${path}/corrective-actions/${action.actionId}/completions`, {
      result: "Đã thay",
    });
    assert.equal(completed.status, 201, JSON.stringify(completed.body));
    assert.deepEqual(await kinds(nhung), ["action-completed"]);
    assert.deepEqual(await kinds(recordsClerk), ["action-ordered"]);
    const [after] = (await nhung("GET", path)).body.correctiveActions;
    assert.deepEqual([after.status, after.result], ["completed", "Đã thay"]);
  });
});
