import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, openTestApi, type TestApi } from "../../../tests/support/api.ts";

describe("a provider's names in English", () => {
  let test: TestApi;
  before(async () => {
    test = await openTestApi();
  });
  after(() => test.close());
  const anybody = (path: string) => ask(test.api, { method: "GET", url: `/api/v1${path}` });

  it("are told to staff by the Vietnamese names, of their own provider only", async () => {
    const lan = await test.person("vntt", "lan", "clerk@cskh");
    const { status, body } = await lan("GET", "/english-names");
    assert.equal(status, 200);
    assert.equal(body.names["NV. CSKH"], "Customer care clerk");
    assert.equal(body.names["Kiểm tra phản hồi"], "Check the unit's answer");
    assert.equal(body.names["Phản hồi đã nhận khiếu nại của người tiêu dùng"], "Acknowledge the consumer's complaint");
    assert.equal(body.names["Tổng đài K+"], undefined);
    assert.equal((await anybody("/english-names")).status, 401);
  });

  it("are told to the provider's customers", async () => {
    const { body } = await anybody("/public/organisations/kplus/english-names");
    assert.equal(body.names["Tổng đài K+"], "K+ hotline");
    assert.equal((await anybody("/public/organisations/nobody/english-names")).status, 404);
  });

  it("stand in labels that have both languages, and in no edition as it is frozen", async () => {
    const lan = await test.person("vntt", "mai", "clerk@cskh");
    const form = (await lan("GET", "/procedures/kd-qt04/registration?on=2026-11-22")).body;
    assert.deepEqual(form.channels[0].label, { vi: "Điện thoại", en: "Telephone" });
    const { hash } = form.edition;
    const frozen = (await lan("GET", `/editions/${hash}`)).body;
    assert.deepEqual([frozen.kinds[0].name, frozen.kinds[0].en], ["Sự cố dịch vụ (chất lượng dịch vụ)", undefined]);
    const chart = (await lan("GET", `/editions/${hash}/flow-chart?language=en`)).body;
    assert.equal(chart.boxes[0].name, "Complaint intake");
  });
});
