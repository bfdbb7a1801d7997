import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, openTestApi, PASSWORD, type TestApi } from "../../../tests/support/api.ts";
import { diskStore } from "../../store/attachments/disk.ts";
import type { Api } from "./api.ts";
import { httpServer } from "./server.ts";

describe("the session's cookie", () => {
  let test: TestApi;
  let secure: Api;
  before(async () => {
    test = await openTestApi();
    await test.person("vntt", "lan", "clerk@cskh");
    const publicUrl = "https://khieunai.example.vn";
    secure = await httpServer({ store: test.store, publicUrl, attachments: diskStore(test.attachmentsFolder) });
  });
  after(async () => {
    await secure.close();
    await test.close();
  });

  const signIn = async (api: Api) => {
    const payload = { organisation: "vntt", signInName: "lan", password: PASSWORD };
    const answer = await api.inject({ method: "POST", url: "/api/v1/session", payload });
    assert.equal(answer.statusCode, 201, answer.body);
    return [answer.headers["set-cookie"] ?? []].flat();
  };
  const session = (api: Api, cookie: string) =>
    ask(api, { method: "GET", url: "/api/v1/session", headers: { cookie } });

  it("is bound to the very host over HTTPS, so that no other host of the domain can set it", async () => {
    const cookies = await signIn(secure);
    assert.equal(cookies.length, 2);
    for (const cookie of cookies) assert.match(cookie, /; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    for (const cookie of cookies) assert.doesNotMatch(cookie, /Domain/i);
    const [kept = ""] = (cookies[0] ?? "").split(";");
    assert.match(kept, /^__Host-hoiam_session=vntt\.[\w-]{43}$/);
    assert.match(cookies[1] ?? "", /^__Host-hoiam_device=vntt\.[\w-]{43};/);
    assert.equal((await session(secure, kept)).status, 200);
    // What another host could have planted: the same session under a name that the browser lets it set.
    assert.equal((await session(secure, kept.replace("__Host-", ""))).status, 401);
    assert.equal((await session(secure, `${kept.replace("__Host-", "")}; ${kept}`)).status, 200);
  });

  it("works on http://localhost, where a browser would not keep such a name", async () => {
    const [cookie = ""] = await signIn(test.api);
    assert.match(cookie, /^hoiam_session=vntt\.[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    assert.equal((await session(test.api, cookie.split(";")[0] ?? "")).status, 200);
  });

  it("writes nothing for a page of another site, of another host of the domain, or over plain HTTP", async () => {
    const cookie = (await signIn(secure))[0]?.split(";")[0] ?? "";
    const register = (headers: Record<string, string>, method: "POST" | "GET" = "POST") =>
      ask(secure, {
        method,
        url: "/api/v1/complaints",
        headers: { cookie, host: "khieunai.example.vn", ...headers },
        ...(method === "POST" ? { payload: { channel: "phone", content: "Cước sai" } } : {}),
      });
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "https://blog.example.vn" },
      { origin: "http://khieunai.example.vn" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ]) {
      const { status, body } = await register(headers);
      assert.deepEqual([status, body.title], [403, "foreign-origin"], JSON.stringify(headers));
    }
    assert.equal((await register({}, "GET")).body.items.length, 0);
    assert.equal((await register({ origin: "https://khieunai.example.vn" })).status, 201);
    assert.equal((await register({ "sec-fetch-site": "same-origin" })).status, 201);
    assert.equal((await register({ "sec-fetch-site": "cross-site" }, "GET")).body.items.length, 2);
  });

  it("is of no use to a simple form of another site: only JSON is read", async () => {
    const cookie = (await signIn(secure))[0]?.split(";")[0] ?? "";
    const form = await ask(secure, {
      method: "POST",
      url: "/api/v1/complaints",
      headers: { cookie, "content-type": "text/plain" },
      payload: JSON.stringify({ channel: "phone", content: "Cước sai" }),
    });
    assert.equal(form.status, 415);
  });

  it("is taken back when signing out, and the device stays known", async () => {
    const [first = "", second = ""] = await signIn(secure);
    const headers = { cookie: `${first.split(";")[0]}; ${second.split(";")[0]}` };
    const out = await secure.inject({ method: "DELETE", url: "/api/v1/session", headers });
    assert.equal(out.statusCode, 204);
    const cleared = String(out.headers["set-cookie"]);
    assert.match(cleared, /^__Host-hoiam_session=; Max-Age=0; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
  });
});
