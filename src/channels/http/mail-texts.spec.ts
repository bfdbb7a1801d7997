import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

describe("texts that are sent", () => {
  let test: TestApi;
  let lan: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
  });
  after(() => test.close());

  it("are looked at with a file of one's own, and nothing is made by it", async () => {
    const made = await lan("POST", "/complaints", {
      channel: "email",
      content: "Cước tháng 10 sai",
      customer: { name: "Trần Thị Hoa", email: "hoa@khach.example" },
    });
    const { complaintId, number } = made.body;
    const codes = () => test.database.ownerPool.query("select count(*)::integer as n from tracking_code");
    const shown = await lan("POST", "/mail-texts/acknowledgement/previews", { complaintId });
    assert.equal(shown.status, 200, JSON.stringify(shown.body));
    assert.equal(shown.body.subject, `[${number}] VNTT, thành viên Becamex IDC đã nhận khiếu nại của Quý khách`);
    assert.deepEqual(shown.body.samples, ["code"]);
    assert.match(shown.body.body, /Mã tra cứu: vntt-7K3M-9QXT-2B4R-HN8W/);
    assert.match(shown.body.body, /- Phản hồi thông tin khiếu nại cho khách hàng: hết ngày \d{2}\//);
    assert.equal((await codes()).rows[0].n, 0);
  });

  it("are shown with examples without one, and not with a file that one may not see", async () => {
    const { body } = await lan("GET", "/mail-texts");
    assert.equal(body.texts.length, 13);
    const refusal = await lan("POST", "/mail-texts/refusal/previews", {});
    assert.deepEqual(refusal.body.samples, ["number", "message", "reason", "basis"]);
    assert.equal((await lan("POST", "/mail-texts/refusal/previews", { language: "en" })).status, 404);
    const stranger = await test.person("bkns", "lan", "clerk@cskh");
    const made = await lan("POST", "/complaints", { channel: "phone", content: "a" });
    const { complaintId } = made.body;
    assert.equal((await stranger("POST", "/mail-texts/reply/previews", { complaintId })).status, 404);
  });
});
