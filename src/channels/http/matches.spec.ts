import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

describe("matches of what somebody said", () => {
  let test: TestApi;
  let clerk: Caller;
  let number: string;
  before(async () => {
    test = await openTestApi();
    clerk = await test.person("vntt", "lan", "clerk@cskh");
    const customer = async (name: string, identifiers: { kind: string; asWritten: string }[]) => {
      const { status, body } = await clerk("POST", "/customers", { name, identifiers });
      assert.equal(status, 201, JSON.stringify(body));
    };
    await customer("Nguyễn Thị Đào", [
      { kind: "phone", asWritten: "0168 234 5678" },
      { kind: "contract", asWritten: "HĐ-0123/2018" },
    ]);
    await customer("Công ty Hoa Sen", [{ kind: "email", asWritten: "ketoan@hoasen.example" }]);
    const taken = await clerk("POST", "/complaints", {
      channel: "phone",
      kind: "charges",
      content: "Cước internet tháng 10 tăng gấp đôi so với tháng trước",
      customer: { name: "Chị Đào", phone: "01682345678" },
    });
    assert.equal(taken.status, 201, JSON.stringify(taken.body));
    ({ number } = taken.body);
  });
  after(() => test.close());

  type Found = { name?: string; number?: string; reasons: { as: string; said: string }[]; isLikelyDuplicate?: boolean };
  const matches = async (told: object) => {
    const { status, body } = await clerk("POST", "/matches", told);
    assert.equal(status, 200, JSON.stringify(body));
    const said = (found: Found[]) =>
      found.map(({ name, number: of, reasons }) => [
        name ?? of,
        ...reasons.map(({ as, said: how }) => `${as} ${how}`.trim()),
      ]);
    return { customers: said(body.customers), complaints: said(body.complaints), body };
  };

  it("find by a telephone number in its new form what was written with the prefix of before 2018, and the other way round", async () => {
    for (const phone of ["0382345678", "+84 38 234 5678", "01682345678"]) {
      const { customers, complaints } = await matches({ phone });
      assert.deepEqual(customers, [["Nguyễn Thị Đào", `phone ${phone}`]]);
      assert.deepEqual(complaints, [[number, `phone ${phone}`]]);
    }
  });

  it("find by a contract in the text, and by the number of a complaint", async () => {
    const contract = await matches({ text: "Tôi là chủ hợp đồng hđ 0123/2018 đây." });
    assert.deepEqual(contract.customers, [["Nguyễn Thị Đào", "number hđ 0123/2018"]]);
    const written = await matches({ text: "Tôi là chủ hợp đồng HĐ-0123/2018 đây." });
    assert.deepEqual(written.customers, [["Nguyễn Thị Đào", "number HĐ-0123/2018"]]);
    const meant = await matches({ text: `Trả lời về ${number.toLowerCase()} giúp tôi.` });
    assert.deepEqual(meant.complaints, [[number, `complaint-number ${number.toLowerCase()}`]]);
  });

  it("take the domain of an address as a hint that comes last, and none that everybody has", async () => {
    const hinted = await matches({ email: "giamdoc@hoasen.example", phone: "0382345678" });
    assert.deepEqual(hinted.customers, [
      ["Nguyễn Thị Đào", "phone 0382345678"],
      ["Công ty Hoa Sen", "email-domain hoasen.example"],
    ]);
    const sure = await matches({ email: "KeToan@HoaSen.example" });
    assert.deepEqual(sure.customers, [
      ["Công ty Hoa Sen", "email KeToan@HoaSen.example", "email-domain hoasen.example"],
    ]);
    assert.deepEqual((await matches({ email: "ai-do@gmail.com" })).customers, []);
  });

  it("call much the same words a likely duplicate", async () => {
    const { complaints, body } = await matches({ text: "Cước internet tháng 10 tăng gấp đôi, đề nghị xem lại" });
    assert.deepEqual(complaints, [[number, "same-words"]]);
    assert.equal(body.complaints[0].isLikelyDuplicate, true);
  });

  it("are found by who takes complaints in", async () => {
    const admin = await test.person("vntt", "tuan", "administrator@cskh");
    assert.equal((await admin("POST", "/matches", { phone: "0382345678" })).status, 403);
  });
});
