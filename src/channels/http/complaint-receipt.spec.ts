import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

describe("/complaints/{id}/receipt", () => {
  let test: TestApi;
  let lan: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
  });
  after(() => test.close());

  const registered = async () => {
    const { status, body } = await lan("POST", "/complaints", {
      channel: "phone",
      kind: "charges",
      service: "internet",
      content: "Hóa đơn tháng 2 tính hai lần",
      remedySought: "Hoàn lại một lần",
      customer: { name: "Lê Minh", phone: "0912 345 678", email: "minh@thudo.vn" },
      // A Monday.
      occurredAt: "2026-03-16T09:05:00+07:00",
    });
    assert.equal(status, 201, JSON.stringify(body));
    return body as { complaintId: string; number: string };
  };

  it("says what was said, what is missing and what was promised, in the pack's words", async () => {
    const { complaintId, number } = await registered();
    const { status, body } = await lan("GET", `/complaints/${complaintId}/receipt`);
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(
      body.text,
      `Số khiếu nại: ${number}
Tiếp nhận lúc: 09:05 T2 16/03/2026
Người tiếp nhận: Người lan
Hình thức tiếp nhận: Điện thoại
Khách hàng: Lê Minh, 0912 345 678, minh@thudo.vn
Loại: Cước dịch vụ
Dịch vụ: Internet băng rộng cố định
Nội dung: Hóa đơn tháng 2 tính hai lần
Yêu cầu của khách hàng: Hoàn lại một lần
Cần bổ sung: Hóa đơn hoặc thông báo cước
Phản hồi thông tin khiếu nại cho khách hàng: hết T4 18/03/2026
Giải quyết khiếu nại (theo pháp luật): hết T2 13/04/2026`,
    );
    assert.deepEqual(body.paper, { id: "receipt", name: "Phiếu tiếp nhận khiếu nại", signedBy: ["clerk"] });
    assert.deepEqual([body.issued, body.provider.letterhead], [null, "Thành viên Becamex IDC"]);
    assert.deepEqual(body.outsideWays, ["consumer-authority", "consumer-organisation", "arbitration", "court"]);
    assert.deepEqual(body.electronic, [{ id: "email", name: "Thư điện tử" }]);
  });

  it("S2-2.7: has the three parts of BKNS's text, each as it was said", async () => {
    const mai = await test.person("bkns", "mai", "clerk@cskh");
    const { status, body: made } = await mai("POST", "/complaints", {
      channel: "counter",
      content: "Tên miền saomai.vn hết hạn dù đã đóng phí",
      remedySought: "Mở lại tên miền trong hôm nay",
      filled: { opinion: "Gọi hotline hai lần không ai nhận" },
      customer: { name: "Lê Minh", phone: "0912 345 678" },
    });
    assert.equal(status, 201, JSON.stringify(made));
    const { body } = await mai("GET", `/complaints/${made.complaintId}/receipt`);
    assert.deepEqual(body.rows.slice(1), [
      { label: "Khách hàng và cách liên hệ", value: "Lê Minh\n0912 345 678" },
      { label: "Nội dung sự việc", value: "Tên miền saomai.vn hết hạn dù đã đóng phí" },
      { label: "Ý kiến phản ánh", value: "Gọi hotline hai lần không ai nhận" },
      { label: "Yêu cầu của khách hàng", value: "Mở lại tên miền trong hôm nay" },
    ]);
    assert.equal(body.rows[0].label, "Ngày tiếp nhận");
  });

  it("S3-3.2: is iHostinger's form at the branch, and leaves by e-mail for other channels", async () => {
    const ha = await test.person("ihostinger", "ha", "clerk@branch");
    const take = async (channel: string) => {
      const customer = { name: "Phạm Hoa", phone: "0903 111 222", email: "hoa@khach.example" };
      const data = { channel, content: "Tên miền vẫn báo hết hạn", remedySought: "Gia hạn ngay", customer };
      const made = await ha("POST", "/complaints", data);
      assert.equal(made.status, 201, JSON.stringify(made.body));
      return made.body.complaintId as string;
    };
    const atBranch = (await ha("GET", `/complaints/${await take("counter")}/receipt`)).body;
    assert.deepEqual(atBranch.rows.slice(1), [
      { label: "Người làm việc", value: "Phạm Hoa" },
      { label: "Email", value: "hoa@khach.example" },
      { label: "Điện thoại", value: "0903 111 222" },
      { label: "Nội dung khiếu nại", value: "Tên miền vẫn báo hết hạn" },
      { label: "Yêu cầu giải quyết", value: "Gia hạn ngay" },
    ]);
    const byPhone = await take("phone");
    const issued = await ha("POST", `/complaints/${byPhone}/issued-papers`, { paper: "receipt", channel: "email" });
    assert.equal(issued.status, 201, JSON.stringify(issued.body));
    const { body } = await ha("GET", `/complaints/${byPhone}/messages`);
    assert.deepEqual(
      body.messages
        .filter(({ channel }: { channel: string | null }) => channel === "email")
        .map(({ audience, status }: { audience: string; status: string }) => [audience, status])
        .at(-1),
      ["customer", "queued"],
    );
  });

  it("carries its number once it is issued, by the verbs of any paper", async () => {
    const { complaintId } = await registered();
    const { body: receipt } = await lan("GET", `/complaints/${complaintId}/receipt`);
    const drafted = await lan("POST", `/complaints/${complaintId}/papers`, { paper: "receipt", content: receipt.text });
    const { paperId } = drafted.body.events[0].data;
    await lan("POST", `/complaints/${complaintId}/papers/${paperId}/signatures`, { by: "clerk" });
    const issued = await lan("POST", `/complaints/${complaintId}/issued-papers`, { paperId, channel: "email" });
    assert.equal(issued.status, 201, JSON.stringify(issued.body));
    const { body } = await lan("GET", `/complaints/${complaintId}/receipt`);
    assert.match(body.issued.letterNumber, /^\d+\/20\d\d$/);
    assert.equal(body.issued.issuedAt, issued.body.events[0].occurredAt);
  });

  it("asks the customer for nothing that is the provider's to find out", async () => {
    const { body: made } = await lan("POST", "/complaints", { channel: "phone", content: "Mất mạng" });
    const { body } = await lan("GET", `/complaints/${made.complaintId}/receipt`);
    assert.deepEqual([body.missing, body.kind, body.contactBy === null], [[], null, false]);
  });

  it("names whoever took on what came in by itself", async () => {
    const made = await ask(test.api, {
      method: "POST",
      url: "/api/v1/public/organisations/vntt/complaints",
      headers: { "idempotency-key": "a-key-of-this-receipt-000001" },
      payload: { kind: "incident", service: "internet", values: { content: "Mạng chậm.", phone: "0912 345 678" } },
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const { complaintId } = (await lan("GET", `/complaint-numbers/${made.body.number}`)).body;
    const receivedBy = async () => (await lan("GET", `/complaints/${complaintId}/receipt`)).body.receivedBy;
    assert.equal(await receivedBy(), null);
    await lan("POST", `/complaints/${complaintId}/assignments`, { personId: "lan" });
    assert.equal(await receivedBy(), "Người lan");
  });

  it("is not there for whom the complaint is not", async () => {
    const { complaintId } = await registered();
    const dung = await test.person("vntt", "dung", "unit-member@p-ktvt");
    assert.equal((await dung("GET", `/complaints/${complaintId}/receipt`)).status, 404);
  });
});
