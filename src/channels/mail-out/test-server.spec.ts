import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { deadPort, openMailServer, type MailServer } from "../../../tests/support/mail-server.ts";
import { testServer } from "./test-server.ts";

const letter = { from: "a@vntt.example", to: "hoa@vntt.example", bytes: Buffer.from("Subject: x\r\n\r\ny\r\n") };
const plain = { host: "127.0.0.1", secure: false, tls: "off" as const, signIn: undefined };

describe("a test of the mail server", () => {
  let server: MailServer;
  let signing: MailServer;
  let unproven: MailServer;
  let answer: string | undefined;
  before(async () => {
    server = await openMailServer({ toReader: () => answer });
    signing = await openMailServer({
      options: {
        authOptional: false,
        disabledCommands: [],
        hideSTARTTLS: true,
        allowInsecureAuth: true,
        onAuth: (_given, _session, callback) =>
          callback(Object.assign(new Error("5.7.8 no such user, not mật-khẩu-sai"), { responseCode: 535 })),
      },
    });
    unproven = await openMailServer({ options: { disabledCommands: ["AUTH"] } });
  });
  after(() => Promise.all([server.close(), signing.close(), unproven.close()]));

  const test = (change: object) =>
    testServer({ ...plain, port: server.port, ...change }, letter, AbortSignal.timeout(10_000));
  const ends = async (change: object) => (await test(change)).map(({ what, ok }) => `${what} ${ok ? "ok" : "failed"}`);

  it("goes through every step and sends one message", async () => {
    assert.deepEqual(await test({}), [
      { what: "resolve-host", ok: true, detail: "127.0.0.1" },
      { what: "connect", ok: true, detail: `127.0.0.1:${server.port}` },
      { what: "send", ok: true, detail: "hoa@vntt.example" },
    ]);
    assert.equal(server.received.length, 1);
  });

  it("says which step failed, in the server's own words and without the password", async () => {
    const unknown = await test({ host: "no-such-host.invalid" });
    assert.deepEqual([unknown.length, unknown[0]?.what, unknown[0]?.ok], [1, "resolve-host", false]);
    const dead = await test({ port: await deadPort() });
    assert.deepEqual(
      dead.map(({ what, ok }) => [what, ok]),
      [
        ["resolve-host", true],
        ["connect", false],
      ],
    );
    assert.match(dead[1]?.detail ?? "", /ECONNREFUSED/);
    assert.deepEqual(await ends({ port: unproven.port, tls: "required" }), [
      "resolve-host ok",
      "connect ok",
      "tls failed",
    ]);
    const wrong = await test({ port: signing.port, signIn: { user: "hoiam", password: "mật-khẩu-sai" } });
    assert.deepEqual(wrong.at(-1), { what: "sign-in", ok: false, detail: "535 5.7.8 no such user, not ***" });
    answer = "550 5.1.1 No such user here";
    assert.deepEqual((await test({})).at(-1), { what: "send", ok: false, detail: "550 5.1.1 No such user here" });
    answer = undefined;
  });
});
