import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

const call = {
  channel: "phone",
  kind: "incident",
  service: "internet",
  customer: { name: "Nguyễn Thị Hoa", phone: "0912 345 678" },
  content: "Mất mạng từ sáng",
};

describe("/coordinations", () => {
  let test: TestApi;
  let lan: Caller;
  let technician: Caller;
  let billing: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
    technician = await test.person("vntt", "ky-thuat", "unit-member@p-ktvt");
    billing = await test.person("vntt", "cuoc", "unit-member@bp-cuoc");
  });
  after(() => test.close());

  const asked = async (): Promise<{ id: string; path: string }> => {
    const { body } = await lan("POST", "/complaints", call);
    const id: string = body.complaintId;
    await lan("POST", `/complaints/${id}/assignments`, { personId: "lan" });
    const made = await lan("POST", `/complaints/${id}/coordinations`, {
      requests: [{ unit: "p-ktvt", via: "phone", question: "Bao giờ nối xong?" }],
      filled: { truthfulness: "partly" },
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const { coordinationId } = made.body.events.find(
      ({ type }: { type: string }) => type === "CoordinationRequested",
    ).data;
    return { id, path: `/complaints/${id}/coordinations/${coordinationId}` };
  };
  const itemOf = async (by: Caller, id: string, query = "") => {
    const { status, body } = await by("GET", `/coordinations${query}`);
    assert.equal(status, 200, JSON.stringify(body));
    return body.items.find(({ complaintId }: { complaintId: string }) => complaintId === id);
  };

  it("gives the unit the question, what was told with it, and how it was chased, in the provider's words", async () => {
    const { id, path } = await asked();
    await technician("POST", `${path}/confirmations`, {});
    await lan("POST", `${path}/reminders`, { via: "phone" });
    const item = await itemOf(technician, id);
    assert.equal(item.question, "Bao giờ nối xong?");
    assert.deepEqual(item.information, [
      { id: "truthfulness", name: "Xác nhận tính trung thực của khiếu nại", type: "choice", value: "Đúng một phần" },
    ]);
    assert.deepEqual(item.names, {
      unit: "P. KTVT",
      kind: "Sự cố dịch vụ (chất lượng dịch vụ)",
      customerClass: null,
      dueRule: "Bp. Liên quan phản hồi cho NV. CSKH",
      askedBy: "Người lan",
    });
    assert.deepEqual(
      item.history.map(({ type, by, via }: Record<string, string>) => [type, by, via]),
      [
        ["CoordinationRequested", "Người lan", "phone"],
        ["CoordinationConfirmed", "Người ky-thuat", null],
        ["CoordinationReminded", "Người lan", "phone"],
      ],
    );
    assert.deepEqual([item.status, item.reminders], ["confirmed", 1]);
    assert.equal(await itemOf(billing, id), undefined);
    assert.equal((await technician("GET", "/work-counts")).body.coordinations, 1);
    assert.equal((await billing("GET", "/work-counts")).body.coordinations, 0);
  });

  it("gives the unit everything that the customer says, said later and sent", async () => {
    const { id } = await asked();
    const content = `Mất mạng từ sáng. ${"Đèn LOS nhấp nháy đỏ. ".repeat(20)}Hết.`;
    await lan("POST", `/complaints/${id}/corrections`, { content, reason: "Ghi đủ lời khách" });
    const part = 'Content-Disposition: form-data; name="file"; filename="den.pdf"\r\nContent-Type: application/pdf';
    const file = Buffer.from(`--x\r\n${part}\r\n\r\n%PDF-1.4\r\n--x--\r\n`);
    const uploaded = await lan("POST", "/attachments", file, { "content-type": "multipart/form-data; boundary=x" });
    const sent = { message: "Đèn vẫn đỏ", documents: [{ sha256: uploaded.body.sha256, name: "den.pdf" }] };
    const made = await lan("POST", `/complaints/${id}/information`, sent);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const { said } = await itemOf(technician, id);
    assert.equal(said.content, content);
    assert.deepEqual(
      said.added.map(({ message }: { message: string }) => message),
      ["Đèn vẫn đỏ"],
    );
    assert.deepEqual(
      said.documents.map(({ name }: { name: string }) => name),
      ["den.pdf"],
    );
  });

  it("moves with the request to the unit that it is passed on to", async () => {
    const { id, path } = await asked();
    const passed = await technician("POST", `${path}/passings-on`, { unit: "bp-cuoc", reason: "Do khóa cước" });
    assert.equal(passed.status, 201, JSON.stringify(passed.body));
    assert.equal(await itemOf(technician, id), undefined);
    const item = await itemOf(billing, id);
    assert.deepEqual(
      [item.history[1].type, item.history[1].text, item.history[1].unit],
      ["CoordinationPassedOn", "Do khóa cước", "Bp. Cước"],
    );
  });

  it("stays with whoever asked until the answer was checked", async () => {
    const { id, path } = await asked();
    const answer = { cause: "Đứt cáp", measure: "Đã hàn nối", via: "phone", answeredBy: "Anh Tú" };
    assert.equal((await lan("POST", `${path}/answers`, answer)).status, 201);
    assert.equal(await itemOf(technician, id), undefined);
    const item = await itemOf(lan, id, "?queue=asked");
    assert.equal(item.status, "answered");
    assert.deepEqual(item.history.at(-1), {
      type: "CoordinationAnswered",
      at: item.history.at(-1).at,
      by: "Người lan",
      answeredBy: "Anh Tú",
      via: "phone",
      text: "Đứt cáp\nĐã hàn nối",
      unit: null,
    });
    const checked = await lan("POST", `${path}/acceptances`, {});
    assert.equal(checked.status, 201, JSON.stringify(checked.body));
    assert.equal(await itemOf(lan, id, "?queue=asked"), undefined);
    assert.equal((await technician("GET", "/coordinations?queue=asked")).body.items.length, 0);
  });
});
