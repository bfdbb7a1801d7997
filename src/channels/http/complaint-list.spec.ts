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

  it("fit any of several kinds, units, owners or marks, and are counted by the same filter", async () => {
    const made = await lan("POST", "/complaints", { channel: "phone", content: "Cước sai", kind: "charges" });
    const charges = made.body.complaintId as string;
    assert.deepEqual(ids(await listed(lan, "kind=incident,charges&sort=arrival")), [charges, incident]);
    assert.deepEqual(ids(await listed(lan, "kind=charges&sort=arrival")), [charges]);
    assert.deepEqual(ids(await listed(lan, "kind=incident,charges&unit=cskh,p-ktvt&sort=due")).length, 2);
    assert.deepEqual(ids(await listed(lan, "ownerId=lan,minh")), [incident]);
    assert.deepEqual(ids(await listed(lan, "kind=incident,charges&ownerId=lan,minh&search=mang")), [incident]);
    const count = async (query: string) => (await lan("GET", `/complaints/count?${query}`)).body.count;
    assert.equal(await count("kind=incident,charges"), 2);
    assert.equal(await count("queue=mine"), 1);
    assert.equal(await count("open=false&sort=arrival"), 0);
    assert.equal(await count("search=mang"), null);
    assert.equal((await lan("GET", "/complaints?kind=incident,,charges")).status, 400);
    assert.equal((await lan("GET", "/complaints?mark=vulnerable,green")).status, 400);
  });

  it("are of all units of whoever holds roles in several, or of one of them", async () => {
    const clerk = await test.person("dcnet", "lan", "clerk@cskh");
    const both = await test.person("dcnet", "hai", "unit-member@noc", "unit-member@kt");
    const made: string[] = [];
    for (const units of [[], ["noc"], ["noc"]]) {
      const { body } = await clerk("POST", "/complaints", {
        channel: "hotline",
        content: "Mất mạng",
        kind: "incident",
      });
      for (const unit of units) {
        const passed = await clerk("POST", `/complaints/${body.complaintId}/transfers`, { unit, reason: "Đã thử" });
        assert.equal(passed.status, 201, JSON.stringify(passed.body));
      }
      made.push(body.complaintId);
    }
    const [stays = "", one = "", other = ""] = made;
    const onSite = { cause: "Đứt cáp", rootCause: "provider", needsOnSite: true };
    const moved = await both("POST", `/complaints/${other}/findings`, onSite);
    assert.equal(moved.status, 201, JSON.stringify(moved.body));

    const { body: counts } = await both("GET", "/work-queues");
    assert.deepEqual([counts.mine.open, counts.unit.open, counts.all.open], [0, 2, 2]);
    assert.deepEqual(new Set(ids(await listed(both, "queue=unit"))), new Set([one, other]));
    assert.deepEqual(ids(await listed(both, "queue=unit&unit=kt")), [other]);
    assert.deepEqual(ids(await listed(both, "queue=unit&unit=cskh")), []);
    assert.deepEqual(ids(await listed(clerk, "queue=unit")), [stays]);
    const walked: string[] = [];
    for (let cursor = ""; ;) {
      const { body } = await both("GET", `/complaints?queue=unit&limit=1${cursor}`);
      walked.push(...ids(body.items));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    assert.deepEqual(walked, ids(await listed(both, "queue=all")));
    assert.equal(walked.length, 2);
  });

  it("say of a search whether its words name the customer, or only stand in what was said", async () => {
    const said = { channel: "phone", content: "Ngày mai thì xử lý xong chứ?", customer: { name: "Nguyễn Văn Tài" } };
    const called = { channel: "phone", content: "Mất mạng", customer: { name: "Mai Thị Xử", phone: "0912 111 222" } };
    const found = async (search: string) => {
      const { body } = await lan("GET", `/complaints?search=${encodeURIComponent(search)}`);
      type Row = { customerName: string; foundBy: string };
      return body.items.map(({ customerName, foundBy }: Row) => [customerName, foundBy]);
    };
    for (const made of [called, said]) assert.equal((await lan("POST", "/complaints", made)).status, 201);
    assert.deepEqual(await found("Mai Thi Xu"), [
      ["Nguyễn Văn Tài", "content"],
      ["Mai Thị Xử", "customer"],
    ]);
    assert.deepEqual(await found("0912111222"), [["Mai Thị Xử", "customer"]]);
  });
});
