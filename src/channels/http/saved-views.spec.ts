import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

describe("saved lists", () => {
  let test: TestApi;
  let lan: Caller;
  let minh: Caller;
  let dung: Caller;
  let viewId: string;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
    minh = await test.person("vntt", "minh", "clerk@cskh");
    dung = await test.person("vntt", "dung", "unit-member@p-ktvt");
    for (const kind of ["incident", "incident", "charges"]) {
      const made = await lan("POST", "/complaints", { channel: "phone", content: "Mạng chậm", kind });
      assert.equal(made.status, 201, JSON.stringify(made.body));
    }
    const query = { queue: "unit", kind: "incident" };
    const made = await lan("POST", "/saved-views", { name: "Sự cố của bộ phận", unit: "cskh", query });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    viewId = made.body.viewId;
  });
  after(() => test.close());

  const viewsOf = async (who: Caller) => (await who("GET", "/saved-views")).body.views as { viewId: string }[];

  it("are their maker's and those of the unit that they are shared with", async () => {
    const shown = {
      viewId,
      name: "Sự cố của bộ phận",
      unit: "cskh",
      personId: "lan",
      owner: "Người lan",
      isOwn: true,
      query: { queue: "unit", kind: "incident" },
    };
    assert.deepEqual(await viewsOf(lan), [shown]);
    assert.deepEqual(await viewsOf(minh), [{ ...shown, isOwn: false }]);
    assert.deepEqual(await viewsOf(dung), []);
  });

  it("may hold open and closed ones together, as a search everywhere does", async () => {
    const query = { queue: "all", open: "all", search: "cham" };
    const made = await dung("POST", "/saved-views", { name: "Chậm ở mọi nơi", query });
    assert.deepEqual([made.status, made.body.query], [201, query]);
    const found = await lan("GET", "/complaints?queue=all&open=all&search=cham");
    assert.deepEqual([found.status, found.body.items.length], [200, 3]);
    const removed = await dung("DELETE", `/saved-views/${made.body.viewId}`);
    assert.equal(removed.status, 204);
  });

  it("say how many open complaints the reader has in them; words and closed ones are not counted", async () => {
    const more = [
      await minh("POST", "/saved-views", { name: "Chậm", query: { search: "cham" } }),
      await minh("POST", "/saved-views", { name: "Đã xong", query: { open: "false" } }),
      await minh("POST", "/saved-views", { name: "Của tôi", query: { queue: "mine" } }),
      await minh("POST", "/saved-views", { name: "Hai loại", query: { queue: "unit", kind: "incident,charges" } }),
    ];
    const [words, closed, mine, several] = more.map(({ body }) => body.viewId as string);
    const { body } = await minh("GET", "/saved-views/counts");
    assert.deepEqual(body.counts, {
      [viewId]: 2,
      [words ?? ""]: null,
      [closed ?? ""]: null,
      [mine ?? ""]: 0,
      [several ?? ""]: 3,
    });
  });

  it("are changed and removed by their maker only", async () => {
    for (const refused of [
      await minh("PATCH", `/saved-views/${viewId}`, { name: "Khác" }),
      await minh("DELETE", `/saved-views/${viewId}`),
    ]) {
      assert.deepEqual([refused.status, refused.body.title], [404, "no-such-item"]);
    }
    const changed = await lan("PATCH", `/saved-views/${viewId}`, { name: "Sự cố", unit: null });
    assert.deepEqual([changed.body.name, changed.body.unit, changed.body.query.kind], ["Sự cố", null, "incident"]);
    assert.equal((await viewsOf(minh)).length, 4);
    assert.equal((await lan("DELETE", `/saved-views/${viewId}`)).status, 204);
    assert.deepEqual(await viewsOf(lan), []);
  });

  it("refuse a filter that lists do not know, and a unit that is not one's own", async () => {
    const refused = async (body: object, field: string) => {
      const { status, body: problem } = await lan("POST", "/saved-views", { name: "Sai", ...body });
      assert.deepEqual([status, problem.field], [400, field]);
    };
    await refused({ query: { colour: "red" } }, "query");
    await refused({ query: { due: "yesterday" } }, "query.due");
    await refused({ query: {}, unit: "p-ktvt" }, "unit");
    await refused({ query: {}, name: "" }, "name");
  });

  it("are at most fifty each", async () => {
    for (let made = 0; made < 50; made += 1) {
      assert.equal((await dung("POST", "/saved-views", { name: `Danh sách ${made}`, query: {} })).status, 201);
    }
    assert.equal((await dung("POST", "/saved-views", { name: "Thêm nữa", query: {} })).status, 400);
  });
});
