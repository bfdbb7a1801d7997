import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { deadPort, openMailServer, type MailServer } from "../../../tests/support/mail-server.ts";
import { readMail } from "../../../tests/support/read-mail.ts";
import { clerk, done, openTestStore, registered, registration } from "../../../tests/support/store.ts";
import type { Actor } from "../../complaint/context.ts";
import { loadMailTexts } from "../../procedure/load/mail-texts.ts";
import { readInside, writeInside } from "../../projections/inside-organisation.ts";
import { diskStore } from "../../store/attachments/disk.ts";
import { handleCommand } from "../../store/handle-command.ts";
import type { Store } from "../../store/open-store.ts";
import { mailSender, type MailSender } from "./mail-sender.ts";
import type { MailSettings } from "./settings.ts";

const organisation = "vntt";
const hoa = { name: "Nguyễn Thị Hoa", email: "hoa@khach.example" };

type Row = { status: string; reason: string | null; attempts: number; isOver: boolean; minutes: number | null };

describe("mail that leaves", () => {
  let database: TestDatabase;
  let store: Store;
  let folder: string;
  let server: MailServer;
  /** What the server says next, oldest first; undefined: it takes the message. */
  let toMessage: (string | undefined)[] = [];
  let toReader: (string | undefined)[] = [];
  /** To the address of this name only. */
  let slowly: (string | undefined)[] = [];
  let drops = 0;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
    folder = await mkdtemp(join(tmpdir(), "hoiam-mail-"));
    server = await openMailServer({
      toReader: (address) => (address.startsWith("cham@") ? slowly : toReader).shift(),
      toMessage: () => toMessage.shift(),
      dropsAfterData: () => drops-- > 0,
    });
  });
  beforeEach(async () => {
    [toMessage, toReader, slowly, drops] = [[], [], [], 0];
    server.received.length = 0;
    await inside("update outbox set ended_at = now(), noted_at = now(), status = 'dropped' where ended_at is null");
  });
  after(async () => {
    await server.close();
    await database.close();
    await rm(folder, { recursive: true });
  });

  const sender = (change: { settings?: Partial<MailSettings>; store?: Store; silent?: string[] } = {}): MailSender =>
    mailSender({
      store: change.store ?? store,
      attachments: diskStore(folder),
      texts: loadMailTexts(store.registry.editions()),
      publicUrl: "https://hoiam.example",
      silent: new Set(change.silent),
      settings: {
        host: "127.0.0.1",
        port: server.port,
        secure: false,
        tls: "off",
        signIn: undefined,
        from: { vntt: "khieunai@vntt.example" },
        replyTo: { vntt: "cskh@vntt.example" },
        dkim: undefined,
        ...change.settings,
      },
    });
  const inside = (text: string, values: unknown[] = []) =>
    writeInside(database.pool, organisation, (connection) => connection.query(text, values));
  const byMail = (change: object = {}) => registered(store, { channel: "email", customer: hoa, ...change });
  const rowsOf = async (complaintId: string): Promise<Row[]> => {
    const { rows } = await readInside(database.pool, organisation, (connection) =>
      connection.query<Row>(
        `select status, last_error as reason, attempts, ended_at is not null as "isOver",
           case when ended_at is null and next_try_at < 'infinity' then round(extract(epoch from next_try_at - now()) / 60)::integer end as minutes
         from outbox where complaint_id = $1 and audience in ('customer', 'link') order by sequence, outbox_id`,
        [complaintId],
      ),
    );
    return rows;
  };
  const due = () => inside("update outbox set next_try_at = now() where ended_at is null and next_try_at < 'infinity'");
  const factsOf = async (complaintId: string, type: string) => {
    const { rows } = await readInside(database.pool, organisation, (connection) =>
      connection.query<{ data: Record<string, unknown>; actor: unknown }>(
        "select data, actor from event where complaint_id = $1 and type = $2 order by sequence",
        [complaintId, type],
      ),
    );
    return rows;
  };
  /** Taken on by Hải, and answered by e-mail at the first line. */
  const answer = async (complaintId: string, content: string) => {
    const asked = { organisation, complaintId, actor: clerk };
    done(
      await handleCommand(store, { ...asked, command: { verb: "assign", data: { personId: "hai", unit: "cskh" } } }),
    );
    const confirmed = ["within-capability", "enough-facts"];
    const data = { content, accepted: false, channel: "email" };
    done(await handleCommand(store, { ...asked, command: { verb: "answer-at-first-line", data, confirmed } }));
  };

  it("sends an acknowledgement in both languages, under headers that machines understand, and records it as one", async () => {
    const { complaintId, number } = await byMail();
    await sender().turn(organisation);
    assert.equal(server.received.length, 1);
    const { from, to, raw = "" } = server.received[0] ?? {};
    assert.deepEqual([from, to], ["khieunai@vntt.example", ["hoa@khach.example"]]);
    const { headers, text, html } = readMail(raw);
    assert.deepEqual(
      [headers["from"], headers["to"], headers["reply-to"], headers["subject"], headers["auto-submitted"]],
      [
        "VNTT, thành viên Becamex IDC <khieunai@vntt.example>",
        "hoa@khach.example",
        "cskh@vntt.example",
        `[${number}] VNTT, thành viên Becamex IDC đã nhận khiếu nại của Quý khách`,
        "auto-generated",
      ],
    );
    assert.match(headers["message-id"] ?? "", /^<[0-9a-f]{32}@vntt\.example>$/);
    assert.ok(Math.abs(Date.parse(headers["date"] ?? "") - Date.now()) < 60_000);
    assert.match(
      text,
      new RegExp(`đã tiếp nhận khiếu nại số ${number} lúc \\d\\d:\\d\\d ngày \\d\\d/\\d\\d/\\d{4}\\.`),
    );
    assert.match(text, /Mã tra cứu: vntt(-[0-9A-Z]{4}){4}/);
    assert.match(text, new RegExp(`received complaint ${number} at`));
    assert.ok(!text.includes("Hoa"), "nothing that somebody typed stands in what is sent by itself");
    assert.match(html, /<a href="https:\/\/hoiam\.example\/tra-cuu\/vntt-/);
    assert.deepEqual(await rowsOf(complaintId), [
      { status: "sent", reason: null, attempts: 1, isOver: true, minutes: null },
    ]);
    const [noted, ...more] = await factsOf(complaintId, "ReceiptAcknowledged");
    assert.deepEqual([noted?.actor, noted?.data["automatic"], more], [{ kind: "system", process: "mail" }, true, []]);
    assert.equal(await sender().turn(organisation), 0, "nothing is left to do");
  });

  it("sends what a person wrote into the thread of the complaint, and tells the file that it left", async () => {
    const { complaintId, number } = await byMail();
    await sender().turn(organisation);
    await answer(complaintId, "Cước đã được <b>điều chỉnh</b>.\nXem https://vntt.example/cuoc.");
    await sender().turn(organisation);
    const [first, second] = server.received.map(({ raw }) => readMail(raw));
    assert.equal(second?.headers["in-reply-to"], first?.headers["message-id"]);
    assert.equal(second?.headers["references"], first?.headers["message-id"]);
    assert.equal(second?.headers["auto-submitted"], undefined);
    assert.equal(second?.headers["subject"], `[${number}] Trả lời của VNTT, thành viên Becamex IDC`);
    assert.ok(second?.text.includes("Cước đã được <b>điều chỉnh</b>.\nXem https://vntt.example/cuoc."));
    assert.ok(
      second?.html.includes(
        'Cước đã được &lt;b&gt;điều chỉnh&lt;/b&gt;.<br>\nXem <a href="https://vntt.example/cuoc">https://vntt.example/cuoc</a>.',
      ),
    );
    const [dispatched, ...more] = await factsOf(complaintId, "DispatchRecorded");
    assert.deepEqual([dispatched?.data["what"], dispatched?.data["outcome"], more], ["reply", "dispatched", []]);
  });

  it("waits for a server that does not answer, and longer each time", async () => {
    const { complaintId } = await byMail();
    const dead = sender({ settings: { port: await deadPort() } });
    await dead.turn(organisation);
    assert.equal(dead.state(), "unreachable");
    const waits = [];
    for (let tries = 1; tries <= 9; tries += 1) {
      const [row] = await rowsOf(complaintId);
      waits.push(row?.minutes);
      assert.deepEqual([row?.status, row?.reason], ["queued", "ECONNREFUSED"]);
      await due();
      await dead.turn(organisation);
    }
    assert.deepEqual(waits, [1, 5, 15, 60, 240, 720, 1440, 1440, 1440]);
    const [row] = await rowsOf(complaintId);
    assert.deepEqual(row, { status: "failed", reason: "ECONNREFUSED", attempts: 10, isOver: true, minutes: null });
    assert.deepEqual(await factsOf(complaintId, "ReceiptAcknowledged"), []);
  });

  it("tries again what a server does not take at the moment", async () => {
    const { complaintId } = await byMail();
    toMessage = ["451 4.3.0 Try later"];
    const greylisted = sender();
    await greylisted.turn(organisation);
    assert.deepEqual(await rowsOf(complaintId), [
      { status: "queued", reason: "451 4.3.0", attempts: 1, isOver: false, minutes: 1 },
    ]);
    assert.equal(greylisted.state(), "connected");
    await due();
    await greylisted.turn(organisation);
    assert.deepEqual(await rowsOf(complaintId), [
      { status: "sent", reason: null, attempts: 2, isOver: true, minutes: null },
    ]);
  });

  it("ends at an address that is refused: the clock runs again, and the owner is told", async () => {
    const { complaintId } = await byMail();
    await sender().turn(organisation);
    await answer(complaintId, "Đã xử lý.");
    toReader = ["550 5.1.1 <hoa@khach.example> no such user"];
    await sender().turn(organisation);
    const [, row] = await rowsOf(complaintId);
    assert.deepEqual(row, { status: "refused", reason: "550 5.1.1", attempts: 1, isOver: true, minutes: null });
    const [bounced] = await factsOf(complaintId, "DispatchRecorded");
    assert.deepEqual(
      { ...bounced?.data, of: "" },
      {
        of: "",
        what: "reply",
        outcome: "bounced",
        channel: "email",
        detail: "550 5.1.1",
      },
    );
    const { rows } = await inside(
      "select person_id, data from notification where complaint_id = $1 and kind = 'mail-failed'",
      [complaintId],
    );
    const [message] = (
      await inside("select outbox_id from outbox where complaint_id = $1 and kind = 'customer-message'", [complaintId])
    ).rows;
    const data = { of: "customer-message", status: "refused", reason: "550 5.1.1", outboxId: message.outbox_id };
    assert.deepEqual(rows, [{ person_id: "hai", data }]);
  });

  it("says that it does not know where the connection broke after the last byte, and sends it once more under the same id", async () => {
    const { complaintId } = await byMail();
    drops = 1;
    await sender().turn(organisation);
    assert.deepEqual(await rowsOf(complaintId), [
      { status: "unknown", reason: "lost-after-data", attempts: 1, isOver: false, minutes: 1 },
    ]);
    await due();
    await sender().turn(organisation);
    assert.equal((await rowsOf(complaintId))[0]?.status, "sent");
    const ids = server.received.map(({ raw }) => readMail(raw).headers["message-id"]);
    assert.equal(ids.length, 2);
    assert.equal(ids[0], ids[1]);
  });

  it("never calls refused what may have arrived before", async () => {
    const { complaintId } = await byMail();
    drops = 1;
    await sender().turn(organisation);
    await due();
    toReader = ["550 5.1.1 no such user"];
    await sender().turn(organisation);
    assert.deepEqual(await rowsOf(complaintId), [
      { status: "unknown", reason: "550 5.1.1", attempts: 2, isOver: true, minutes: null },
    ]);
  });

  it("repeats under the same id what a worker handed over and died before writing it down", async () => {
    const { complaintId } = await byMail();
    let isDead = false;
    // From the moment the server has the message, nothing of this worker reaches the database.
    const pool = new Proxy(store.pool, {
      get: (real, name) => {
        if (name === "connect" && isDead) return () => Promise.reject(new Error("killed"));
        const value: unknown = Reflect.get(real, name);
        return typeof value === "function" ? value.bind(real) : value;
      },
    });
    toMessage = new Proxy([], { get: (_list, name) => (name === "shift" ? () => void (isDead = true) : undefined) });
    await assert.rejects(sender({ store: { ...store, pool } }).turn(organisation), /killed/);
    assert.equal((await rowsOf(complaintId))[0]?.status, "sending");
    toMessage = [];
    assert.equal(await sender().turn(organisation), 0, "its claim holds for a while");
    await due();
    await sender().turn(organisation);
    const ids = server.received.map(({ raw }) => readMail(raw).headers["message-id"]);
    assert.deepEqual([ids.length, new Set(ids).size], [2, 1]);
    assert.equal((await factsOf(complaintId, "ReceiptAcknowledged")).length, 1);
  });

  it("keeps the order of a complaint: what waits holds back what came after it, and no other complaint", async () => {
    const slow = { name: "Chậm", email: "cham@khach.example" };
    const [waits, other] = [await byMail({ customer: slow }), await byMail()];
    await answer(waits.complaintId, "Thư thứ hai");
    slowly = ["450 4.2.0 greylisted"];
    await sender().turn(organisation);
    await sender().turn(organisation);
    assert.deepEqual(
      (await rowsOf(waits.complaintId)).map(({ status, attempts }) => [status, attempts]),
      [
        ["queued", 1],
        ["queued", 0],
      ],
    );
    assert.equal((await rowsOf(other.complaintId))[0]?.status, "sent");
    await due();
    await sender().turn(organisation);
    await sender().turn(organisation);
    assert.deepEqual(
      (await rowsOf(waits.complaintId)).map(({ status }) => status),
      ["sent", "sent"],
    );
    const subjects = server.received.map(({ raw }) => readMail(raw).headers["subject"] ?? "");
    assert.ok(subjects.at(-1)?.includes("Trả lời"), "the reply came last");
  });

  it("sends each message once with several workers at it", async () => {
    for (let count = 0; count < 12; count += 1) await byMail();
    const senders = [sender(), sender(), sender()];
    for (let rounds = 0; rounds < 6; rounds += 1) await Promise.all(senders.map((each) => each.turn(organisation)));
    const ids = server.received.map(({ raw }) => readMail(raw).headers["message-id"]);
    assert.deepEqual([ids.length, new Set(ids).size], [12, 12]);
  });

  it("lets nothing that a person wrote become a header", async () => {
    const evil = "hoa@khach.example\r\nBcc: ai-do@noi-khac.example";
    const { complaintId } = await byMail({ customer: { name: "Hoa", email: "hoa@khach.example" } });
    await sender().turn(organisation);
    const { messageBytes, addressIn } = await import("./message.ts");
    assert.equal(addressIn(evil), undefined);
    for (const wrong of ["a@b.vn, c@d.vn", "<a@b.vn>", "a@b", "@b.vn", "a@b.vn c", "a@b.vn\u0000", ""])
      assert.equal(addressIn(wrong), undefined, wrong);
    assert.equal(addressIn(" hoa@khach.example "), "hoa@khach.example");
    const bytes = await messageBytes(
      {
        messageId: "<1@vntt.example>",
        from: { name: "VNTT\r\nBcc: x@y.example", address: "khieunai@vntt.example" },
        replyTo: undefined,
        to: "hoa@khach.example",
        subject: "Trả lời\r\nBcc: x@y.example\r\n\r\nThân thư",
        text: "Kính gửi",
        thread: [],
        isAutomatic: false,
        attachments: [{ name: 'a"\r\nBcc: x@y.example.pdf', type: "application/pdf", content: Buffer.from("%PDF") }],
      },
      undefined,
    );
    const heads = bytes.toString("utf8");
    assert.doesNotMatch(heads, /^bcc:/im);
    assert.equal(readMail(heads).headers["subject"], "Trả lời Bcc: x@y.example Thân thư");
    assert.equal((await rowsOf(complaintId))[0]?.status, "sent");
  });

  it("tells the owner where somebody wrote to a customer without an address, and drops what nobody misses", async () => {
    const { complaintId } = await byMail({ customer: { name: "Hoa", email: "không có" } });
    await answer(complaintId, "Đã xử lý.");
    await sender().turn(organisation);
    await sender().turn(organisation);
    assert.deepEqual(
      (await rowsOf(complaintId)).map(({ status, reason }) => [status, reason]),
      [
        ["dropped", "no-address"],
        ["failed", "no-address"],
      ],
    );
    assert.deepEqual(server.received, []);
    assert.equal((await factsOf(complaintId, "DispatchRecorded"))[0]?.data["outcome"], "failed");
  });

  it("sends nothing for what was taken in to practise", async () => {
    const practising = { ...clerk, isTraining: true } as Actor;
    const { complaintId } = done(
      await handleCommand(store, { ...registration({ channel: "email", customer: hoa }), actor: practising }),
    );
    assert.equal(await sender().turn(organisation), 0);
    const [row] = await rowsOf(complaintId);
    assert.deepEqual([row?.status, row?.reason, row?.attempts], ["dropped", "training", 0]);
    assert.deepEqual(server.received, []);
  });

  it("sends nothing for what is late, imported, old, of a demonstration, or of an organisation without an address", async () => {
    await byMail({ imported: true });
    const { complaintId } = await byMail();
    const silent = sender({ silent: ["vntt"] });
    assert.equal(await silent.turn(organisation), 0);
    assert.equal(silent.state(), "held-back");
    assert.equal(await sender({ settings: { from: { dcnet: "a@dcnet.example" } } }).turn(organisation), 0);
    await inside("update outbox set queued_at = now() - interval '8 days' where complaint_id = $1", [complaintId]);
    await sender().turn(organisation);
    assert.deepEqual(server.received, []);
    const [row] = await rowsOf(complaintId);
    assert.deepEqual([row?.status, row?.reason], ["dropped", "waited-too-long"]);
  });

  it("leaves what goes by another channel for its own sender", async () => {
    const { complaintId } = await byMail();
    await inside("update outbox set channel = 'khong-phai-thu' where complaint_id = $1", [complaintId]);
    await sender().turn(organisation);
    const [row] = await rowsOf(complaintId);
    assert.deepEqual([row?.status, row?.isOver], ["queued", false]);
    assert.equal(await sender().turn(organisation), 0, "and looks at it no more");
  });
});
