import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, openTestApi, PASSWORD, type Answered, type TestApi } from "../../../tests/support/api.ts";
import { diskStore } from "../../store/attachments/disk.ts";
import { writeInside } from "../../projections/inside-organisation.ts";
import type { Api } from "./api.ts";
import { httpServer } from "./server.ts";

const OFFICE = "203.0.113.9";

describe("guessing passwords", () => {
  let test: TestApi;
  before(async () => {
    test = await openTestApi();
  });
  after(() => test.close());

  const signIn = (
    signInName: string,
    password: string,
    {
      api = test.api,
      from = OFFICE,
      cookie,
      forwardedFor,
    }: { api?: Api; from?: string; cookie?: string; forwardedFor?: string } = {},
  ) =>
    ask(api, {
      method: "POST",
      url: "/api/v1/session",
      payload: { organisation: "vntt", signInName, password },
      remoteAddress: from,
      headers: { ...(cookie ? { cookie } : {}), ...(forwardedFor ? { "x-forwarded-for": forwardedFor } : {}) },
    });
  const cookiesIn = ({ headers }: Answered) =>
    [headers["set-cookie"] ?? []].flat().map((each) => each.split(";")[0] ?? "");
  const guessed = async (signInName: string, from = OFFICE) => {
    for (let guesses = 0; guesses < 5; guesses += 1) await signIn(signInName, "đoán mò", { from });
  };

  it("holds up nobody elsewhere, and behind the same address nobody who signed in with this device before", async () => {
    await test.person("vntt", "minh", "clerk@cskh");
    const [session = "", device = ""] = cookiesIn(await signIn("minh", PASSWORD));
    assert.match(session, /^hoiam_session=vntt\./);
    assert.match(device, /^hoiam_device=vntt\./);
    await guessed("minh");
    assert.equal((await signIn("minh", PASSWORD)).status, 429);
    assert.equal((await signIn("minh", PASSWORD, { from: "198.51.100.7" })).status, 201);
    assert.equal((await signIn("minh", PASSWORD, { cookie: device })).status, 201);
    // The device is Minh's: it opens no way to guess at another name.
    await test.person("vntt", "mai", "clerk@cskh");
    await guessed("mai");
    assert.equal((await signIn("mai", PASSWORD, { cookie: device })).status, 429);
    assert.equal((await signIn("minh", PASSWORD, { cookie: "hoiam_device=vntt.x" })).status, 429);
  });

  it("is counted for a known device too", async () => {
    await test.person("vntt", "nga", "clerk@cskh");
    const [, device = ""] = cookiesIn(await signIn("nga", PASSWORD));
    for (let guesses = 0; guesses < 5; guesses += 1) {
      assert.equal((await signIn("nga", "đoán mò", { cookie: device })).status, 401);
    }
    assert.equal((await signIn("nga", PASSWORD, { cookie: device })).status, 429);
    assert.equal((await signIn("nga", PASSWORD)).status, 201);
  });

  it("at many names holds up an office only beyond what offices mistype: a thousand a day", async () => {
    await test.person("vntt", "thu", "clerk@cskh");
    const mistyped = (failures: number) =>
      writeInside(test.database.pool, "vntt", (connection) =>
        connection.query(
          `insert into sign_in_failure (organisation, address, sign_in_name, failures, last_at)
           values ('vntt', '192.0.2.1', 'ai-do', $1, now())
           on conflict (organisation, address, sign_in_name) do update set failures = $1, last_at = now()`,
          [failures],
        ),
      );
    await mistyped(999);
    assert.equal((await signIn("thu", PASSWORD, { from: "192.0.2.1" })).status, 201);
    await mistyped(1000);
    assert.equal((await signIn("thu", PASSWORD, { from: "192.0.2.1" })).status, 429);
    assert.equal((await signIn("thu", PASSWORD, { from: "192.0.2.2" })).status, 201);
  });

  it("at many names at once keeps nobody elsewhere from signing in, and waits no longer than it may", async () => {
    await test.person("vntt", "dung", "clerk@cskh");
    let answered = 0;
    const flood = Array.from({ length: 80 }, async (_, each) => {
      const { status, headers } = await signIn(`ai-do-${each}`, "đoán mò", { from: "192.0.2.9" });
      answered += 1;
      return { status, retryAfter: headers["retry-after"] };
    });
    const elsewhere = await signIn("dung", PASSWORD, { from: "198.51.100.8" });
    assert.deepEqual([elsewhere.status, answered < 80], [201, true]);
    // How many find the queue full depends on the machine; whoever does is told so.
    const told = new Set((await Promise.all(flood)).map(({ status, retryAfter }) => `${status} ${retryAfter ?? ""}`));
    told.delete("429 10");
    assert.deepEqual([...told], ["401 "]);
  });

  it("at the current password, from a session that was left open, waits as when signing in", async () => {
    const hoa = await test.person("vntt", "hoa", "clerk@cskh");
    const own = (currentPassword: string) =>
      hoa("PUT", "/session/password", { currentPassword, newPassword: "mật khẩu của kẻ khác" });
    for (let guesses = 0; guesses < 5; guesses += 1) {
      const wrong = await own("đoán mò");
      assert.deepEqual([wrong.status, wrong.body.title], [401, "wrong-sign-in"]);
    }
    const held = await own(PASSWORD);
    assert.deepEqual([held.status, held.body.title], [429, "too-many-sign-ins"]);
    assert.ok(Number(held.headers["retry-after"]) >= 1);
    // Hoa herself signs in from elsewhere all the same.
    assert.equal((await signIn("hoa", PASSWORD, { from: "198.51.100.7" })).status, 201);
  });

  it("is counted for whom a trusted proxy asks, and for nobody that others claim", async () => {
    await test.person("vntt", "yen", "clerk@cskh");
    const api = await httpServer(
      { store: test.store, publicUrl: "http://localhost:8080", attachments: diskStore(test.attachmentsFolder) },
      { trustedProxies: ["10.1.0.0/16"] },
    );
    const through = (forwardedFor: string, from = "10.1.2.3") => signIn("yen", PASSWORD, { api, from, forwardedFor });
    await guessed("yen");
    assert.equal((await through(OFFICE)).status, 429);
    assert.equal((await through("198.51.100.7")).status, 201);
    await guessed("yen", "10.2.0.1");
    assert.equal((await through("198.51.100.8", "10.2.0.1")).status, 429);
    await api.close();
  });
});
