import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, openTestApi, PASSWORD, type TestApi } from "../../../tests/support/api.ts";

describe("signing in", () => {
  let test: TestApi;
  before(async () => {
    test = await openTestApi();
  });
  after(() => test.close());

  const signIn = (payload: object, headers = {}, remoteAddress = "127.0.0.1") =>
    ask(test.api, { method: "POST", url: "/api/v1/session", payload, headers, remoteAddress });

  it("begins a session in a cookie that scripts cannot read, and ends it", async () => {
    const lan = await test.person("vntt", "lan", "clerk@cskh");
    const who = await lan("GET", "/session");
    assert.equal(who.status, 200);
    assert.deepEqual(who.body.roles, [{ role: "clerk", unit: "cskh", name: "NV. CSKH" }]);
    assert.equal((await lan("DELETE", "/session")).status, 204);
    const after = await lan("GET", "/session");
    assert.equal(after.status, 401);
    assert.equal(after.body.type, "/problems/sign-in-needed");
    const again = await signIn({ organisation: "vntt", signInName: " LAN ", password: PASSWORD });
    assert.equal(again.status, 201);
    assert.match(String(again.headers["set-cookie"]), /^hoiam_session=vntt\.[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
  });

  it("finds the organisation at the end of the sign-in name, where nobody names it", async () => {
    await test.person("vntt", "thu@vntt", "clerk@cskh");
    assert.equal((await signIn({ signInName: "Thu@VNTT ", password: PASSWORD })).body.organisation, "vntt");
    assert.equal((await signIn({ signInName: "thu@example.vn", password: PASSWORD })).status, 401);
    const nowhere = await signIn({ signInName: "thu", password: PASSWORD });
    assert.deepEqual([nowhere.status, nowhere.body.field], [400, "organisation"]);
  });

  it("tells a wrong name, a wrong password and a wrong organisation the same", async () => {
    await test.person("vntt", "hoa", "clerk@cskh");
    const wrongs = [
      { organisation: "vntt", signInName: "hoa", password: "không phải" },
      { organisation: "vntt", signInName: "nobody", password: PASSWORD },
      { organisation: "kplus", signInName: "hoa", password: PASSWORD },
      { organisation: "nowhere", signInName: "hoa", password: PASSWORD },
    ];
    for (const wrong of wrongs) {
      const { status, body } = await signIn(wrong);
      assert.equal(status, 401);
      assert.equal(body.title, "wrong-sign-in");
    }
  });

  it("lets an address that guesses wait, and nobody else", async () => {
    await test.person("vntt", "minh", "clerk@cskh");
    const guess = { organisation: "vntt", signInName: "minh", password: "đoán mò" };
    for (let guesses = 0; guesses < 5; guesses += 1) {
      assert.equal((await signIn(guess, {}, "203.0.113.9")).status, 401);
    }
    const right = { ...guess, password: PASSWORD };
    const held = await signIn(right, {}, "203.0.113.9");
    assert.equal(held.status, 429);
    assert.ok(Number(held.headers["retry-after"]) >= 1);
    assert.equal((await signIn(right, {}, "198.51.100.7")).status, 201);
    // Only a proxy on this machine may say for whom it asks.
    const forged = { "x-forwarded-for": "198.51.100.7" };
    assert.equal((await signIn(right, forged, "203.0.113.9")).status, 429);
    assert.equal((await signIn(right, forged, "127.0.0.1")).status, 201);
  });

  it("counts guesses at an organisation that there is not, so that they cannot keep the server busy", async () => {
    const guess = { organisation: "nowhere", signInName: "ai-do", password: "đoán mò" };
    for (let guesses = 0; guesses < 5; guesses += 1) {
      assert.equal((await signIn(guess, {}, "2001:db8::1")).status, 401);
    }
    assert.equal((await signIn(guess, {}, "2001:db8::2")).status, 429);
  });

  it("takes no sign-in from another site's page", async () => {
    const body = { organisation: "vntt", signInName: "lan", password: PASSWORD };
    const foreign = await signIn(body, { origin: "https://evil.example" });
    assert.equal(foreign.status, 403);
    assert.equal(foreign.body.title, "foreign-origin");
    assert.equal((await signIn(body, { "sec-fetch-site": "cross-site" })).status, 403);
    assert.equal((await signIn(body, { origin: "http://localhost:8080" })).status, 201);
  });

  it("lets a deputy act with the absent person's roles, under their own name", async () => {
    const head = await test.person("vntt", "truong", "unit-head@p-ktvt");
    const deputy = await test.person("vntt", "pho", "unit-member@p-ktvt");
    const refused = await deputy("GET", "/session", undefined, { "hoiam-acting-for": "truong" });
    assert.equal(refused.status, 403);
    const body = { deputyId: "pho", fromOn: "2020-01-01", toOn: "2099-12-31", reason: "nghỉ phép" };
    const signing = { ...body, signsAs: "KT", post: "Phó Trưởng phòng" };
    const made = await head("POST", "/people/truong/delegations", signing);
    assert.deepEqual([made.status, made.body.signsAs, made.body.post], [201, "KT", "Phó Trưởng phòng"]);
    const acting = await deputy("GET", "/session", undefined, { "hoiam-acting-for": "truong" });
    assert.equal(acting.body.personId, "pho");
    assert.equal(acting.body.deputyFor, "truong");
    assert.deepEqual(acting.body.roles, [{ role: "unit-head", unit: "p-ktvt", name: "Trưởng P. KTVT" }]);
    assert.equal((await deputy("POST", "/people/truong/delegations", { ...body, deputyId: "truong" })).status, 403);
  });

  it("lets a deputy of an administrator keep and pass on nothing of what was lent", async () => {
    const admin = await test.person("vntt", "quan-tri", "administrator@cskh");
    const deputy = await test.person("vntt", "thay-quan-tri", "clerk@cskh");
    const lent = { deputyId: "thay-quan-tri", fromOn: "2020-01-01", toOn: "2099-12-31" };
    assert.equal((await admin("POST", "/people/quan-tri/delegations", lent)).status, 201);
    const acting = { "hoiam-acting-for": "quan-tri" };
    const role = { role: "administrator", unit: "cskh", fromOn: "2020-01-01" };
    assert.equal((await deputy("POST", "/people/thay-quan-tri/roles", role, acting)).status, 403);
    const further = { ...lent, deputyId: "lan" };
    assert.equal((await deputy("POST", "/people/quan-tri/delegations", further, acting)).status, 403);
    const newcomer = { personId: "nguoi-moi", name: "Người mới", signInName: "nguoi-moi" };
    assert.equal((await deputy("POST", "/people", newcomer, acting)).status, 201);
    assert.equal((await admin("POST", "/people/nguoi-moi/roles", { ...role, role: "clerk" })).status, 201);
  });
});
