import assert from "node:assert/strict";
import { connect } from "node:net";
import { after, before, describe, it } from "node:test";
import { z } from "zod";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { deadPort, openMailServer, type MailServer } from "../../../tests/support/mail-server.ts";
import { testMail } from "../mail-out/test-server.ts";
import { step, type ConnectionKind } from "../connection-kind.ts";
import { secretsKey } from "../../store/secret-box.ts";

type Settings = { host: string; port: number; folder?: string | undefined };

/** Reads the greeting of a server, and says the password to nobody but the spec. */
const greeting: ConnectionKind<Settings> = {
  kind: "greeting",
  medium: "mail",
  direction: "in",
  channelTypes: ["email"],
  name: { vi: "Lời chào", en: "Greeting" },
  about: { vi: "Đọc lời chào.", en: "Reads the greeting." },
  settings: z.object({ host: z.string(), port: z.int().min(1).max(65535), folder: z.string().optional() }),
  secretNames: ["password"],
  fields: [
    { name: "host", label: { vi: "Máy chủ", en: "Server" }, input: "line", isRequired: true, leadsSecrets: true },
    { name: "port", label: { vi: "Cổng", en: "Port" }, input: "number", isRequired: true, leadsSecrets: true },
    { name: "folder", label: { vi: "Thư mục", en: "Folder" }, input: "line", isRequired: false },
    { name: "password", label: { vi: "Mật khẩu", en: "Password" }, input: "secret", isRequired: true },
  ],
  hooks: [{ path: "messages", label: { vi: "Nhận tin", en: "Messages" } }],
  test: ({ settings, secrets }) =>
    new Promise((resolve) => {
      const socket = connect(settings.port, settings.host);
      socket.once("error", (error) =>
        resolve([step("connect", false, `${error.message} ${secrets["password"]}`, secrets)]),
      );
      socket.once("data", (bytes) => {
        socket.destroy();
        resolve([step("connect", true, bytes.toString("utf8"), secrets)]);
      });
    }),
};

