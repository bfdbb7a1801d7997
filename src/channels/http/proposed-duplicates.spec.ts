import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

describe("proposed duplicates", () => {
  let test: TestApi;
  let lan: Caller;
  let ids: string[];
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
    const take = async (change: object) => {
      const { status, body } = await lan("POST", "/complaints", {
        channel: "phone",
        kind: "charges",
        content: "Cước internet tháng 10 tăng gấp đôi so với tháng trước",
        customer: { name: "Chị Đào", phone: "0912345678" },
        ...change,
      });
      assert.equal(status, 201, JSON.stringify(body));
      return String(body.complaintId);
    };
    ids = [
      await take({}),
      await take({ content: "Sao cước tháng 10 nhà tôi cao thế?" }),
      await take({ customer: { name: "Ông Ba", phone: "0987654321" }, content: "Hoá đơn ghi sai địa chỉ của tôi" }),
    ];
  });
  after(() => test.close());

  const proposed = async (id: string | undefined) => {
    const { status, body } = await lan("GET", `/complaints/${id}/proposed-duplicates`);
    assert.equal(status, 200, JSON.stringify(body));
    return body.complaints.map(({ complaintId, alike }: Record<string, unknown>) => [complaintId, alike]);
  };

  it("are of the same number and kind, in both directions, and never the complaint itself", async () => {
    assert.deepEqual(await proposed(ids[0]), [[ids[1], ["number"]]]);
    assert.deepEqual(await proposed(ids[1]), [[ids[0], ["number"]]]);
  });

  it("are proposed no more once somebody said that they are two matters, until that is taken back", async () => {
    const address = `/complaints/${ids[0]}/not-duplicates/${ids[1]}`;
    assert.equal((await lan("PUT", address)).status, 204);
    assert.deepEqual([await proposed(ids[0]), await proposed(ids[1])], [[], []]);
    assert.equal((await lan("DELETE", `/complaints/${ids[1]}/not-duplicates/${ids[0]}`)).status, 204);
    assert.equal((await proposed(ids[0])).length, 1);
    assert.equal((await lan("PUT", `/complaints/${ids[0]}/not-duplicates/khong-co`)).status, 404);
  });

  it("are proposed no more once they are linked, whichever names the other", async () => {
    const linked = await lan("POST", `/complaints/${ids[1]}/links`, { to: ids[0], as: "duplicate" });
    assert.equal(linked.status, 201, JSON.stringify(linked.body));
    assert.deepEqual([await proposed(ids[0]), await proposed(ids[1])], [[], []]);
  });
});
