import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type TestApi } from "../../../tests/support/api.ts";
import { textOfPdf } from "../../../tests/support/pdf.ts";

describe("/public/complaints/{code}/letters/{letterId}/pdf", () => {
  let test: TestApi;
  before(async () => (test = await openTestApi()));
  after(() => test.close());

  it("is the answer as it was sent, and opens with a one-time code only", async () => {
    const lan = await test.person("vntt", "lan", "clerk@cskh");
    const values = { content: "Mạng chậm từ hôm qua.", name: "Nguyễn Thị Đào", phone: "0912 345 678" };
    const key = { "idempotency-key": "a-key-of-this-spec-000001" };
    const made = await lan(
      "POST",
      "/public/organisations/vntt/complaints",
      { kind: "incident", service: "internet", values },
      key,
    );
    const { code, number } = made.body;
    const { body: found } = await lan("GET", `/complaint-numbers/${number}`);
    const id: string = found.complaintId;
    await lan("POST", `/complaints/${id}/assignments`, { personId: "lan" });
    const answer = {
      content: "Cáp đã được thay.\nMạng chạy lại từ 15:00.",
      channel: "email",
      accepted: true,
      confirmed: ["within-capability", "enough-facts"],
    };
    const replied = await lan("POST", `/complaints/${id}/first-line-answers`, answer);
    assert.equal(replied.status, 201, JSON.stringify(replied.body));

    const { body: tracked } = await lan("GET", `/public/complaints/${code}`);
    const path = `/public/complaints/${code}/letters/${tracked.letters[0].letterId}/pdf`;
    assert.equal((await lan("GET", path)).status, 403);
    const asked = await lan("POST", `/public/complaints/${code}/one-time-codes`, { purpose: "documents" }, key);
    const { body: waiting } = await lan("GET", `/complaints/${id}/one-time-codes`);
    const { digits } = waiting.oneTimeCodes[0];
    const passes = `/public/complaints/${code}/one-time-codes/${asked.body.oneTimeCodeId}/passes`;
    const { body: passed } = await lan("POST", passes, { digits }, key);
    const pdf = await test.api.inject({
      method: "GET",
      url: `/api/v1${path}`,
      headers: { "hoiam-pass": passed.pass },
    });
    assert.deepEqual([pdf.statusCode, pdf.headers["content-type"]], [200, "application/pdf"]);
    const text = await textOfPdf(pdf.rawPayload);
    assert.match(text, /Kính gửi: Quý khách Nguyễn Thị Đào Cáp đã được thay\. Mạng chạy lại từ 15:00\. Nơi nhận:/);
  });
});
