import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

describe("bad input", () => {
  let test: TestApi;
  let lan: Caller;
  let bearer: string;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
    const made = await lan("POST", "/tokens", { name: "spec", scopes: ["read", "register", "handle"] });
    bearer = `Bearer ${made.body.secret}`;
  });
  after(() => test.close());

  const raw = (
    payload: string | Buffer,
    contentType: string | undefined = "application/json",
    url = "/api/v1/complaints",
  ) =>
    ask(test.api, {
      method: "POST",
      url,
      payload,
      headers: { authorization: bearer, ...(contentType === "" ? {} : { "content-type": contentType }) },
    });
  const good = { channel: "phone", content: "Mạng chậm", customer: { name: "Hoa" } };
  const countEvents = async () => {
    const { rows } = await test.database.ownerPool
      .query("begin; select enter_organisation('vntt'); select count(*)::integer as n from event; commit")
      .then((results) => (results as unknown as { rows: { n: number }[] }[])[2] ?? { rows: [] });
    return rows[0]?.n;
  };

  it("is told as missing where it is missing", async () => {
    const { body } = await raw(JSON.stringify({ channel: "phone" }));
    assert.equal(body.messages.en, "The request is malformed: content: is missing.");
    const { body: kindless } = await raw(JSON.stringify({ name: "x", scopes: [7] }), undefined, "/api/v1/tokens");
    assert.doesNotMatch(kindless.messages.en, /is missing/);
  });

  it("is told as a problem that names what is wrong, and changes nothing", async () => {
    const before = await countEvents();
    const wrongs: [what: string, answer: ReturnType<typeof raw>, status: number, code: string][] = [
      ["broken JSON", raw('{"channel": "phone",'), 400, "malformed-json"],
      ["no body", raw(""), 400, "malformed-json"],
      ["an array", raw("[]"), 400, "malformed-request"],
      ["null", raw("null"), 400, "malformed-request"],
      ["a poisoned key", raw('{"__proto__": {"a": 1}}'), 400, "malformed-json"],
      [
        "a body nested as deep as may be",
        raw(`{"content": ${"[".repeat(49)}"["${"]".repeat(49)}}`),
        400,
        "malformed-request",
      ],
      ["a body nested too deep", raw(`{"content": ${"[".repeat(50)}"a"${"]".repeat(50)}}`), 400, "malformed-json"],
      ["broken UTF-8", raw(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])), 400, "malformed-text"],
      ["NUL, escaped", raw(JSON.stringify({ ...good, content: "a\0b" })), 400, "malformed-text"],
      ["NUL, raw", raw(`{"channel":"phone","content":"a\0b"}`), 400, "malformed-text"],
      ["a lone surrogate", raw('{"channel":"phone","content":"\\ud800"}'), 400, "malformed-text"],
      ["a form", raw("channel=phone", "application/x-www-form-urlencoded"), 415, "wrong-content-type"],
      ["XML", raw("<a/>", "text/xml"), 415, "wrong-content-type"],
      ["text", raw(JSON.stringify(good), "text/plain"), 415, "wrong-content-type"],
      ["too large", raw(JSON.stringify({ ...good, content: "a".repeat(2_100_000) })), 413, "too-large"],
      ["too long a text", raw(JSON.stringify({ ...good, content: "a".repeat(200_001) })), 400, "malformed-request"],
      ["an unknown field", raw(JSON.stringify({ ...good, colour: "red" })), 400, "malformed-request"],
      ["a wrong type", raw(JSON.stringify({ ...good, content: 7 })), 400, "malformed-request"],
      ["no content", raw(JSON.stringify({ channel: "phone" })), 400, "malformed-request"],
      [
        "a time without zone",
        raw(JSON.stringify({ ...good, occurredAt: "2026-01-01T00:00:00" })),
        400,
        "malformed-request",
      ],
      ["a day that is none", raw(JSON.stringify({ ...good, eventOn: "hôm qua" })), 400, "malformed-request"],
      ["a day that does not exist", raw(JSON.stringify({ ...good, eventOn: "2026-02-30" })), 400, "malformed-request"],
      [
        "a receipt out of the calendar",
        raw(JSON.stringify({ ...good, occurredAt: "1802-01-01T00:00:00Z", kind: "incident" })),
        422,
        "edition-unknown",
      ],
      ["a channel that is none", raw(JSON.stringify({ ...good, channel: "smoke-signals" })), 422, "unknown-channel"],
      ["a procedure that is none", raw(JSON.stringify({ ...good, procedure: "kn" })), 422, "edition-unknown"],
      [
        "a document that is none",
        raw(JSON.stringify({ ...good, documents: [{ sha256: "0".repeat(64), name: "a" }] })),
        422,
        "unknown-attachment",
      ],
      [
        "no such complaint",
        raw("{}", undefined, "/api/v1/complaints/00000000-0000-4000-8000-000000000000/acknowledgements"),
        404,
        "complaint-unknown",
      ],
      [
        "an identifier with a quote",
        raw("{}", undefined, "/api/v1/complaints/a'b/acknowledgements"),
        400,
        "malformed-request",
      ],
      [
        "an identifier with NUL",
        raw("{}", undefined, "/api/v1/complaints/a%00b/acknowledgements"),
        400,
        "malformed-request",
      ],
      ["broken percent-encoding", raw("{}", undefined, "/api/v1/complaints/%zz/acknowledgements"), 404, "not-found"],
      [
        "too long an identifier",
        raw("{}", undefined, `/api/v1/complaints/${"a".repeat(300)}/acknowledgements`),
        404,
        "not-found",
      ],
      ["no such verb", raw("{}", undefined, "/api/v1/complaints/a/explosions"), 404, "not-found"],
    ];
    for (const [what, answer, status, code] of wrongs) {
      const { status: told, body, headers } = await answer;
      assert.deepEqual([told, body.title], [status, code], `${what}: ${JSON.stringify(body)}`);
      assert.match(headers["content-type"] ?? "", /^application\/problem\+json/, what);
      assert.ok(body.detail && body.messages.en && body.requestId, what);
    }
    assert.equal(await countEvents(), before);
  });

  it("of too many bytes is told with how many there may be", async () => {
    const { body } = await raw(JSON.stringify({ ...good, content: "a".repeat(2_100_000) }));
    assert.equal(body.messages.en, "The body is larger than 2000000 bytes.");
  });

  it("names the field", async () => {
    const { body } = await lan("POST", "/complaints", { ...good, customer: { name: 5 } });
    assert.equal(body.field, "customer.name");
    assert.equal((await lan("POST", "/complaints", { ...good, colour: 1 })).body.field, "colour");
  });

  it("in a query is told too", async () => {
    const wrongs = [
      "/complaints?limit=0",
      "/complaints?limit=many",
      "/complaints?sort=colour",
      "/complaints?colour=red",
      "/complaints?cursor=abc",
      "/complaints?dueBefore=yesterday",
      "/complaints?search=%00",
      "/complaints?search=a&sort=due",
      "/complaints?search=a&sort=priority",
      "/work-queues/all?sort=arrival",
      "/work-queues/everything",
      "/customers",
      "/due?from=2026-01-01T00:00:00Z&term=soon",
      "/procedures?on=2026-02-30",
    ];
    for (const path of wrongs) {
      const { status, body } = await lan("GET", path);
      assert.ok(status === 400 || status === 422, `${path}: ${status}`);
      assert.ok(body.detail, path);
    }
  });

  it("in a day at the end of the calendar is told, and is no fault of ours", async () => {
    const { status, body } = await lan("POST", "/complaints", { ...good, occurredAt: "9999-12-31T23:59:59Z" });
    assert.ok(status === 400 || status === 422, `${status}`);
    assert.ok(body.detail);
    // Nobody is turned away for a day of the event that no calendar reaches: its lateness is not known, that is all.
    const far = await lan("POST", "/complaints", { ...good, kind: "charges", eventOn: "0001-01-01" });
    assert.equal(far.status, 201);
    assert.equal(far.body.events[0].data.timeBar, null);
  });

  it("that never ends is not waited for without end", () => {
    assert.equal(test.api.server.requestTimeout, 1_800_000);
    assert.equal(test.api.server.headersTimeout, 60_000);
  });

  it("keeps text composed, however it was typed", async () => {
    const made = await lan("POST", "/complaints", { ...good, content: "Mạng chậm".normalize("NFD") });
    const { body } = await lan("GET", `/complaints/${made.body.complaintId}`);
    assert.equal(body.content, "Mạng chậm".normalize("NFC"));
  });
});
