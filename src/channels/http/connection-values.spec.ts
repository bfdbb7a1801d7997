import assert from "node:assert/strict";
import { it } from "node:test";
import { callWebhookKind } from "../phone/kind.ts";
import { kannelKind } from "../sms/kind.ts";
import { secretsOf } from "./connection-values.ts";

const long = "du-dai-de-mo-cua";

it("a secret that opens an address of the program is no shorter than one that nobody guesses", () => {
  const settings = { url: "http://127.0.0.1:13013", user: "hoiam" };
  const call = (given: Record<string, string>) => secretsOf(callWebhookKind, { settings: {}, given, kept: undefined });
  const kannel = (given: Record<string, string>) => secretsOf(kannelKind, { settings, given, kept: undefined });
  for (const short of [() => call({ secret: long.slice(1) }), () => kannel({ password: "1", hookKey: "1" })])
    assert.throws(short, (error: { name?: string; message?: string }) =>
      /setting-wrong/.test(JSON.stringify(error) + error.message),
    );
  assert.deepEqual(call({ secret: long }), { secret: long });
  // That of the gateway itself is the gateway's, and messages may not come in at all.
  assert.deepEqual(kannel({ password: "1" }), { password: "1" });
  assert.deepEqual(kannel({ password: "1", hookKey: long }), { password: "1", hookKey: long });
});
