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
    assert.match(shown.body.body, /- Giải quyết khiếu nại \(theo pháp luật\): hết ngày \d{2}\//);
    assert.equal((await codes()).rows[0].n, 0);
  });

  it("acknowledge with the minute of a term of hours, and without the term of acknowledging itself", async () => {
    const anh = await test.person("bkns", "anh", "clerk@cskh");
    const made = await anh("POST", "/complaints", {
      channel: "email",
      // A Friday night.
      occurredAt: "2026-03-13T20:30:00+07:00",
      content: "Web trả lỗi 503",
      customer: { name: "Trần Thị Hoa", email: "hoa@khach.example" },
    });
    const { complaintId } = made.body;
    const terms = async (language: string) => {
      const shown = await anh("POST", "/mail-texts/acknowledgement/previews", { complaintId, language });
      return shown.body.body.split("\n").filter((line: string) => line.startsWith("- "));
    };
    assert.deepEqual(await terms("vi"), [
      "- Thư trả lời hoặc Giấy mời trong 48 giờ: 20:30 ngày 15/03/2026",
      "- Giải quyết trong 20 ngày: hết ngày 02/04/2026",
    ]);
    assert.equal((await terms("en"))[0], "- Reply letter or invitation within 48 hours: by 20:30 on 15/03/2026");
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
