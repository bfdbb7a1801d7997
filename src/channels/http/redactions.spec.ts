import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

describe("what an administrator reaches a complaint for", () => {
  let test: TestApi;
  let lan: Caller;
  let admin: Caller;
  let complaintId: string;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh", "shift-lead@cskh");
    admin = await test.person("vntt", "tuan", "administrator@cskh");
    const customer = { name: "Trần Bình", phone: "0912345678" };
    const made = await lan("POST", "/complaints", { channel: "phone", content: "Cước sai", customer });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    complaintId = made.body.complaintId;
  });
  after(() => test.close());

  it("reads nothing of it: no file, no facts, no clocks, no messages, no inbox, no list", async () => {
    for (const path of ["", "/events", "/clocks", "/messages"]) {
      const { status, body } = await admin("GET", `/complaints/${complaintId}${path}`);
      assert.deepEqual([status, body.title], [404, "complaint-unknown"], path);
    }
    assert.deepEqual((await admin("GET", "/complaints")).body.items, []);
    assert.deepEqual((await admin("GET", "/coordinations")).body.items, []);
    const note = await admin("POST", `/complaints/${complaintId}/notes`, { text: "tò mò" });
    assert.deepEqual([note.status, note.body.title], [404, "complaint-unknown"]);
  });

  it("is shown only the verbs that the procedure gives to administrators", async () => {
    const { status, body } = await admin("GET", `/complaints/${complaintId}/actions?fields=no`);
    assert.equal(status, 200);
    assert.deepEqual(
      body.actions.map((action: { verb: string; allowed: boolean }) => [action.verb, action.allowed]),
      [
        ["redact", false],
        ["move-to-edition", true],
      ],
    );
  });

  it("erases by place what a closed one says of a customer, without reading it", async () => {
    const erase = { reason: "Khách hàng yêu cầu", basis: "Luật 91/2025/QH15" };
    const events = [{ sequence: 1, paths: ["customer.name", "customer.phone"] }];
    const early = await admin("POST", `/complaints/${complaintId}/redactions`, { ...erase, events });
    assert.deepEqual([early.status, early.body.title], [409, "not-at-this-stage"]);
    await lan("POST", `/complaints/${complaintId}/withdrawals`, { reason: "Khách rút", channel: "phone" });
    const closed = await lan("POST", `/complaints/${complaintId}/closings`, { outcome: "withdrawn" });
    assert.equal(closed.body.phase, "closed", JSON.stringify(closed.body));

    const { number } = (await lan("GET", `/complaints/${complaintId}`)).body;
    assert.deepEqual((await admin("GET", `/complaint-numbers/${number}`)).body, { complaintId, number });
    const places = await admin("GET", `/complaints/${complaintId}/redactions`);
    assert.doesNotMatch(JSON.stringify(places.body), /Trần|0912/);
    assert.deepEqual(places.body.events[0], {
      sequence: 1,
      type: "ComplaintRegistered",
      paths: ["content", "customer.name", "customer.phone", "filled"],
    });
    const done = await admin("POST", `/complaints/${complaintId}/redactions`, { ...erase, events });
    assert.equal(done.status, 201, JSON.stringify(done.body));
    const { body: facts } = await lan("GET", `/complaints/${complaintId}/events?limit=1`);
    assert.equal(facts.events[0].data.customer.name, "[đã xoá]");
    const left = await admin("GET", `/complaints/${complaintId}/redactions`);
    assert.deepEqual(left.body.events[0].paths, ["content", "filled"]);
  });

  it("is reached by nobody else who may not see it, and by no administrator whom it is about", async () => {
    const stranger = await test.person("vntt", "ky-thuat", "unit-member@p-ktvt");
    assert.equal((await stranger("GET", `/complaints/${complaintId}/actions`)).status, 404);
    assert.equal((await stranger("GET", `/complaints/${complaintId}/redactions`)).status, 404);
    const body = { channel: "phone", content: "Quản trị viên xoá dữ liệu của tôi", aboutPersonIds: ["tuan"] };
    const about = await lan("POST", "/complaints", body);
    assert.equal(about.status, 201, JSON.stringify(about.body));
    assert.equal((await admin("GET", `/complaints/${about.body.complaintId}/actions`)).status, 404);
    const hoa = await test.person("vntt", "hoa", "clerk@cskh");
    const aboutHoa = await lan("POST", "/complaints", { ...body, aboutPersonIds: ["hoa"] });
    assert.equal((await lan("GET", `/complaints/${aboutHoa.body.complaintId}/redactions`)).status, 200);
    assert.equal((await hoa("GET", `/complaints/${aboutHoa.body.complaintId}/redactions`)).status, 404);
    const { body: known } = await lan("GET", `/complaints/${complaintId}`);
    const move = { to: known.edition ?? {}, stage: "at-once", reason: "Lần ban hành mới" };
    const moved = await admin("POST", `/complaints/${about.body.complaintId}/edition-moves`, move);
    assert.equal(moved.status, 404);
  });
});
