import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

const body = {
  kind: "charges",
  service: "internet",
  values: {
    name: "Nguyễn Thị Đào",
    phone: "0912 345 678",
    content: "  Cước tháng này gấp đôi tháng trước.  ",
    "contract-number": "VNTT-2025-0733",
    "disputed-amount": 300_000,
    email: "",
  },
};
const KEY = "6f1c6a4e-8a57-4b0f-9a7e-2f6f5e0c1d2b";

describe("a complaint on the web", () => {
  let test: TestApi;
  let lan: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
  });
  after(() => test.close());

  const post = (path: string, payload: object, key?: string) =>
    ask(test.api, {
      method: "POST",
      url: `/api/v1/public${path}`,
      payload,
      headers: key === undefined ? {} : { "idempotency-key": key },
    });
  const get = (path: string) => ask(test.api, { method: "GET", url: `/api/v1/public${path}` });

  it("is never asked what a clerk writes down of the talk", async () => {
    const form = (await get("/organisations/bkns")).body;
    const asked = form.kinds.flatMap((kind: { asked: string[]; required: string[] }) => [
      ...kind.asked,
      ...kind.required,
    ]);
    assert.ok(asked.includes("full-story"));
    assert.ok(!asked.includes("clarifying-questions") && !asked.includes("felt-heard"));
  });

  it("is asked for what the edition in force needs by kind, and for nothing of the staff's", async () => {
    const { status, body: form } = await get("/organisations/vntt");
    assert.equal(status, 200);
    assert.deepEqual([form.name, form.shortName, form.colour], ["VNTT, thành viên Becamex IDC", "VNTT", "#0a4d8c"]);
    const charges = form.kinds.find((kind: { id: string }) => kind.id === "charges");
    assert.deepEqual(charges.required, ["name", "phone", "content"]);
    assert.deepEqual(charges.evidence, [{ id: "bill", name: "Hóa đơn hoặc thông báo cước" }]);
    assert.equal(form.fields.find((field: { id: string }) => field.id === "disputed-amount").type, "money");
    assert.equal(
      form.fields.some((field: { id: string }) => field.id === "truthfulness"),
      false,
    );
    assert.equal((await get("/organisations/khong-co")).body.title, "organisation-unknown");
  });

  it("is open to every provider of the demonstration", async () => {
    for (const organisation of ["bkns", "dcnet", "ihostinger", "kplus", "vnpt-hue", "vntt"]) {
      const { status, body: form } = await get(`/organisations/${organisation}`);
      assert.equal(status, 200, organisation);
      assert.ok(form.kinds.length > 0, organisation);
    }
  });

  it("is taken in by the customer, once however often it is sent", async () => {
    const first = await post("/organisations/vntt/complaints", body, KEY);
    assert.equal(first.status, 201, JSON.stringify(first.body));
    assert.match(first.body.number, /^KN-\d{4}-\d{6}$/);
    assert.match(first.body.code, /^vntt(-[0-9A-Z]{4}){4}$/);
    assert.equal(first.body.url, `http://localhost:8080/tra-cuu/${first.body.code}`);
    assert.deepEqual(first.body.missing, [{ id: "bill", name: "Hóa đơn hoặc thông báo cước" }]);
    const [again, sameMoment] = await Promise.all([
      post("/organisations/vntt/complaints", body, KEY),
      post("/organisations/vntt/complaints", body, KEY),
    ]);
    for (const repeated of [again, sameMoment]) {
      assert.deepEqual(
        [repeated.status, repeated.body.number, repeated.body.code, repeated.body.repeated],
        [201, first.body.number, first.body.code, true],
      );
    }
    const other = await post(
      "/organisations/vntt/complaints",
      { ...body, kind: "service", values: { content: "Khác" } },
      KEY,
    );
    assert.deepEqual([other.status, other.body.title], [409, "key-used-otherwise"]);

    const { body: found } = await lan("GET", `/complaint-numbers/${first.body.number}`);
    const { body: file } = await lan("GET", `/complaints/${found.complaintId}`);
    assert.deepEqual(file.customer, { name: "Nguyễn Thị Đào", phone: "0912 345 678", contract: "VNTT-2025-0733" });
    assert.deepEqual(
      [file.content, file.channel, file.filled],
      ["Cước tháng này gấp đôi tháng trước.", "web-form", { "disputed-amount": 300_000 }],
    );
    const { body: log } = await lan("GET", `/complaints/${found.complaintId}/events?limit=1`);
    assert.deepEqual(log.events[0].actor, { kind: "customer" });
  });

  it("promises real days, which the customer finds again by the code", async () => {
    const { body: made } = await post("/organisations/vntt/complaints", body, "b".repeat(30));
    const reply = made.promisedDays.find((each: { purpose: string }) => each.purpose === "first-reply");
    assert.match(reply.dueOn, /^\d{4}-\d{2}-\d{2}$/);
    const { status, body: tracked } = await get(`/complaints/${made.code.toLowerCase().replaceAll("-", " ")}`);
    assert.equal(status, 200);
    assert.deepEqual(
      [tracked.number, tracked.where, tracked.kind, tracked.ownWords],
      [made.number, "received", "Cước dịch vụ", "Cước tháng này gấp đôi tháng trước."],
    );
    assert.equal(tracked.sentTo, "•••• 678");
    assert.deepEqual(
      tracked.promisedDays.find((each: { purpose: string }) => each.purpose === "first-reply"),
      reply,
    );
  });

  it("tells what cannot be taken, by the field that must change", async () => {
    const send = (change: object, key = "k".repeat(30)) =>
      post("/organisations/vntt/complaints", { ...body, ...change }, key);
    const noWords = await send({ values: { name: "Hoa", content: "   " } });
    assert.deepEqual([noWords.status, noWords.body.title, noWords.body.field], [422, "value-needed", "values.content"]);
    const notAsked = await send({ values: { content: "x", truthfulness: "confirmed" } });
    assert.deepEqual([notAsked.status, notAsked.body.field], [400, "values.truthfulness"]);
    const noNumber = await send({ values: { content: "x", "disputed-amount": -1 } });
    assert.deepEqual([noNumber.status, noNumber.body.title], [422, "field-value"]);
    const noFile = await send({ documents: [{ sha256: "a".repeat(64), name: "hoa-don.jpg" }] });
    assert.deepEqual([noFile.status, noFile.body.title], [422, "unknown-attachment"]);
    assert.equal((await post("/organisations/vntt/complaints", body)).status, 400);
    assert.equal((await send({}, "easy-to-guess")).status, 400);
    assert.equal((await send({ channel: "phone" })).status, 400);
  });

  it("comes with photos, which are uploaded without signing in", async () => {
    const form = new FormData();
    const png = Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex");
    form.append("file", new Blob([png]), "hoa-don.png");
    const uploaded = await ask(test.api, {
      method: "POST",
      url: "/api/v1/public/organisations/vntt/attachments",
      payload: form,
    });
    assert.equal(uploaded.status, 201, JSON.stringify(uploaded.body));
    assert.equal(uploaded.body.type, "image/png");
    const documents = [{ sha256: uploaded.body.sha256, name: "hoa-don.png", evidence: "bill" }];
    const made = await post("/organisations/vntt/complaints", { ...body, documents }, "p".repeat(30));
    assert.deepEqual([made.status, made.body.missing], [201, []]);
  });
});
