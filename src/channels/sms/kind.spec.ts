import assert from "node:assert/strict";
import { test } from "node:test";
import { openGatewayServer, type GatewayAnswer } from "../../../tests/support/gateway-server.ts";
import { deadPort } from "../../../tests/support/mail-server.ts";
import { esmsSettings } from "./esms.ts";
import { esmsKind, kannelKind } from "./kind.ts";
import { kannelSettings } from "./kannel.ts";

const organisation = "vntt";
const signal = AbortSignal.timeout(10_000);

test("a test of Kannel says which step failed, sends nothing, and shows no password", async () => {
  let said: GatewayAnswer = { status: 400, body: "Missing receiver number, rejected" };
  const server = await openGatewayServer(() => said);
  const tried = (url: string) =>
    kannelKind.test(
      { settings: kannelSettings.parse({ url, user: "hoiam" }), secrets: { password: "bí mật" }, organisation },
      signal,
    );
  assert.deepEqual(await tried(server.url), [
    { what: "connect", ok: true, detail: null },
    { what: "sign-in", ok: true, detail: null },
    { what: "request", ok: true, detail: "400 Missing receiver number, rejected" },
  ]);
  assert.equal(server.asked[0]?.query.get("to"), null);
  said = { status: 403, body: "Authorization failed for sendsms by bí mật" };
  assert.deepEqual((await tried(server.url))[1], {
    what: "sign-in",
    ok: false,
    detail: "403 Authorization failed for sendsms by ***",
  });
  said = { status: 301, body: "" };
  assert.deepEqual((await tried(server.url))[1], { what: "request", ok: false, detail: "301" });
  await server.close();
  assert.deepEqual(await tried(`http://127.0.0.1:${await deadPort()}`), [
    { what: "connect", ok: false, detail: "ECONNREFUSED" },
  ]);
});

test("a test of eSMS asks for the balance", async () => {
  let said: GatewayAnswer = { status: 200, body: '{"Balance":36693,"CodeResponse":"100","UserID":9999}' };
  const server = await openGatewayServer(() => said);
  const tried = () =>
    esmsKind.test(
      {
        settings: esmsSettings.parse({ url: server.url, brandname: "VNTT" }),
        secrets: { apiKey: "kkkk", secretKey: "ssss" },
        organisation,
      },
      signal,
    );
  assert.deepEqual(await tried(), [
    { what: "connect", ok: true, detail: null },
    { what: "sign-in", ok: true, detail: "Balance 36693" },
  ]);
  assert.equal(server.asked[0]?.path, "/MainService.svc/json/GetBalance_json");
  assert.deepEqual(JSON.parse(server.asked[0]?.body ?? ""), { ApiKey: "kkkk", SecretKey: "ssss" });
  said = { status: 200, body: '{"Balance":0,"CodeResponse":"101","ErrorMessage":"Authorize Failed"}' };
  assert.deepEqual((await tried())[1], { what: "sign-in", ok: false, detail: "101 Authorize Failed" });
  said = { status: 502, body: "<html>Bad gateway" };
  assert.deepEqual((await tried())[1], { what: "request", ok: false, detail: "502 <html>Bad gateway" });
  await server.close();
});
