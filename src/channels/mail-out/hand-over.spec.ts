import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { openMailServer, type MailServer } from "../../../tests/support/mail-server.ts";
import { handOver } from "./hand-over.ts";

const mail = { from: "a@vntt.example", to: "hoa@khach.example", bytes: Buffer.from("Subject: x\r\n\r\ny\r\n") };
const plain = { host: "127.0.0.1", secure: false, tls: "off" as const, signIn: undefined };

describe("handing a message over", () => {
  let signing: MailServer;
  let answer: string | undefined;
  let server: MailServer;
  before(async () => {
    signing = await openMailServer({
      options: {
        authOptional: false,
        disabledCommands: [],
        hideSTARTTLS: true,
        allowInsecureAuth: true,
        onAuth: ({ username, password }, _session, callback) =>
          username === "hoiam" && password === "đúng"
            ? callback(null, { user: "hoiam" })
            : callback(Object.assign(new Error("bad credentials"), { responseCode: 535 })),
      },
    });
    server = await openMailServer({ toReader: () => answer });
  });
  after(() => Promise.all([signing.close(), server.close()]));

  const signedIn = (password: string) =>
    handOver({ ...plain, port: signing.port, signIn: { user: "hoiam", password } }, mail);

  it("signs in; a wrong password is a matter of the settings, and is tried again", async () => {
    assert.deepEqual(await signedIn("đúng"), { outcome: "sent", reason: null });
    const wrong = await signedIn("sai");
    assert.equal(wrong.outcome, "later");
    assert.match(wrong.reason ?? "", /^535/);
    assert.equal(signing.received.length, 1);
  });

  it("says nothing to a server without TLS where TLS is required", async () => {
    const told = await handOver({ ...plain, tls: "required", port: server.port }, mail);
    assert.equal(told.outcome, "later");
    assert.deepEqual(server.received, []);
  });

  it("says nothing to a server that cannot prove who it is", async () => {
    // The library's own certificate, which nobody has signed.
    const unproven = await openMailServer({ options: { disabledCommands: ["AUTH"] } });
    const told = await handOver({ ...plain, host: "localhost", tls: "required", port: unproven.port }, mail);
    assert.equal(told.outcome, "later");
    assert.match(told.reason ?? "", /SELF_SIGNED|DEPTH_ZERO|ETLS|ESOCKET|CERT/);
    assert.deepEqual(unproven.received, []);
    await unproven.close();
  });

  it("is cut off when the program stops, and says what is known of it", async () => {
    const silent = await openMailServer({ isSilentAfterData: true });
    const ending = new AbortController();
    const told = handOver({ ...plain, port: silent.port }, { ...mail, signal: ending.signal });
    while (silent.received.length === 0) await sleep(10);
    ending.abort();
    assert.deepEqual(await told, { outcome: "unknown", reason: "lost-after-data" });
    await silent.close();
  });

  it("tells an address that is refused from a server that refuses us", async () => {
    const outcomeOf = async (said: string) => {
      answer = said;
      return handOver({ ...plain, port: server.port }, mail);
    };
    assert.deepEqual(await outcomeOf("550 5.1.1 no such user"), { outcome: "refused", reason: "550 5.1.1" });
    assert.deepEqual(await outcomeOf("550 no such user"), { outcome: "refused", reason: "550" });
    assert.deepEqual(await outcomeOf("554 5.7.1 relay access denied"), { outcome: "later", reason: "554 5.7.1" });
    assert.deepEqual(await outcomeOf("452 4.2.2 mailbox full"), { outcome: "later", reason: "452 4.2.2" });
  });
});
