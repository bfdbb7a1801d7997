import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { openGatewayServer, type GatewayAnswer, type GatewayServer } from "../../../tests/support/gateway-server.ts";
import { deadPort } from "../../../tests/support/mail-server.ts";
import { clerk, done, openTestStore, registered } from "../../../tests/support/store.ts";
import { newOneTimeCode } from "../../access/one-time-codes.ts";
import { complaintOfCode, readTrackingCode } from "../../access/tracking-codes.ts";
import { loadMailTexts } from "../../procedure/load/mail-texts.ts";
import { takeInArrival } from "../../intake/take-in.ts";
import { readInside, writeInside } from "../../projections/inside-organisation.ts";
import { connectionsOf, saveConnection } from "../../store/channel-connections.ts";
import { handleCommand } from "../../store/handle-command.ts";
import type { Store } from "../../store/open-store.ts";
import { noteOpened, noteOutcome, sendAgain } from "../../store/outbox-outcomes.ts";
import { secretsKey } from "../../store/secret-box.ts";
import { gatewayCarrier } from "./gateway-carrier.ts";
import { outboxSender } from "./outbox-sender.ts";

const organisation = "vntt";
const key = secretsKey("một khoá dài ít nhất ba mươi hai ký tự");
const by = { kind: "system", process: "test" } as const;

