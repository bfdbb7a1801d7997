import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { rebuild } from "../../store/rebuild.ts";

const call = {
  channel: "phone",
  kind: "charges",
  service: "internet",
  customer: { name: "Nguyễn Thị Hoa", phone: "0912 345 678" },
  content: "Cước tháng 6 tính hai lần",
};

describe("/approvals", () => {
  let test: TestApi;
  let lan: Caller;
  let approver: Caller;
  let board: Caller;
  let technician: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
    approver = await test.person("vntt", "huong", "approver@ttdvvt");
    board = await test.person("vntt", "quan", "board@bgd");
    technician = await test.person("vntt", "ky-thuat", "unit-member@p-ktvt");
  });
  after(() => test.close());

  const registered = async (): Promise<string> => {
    const { body } = await lan("POST", "/complaints", call);
    await lan("POST", `/complaints/${body.complaintId}/assignments`, { personId: "lan" });
    return body.complaintId;
  };
  const itemsFor = async (by: Caller, id: string) => {
    const { status, body } = await by("GET", "/approvals");
    assert.equal(status, 200, JSON.stringify(body));
    return body.items.filter(({ complaint }: { complaint: { complaintId: string } }) => complaint.complaintId === id);
  };

  const does = async (id: string, steps: [path: string, step: object][]) => {
    for (const [path, step] of steps) {
      const made = await lan("POST", `/complaints/${id}/${path}`, step);
      assert.equal(made.status, 201, `${path}: ${JSON.stringify(made.body)}`);
    }
  };
  /** What staff may write down of whether the customer is satisfied, by one way of recording the verdict. */
  const satisfiedOf = async (id: string, way: string): Promise<unknown[]> => {
    const { body } = await lan("GET", `/complaints/${id}/actions?show=allowed`);
    const { moves } = body.actions.find(({ verb }: { verb: string }) => verb === "record-verdict");
    const { form } = moves.find(({ name }: { name: string }) => name === way);
    return form.fields.satisfied.options.map(({ value }: { value: unknown }) => value);
  };

  it("puts a refund before whoever approves, with sum, reason and who asks, until it is approved", async () => {
    const id = await registered();
    const agreed = await lan("POST", `/complaints/${id}/remedies`, {
      type: "refund",
      amount: 45_000_000,
      reason: "Tính trùng kỳ cước tháng 6",
    });
    assert.equal(agreed.status, 201, JSON.stringify(agreed.body));
    const [item, ...more] = await itemsFor(approver, id);
    assert.equal(more.length, 0);
    assert.deepEqual([item.about, item.verbs], ["remedy", ["approve-remedy"]]);
    const { amount, remedy, text, by } = item.asked;
    assert.deepEqual([amount, remedy, text, by], [45_000_000, "refund", "Tính trùng kỳ cước tháng 6", "Người lan"]);
    assert.equal(item.complaint.customerName, "Nguyễn Thị Hoa");
    assert.equal(item.complaint.names.kind, "Cước dịch vụ");
    assert.deepEqual(await itemsFor(lan, id), []);
    assert.deepEqual(await itemsFor(technician, id), []);
    assert.equal((await approver("GET", "/work-counts")).body.approvals, 1);
    assert.equal((await technician("GET", "/work-counts")).body.approvals, 0);
    await rebuild(test.store, "vntt");
    assert.equal((await itemsFor(approver, id)).length, 1);
    const done = await approver("POST", `/complaints/${id}/remedies/${item.itemId}/approvals`, { approved: true });
    assert.equal(done.status, 201, JSON.stringify(done.body));
    assert.deepEqual(await itemsFor(approver, id), []);
  });

  it("puts a draft before whoever checks and signs it", async () => {
    const id = await registered();
    const drafted = await lan("POST", `/complaints/${id}/papers`, {
      paper: "reply-letter",
      content: "Kính gửi chị Hoa",
    });
    assert.equal(drafted.status, 201, JSON.stringify(drafted.body));
    const [item] = await itemsFor(approver, id);
    assert.deepEqual(
      [item.about, item.verbs, item.asked.text],
      ["paper", ["check-paper", "sign-paper"], "Kính gửi chị Hoa"],
    );
    await approver("POST", `/complaints/${id}/papers/${item.itemId}/checks`, {});
    assert.deepEqual((await itemsFor(approver, id))[0].verbs, ["sign-paper"]);
    await approver("POST", `/complaints/${id}/papers/${item.itemId}/signatures`, { by: "approver" });
    assert.deepEqual(await itemsFor(approver, id), []);
    assert.deepEqual(await itemsFor(board, id), []);
  });

  it("puts the whole complaint, the reply already given and the customer's word on it before the board", async () => {
    const content = `Cước tính hai lần. ${"Tôi đã gọi nhiều lần. ".repeat(20)}Hết.`;
    const { body } = await lan("POST", "/complaints", { ...call, content });
    const id: string = body.complaintId;
    await does(id, [
      ["assignments", { personId: "lan" }],
      [
        "coordinations",
        { requests: [{ unit: "bp-cuoc", via: "email", question: "?" }], filled: { truthfulness: "partly" } },
      ],
    ]);
    const { coordinationId } = (await lan("GET", `/complaints/${id}`)).body.coordinations[0];
    const asked = `coordinations/${coordinationId}`;
    await does(id, [
      [`${asked}/answers`, { cause: "Nhập trùng", measure: "Đã sửa", via: "email" }],
      [`${asked}/acceptances`, { repairDone: true }],
      ["replies", { content: "Cước đúng.", channel: "email", confirmed: ["cause-explained"] }],
    ]);
    assert.deepEqual(await satisfiedOf(id, "Khách hàng không chấp nhận"), ["no", "not-asked", "unknown"]);
    await does(id, [
      ["verdicts", { accepts: "no", satisfied: "no", words: "Vẫn sai" }],
      ["dossiers", { to: "board", summary: "Xin ý kiến", filled: { "question-to-board": "Hoàn tiền?" } }],
    ]);
    const [item] = await itemsFor(board, id);
    assert.equal(item.content, content.trim());
    type Said = { type: string; text: string | null; verdict: object | null };
    const said = item.history.map(({ type, text, verdict }: Said) => [type, text, verdict]);
    assert.deepEqual(said.slice(1), [
      ["ReplyGiven", "Cước đúng.", null],
      ["VerdictRecorded", "Vẫn sai", { accepts: "no", satisfied: "no" }],
      ["DossierSubmitted", "Xin ý kiến", null],
    ]);
  });
});
