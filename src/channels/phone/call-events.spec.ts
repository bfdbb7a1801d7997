import assert from "node:assert/strict";
import { test } from "node:test";
import { agentsIn, webAddress } from "./call-event.ts";
import { readWebhook, signatureOf } from "./call-webhook.ts";
import { readStringee, stringeeSignature } from "./stringee.ts";

const secrets = { secret: "mot-khoa-ky-du-dai-123" };
/** 2026-03-02T09:00:00Z. */
const SECONDS = "1772442000";
const nowMs = Number(SECONDS) * 1000;

const webhook = (said: object, { seconds = SECONDS, key = secrets.secret, at = nowMs } = {}) => {
  const body = Buffer.from(JSON.stringify(said));
  const headers: Record<string, string> = {
    "hoiam-timestamp": seconds,
    "hoiam-signature": signatureOf(key, seconds, body),
  };
  return readWebhook({ body, header: (name) => headers[name], nowMs: at }, secrets);
};

test("the signature is the HMAC-SHA256 of timestamp, dot and body", () => {
  // printf '1772442000.{}' | openssl dgst -sha256 -hmac khoa
  assert.equal(signatureOf("khoa", SECONDS, "{}").length, "sha256=".length + 64);
  assert.equal(signatureOf("khoa", SECONDS, "{}"), signatureOf("khoa", SECONDS, Buffer.from("{}")));
  assert.notEqual(signatureOf("khoa", SECONDS, "{}"), signatureOf("khoa", "1772442001", "{}"));
});

test("a plain event is read: what it leaves out is taken from when it was sent", () => {
  assert.deepEqual(webhook({ callId: "c1", event: "answered", from: "0912345678", to: "1900", agent: "101" }), {
    is: "call",
    externalKey: "c1",
    direction: "in",
    number: "0912345678",
    agents: ["101", "1900"],
    startedAt: null,
    answeredAt: "2026-03-02T09:00:00.000Z",
    endedAt: null,
    recordingUrl: null,
    at: "2026-03-02T09:00:00.000Z",
  });
  const out = webhook({
    callId: "c2",
    event: "ended",
    direction: "out",
    from: "102",
    to: "0912345678",
    startedAt: "2026-03-02T15:50:00+07:00",
    answeredAt: "2026-03-02T15:50:10+07:00",
    endedAt: "2026-03-02T15:59:00+07:00",
    recordingUrl: "https://tong-dai.example/rec/c2.mp3",
  });
  assert.ok(out.is === "call");
  assert.deepEqual(
    [out.number, out.agents, out.answeredAt, out.endedAt, out.recordingUrl],
    [
      "0912345678",
      ["102"],
      "2026-03-02T08:50:10.000Z",
      "2026-03-02T08:59:00.000Z",
      "https://tong-dai.example/rec/c2.mp3",
    ],
  );
});

test("what another key signed, what is older than five minutes and what says nothing is refused", () => {
  const said = { callId: "c1", event: "ringing", from: "0912345678" };
  assert.deepEqual(webhook(said, { key: "khoa khac" }), { is: "refused", why: "signature" });
  assert.deepEqual(webhook(said, { at: nowMs + 300_001 }), { is: "refused", why: "too-old" });
  assert.deepEqual(webhook(said, { at: nowMs - 300_001 }), { is: "refused", why: "too-old" });
  assert.equal(webhook(said, { at: nowMs + 300_000 }).is, "call");
  assert.deepEqual(webhook(said, { seconds: "hôm nay" }), { is: "refused", why: "signature" });
  assert.deepEqual(webhook({ event: "ringing" }), { is: "refused", why: "unreadable" });
  assert.deepEqual(webhook({ event: "ping" }), { is: "ping" });
  const unsigned = readWebhook({ body: Buffer.from("{}"), header: () => undefined, nowMs }, secrets);
  assert.deepEqual(unsigned, { is: "refused", why: "signature" });
});

const stringee = (said: object, key = secrets.secret) => {
  const body = Buffer.from(JSON.stringify(said));
  return readStringee(
    { body, header: (name) => (name === "x-stringee-signature" ? stringeeSignature(key, body) : undefined), nowMs },
    secrets,
  );
};
const incoming = {
  type: "stringee_call",
  call_id: "call-vn-1-ZD3IDIXS1J-1515820305477",
  project_id: 25,
  callCreatedReason: "EXTERNAL_CALL_IN",
  from: { number: "84909985668", alias: "84909985668", is_online: false, type: "external" },
  to: { number: "lan", alias: "84899199866", is_online: true, type: "internal" },
};

test("an event of Stringee's is read, the answer counted back from the end", () => {
  const rings = stringee({ ...incoming, call_status: "ringing", timestamp_ms: nowMs });
  assert.ok(rings.is === "call");
  assert.deepEqual(
    [rings.direction, rings.number, rings.agents, rings.answeredAt, rings.endedAt, rings.at],
    ["in", "84909985668", ["lan"], null, null, "2026-03-02T09:00:00.000Z"],
  );
  const ended = stringee({ ...incoming, call_status: "ended", timestamp_ms: nowMs + 60_000, answerDuration: 45 });
  assert.ok(ended.is === "call");
  assert.deepEqual([ended.answeredAt, ended.endedAt], ["2026-03-02T09:00:15.000Z", "2026-03-02T09:01:00.000Z"]);
  const missed = stringee({ ...incoming, call_status: "ended", timestamp_ms: nowMs, answerDuration: 0 });
  assert.ok(missed.is === "call");
  assert.equal(missed.answeredAt, null);
  assert.deepEqual(stringee({ ...incoming, timestamp_ms: nowMs }, "khoa khac"), { is: "refused", why: "signature" });
  assert.deepEqual(stringee({ call_id: "c" }), { is: "refused", why: "unreadable" });
});

test("a call out is the other way round", () => {
  const out = stringee({
    call_id: "c9",
    call_status: "started",
    timestamp_ms: nowMs,
    request_from_user_id: "minh",
    from: { number: "84899199866", type: "internal" },
    to: { number: "84909985668", type: "external" },
  });
  assert.ok(out.is === "call");
  assert.deepEqual([out.direction, out.number, out.agents], ["out", "84909985668", ["84899199866", "minh"]]);
});

test("extensions are whose they are said to be, and links lead to the web only", () => {
  assert.deepEqual(
    [...agentsIn("101=lan@acme.vn, 102 = Minh;\n,=x, 103=")],
    [
      ["101", "lan@acme.vn"],
      ["102", "Minh"],
    ],
  );
  assert.equal(webAddress("javascript:alert(1)"), null);
  assert.equal(webAddress("https://a.vn/x"), "https://a.vn/x");
  assert.equal(webAddress(`https://a.vn/${"x".repeat(1000)}`), null);
});
