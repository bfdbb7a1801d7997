import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

const phoneCall = {
  channel: "phone",
  kind: "incident",
  service: "internet",
  customer: { name: "Nguyễn Thị Hoa", phone: "0912 345 678" },
  content: "Mạng của công ty chậm từ hôm qua, gọi hình bị đứng.",
};

describe("a complaint through HTTP", () => {
  let test: TestApi;
  let lan: Caller;
  let van: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
    van = await test.person("vntt", "van", "records-clerk@cskh");
  });
  after(() => test.close());

  const register = async (by: Caller = lan): Promise<string> => {
    const { status, body } = await by("POST", "/complaints", phoneCall);
    assert.equal(status, 201, JSON.stringify(body));
    return body.complaintId;
  };

  it("goes by VNTT's procedure from the call to the archive", async () => {
    const made = await lan("POST", "/complaints", phoneCall);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    assert.match(made.body.number, /^KN-\d{4}-\d{6}$/);
    assert.deepEqual([made.body.stage, made.body.phase], ["intake", "received"]);
    const id = made.body.complaintId;
    assert.equal(made.headers["location"], `/api/v1/complaints/${id}`);
    const multipart = { "content-type": "multipart/form-data; boundary=x" };
    const file = `--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nBản có chữ ký\r\n--x--\r\n`;
    const signed = await lan("POST", "/attachments", Buffer.from(file), multipart);
    const documents = [{ sha256: signed.body.sha256, name: "ban-ky.txt" }];
    const steps: [Caller, string, object, string][] = [
      [lan, "acknowledgements", {}, "intake"],
      [lan, "assignments", { personId: "lan" }, "at-once"],
      [
        lan,
        "first-line-answers",
        { content: "Đã đặt lại cổng cáp quang.", accepted: true, confirmed: ["within-capability", "enough-facts"] },
        "finishing",
      ],
      [lan, "issued-papers", { paper: "receipt", channel: "email", documents }, "finishing"],
      [lan, "issued-papers", { paper: "reply-letter", channel: "email", documents }, "finishing"],
      [lan, "closings", { outcome: "satisfied" }, "closed"],
      [van, "archivings", { place: "Tủ hồ sơ CSKH" }, "archived"],
    ];
    for (const [by, path, body, stage] of steps) {
      const done = await by("POST", `/complaints/${id}/${path}`, body);
      assert.equal(done.status, 201, `${path}: ${JSON.stringify(done.body)}`);
      assert.equal(done.body.stage, stage, path);
    }
    const read = await lan("GET", `/complaints/${id}`);
    assert.deepEqual(read.body.names, {
      stage: "Đã lưu hồ sơ",
      kind: "Sự cố dịch vụ (chất lượng dịch vụ)",
      channel: "Điện thoại",
      unit: "CSKH",
      register: "CRM",
      owner: "Người lan",
      links: [],
    });
    assert.equal(read.body.customer.name, "Nguyễn Thị Hoa");
    assert.equal(read.headers["etag"], `"${read.body.sequence}"`);
    const again = await lan("GET", `/complaints/${id}`, undefined, { "if-none-match": read.headers["etag"] ?? "" });
    assert.equal(again.status, 304);
    const log = await lan("GET", `/complaints/${id}/events?limit=2`);
    assert.deepEqual(
      log.body.events.map((event: { type: string }) => event.type),
      ["ComplaintRegistered", "ClockStarted"],
    );
    assert.equal(log.body.people.lan, "Người lan");
    assert.equal(log.body.nextAfter, 2);
  });

  it("says what is open to whom, and why the rest is not", async () => {
    const id = await register();
    const { body } = await van("GET", `/complaints/${id}/actions?fields=no`);
    const of = (verb: string) => body.actions.find((action: { verb: string }) => action.verb === verb);
    assert.equal(of("acknowledge").allowed, false);
    assert.equal(of("acknowledge").why.code, "not-your-role");
    const open = await lan("GET", `/complaints/${id}/actions?show=allowed`);
    const acknowledge = open.body.actions.find((action: { verb: string }) => action.verb === "acknowledge");
    assert.equal(acknowledge.href, `/api/v1/complaints/${id}/acknowledgements`);
    assert.equal(acknowledge.fields.type, "object");
    const answer = (await lan("GET", `/complaints/${id}/actions`)).body.actions.find(
      (action: { verb: string }) => action.verb === "answer-coordination",
    );
    assert.match(answer.href, /coordinations\/:coordinationId\/answers$/);
    assert.deepEqual(answer.fields.required, ["cause", "measure"]);
    assert.equal("coordinationId" in answer.fields.properties, false);
  });

  it("tells a refusal of the core under its own status, and changes nothing", async () => {
    const id = await register();
    const refusals: [Caller, string, object, number, string][] = [
      [van, "acknowledgements", {}, 403, "not-your-role"],
      [lan, "lessons", { lesson: "Thử" }, 409, "not-at-this-stage"],
      [lan, "acknowledgements", { occurredAt: "2999-01-01T00:00:00Z" }, 422, "in-the-future"],
      [lan, "reclassifications", { kind: "nothing", reason: "Thử" }, 422, "unknown-kind"],
    ];
    for (const [by, path, body, status, code] of refusals) {
      const refused = await by("POST", `/complaints/${id}/${path}`, body);
      assert.deepEqual([refused.status, refused.body.title], [status, code]);
      assert.match(refused.headers["content-type"] ?? "", /^application\/problem\+json/);
      assert.ok(refused.body.messages.vi && refused.body.messages.en && refused.body.requestId);
      assert.equal(refused.body.type, `/problems/${code}`);
    }
    assert.equal(
      (await lan("GET", `/complaints/${id}`)).body.sequence,
      (await lan("GET", `/complaints/${id}/actions`)).body.sequence,
    );
  });

  it("counts every clock and proves it day by day", async () => {
    const at = { occurredAt: "2026-02-12T10:00:00+07:00" };
    const { body: made } = await lan("POST", "/complaints", { ...phoneCall, ...at });
    const { body } = await lan("GET", `/complaints/${made.complaintId}/clocks?proof=full`);
    const reply = body.clocks.find((clock: { rule: string }) => clock.rule === "reply-2wd");
    assert.equal(reply.dueOn, "2026-02-23");
    const steps = reply.proof.parts[0].steps;
    assert.equal(steps.at(-1).on, "2026-02-23");
    assert.equal(steps.filter((step: { verdict: string }) => step.verdict === "counted").length, 2);
    assert.match(steps.find((step: { on: string }) => step.on === "2026-02-17").words.vi, /Tết/);
    const alone = await lan("GET", `/complaints/${made.complaintId}/clocks/${reply.clockId}/proof`);
    const { clockId, name, source, dueOn, dueAt, inclusive, proof } = reply;
    const { clauses, edition, ...told } = alone.body;
    assert.deepEqual(told, { clockId, name, source, dueOn, dueAt, inclusive, proof });
    assert.deepEqual(clauses, [
      {
        row: "S0-0.14",
        at: "5.2.4",
        quote:
          "NV. CSKH phải phản hồi thông tin khiếu nại với khách hàng trong vòng 02 ngày làm việc kể từ khi tiếp nhận khiếu nại",
      },
      {
        row: "S0-0.21",
        at: "VIII",
        quote: "Phản hồi thông tin khách hàng trong vòng 02 ngày làm việc kể từ lúc nhận được khiếu nại",
      },
    ]);
    assert.match(edition, /^[0-9a-f]{64}$/);
    const none = await lan("GET", `/complaints/${made.complaintId}/clocks/reply-9wd/proof`);
    assert.deepEqual([none.status, none.body.title], [404, "no-such-item"]);
  });

  it("does the same thing once for an Idempotency-Key, and tells another one under it", async () => {
    const key = { "idempotency-key": "call-4711" };
    const first = await lan("POST", "/complaints", phoneCall, key);
    const second = await lan("POST", "/complaints", phoneCall, key);
    assert.equal(second.status, 201);
    assert.equal(second.body.complaintId, first.body.complaintId);
    assert.deepEqual([first.body.repeated, second.body.repeated], [false, true]);
    const other = await lan("POST", "/complaints", { ...phoneCall, content: "Khác." }, key);
    assert.deepEqual([other.status, other.body.title], [409, "key-used-otherwise"]);
    const hoa = await test.person("vntt", "hoa", "clerk@cskh");
    const hers = await hoa("POST", "/complaints", phoneCall, key);
    assert.notEqual(hers.body.complaintId, first.body.complaintId);
    const bad = await lan("POST", "/complaints", phoneCall, { "idempotency-key": "có dấu".normalize("NFD") });
    assert.equal(bad.status, 400);
  });

  it("tells the second of two people what the first one did meanwhile", async () => {
    const id = await register();
    const minh = await test.person("vntt", "minh", "clerk@cskh");
    const { headers } = await minh("GET", `/complaints/${id}`);
    const seen = { "if-match": headers["etag"] ?? "" };
    assert.equal((await lan("POST", `/complaints/${id}/acknowledgements`, {})).status, 201);
    const conflict = await minh("POST", `/complaints/${id}/acknowledgements`, {}, seen);
    assert.deepEqual([conflict.status, conflict.body.title], [409, "done-meanwhile"]);
    assert.equal(conflict.body.meanwhile[0].type, "ReceiptAcknowledged");
    assert.equal(conflict.body.meanwhile[0].by.name, "Người lan");
    assert.equal((await minh("POST", `/complaints/${id}/notes`, { text: "Việc khác" }, seen)).status, 201);
    assert.equal(
      (await minh("POST", `/complaints/${id}/notes`, { text: "x" }, { "if-match": "abc" })).body.title,
      "bad-if-match",
    );
  });

  it("hides a complaint from other units, other organisations, and the person it is about", async () => {
    const id = await register();
    const outsiders = await Promise.all([
      test.person("kplus", "lan", "clerk@cskh"),
      test.person("vntt", "ky-thuat", "unit-member@p-ktvt"),
      test.person("vntt", "quan-tri", "administrator@cskh"),
    ]);
    for (const [index, outsider] of outsiders.entries()) {
      for (const path of [
        `/complaints/${id}`,
        `/complaints/${id}/events`,
        `/complaints/${id}/clocks`,
        `/complaints/${id}/clocks/reply-2wd/proof`,
        // The last of them may move it to another edition, and is shown that alone: redactions.spec.ts.
        ...(index < 2 ? [`/complaints/${id}/actions`] : []),
      ]) {
        const hidden = await outsider("GET", path);
        assert.deepEqual([hidden.status, hidden.body.title], [404, "complaint-unknown"], path);
      }
      const noted = await outsider("POST", `/complaints/${id}/notes`, { text: "thử" });
      assert.deepEqual([noted.status, noted.body.title], [404, "complaint-unknown"]);
    }
    const accused = await test.person("vntt", "bi-khieu-nai", "clerk@cskh");
    const made = await lan("POST", "/complaints", { ...phoneCall, aboutPersonIds: ["bi-khieu-nai"] });
    const path = `/complaints/${made.body.complaintId}`;
    assert.equal((await accused("GET", path)).status, 404);
    await lan("POST", `${path}/corrections`, { content: "Nhân viên nói cộc lốc", reason: "khách kể lại" });
    const correction = { content: "a", reason: "b" };
    const early = { ...correction, occurredAt: "2018-02-01T08:00:00+07:00" };
    for (const [body, headers] of [
      [correction, {}],
      [correction, { "if-match": '"1"' }],
      [early, {}],
    ] as const) {
      const hidden = await accused("POST", `${path}/corrections`, body, headers);
      assert.deepEqual([hidden.status, hidden.body.title], [404, "complaint-unknown"]);
    }
  });

  it("names the incident and the complaint that it is linked to, and none that is hidden from the reader", async () => {
    const startedAt = "2026-03-02T01:00:00.000Z";
    const opened = await lan("POST", "/incidents", { title: "Đứt cáp Thuận An", service: "internet", startedAt });
    const { incidentId } = opened.body;
    const other = await lan("POST", "/complaints", { ...phoneCall, aboutPersonIds: ["van"] });
    const { complaintId, number } = other.body;
    const id = await register();
    for (const body of [
      { to: incidentId, as: "same-incident" },
      { to: number, as: "related" },
    ]) {
      const linked = await lan("POST", `/complaints/${id}/links`, body);
      assert.equal(linked.status, 201, JSON.stringify(linked.body));
    }
    const linksFor = async (by: Caller) => (await by("GET", `/complaints/${id}`)).body.names.links;
    const incident = { to: incidentId, kind: "incident", id: incidentId, name: "Đứt cáp Thuận An" };
    assert.deepEqual(await linksFor(lan), [incident, { to: number, kind: "complaint", id: complaintId, name: number }]);
    assert.deepEqual(await linksFor(van), [incident]);
  });
});