describe("connections of channels", () => {
  let test: TestApi;
  let server: MailServer;
  let admin: Caller;
  let clerk: Caller;
  before(async () => {
    server = await openMailServer();
    const settings = {
      host: "127.0.0.1",
      port: server.port,
      secure: false,
      tls: "off" as const,
      signIn: undefined,
      from: { "*": "cskh@dcnet.example" },
      replyTo: {},
      dkim: undefined,
    };
    test = await openTestApi({
      connectionKinds: [greeting],
      secretsKey: secretsKey("a long text that nobody could guess, ever"),
      mail: {
        sendsFor: () => true,
        state: () => "connected",
        test: (organisation, to, signal) =>
          testMail(settings, { organisation, from: "cskh@dcnet.example", to }, signal),
      },
    });
    admin = await test.person("dcnet", "tuan", "administrator@cskh");
    clerk = await test.person("dcnet", "lan", "clerk@cskh");
  });
  after(() => Promise.all([test.close(), server.close()]));

  const at = "/channel-connections/hop-thu";
  const values = (change: object = {}) => ({
    kind: "greeting",
    channelId: "email",
    name: "Hộp thư khiếu nại",
    settings: { host: "127.0.0.1", port: server.port },
    secrets: {},
    isOn: true,
    basedOn: null,
    ...change,
  });
  const list = async () => (await admin("GET", "/channel-connections")).body;

  it("are made by administrators, and show no secret", async () => {
    assert.equal((await clerk("GET", "/channel-connections")).status, 403);
    assert.equal((await clerk("PUT", at, values())).status, 403);
    assert.equal((await clerk("POST", `${at}/tests`)).status, 403);
    const made = await admin("PUT", at, values({ secrets: { password: "bí mật" } }), { "idempotency-key": "a" });
    assert.deepEqual(
      [made.status, made.body],
      [
        200,
        {
          connectionId: "hop-thu",
          channelId: "email",
          kind: "greeting",
          name: "Hộp thư khiếu nại",
          settings: { host: "127.0.0.1", port: server.port },
          secretNames: ["password"],
          isOn: true,
          state: { receivedAt: null, sentAt: null, okAt: null, failed: null },
          version: 1,
          hooks: [
            {
              label: { vi: "Nhận tin", en: "Messages" },
              address: "http://localhost:8080/hooks/v1/dcnet/hop-thu/messages",
            },
          ],
        },
      ],
    );
    const again = await admin("PUT", at, values({ secrets: { password: "bí mật" } }), { "idempotency-key": "a" });
    assert.equal(again.body.version, 1);
    const { connections, kinds, mail } = await list();
    assert.deepEqual([connections.length, kinds[0].kind, mail], [1, "greeting", "connected"]);
    assert.ok(!JSON.stringify(connections).includes("bí mật"));
    const { channels } = (await admin("GET", "/channels")).body;
    const email = channels.find(({ channelId }: { channelId: string }) => channelId === "email");
    assert.equal(email.entry, "connected");
  });

  it("refuse what does not fit, under its field", async () => {
    const refused = async (change: object, path = at) => {
      const { status, body } = await admin("PUT", path, values({ basedOn: 1, ...change }));
      return [status, body.title, body.field ?? null];
    };
    assert.deepEqual(await refused({ kind: "fax" }), [404, "no-such-item", "kind"]);
    assert.deepEqual(await refused({ channelId: "hotline" }), [422, "channel-of-other-kind", "channelId"]);
    assert.deepEqual(await refused({ channelId: "no-such" }), [404, "no-such-item", "channelId"]);
    assert.deepEqual(await refused({ settings: { host: "127.0.0.1", port: 0 } }), [
      422,
      "setting-wrong",
      "settings.port",
    ]);
    assert.deepEqual(await refused({ secrets: { other: "x" } }), [404, "no-such-item", "secrets.other"]);
    assert.deepEqual(await refused({ secrets: { password: null } }), [422, "setting-wrong", "secrets.password"]);
    assert.deepEqual(await refused({ basedOn: 7 }), [409, "changed-meanwhile", null]);
    assert.deepEqual(await refused({}, "/channel-connections/khac"), [422, "setting-wrong", "secrets.password"]);
  });

  it("keep a secret that is left out, but only for where it went so far", async () => {
    const elsewhere = { settings: { host: "localhost", port: server.port }, basedOn: 1 };
    const refused = await admin("PUT", at, values(elsewhere));
    assert.deepEqual([refused.status, refused.body.title], [422, "secret-needed-anew"]);
    assert.match(refused.body.detail, /phải nhập lại: Mật khẩu\./);
    const tried = await admin("POST", "/channel-connection-tests", {
      connectionId: "hop-thu",
      kind: "greeting",
      secrets: {},
      settings: elsewhere.settings,
    });
    assert.deepEqual([tried.status, tried.body.title], [422, "secret-needed-anew"]);
    const settings = { host: "127.0.0.1", port: server.port, folder: "INBOX" };
    const kept = await admin("PUT", at, values({ settings, basedOn: 1, isOn: false }));
    assert.deepEqual([kept.body.version, kept.body.isOn, kept.body.secretNames], [2, false, ["password"]]);
  });

  it("are tested as they are kept and as they are typed; what failed is said without the secret, and noted", async () => {
    const good = await admin("POST", `${at}/tests`);
    assert.equal(good.status, 200);
    assert.deepEqual([good.body.steps.length, good.body.steps[0].ok], [1, true]);
    assert.match(good.body.steps[0].detail, /^220 /);
    const port = await deadPort();
    const typed = {
      connectionId: null,
      kind: "greeting",
      settings: { host: "127.0.0.1", port },
      secrets: { password: "thử-mật-khẩu" },
    };
    const failed = (await admin("POST", "/channel-connection-tests", typed)).body.steps;
    assert.deepEqual(failed, [{ what: "connect", ok: false, detail: `connect ECONNREFUSED 127.0.0.1:${port} ***` }]);
    const { okAt, failed: noted } = (await list()).connections[0].state;
    assert.deepEqual([typeof okAt, noted], ["string", null]);
    assert.equal((await admin("POST", "/channel-connections/khac/tests")).status, 404);
  });

  it("have beside them a test of the server of outgoing mail, to the administrator's own address", async () => {
    const without = await admin("POST", "/outgoing-mail-tests");
    assert.deepEqual([without.status, without.body.title], [422, "no-own-address"]);
    const { version } = (await admin("GET", "/people/tuan")).body;
    const named = await admin("PATCH", "/people/tuan", { email: "tuan@dcnet.example" }, { "if-match": `"${version}"` });
    assert.equal(named.status, 200, JSON.stringify(named.body));
    const { steps } = (await admin("POST", "/outgoing-mail-tests")).body;
    assert.deepEqual(
      steps.map(({ what, ok }: { what: string; ok: boolean }) => [what, ok]),
      [
        ["resolve-host", true],
        ["connect", true],
        ["send", true],
      ],
    );
    assert.deepEqual(
      server.received.map(({ from, to }) => [from, to]),
      [["cskh@dcnet.example", ["tuan@dcnet.example"]]],
    );
  });

  it("go away, and the organisation's log names all that happened to them without a setting", async () => {
    assert.equal((await admin("DELETE", at)).status, 204);
    assert.deepEqual((await list()).connections, []);
    const { facts } = (await admin("GET", "/organisation-log")).body;
    const named = { connectionId: "hop-thu", channelId: "email", kind: "greeting", name: "Hộp thư khiếu nại" };
    const tested = { kind: "greeting" };
    assert.deepEqual(
      facts
        .filter(({ type }: { type: string }) => type.startsWith("Connection"))
        .map(({ type, data }: { type: string; data: object }) => [type, data]),
      [
        ["ConnectionAdded", { ...named, isOn: true }],
        ["ConnectionChanged", { ...named, isOn: false }],
        ["ConnectionTested", { ...tested, connectionId: "hop-thu", failedAt: null }],
        ["ConnectionTested", { ...tested, connectionId: null, failedAt: "connect" }],
        ["ConnectionTested", { kind: "outgoing-mail", connectionId: null, failedAt: null }],
        ["ConnectionRemoved", named],
      ],
    );
  });
});
