import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, openTestApi, PASSWORD, type Caller, type TestApi } from "../../../tests/support/api.ts";

describe("tokens", () => {
  let test: TestApi;
  let lan: Caller;
  let admin: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
    admin = await test.person("vntt", "tuan", "administrator@cskh");
    await test.person("vntt", "hoa", "clerk@cskh");
  });
  after(() => test.close());

  const all = ["read", "register", "handle", "administer"];
  const made = async (who: Caller, scopes: string[] = all) => {
    const { status, body } = await who("POST", "/tokens", { name: "nạp dữ liệu", scopes });
    assert.equal(status, 201, JSON.stringify(body));
    return body as { tokenId: string; secret: string };
  };
  const by = (secret: string, method: "GET" | "POST" | "PUT" | "PATCH", path: string, payload?: object) =>
    ask(test.api, {
      method,
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${secret}` },
      ...(payload ? { payload } : {}),
    });

  it("make no tokens, whatever their scopes: none outlives its day", async () => {
    const { secret } = await made(admin);
    const again = await by(secret, "POST", "/tokens", { name: "kế nhiệm", scopes: ["read"] });
    assert.deepEqual([again.status, again.body.title], [403, "not-by-token"]);
  });

  it("set no password, and name no deputy by the scope for complaints", async () => {
    const { secret } = await made(lan);
    const password = { currentPassword: PASSWORD, newPassword: "mật khẩu của kẻ khác" };
    assert.equal((await by(secret, "PUT", "/session/password", password)).body.title, "not-by-token");
    const { secret: handling } = await made(lan, ["read", "handle"]);
    const lent = { deputyId: "hoa", fromOn: "2020-01-01", toOn: "2099-12-31" };
    const named = await by(handling, "POST", "/people/lan/delegations", lent);
    assert.deepEqual([named.status, named.body.title], [403, "scope-missing"]);
  });

  it("give nobody a password, a role or a deputy: who holds one would become a person", async () => {
    const { secret } = await made(admin, ["administer"]);
    const told = async (method: "POST" | "PATCH", path: string, payload?: object) => {
      const { status, body } = await by(secret, method, path, payload);
      return [status, body.title];
    };
    const refused = [403, "not-by-token"];
    const kim = { name: "Kim", signInName: "kim" };
    assert.deepEqual(await told("POST", "/people", { ...kim, password: "mật khẩu của kẻ khác" }), refused);
    assert.deepEqual(await told("PATCH", "/people/hoa", { password: "mật khẩu của kẻ khác" }), refused);
    assert.deepEqual(await told("POST", "/people/hoa/one-time-passwords"), refused);
    const role = { role: "board", unit: "cskh", fromOn: "2026-01-01" };
    assert.deepEqual(await told("POST", "/people/hoa/roles", role), refused);
    const lent = { deputyId: "lan", fromOn: "2026-01-01", toOn: "2099-12-31" };
    assert.deepEqual(await told("POST", "/people/hoa/delegations", lent), refused);
    const line = { line: 1, ...kim, email: "", unit: "", roles: [] as string[] };
    const list = (lines: object[], more: object) => ({ lines, preview: false, ...more });
    assert.deepEqual(await told("POST", "/people-imports", list([line], {})), refused);
    const withRole = { ...line, unit: "cskh", roles: ["board"] };
    assert.deepEqual(await told("POST", "/people-imports", list([withRole], { passwords: "none" })), refused);
    assert.equal((await admin("GET", "/people/kim")).status, 404);
    assert.deepEqual((await admin("GET", "/people/hoa")).body.roles, [{ role: "clerk", unit: "cskh" }]);
  });

  it("keep a list of names up: look at it first, add and change people without a password", async () => {
    const { secret } = await made(admin, ["administer"]);
    const line = { line: 1, name: "Kim Chi", signInName: "kim-chi", email: "", unit: "cskh", roles: ["clerk"] };
    assert.equal((await by(secret, "POST", "/people-imports", { lines: [line], preview: true })).status, 200);
    const lines = [{ ...line, unit: "", roles: [] }];
    const taken = await by(secret, "POST", "/people-imports", { lines, preview: false, passwords: "none" });
    assert.deepEqual([taken.status, taken.body.counts.added], [200, 1]);
    assert.equal((await by(secret, "PATCH", "/people/kim-chi", { name: "Kim Chi Mới" })).status, 200);
    assert.equal((await by(secret, "POST", "/people", { name: "Vy", signInName: "vy" })).status, 201);
  });

  it("are listed and revoked by an administrator, whosever they are", async () => {
    const { tokenId, secret } = await made(lan);
    assert.equal((await lan("GET", "/tokens?of=everybody")).status, 403);
    const { body } = await admin("GET", "/tokens?of=everybody");
    assert.ok(
      body.tokens.some(
        (token: { tokenId: string; personId: string }) => token.tokenId === tokenId && token.personId === "lan",
      ),
    );
    assert.equal((await by(secret, "GET", "/session")).status, 200);
    const revoked = await admin("DELETE", `/tokens/${tokenId}`);
    assert.deepEqual([revoked.status, typeof revoked.body.revokedAt], [200, "string"]);
    assert.equal((await by(secret, "GET", "/session")).status, 401);
    const { type, actor, data } = (await admin("GET", "/organisation-log")).body.facts.at(-1);
    assert.deepEqual(
      { type, actor, data },
      { type: "TokenRevoked", actor: { kind: "person", personId: "tuan" }, data: { tokenId, personId: "lan" } },
    );
  });

  it("of somebody else are nobody's to revoke without that role", async () => {
    const { tokenId } = await made(admin);
    assert.equal((await lan("DELETE", `/tokens/${tokenId}`)).status, 404);
  });

  it("end with a new password, one's own or set by an administrator, and with the account", async () => {
    const minh = await test.person("vntt", "minh", "clerk@cskh");
    const first = await made(minh);
    const own = { currentPassword: PASSWORD, newPassword: "mật khẩu mới của tôi" };
    assert.equal((await minh("PUT", "/session/password", own)).status, 204);
    assert.equal((await by(first.secret, "GET", "/session")).status, 401);
    assert.equal((await minh("GET", "/session")).status, 401);

    const mai = await test.person("vntt", "mai", "clerk@cskh");
    const second = await made(mai);
    await admin("PATCH", "/people/mai", { password: "mật khẩu đặt lại" });
    assert.equal((await by(second.secret, "GET", "/session")).status, 401);

    const nga = await test.person("vntt", "nga", "clerk@cskh");
    const third = await made(nga);
    await admin("PATCH", "/people/nga", { isClosed: true });
    await admin("PATCH", "/people/nga", { isClosed: false });
    assert.equal((await by(third.secret, "GET", "/session")).status, 401);
  });
});
