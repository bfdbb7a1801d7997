import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

describe("the rows of lists", () => {
  let test: TestApi;
  let lan: Caller;
  let dung: Caller;
  let incident: string;
  let unsorted: string;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
    dung = await test.person("vntt", "dung", "unit-member@p-ktvt");
    const register = async (more: object) => {
      const made = await lan("POST", "/complaints", { channel: "phone", content: "Mạng chậm", ...more });
      assert.equal(made.status, 201, JSON.stringify(made.body));
      return made.body.complaintId as string;
    };
    unsorted = await register({});
    incident = await register({ kind: "incident" });
    await lan("POST", `/complaints/${incident}/assignments`, { personId: "lan" });
  });
  after(() => test.close());

  const listed = async (who: Caller, query: string) => {
    const { status, body } = await who("GET", `/complaints?${query}`);
    assert.equal(status, 200, JSON.stringify(body));
    return body.items as { complaintId: string; names: Record<string, string | null>; editionHash?: string }[];
  };
  const ids = (items: { complaintId: string }[]) => items.map(({ complaintId }) => complaintId);

  it("carry the names that the provider gives to what they know by ids", async () => {
    const [row] = await listed(lan, `ids=${incident}`);
    assert.deepEqual(row?.names, {
      kind: "Sự cố dịch vụ (chất lượng dịch vụ)",
      register: "CRM",
      stage: "Xử lý ngay",
      channel: "Điện thoại",
      unit: "CSKH",
      owner: "Người lan",
      dueRule: "Phản hồi thông tin khiếu nại cho khách hàng",
    });
    assert.equal(row?.editionHash, undefined);
    const [bare] = await listed(lan, `ids=${unsorted}`);
    assert.deepEqual([bare?.names["kind"], bare?.names["owner"]], [null, null]);
  });

  it("are asked for again by their ids, and only those that still fit come", async () => {
    const both = `${unsorted},${incident}`;
    assert.deepEqual(new Set(ids(await listed(lan, `ids=${both}`))), new Set([unsorted, incident]));
    assert.deepEqual(ids(await listed(lan, `ids=${both}&kind=incident`)), [incident]);
    assert.deepEqual(ids(await listed(lan, `ids=${both}&search=mang&unassigned=true`)), [unsorted]);
    assert.deepEqual(ids(await listed(dung, `ids=${both}`)), []);
    const tooMany = await lan("GET", `/complaints?ids=${Array.from({ length: 101 }, () => "a").join(",")}`);
    assert.equal(tooMany.status, 400);
  });

  it("are of my own queue or of my unit's, whatever else narrows the list", async () => {
    assert.deepEqual(ids(await listed(lan, "queue=mine")), [incident]);
    assert.deepEqual(ids(await listed(lan, "queue=unit&unassigned=true")), [unsorted]);
    assert.deepEqual(ids(await listed(dung, "queue=mine")), []);
    assert.deepEqual(ids(await listed(lan, "queue=mine&search=cham")), [incident]);
  });
});
