import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

describe("forms through HTTP", () => {
  let test: TestApi;
  let lan: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
  });
  after(() => test.close());

  const formOf = async (id: string, verb: string) => {
    const { body } = await lan("GET", `/complaints/${id}/actions?show=allowed`);
    return body.actions.find((action: { verb: string }) => action.verb === verb)?.moves[0].form;
  };

  it("says what an open action takes, so that whatever it offers is accepted", async () => {
    const made = await lan("POST", "/complaints", { channel: "phone", kind: "incident", content: "Chập chờn" });
    const id = made.body.complaintId;
    const assign = await formOf(id, "assign");
    assert.deepEqual(
      [assign.fields.personId.type, assign.fields.personId.from, assign.fields.personId.in],
      ["person", "/api/v1/people-suggestions", "body"],
    );
    await lan("POST", `/complaints/${id}/assignments`, { personId: "lan" });
    const ask = await formOf(id, "request-coordination");
    const unit = ask.fields.requests.fields.unit.options.find(({ value }: { value: string }) => value === "p-ktvt");
    assert.match(unit.label.vi, /KTVT/);
    const asked = await lan("POST", `/complaints/${id}/coordinations`, {
      requests: [{ unit: unit.value, question: "Kiểm tra tuyến cáp" }],
    });
    assert.equal(asked.status, 201, JSON.stringify(asked.body));
    const remind = await formOf(id, "remind-coordination");
    assert.equal(remind.fields.coordinationId.in, "address");
    assert.equal(remind.fields.coordinationId.options.length, 1);
    const short = await lan("GET", `/complaints/${id}/actions?show=allowed&fields=no`);
    assert.equal("form" in short.body.actions[0].moves[0], false);
  });

  it("says of each action what it is called, where it leads, where else it opens, and what of it lasts", async () => {
    const made = await lan("POST", "/complaints", { channel: "phone", kind: "incident", content: "Mất mạng" });
    const { body } = await lan("GET", `/complaints/${made.body.complaintId}/actions?fields=no`);
    const actionOf = (verb: string) => body.actions.find((action: { verb: string }) => action.verb === verb);
    const [charge] = actionOf("assign").moves;
    assert.deepEqual(
      [charge.name, charge.leadsTo, charge.leadsToName, charge.next],
      ["Nhận giải quyết", "at-once", "Xử lý ngay", { place: 0, primary: true }],
    );
    assert.deepEqual(
      [actionOf("archive").name, actionOf("archive").group, actionOf("archive").stages],
      [{ vi: "Lưu hồ sơ", en: "Archive" }, "end", ["Đã kết thúc"]],
    );
    assert.match(actionOf("archive").lasting.en, /^The file is put away/);
    assert.equal("lasting" in actionOf("note"), false);
    assert.deepEqual(actionOf("guide-customer").stages, []);
    // Open at any stage of some phases, though no stage names it.
    assert.ok(actionOf("record-lesson").stages.includes("Đã kết thúc"));
  });

  it("says what taking a complaint in asks for, by kind", async () => {
    const [procedure] = (await lan("GET", "/procedures")).body.procedures;
    const { status, body } = await lan("GET", `/procedures/${procedure.procedure}/registration?on=2026-03-02`);
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(body.edition.hash, (await lan("GET", "/procedures?on=2026-03-02")).body.procedures[0].hash);
    assert.ok(body.fields.channel.options.some(({ value }: { value: string }) => value === "phone"));
    const choices = (name: string) => body.fields[name].options.map(({ value }: { value: string }) => value);
    assert.deepEqual(choices("kind"), ["incident", "charges", "business", "service", "other"]);
    assert.deepEqual(choices("service"), ["internet", "leased-line", "telephone", "data-center"]);
    const incident = body.kinds.find(({ value }: { value: string }) => value === "incident");
    assert.ok(incident.required.length > 0, JSON.stringify(incident));
    assert.equal((await lan("GET", "/procedures/khong-co/registration")).status, 404);
    const open = (await lan("GET", "/procedures")).status;
    assert.equal(open, 200);
  });
});