describe("messages by gateways", () => {
  let database: TestDatabase;
  let store: Store;
  let kannel: GatewayServer;
  let esms: GatewayServer;
  /** What the gateways say next, the oldest first; nothing: they take the message. */
  let kannelSays: GatewayAnswer[] = [];
  let esmsSays: GatewayAnswer[] = [];
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
    kannel = await openGatewayServer(() => kannelSays.shift() ?? { status: 202, body: "0: Accepted for delivery" });
    esms = await openGatewayServer(
      () => esmsSays.shift() ?? { status: 200, body: '{"CodeResult":"100","SMSID":"s1"}' },
    );
  });
  beforeEach(async () => {
    [kannelSays, esmsSays] = [[], []];
    kannel.asked.length = 0;
    esms.asked.length = 0;
    await inside("delete from channel_connection");
    await inside("update outbox set ended_at = now(), noted_at = now(), status = 'dropped' where ended_at is null");
    await inside("update complaint_row set is_imported = true");
  });
  after(async () => {
    await Promise.all([kannel.close(), esms.close()]);
    await database.close();
  });

  const inside = (text: string, values: unknown[] = []) =>
    writeInside(store.pool, organisation, (connection) => connection.query(text, values));
  const connect = (kind: string, settings: Record<string, unknown>, secrets: Record<string, string>) =>
    writeInside(store.pool, organisation, (connection) =>
      saveConnection(connection, organisation, {
        saved: { connectionId: kind, channelId: "phone", kind, name: kind, settings, isOn: true },
        secrets,
        key,
        basedOn: null,
        by,
      }),
    );
  const byKannel = (change: Record<string, unknown> = {}) =>
    connect(
      "kannel",
      { url: kannel.url, user: "hoiam", sender: "VNTT", acknowledgesCalls: true, ...change },
      { password: "bí mật" },
    );
  const byEsms = (change: Record<string, unknown> = {}) =>
    connect(
      "esms",
      { url: esms.url, brandname: "VNTT", acknowledgesCalls: true, ...change },
      { apiKey: "khoá", secretKey: "bí mật" },
    );
  const sender = () =>
    outboxSender({
      store,
      all: [
        gatewayCarrier({
          store,
          key,
          texts: loadMailTexts(store.registry.editions()),
          publicUrl: "https://hoiam.example",
          silent: new Set(),
        }),
      ],
    });
  const rowsOf = async (complaintId: string) =>
    (
      await inside(
        `select status, last_error as reason, carrier, parts, connection_id as connection from outbox
         where complaint_id = $1 and audience = 'customer' order by queued_at`,
        [complaintId],
      )
    ).rows;
  const factsOf = async (complaintId: string, type: string): Promise<{ data: Record<string, unknown> }[]> =>
    (
      await inside("select data from event where complaint_id = $1 and type = $2 order by sequence", [
        complaintId,
        type,
      ])
    ).rows;
  const due = () => inside("update outbox set next_try_at = now() where ended_at is null");

  it("acknowledges a call by SMS where the organisation wants that: once, with its days and a link of its own", async () => {
    await byKannel();
    const { complaintId, number } = await registered(store);
    await sender().turn(organisation);
    assert.equal(await sender().turn(organisation), 0);
    assert.deepEqual(
      kannel.asked.map(({ path }) => path),
      ["/cgi-bin/sendsms"],
    );
    const query = kannel.asked[0]?.query ?? new URLSearchParams();
    assert.deepEqual(
      ["username", "password", "from", "to", "charset", "coding", "dlr-mask"].map((name) => query.get(name)),
      ["hoiam", "bí mật", "VNTT", "+84912345678", "UTF-8", "0", "27"],
    );
    const text = query.get("text") ?? "";
    assert.match(text, new RegExp(`^VNTT, thanh vien Becamex IDC da nhan khieu nai ${number} luc \\d\\d:\\d\\d ngay `));
    assert.match(text, /\nThoi han: [^\n]*het ngay \d\d\/\d\d\/\d{4}/);
    assert.match(text, /\nTin tu dong, chua phai la tra loi\.$/);
    const code = readTrackingCode(/tra-cuu\/(\S+)/.exec(text)?.[1] ?? "");
    assert.equal(code && (await complaintOfCode(store.pool, code)), complaintId);
    const [row] = await rowsOf(complaintId);
    assert.deepEqual([row.status, row.carrier, row.connection], ["sent", "sms", "kannel"]);
    assert.ok(row.parts >= 1 && row.parts <= 4);
    assert.deepEqual(
      (await factsOf(complaintId, "ReceiptAcknowledged")).map(({ data }) => ({ ...data, acknowledgementId: "" })),
      [{ acknowledgementId: "", channel: "phone", written: false, automatic: true }],
    );
    assert.ok(code);
    await noteOpened(store.pool, { organisation, complaintId, codeHash: code.hash });
    const opened = await inside(
      "select opened_at is not null as opened from outbox where complaint_id = $1 and carrier = 'sms'",
      [complaintId],
    );
    assert.deepEqual(opened.rows, [{ opened: true }]);
  });

  it("acknowledges no call where that is not wanted, came late or has no mobile number", async () => {
    await byKannel({ acknowledgesCalls: false });
    await registered(store);
    await sender().turn(organisation);
    await inside("delete from channel_connection");
    await inside("update complaint_row set is_imported = true");
    await byKannel();
    await registered(store, { customer: { name: "Ba", phone: "0274 3825 123" } });
    const late = new Date(Date.now() - 20 * 60_000).toISOString();
    done(
      await handleCommand(store, {
        organisation,
        actor: clerk,
        command: {
          verb: "register",
          occurredAt: late,
          data: {
            channel: "phone",
            customer: { name: "Tư", phone: "0912345678" },
            content: "Mất mạng",
            kind: "charges",
          },
        },
      }),
    );
    await sender().turn(organisation);
    assert.deepEqual(kannel.asked, []);
  });

  it("acknowledges what was written as an SMS by the same way, whatever is set for calls", async () => {
    await byKannel({ acknowledgesCalls: false });
    const { complaintId } = await takeInArrival(
      { store, secretsKey: key },
      {
        organisation,
        connectionId: "kannel",
        channel: "phone",
        medium: "sms",
        externalKey: "m1",
        beginsComplaints: true,
        receivedAt: new Date().toISOString(),
        sender: { phone: "0901112223" },
        subject: "",
        content: "Mất mạng từ sáng",
        quoted: null,
        htmlSha256: null,
        originalSha256: "0".repeat(64),
        originalBytes: 1,
        attachments: [],
        notes: [],
        nature: "message",
        mailHeaders: null,
      },
    );
    assert.ok(complaintId);
    await sender().turn(organisation);
    assert.deepEqual(
      kannel.asked.map(({ query }) => query.get("to")),
      ["+84901112223"],
    );
  });

  it("brings six digits to a telephone where no mail leaves", async () => {
    const { complaintId } = await registered(store);
    await byKannel({ acknowledgesCalls: false });
    const asked = { organisation, complaintId, codeHash: Buffer.alloc(32), purpose: "sign" as const, sequence: 1 };
    const { digits } = await newOneTimeCode(store.pool, asked);
    await sender().turn(organisation);
    const [text] = kannel.asked.map(({ query }) => query.get("text"));
    assert.match(text ?? "", new RegExp(`^${digits} la ma de ky van ban cua khieu nai KN-`));
  });

  it("tells the file what became of it afterwards: delivered once, and a return brings the clock back and tells the owner", async () => {
    await byKannel();
    const [first, second] = [await registered(store), await registered(store)];
    await sender().turn(organisation);
    const referenceOf = async (complaintId: string): Promise<string> =>
      (await inside("select reference from outbox where complaint_id = $1 and carrier = 'sms'", [complaintId])).rows[0]
        .reference;
    const note = async (complaintId: string, outcome: "sent" | "delivered" | "bounced") => {
      const of = { reference: await referenceOf(complaintId) };
      return writeInside(store.pool, organisation, (connection) =>
        noteOutcome(connection, organisation, { of, outcome, reason: outcome === "bounced" ? "kannel 2" : null }),
      );
    };
    for (let times = 0; times < 2; times += 1) {
      assert.equal(await note(first.complaintId, "delivered"), true);
      assert.equal(await note(first.complaintId, "bounced"), true, "it is known to have arrived");
      assert.equal(await note(second.complaintId, "bounced"), true);
      await sender().turn(organisation);
    }
    const outcomes = async (complaintId: string) =>
      (await factsOf(complaintId, "DispatchRecorded")).map(({ data }) => [
        data["what"],
        data["outcome"],
        data["detail"],
      ]);
    assert.deepEqual(await outcomes(first.complaintId), [["acknowledgement", "delivered", undefined]]);
    assert.deepEqual(await outcomes(second.complaintId), [["acknowledgement", "bounced", "kannel 2"]]);
    assert.deepEqual(
      [(await rowsOf(first.complaintId))[0].status, (await rowsOf(second.complaintId))[0].status],
      ["delivered", "bounced"],
    );
    const failed = await inside(
      "select content - 'outboxId' as content from outbox where complaint_id = $1 and kind = 'mail-failed'",
      [second.complaintId],
    );
    assert.deepEqual(failed.rows, [{ content: { of: "acknowledgement", status: "bounced", reason: "kannel 2" } }]);
    assert.equal(
      await writeInside(store.pool, organisation, (connection) =>
        noteOutcome(connection, organisation, { of: { reference: "khác" }, outcome: "delivered", reason: null }),
      ),
      false,
    );
  });

  it("never repeats by itself what Kannel may have, and says so; a person may have it sent again", async () => {
    await byKannel();
    kannelSays = ["drops"];
    const { complaintId } = await registered(store);
    await sender().turn(organisation);
    await due();
    await sender().turn(organisation);
    assert.equal(kannel.asked.length, 1);
    const [row] = await rowsOf(complaintId);
    assert.deepEqual([row.status, row.carrier], ["unknown", "sms"]);
    assert.deepEqual(await factsOf(complaintId, "ReceiptAcknowledged"), []);
    const { rows } = await inside("select outbox_id from outbox where complaint_id = $1 and carrier = 'sms'", [
      complaintId,
    ]);
    const again = () =>
      writeInside(store.pool, organisation, (connection) =>
        sendAgain(connection, organisation, {
          complaintId,
          outboxId: rows[0].outbox_id,
          carrier: null,
          channel: null,
          by: "lan",
        }),
      );
    const [one, other] = await Promise.all([again(), again()]);
    assert.equal(one, other, "two who press at once mean one message");
    await sender().turn(organisation);
    assert.equal(kannel.asked.length, 2);
    assert.deepEqual(
      (await rowsOf(complaintId)).map(({ status }) => status),
      ["unknown", "sent"],
    );
    assert.equal((await factsOf(complaintId, "ReceiptAcknowledged")).length, 1);
  });

  it("leaves as unknown what a worker handed over and died before writing it down", async () => {
    await byKannel();
    let isDead = false;
    const pool = new Proxy(store.pool, {
      get: (real, name) => {
        if (name === "connect" && isDead) return () => Promise.reject(new Error("killed"));
        const value: unknown = Reflect.get(real, name);
        return typeof value === "function" ? value.bind(real) : value;
      },
    });
    const dying = new Proxy([], { get: (_list, name) => (name === "shift" ? () => void (isDead = true) : undefined) });
    kannelSays = dying;
    const { complaintId } = await registered(store);
    const texts = loadMailTexts(store.registry.editions());
    const carrier = gatewayCarrier({
      store: { ...store, pool },
      key,
      texts,
      publicUrl: "https://x.example",
      silent: new Set(),
    });
    await assert.rejects(outboxSender({ store: { ...store, pool }, all: [carrier] }).turn(organisation), /killed/);
    kannelSays = [];
    assert.equal((await rowsOf(complaintId))[0].status, "sending");
    await due();
    await sender().turn(organisation);
    assert.equal(kannel.asked.length, 1);
    assert.deepEqual(
      (await rowsOf(complaintId)).map(({ status, reason }) => [status, reason]),
      [["unknown", "broken-off"]],
    );
  });

  it("waits for a Kannel that is away, refuses or has no network, and gives up after some hours", async () => {
    await byKannel({ url: `http://127.0.0.1:${await deadPort()}` });
    const { complaintId } = await registered(store);
    for (let tries = 0; tries < 6; tries += 1) {
      await sender().turn(organisation);
      await due();
    }
    const [row] = await rowsOf(complaintId);
    assert.deepEqual([row.status, row.reason], ["failed", "ECONNREFUSED"]);
    await inside("delete from channel_connection");
    await byKannel();
    kannelSays = [{ status: 403, body: "Authorization failed for sendsms" }];
    const other = await registered(store);
    await sender().turn(organisation);
    assert.deepEqual(
      (await rowsOf(other.complaintId)).map(({ status, reason }) => [status, reason]),
      [["queued", "kannel 403"]],
    );
    const [shown] = await readInside(store.pool, organisation, (connection) => connectionsOf(connection, organisation));
    assert.deepEqual([shown?.state.failed?.code, shown?.state.failed?.detail], ["later", "kannel 403"]);
  });

  it("gives eSMS what it may have once more under the same id, and takes its refusal of that for a yes", async () => {
    await byEsms();
    esmsSays = ["drops", { status: 200, body: '{"CodeResult":"124","ErrorMessage":"Duplicate RequestId"}' }];
    const { complaintId } = await registered(store);
    await sender().turn(organisation);
    assert.deepEqual(
      (await rowsOf(complaintId)).map(({ status }) => status),
      ["unknown"],
    );
    await due();
    await sender().turn(organisation);
    const bodies = esms.asked.map(({ body }) => JSON.parse(body));
    assert.equal(bodies.length, 2);
    assert.equal(bodies[0].RequestId, bodies[1].RequestId);
    assert.match(bodies[0].RequestId, /^[0-9a-f]{32}$/);
    assert.deepEqual(
      ["ApiKey", "SecretKey", "Phone", "Brandname", "SmsType", "IsUnicode", "Sandbox"].map((name) => bodies[0][name]),
      ["khoá", "bí mật", "0912345678", "VNTT", "2", "0", "0"],
    );
    assert.equal(esms.asked[0]?.path, "/MainService.svc/json/SendMultipleMessage_V4_post_json/");
    assert.match(
      bodies[0].CallbackUrl,
      /^https:\/\/hoiam\.example\/hooks\/v1\/vntt\/esms\/reports\/[0-9a-f]{32}\/[0-9a-f]{40}$/,
    );
    assert.deepEqual(
      (await rowsOf(complaintId)).map(({ status }) => status),
      ["sent"],
    );
  });

  it("tells what eSMS says of a reader from what it says of the account", async () => {
    await byEsms();
    const says = async (code: string) => {
      esmsSays = [{ status: 200, body: `{"CodeResult":"${code}"}` }];
      const { complaintId } = await registered(store);
      await sender().turn(organisation);
      const [row] = await rowsOf(complaintId);
      return [row.status, row.reason];
    };
    assert.deepEqual(await says("99"), ["refused", "esms 99"]);
    assert.deepEqual(await says("146"), ["failed", "esms 146"]);
    assert.deepEqual(await says("103"), ["queued", "esms 103"]);
  });
});
