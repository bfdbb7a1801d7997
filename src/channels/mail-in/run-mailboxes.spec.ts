import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { testSecretsKey } from "../../../tests/support/arrivals.ts";
import { openTestDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { openImapServer, type ImapServer } from "../../../tests/support/imap-server.ts";
import { openTestStore } from "../../../tests/support/store.ts";
import { readInside, writeInside } from "../../projections/inside-organisation.ts";
import { diskStore } from "../../store/attachments/disk.ts";
import { connectionsOf, saveConnection } from "../../store/channel-connections.ts";
import type { Store } from "../../store/open-store.ts";
import { imapKind } from "./kind.ts";
import { runMailboxes, type RunningMailboxes } from "./run-mailboxes.ts";
import type { MailInWiring } from "./take-in-mail.ts";

const organisation = "vntt";
const by = { kind: "system", process: "spec" } as const;

/** A plain mail; `id` is its Message-ID. */
function mailOf(id: string, text: string, headers: readonly string[] = []): string {
  const own = [
    "From: =?utf-8?Q?Nguy=E1=BB=85n_Th=E1=BB=8B_Hoa?= <hoa@khach.example>",
    "To: khieunai@vntt.example",
    "Subject: Mat mang",
    `Message-ID: <${id}@khach.example>`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    ...headers,
  ];
  return `${own.join("\r\n")}\r\n\r\n${text}\r\n`;
}

describe("reading mailboxes", () => {
  let database: TestDatabase;
  let store: Store;
  let folder: string;
  let server: ImapServer;
  let wiring: MailInWiring;
  let running: RunningMailboxes | undefined;
  let connections = 0;
  let connectionId = "";
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
    folder = await mkdtemp(join(tmpdir(), "hoiam-imap-"));
    wiring = { store, secretsKey: testSecretsKey, attachments: diskStore(folder), ownDomains: () => ["vntt.example"] };
  });
  beforeEach(async () => {
    server = await openImapServer();
    connections += 1;
    connectionId = `hop-thu-${connections}`;
  });
  afterEach(async () => {
    await running?.stop();
    running = undefined;
    await inside("update channel_connection set is_on = false");
    await server.close();
  });
  after(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  const inside = (text: string, values: unknown[] = []) =>
    writeInside(store.pool, organisation, (connection) => connection.query(text, values));
  const connected = (change: object = {}, password = "mật-khẩu") =>
    writeInside(store.pool, organisation, (connection) =>
      saveConnection(connection, organisation, {
        saved: {
          connectionId,
          channelId: "email",
          kind: "imap",
          name: "Hộp thư khiếu nại",
          settings: { host: "127.0.0.1", port: server.port, security: "none", user: "hoiam", ...change },
          isOn: true,
        },
        secrets: { password },
        key: testSecretsKey,
        basedOn: null,
        by,
      }),
    );
  const start = (pollMs = 5_000) => (running = runMailboxes(wiring, { lookMs: 50, pauseMs: 20, pollMs }));
  const subjects = async () => {
    const { rows } = await inside(
      "select content from arrival where connection_id = $1 and status = 'taken-in' order by received_at, recorded_at",
      [connectionId],
    );
    return rows.map(({ content }: { content: string }) => content.trim());
  };
  const state = async () => {
    const all = await readInside(store.pool, organisation, (connection) => connectionsOf(connection, organisation));
    return all.find((each) => each.connectionId === connectionId)?.state;
  };
  const until = async (is: () => Promise<boolean> | boolean) => {
    for (let tries = 0; tries < 200; tries += 1) {
      if (await is()) return;
      await sleep(50);
    }
    throw new Error(`not within ten seconds: ${server.commands.slice(-10).join(" | ")}`);
  };
  const complaints = async () => Number((await inside("select count(*) as n from complaint")).rows[0].n);

  it("takes in what is there and then what comes, as the server tells it, and marks it as read", async () => {
    const first = server.deliver(mailOf("co-san", "Thư có sẵn."));
    await connected();
    // Nobody looks by themselves before the spec gives up: what comes can only have been told by the server.
    start(600_000);
    await until(async () => (await subjects()).length === 1);
    await until(() => server.commands.at(-1) === "IDLE");
    const second = server.deliver(mailOf("moi-den", "Thư mới đến."));
    await until(async () => (await subjects()).length === 2);
    assert.deepEqual(await subjects(), ["Thư có sẵn.", "Thư mới đến."]);
    await until(() => server.flagsOf(second)?.[0] === "\\Seen");
    assert.deepEqual([server.flagsOf(first), server.flagsOf(second)], [["\\Seen"], ["\\Seen"]]);
    const { rows } = await inside(
      `select a.sender, o.bytes::integer, o.type, o.is_named, r.channel, r.customer_name from arrival a
       join attachment o on o.sha256 = a.original_sha256 join complaint_row r on r.complaint_id = a.complaint_id
       where a.content like 'Thư có sẵn%'`,
    );
    assert.deepEqual(rows, [
      {
        sender: { name: "Nguyễn Thị Hoa", email: "hoa@khach.example" },
        bytes: Buffer.byteLength(mailOf("co-san", "Thư có sẵn.")),
        type: "message/rfc822",
        is_named: true,
        channel: "email",
        customer_name: "Nguyễn Thị Hoa",
      },
    ]);
    assert.ok((await state())?.receivedAt);
  });

  it("leaves alone what somebody had read before the mailbox was connected", async () => {
    const old = new Date(Date.now() - 86_400_000);
    server.deliver(mailOf("cu-da-doc", "Cũ, đã đọc."), { at: old, flags: ["\\Seen"] });
    server.deliver(mailOf("cu-chua-doc", "Cũ, chưa đọc."), { at: old });
    server.deliver(mailOf("moi-da-doc", "Mới, đọc ở nơi khác."), {
      flags: ["\\Seen"],
      at: new Date(Date.now() + 2_000),
    });
    await connected();
    start();
    await until(async () => (await subjects()).length === 2);
    assert.deepEqual(await subjects(), ["Cũ, chưa đọc.", "Mới, đọc ở nơi khác."]);
  });

  it("moves what was taken to a folder, where it is set so", async () => {
    server.deliver(mailOf("chuyen-di", "Chuyển đi."));
    await connected({ afterwards: "move", moveTo: "Da nhan" });
    start();
    await until(() => server.folder("Da nhan").messages.length === 1);
    assert.equal(server.folder("INBOX").messages.length, 0);
    assert.deepEqual(await subjects(), ["Chuyển đi."]);
  });

  it("connects again when the connection is lost, and takes nothing twice when the server counts anew", async () => {
    server.deliver(mailOf("truoc-khi-dut", "Trước khi đứt."));
    await connected();
    start();
    await until(async () => (await subjects()).length === 1);
    await until(() => server.commands.at(-1) === "IDLE");
    const before = await complaints();
    server.renumber();
    server.deliver(mailOf("sau-khi-dut", "Sau khi đứt."));
    server.drop();
    await until(async () => (await subjects()).length === 2);
    assert.deepEqual(await subjects(), ["Trước khi đứt.", "Sau khi đứt."]);
    assert.equal(await complaints(), before + 1);
  });

  it("says on the connection why it could not sign in, and reads once the password is right", async () => {
    await connected({}, "sai");
    start();
    await until(async () => (await state())?.failed !== undefined);
    const failed = (await state())?.failed;
    assert.deepEqual([failed?.code, failed?.detail], ["sign-in", "Wrong name or password"]);
  });

  it("is read by one process at a time", async () => {
    await connected();
    start();
    await until(() => server.commands.at(-1) === "IDLE");
    const other = runMailboxes(wiring, { lookMs: 50, pauseMs: 20 });
    await sleep(300);
    assert.equal(server.commands.filter((command) => command === "LOGIN").length, 1);
    await other.stop();
  });

  it("keeps the beginning of a mail that is too large, for a person, and leaves it where it is", async () => {
    const uid = server.deliver(mailOf("qua-lon", "x".repeat(36 * 1024 * 1024)));
    await connected();
    start();
    await until(
      async () => (await inside("select from arrival where connection_id = $1", [connectionId])).rowCount === 1,
    );
    const { rows } = await inside(
      "select status, waiting_reason, notes, original_bytes::integer from arrival where connection_id = $1",
      [connectionId],
    );
    assert.deepEqual(rows, [
      { status: "waiting", waiting_reason: "unreadable", notes: ["too-large"], original_bytes: 65536 },
    ]);
    assert.deepEqual(server.flagsOf(uid), []);
  });

  it("tests a mailbox step by step, and says what failed", async () => {
    const test = async (change: object, password = "mật-khẩu") => {
      const settings = imapKind.settings.parse({
        host: "127.0.0.1",
        port: server.port,
        security: "none",
        user: "hoiam",
        ...change,
      });
      const steps = await imapKind.test({ settings, secrets: { password }, organisation }, AbortSignal.timeout(10_000));
      return steps.map(
        ({ what, ok, detail }) => `${what} ${ok ? "ok" : "failed"}${detail === null ? "" : `: ${detail}`}`,
      );
    };
    server.deliver(mailOf("dem", "Một."));
    const reached = ["resolve-host ok: 127.0.0.1", `connect ok: 127.0.0.1:${server.port}`];
    assert.deepEqual(await test({}), [...reached, "sign-in ok", "open-mailbox ok: INBOX: 1"]);
    assert.deepEqual(await test({}, "mật-khẩu-sai"), [...reached, "sign-in failed: Wrong name or password"]);
    assert.deepEqual(await test({ mailbox: "Khong co" }), [
      ...reached,
      "sign-in ok",
      "open-mailbox failed: Mailbox doesn't exist: Khong co",
    ]);
    assert.deepEqual(
      (await test({ host: "no-such-host.invalid", security: "tls" })).map((each) => each.split(":")[0]),
      ["resolve-host failed"],
    );
    assert.deepEqual(
      (await test({ security: "tls" })).map((each) => each.split(":")[0]),
      ["resolve-host ok", "connect ok", "tls failed"],
    );
    assert.equal(server.flagsOf(1)?.length, 0);
  });
});
