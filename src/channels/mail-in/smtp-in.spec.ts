import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createConnection, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { testSecretsKey } from "../../../tests/support/arrivals.ts";
import { openTestDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { openTestStore } from "../../../tests/support/store.ts";
import { mailTokenOf } from "../../intake/mail-token.ts";
import { writeInside } from "../../projections/inside-organisation.ts";
import { diskStore } from "../../store/attachments/disk.ts";
import { saveConnection } from "../../store/channel-connections.ts";
import type { Store } from "../../store/open-store.ts";
import { smtpInKind } from "./kind.ts";
import { openReceiver, type Receiver } from "./smtp-in.ts";
import type { MailInWiring } from "./take-in-mail.ts";

const organisation = "vntt";

describe("mail that a mail server hands over", () => {
  let database: TestDatabase;
  let store: Store;
  let folder: string;
  let wiring: MailInWiring;
  let smtp: Receiver;
  let isDown = false;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
    folder = await mkdtemp(join(tmpdir(), "hoiam-smtp-in-"));
    const disk = diskStore(folder);
    const attachments: typeof disk = {
      ...disk,
      put: (...asked) => (isDown ? Promise.reject(new Error("the disk is full")) : disk.put(...asked)),
    };
    wiring = { store, secretsKey: testSecretsKey, attachments, ownDomains: () => ["vntt.example"] };
    await writeInside(store.pool, organisation, async (connection) => {
      for (const [connectionId, addresses, beginsComplaints] of [
        ["khieu-nai", "khieunai@vntt.example, cskh@vntt.example", true],
        ["ke-toan", "ketoan@vntt.example", false],
      ] as const)
        await saveConnection(connection, organisation, {
          saved: {
            connectionId,
            channelId: "email",
            kind: "smtp-in",
            name: connectionId,
            settings: { addresses, beginsComplaints },
            isOn: true,
          },
          secrets: {},
          key: testSecretsKey,
          basedOn: null,
          by: { kind: "system", process: "spec" },
        });
    });
    smtp = await openReceiver(wiring, { protocol: "smtp", host: "127.0.0.1", port: 0 });
  });
  after(async () => {
    await smtp.close();
    await database.close();
    await rm(folder, { recursive: true });
  });

  const inside = async (text: string, values: unknown[] = []) =>
    (await writeInside(store.pool, organisation, (connection) => connection.query(text, values))).rows;
  /** What the server answers in the end: a code, or 250. */
  const send = (to: string[], raw: string | Buffer, { port = smtp.port, lmtp = false } = {}) =>
    new Promise<number>((resolve, reject) => {
      const connection = new SMTPConnection({ host: "127.0.0.1", port, ignoreTLS: true, lmtp });
      connection.once("error", reject);
      connection.connect(() =>
        connection.send({ from: "hoa@khach.example", to }, raw, (error) => {
          connection.quit();
          resolve(error ? ((error as { responseCode?: number }).responseCode ?? 0) : 250);
        }),
      );
    });
  const mailOf = (id: string, text: string, subject = "Mat mang") =>
    `From: hoa@khach.example\r\nTo: khieunai@vntt.example\r\nSubject: ${subject}\r\nMessage-ID: <${id}@khach.example>\r\n\r\n${text}\r\n`;

  it("becomes a complaint, byte for byte as it was sent, before it is answered for", async () => {
    const raw = mailOf("mot", "Nha toi mat mang.");
    assert.equal(await send(["khieunai@vntt.example"], raw), 250);
    const rows = await inside(
      `select a.status, a.content, a.original_bytes::integer as bytes, r.channel from arrival a
       join complaint_row r on r.complaint_id = a.complaint_id where a.message_id = '<mot@khach.example>'`,
    );
    assert.deepEqual(rows, [
      { status: "taken-in", content: "Nha toi mat mang.", bytes: Buffer.byteLength(raw), channel: "email" },
    ]);
  });

  it("is one complaint when the mail server sends it again, and when it goes to two addresses of ours", async () => {
    const raw = mailOf("hai", "Gui hai lan.");
    assert.equal(await send(["khieunai@vntt.example", "cskh@vntt.example"], raw), 250);
    assert.equal(await send(["khieunai@vntt.example"], raw), 250);
    assert.deepEqual(
      await inside("select count(*)::integer as n from arrival where message_id = '<hai@khach.example>'"),
      [{ n: 1 }],
    );
  });

  it("is known by our token in the address that it was sent to", async () => {
    const [first] = await inside("select complaint_id, number from complaint order by arrival limit 1");
    const token = mailTokenOf(testSecretsKey, { organisation, complaintId: first.complaint_id });
    const to = `khieunai+${first.number.toLowerCase()}-${token}@vntt.example`;
    assert.equal(await send([to], mailOf("ba", "Tra loi.")), 250);
    assert.deepEqual(
      await inside("select complaint_id, recognised_by from arrival where message_id = '<ba@khach.example>'"),
      [{ complaint_id: first.complaint_id, recognised_by: "token" }],
    );
  });

  it("waits for a person where the mailbox is none for complaints", async () => {
    assert.equal(await send(["KETOAN@vntt.example"], mailOf("bon", "Hoa don.")), 250);
    assert.deepEqual(await inside("select status, waiting_reason from arrival where connection_id = 'ke-toan'"), [
      { status: "waiting", waiting_reason: "not-complaint-mailbox" },
    ]);
  });

  it("is refused for every other address, and never passed on", async () => {
    assert.equal(await send(["ai-do@noi-khac.example"], mailOf("nam", "Chuyen tiep.")), 550);
    assert.equal(await send(["khieunai@vntt.example.noi-khac.example"], mailOf("nam", "x")), 550);
  });

  it("is to come again where it cannot be kept, and is refused where it is too large", async () => {
    isDown = true;
    assert.equal(await send(["khieunai@vntt.example"], mailOf("sau", "Dia day.")), 451);
    isDown = false;
    assert.deepEqual(await inside("select from arrival where message_id = '<sau@khach.example>'"), []);
    assert.equal(await send(["khieunai@vntt.example"], mailOf("sau", "Dia day.")), 250);
    const large = Buffer.concat([Buffer.from(mailOf("bay", "")), Buffer.alloc(36 * 1024 * 1024, "x\r\n")]);
    assert.equal(await send(["khieunai@vntt.example"], large), 552);
    assert.deepEqual(await inside("select from arrival where message_id = '<bay@khach.example>'"), []);
  });

  it("is to come again where more comes at once than there is room for, and fits when the others are kept", async () => {
    const narrow = await openReceiver(wiring, { protocol: "smtp", host: "127.0.0.1", port: 0, heldBytesMax: 100_000 });
    try {
      const large = mailOf("rong", "x".repeat(70_000).replaceAll(/.{76}/g, "$&\r\n"));
      const small = (id: string) => mailOf(id, "y".repeat(40_000).replaceAll(/.{76}/g, "$&\r\n"));
      // Comes as far as it goes, and stays there.
      const open = createConnection({ port: narrow.port, host: "127.0.0.1" });
      await dialogueOn(open, ["EHLO mta", "MAIL FROM:<a@b.example>", "RCPT TO:<khieunai@vntt.example>", "DATA"]);
      open.write(large);
      await sleep(300);
      assert.equal(await send(["khieunai@vntt.example"], small("hep-1"), { port: narrow.port }), 452);
      assert.equal((await dialogueOn(open, ["."]))[0], "250");
      open.destroy();
      assert.equal(await send(["khieunai@vntt.example"], small("hep-2"), { port: narrow.port }), 250);
      assert.equal(
        await send(["khieunai@vntt.example"], mailOf("hep-3", "z".repeat(120_000)), { port: narrow.port }),
        452,
      );
      assert.equal(await send(["khieunai@vntt.example"], small("hep-4"), { port: narrow.port }), 250);
    } finally {
      await narrow.close();
    }
  });

  it("is taken over LMTP too, with an answer for each address", async () => {
    const lmtp = await openReceiver(wiring, { protocol: "lmtp", host: "127.0.0.1", port: 0 });
    try {
      const answers = await dialogue(lmtp.port, [
        "LHLO mta.example",
        "MAIL FROM:<hoa@khach.example>",
        "RCPT TO:<khieunai@vntt.example>",
        "RCPT TO:<ketoan@vntt.example>",
        "DATA",
        `${mailOf("tam", "Bang LMTP.")}.`,
      ]);
      assert.deepEqual(answers, ["220", "250", "250", "250", "250", "354", "250", "250"]);
      assert.deepEqual(
        await inside("select connection_id, status from arrival where message_id = '<tam@khach.example>' order by 1"),
        [
          { connection_id: "ke-toan", status: "noted" },
          { connection_id: "khieu-nai", status: "taken-in" },
        ],
      );
    } finally {
      await lmtp.close();
    }
  });

  it("says in a test whether the receiver listens", async () => {
    const settings = smtpInKind.settings.parse({ addresses: "khieunai@vntt.example" });
    const again = await openReceiver(wiring, { protocol: "smtp", host: "127.0.0.1", port: 0 });
    const test = () => smtpInKind.test({ settings, secrets: {}, organisation }, AbortSignal.timeout(5_000));
    const [step] = await test();
    assert.deepEqual([step?.what, step?.ok, step?.detail?.slice(0, 3)], ["listen", true, "220"]);
    await again.close();
    assert.deepEqual(await test(), [{ what: "listen", ok: false, detail: "HOIAM_MAIL_IN" }]);
  });
});

/** Says each line, after the server's greeting where that has not come, and gives the codes of the answers to these lines. */
async function dialogueOn(socket: Socket, lines: readonly string[]): Promise<string[]> {
  const codes: string[] = [];
  if (socket.bytesWritten === 0) await once(socket, "data");
  for (const line of lines) {
    socket.write(`${line}\r\n`);
    const [data] = (await once(socket, "data")) as [Buffer];
    codes.push(data.toString().slice(0, 3));
  }
  return codes;
}

/** Says each line after the answer to the one before; gives the codes, of the last line as many as come within a second. */
function dialogue(port: number, lines: readonly string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ port, host: "127.0.0.1" });
    const codes: string[] = [];
    const left = [...lines];
    let rest = "";
    socket.on("error", reject);
    socket.on("data", (data) => {
      rest += data.toString();
      for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (line[3] === "-") continue;
        codes.push(line.slice(0, 3));
        const next = left.shift();
        if (next !== undefined) socket.write(`${next}\r\n`);
        if (left.length === 0 && next === undefined) setTimeout(() => (socket.destroy(), resolve(codes)), 1000);
      }
    });
  });
}
