import assert from "node:assert/strict";
import { createHash, createVerify, generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { htmlOf } from "./html-of.ts";
import { testSecretsKey } from "../../../tests/support/arrivals.ts";
import { secretsKey } from "../../store/secret-box.ts";
import { messageBytes, messageIdOf, type Message } from "./message.ts";
import { dkimFor } from "./settings.ts";

const message: Message = {
  messageId: "<1@vntt.example>",
  from: { name: "VNTT", address: "khieunai@vntt.example" },
  replyTo: "cskh@vntt.example",
  to: "hoa@khach.example",
  subject: "[KN-2026-000001] Trả lời của VNTT",
  text: "Kính gửi Quý khách,\n\nCước đã điều chỉnh.",
  thread: [],
  isAutomatic: false,
  attachments: [],
};

test("a signature holds by the key, and no more once a word is changed", async () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const dkim = { domain: "vntt.example", selector: "2026", privateKey };
  const raw = (await messageBytes(message, dkim)).toString("latin1");
  assert.match(raw, /^DKIM-Signature: v=1; a=rsa-sha256; c=relaxed\/relaxed; d=vntt\.example;\s+q=dns\/txt; s=2026;/);
  assert.equal(holds(raw, publicKey), true);
  assert.equal(holds(raw.replace(/^Subject: .*$/m, "Subject: khac"), publicKey), false);
  assert.equal(holds(`${raw}them mot dong\r\n`, publicKey), false);
});

test("signs for its own domain and what is below it only", () => {
  const dkim = { domain: "vntt.example", selector: "2026", privateKey: "" };
  assert.equal(dkimFor({ dkim }, "a@vntt.example"), dkim);
  assert.equal(dkimFor({ dkim }, "a@mail.VNTT.example"), dkim);
  assert.equal(dkimFor({ dkim }, "a@khacvntt.example"), undefined);
});

test("a row of the outbox has one id, at the domain that it comes from", () => {
  const row = { organisation: "vntt", outboxId: "c1.3.0.paper", from: "khieunai@vntt.example", key: undefined };
  const id = messageIdOf(row);
  assert.equal(id, "<fdc4d33022c17f9464740868e9d6ca2e@vntt.example>");
  assert.notEqual(id, messageIdOf({ ...row, organisation: "dcnet" }));
  // It proves an answer: nobody who only knows the row finds it.
  const keyed = messageIdOf({ ...row, key: testSecretsKey });
  assert.match(keyed, /^<[0-9a-f]{32}@vntt\.example>$/);
  assert.equal(keyed, messageIdOf({ ...row, key: testSecretsKey }));
  const other = secretsKey("another key of specs that is long enough to be one");
  assert.equal(new Set([id, keyed, messageIdOf({ ...row, key: other })]).size, 3);
});

test("a thread names its first and its last messages", async () => {
  const thread = Array.from({ length: 30 }, (_none, place) => `<${place}@vntt.example>`);
  const raw = (await messageBytes({ ...message, thread }, undefined)).toString("latin1").replaceAll(/\r\n\s+/g, " ");
  const references = /^References: (.*)$/m.exec(raw)?.[1]?.trim().split(" ") ?? [];
  assert.deepEqual(
    [references.length, references[0], references[1], references.at(-1)],
    [20, "<0@vntt.example>", "<11@vntt.example>", "<29@vntt.example>"],
  );
  assert.match(raw, /^In-Reply-To: <29@vntt\.example>/m);
});

test("the HTML says what the text says, and nothing of it is markup", () => {
  assert.equal(
    htmlOf('Một <script>\nhai & "ba"\n\nXem https://a.example/x?y=1&z="2".'),
    '<!doctype html><html><head><meta charset="utf-8"></head><body>\n' +
      "<p>Một &lt;script&gt;<br>\nhai &amp; &quot;ba&quot;</p>\n" +
      '<p>Xem <a href="https://a.example/x?y=1&amp;z=&quot;2&quot;">https://a.example/x?y=1&amp;z=&quot;2&quot;</a>.</p>\n' +
      "</body></html>",
  );
});

/** RFC 6376 with relaxed canonicalisation, as a reader's server checks it. */
function holds(raw: string, publicKey: string): boolean {
  const end = raw.indexOf("\r\n\r\n");
  const fields = raw.slice(0, end).split(/\r\n(?![ \t])/);
  const own = fields.find((field) => /^dkim-signature:/i.test(field)) ?? "";
  const tags = Object.fromEntries(
    own
      .slice(own.indexOf(":") + 1)
      .replaceAll(/\s+/g, "")
      .split(";")
      .map((tag) => [tag.slice(0, tag.indexOf("=")), tag.slice(tag.indexOf("=") + 1)]),
  );
  const body = raw
    .slice(end + 4)
    .split("\r\n")
    .map((line) => line.replaceAll(/[ \t]+/g, " ").trimEnd())
    .join("\r\n")
    .replace(/(\r\n)*$/, "\r\n");
  if (createHash("sha256").update(body, "latin1").digest("base64") !== tags["bh"]) return false;
  const signed = (tags["h"] ?? "").split(":").flatMap((name) => {
    const field = fields.find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`));
    return field === undefined ? [] : [`${relaxed(field)}\r\n`];
  });
  const verify = createVerify("sha256");
  verify.update(signed.join("") + relaxed(own.replace(/b=[^;]*$/, "b=")), "latin1");
  return verify.verify(publicKey, tags["b"] ?? "", "base64");
}

function relaxed(field: string): string {
  const colon = field.indexOf(":");
  const value = field
    .slice(colon + 1)
    .replaceAll(/\r\n/g, "")
    .replaceAll(/[ \t]+/g, " ")
    .trim();
  return `${field.slice(0, colon).toLowerCase().trim()}:${value}`;
}
