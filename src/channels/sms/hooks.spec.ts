import assert from "node:assert/strict";
import { after, before, describe, it, test } from "node:test";
import { openTestApi, type TestApi } from "../../../tests/support/api.ts";
import { registered } from "../../../tests/support/store.ts";
import { writeInside } from "../../projections/inside-organisation.ts";
import { saveConnection } from "../../store/channel-connections.ts";
import { secretsKey } from "../../store/secret-box.ts";
import { reportProof } from "../send-out/report-proof.ts";
import { decodeSms, rawParameter } from "./decode-sms.ts";
import { esmsReport, kannelReport } from "./hooks.ts";

const organisation = "vntt";
const key = secretsKey("một khoá dài ít nhất ba mươi hai ký tự");
const HOOK_KEY = "0123456789abcdef";

test("an SMS is read in the charset that Kannel names, and a wrong name is noted", () => {
  const utf16 = Buffer.from("Cước sai", "utf16le").swap16();
  assert.deepEqual(decodeSms(utf16, { charset: "UTF-16BE", coding: "2" }), { text: "Cước sai", notes: [] });
  assert.deepEqual(decodeSms(utf16, { charset: "", coding: "2" }), { text: "Cước sai", notes: [] });
  assert.deepEqual(decodeSms(Buffer.from("Cuoc sai"), { charset: "GSM", coding: "0" }), {
    text: "Cuoc sai",
    notes: [],
  });
  // Decomposed letters are composed, and what is no text is taken out.
  assert.deepEqual(decodeSms(Buffer.from("Cu\u031bo\u031b\u0301c\u0000\r\nsai "), { charset: "UTF-8", coding: "0" }), {
    text: "Cước\nsai",
    notes: [],
  });
  assert.deepEqual(decodeSms(Buffer.from([0xe9, 0x74, 0xe9]), { charset: "WINDOWS-1252", coding: "0" }), {
    text: "été",
    notes: [],
  });
  assert.deepEqual(decodeSms(Buffer.from("lẻ!"), { charset: "UTF-16BE", coding: "2" }), {
    text: "lẻ!",
    notes: ["charset-guessed"],
  });
});

test("a parameter is its bytes, whatever they mean", () => {
  assert.deepEqual(
    rawParameter("a=1&text=C%01%B0+x%zz", "text"),
    Buffer.from([0x43, 0x01, 0xb0, 0x20, 0x78, 0x25, 0x7a, 0x7a]),
  );
  assert.equal(rawParameter("a=1", "text"), undefined);
});

test("reports are read as the guides of Kannel and eSMS say", () => {
  const of = (text: string) => new URLSearchParams(text);
  assert.deepEqual(kannelReport(of("status=1")), { outcome: "delivered", reason: null });
  assert.deepEqual(kannelReport(of("status=8")), { outcome: "sent", reason: null });
  assert.deepEqual(kannelReport(of("status=2")), { outcome: "bounced", reason: "kannel 2" });
  assert.deepEqual(kannelReport(of("status=16")), { outcome: "bounced", reason: "kannel 16" });
  assert.equal(kannelReport(of("status=4")), undefined);
  assert.deepEqual(esmsReport(of("SMSID=x&SendStatus=5&SendSuccess=1&SendFailed=0")), {
    outcome: "delivered",
    reason: null,
  });
  assert.deepEqual(esmsReport(of("SMSID=x&SendStatus=5&SendSuccess=0&SendFailed=1")), {
    outcome: "bounced",
    reason: "esms 5",
  });
  assert.deepEqual(esmsReport(of("SendStatus=4")), { outcome: "bounced", reason: "esms 4" });
  assert.equal(esmsReport(of("SendStatus=7&SendSuccess=0&SendFailed=0")), undefined);
});

describe("SMS that come in", () => {
  let test: TestApi;
  before(async () => {
    test = await openTestApi({ secretsKey: key });
    await connect("sms", { beginsComplaints: true });
    await connect("sms-khay", { beginsComplaints: false });
  });
  after(() => test.close());

  const connect = (connectionId: string, settings: object) =>
    writeInside(test.store.pool, organisation, (connection) =>
      saveConnection(connection, organisation, {
        saved: {
          connectionId,
          channelId: "phone",
          kind: "kannel",
          name: connectionId,
          settings: { url: "http://127.0.0.1:1", user: "hoiam", ...settings },
          isOn: true,
        },
        secrets: { password: "bí mật", hookKey: HOOK_KEY },
        key,
        basedOn: null,
        by: { kind: "system", process: "test" },
      }),
    );
  const stored = async (text: string, values: unknown[] = []) =>
    (await writeInside(test.store.pool, organisation, (connection) => connection.query(text, values))).rows;
  const call = async (path: string) => {
    const { statusCode, body } = await test.api.inject({ method: "GET", url: `/hooks/v1/${organisation}/${path}` });
    return [statusCode, body];
  };
  const sms = (id: string, from: string, text: string) => {
    const bytes = Buffer.from(text, "utf16le").swap16();
    const encoded = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
    return `messages?key=${HOOK_KEY}&id=${id}&from=${encodeURIComponent(from)}&to=9988&charset=UTF-16BE&coding=2&text=${encoded}`;
  };

  it("makes a complaint of a text from an unknown number, once, and answers nothing that Kannel would send back", async () => {
    for (let times = 0; times < 3; times += 1)
      assert.deepEqual(await call(`sms/${sms("m1", "+84901112223", "Mạng chập chờn từ sáng")}`), [200, ""]);
    const rows = await stored(
      "select status, content, sender, medium, external_key, notes, complaint_id, original_sha256 from arrival where external_key = 'm1'",
    );
    assert.equal(rows.length, 1);
    const [{ complaint_id: complaintId, original_sha256: original, ...row }] = rows;
    assert.deepEqual(row, {
      status: "taken-in",
      content: "Mạng chập chờn từ sáng",
      sender: { phone: "0901112223" },
      medium: "sms",
      external_key: "m1",
      notes: [],
    });
    const [fact] = await stored("select data from event where complaint_id = $1 and sequence = 1", [complaintId]);
    assert.equal(fact.data.content, "Mạng chập chờn từ sáng");
    assert.equal(fact.data.customer.phone, "0901112223");
    const kept = await test.attachments.open(organisation, original);
    assert.ok(kept);
    let text = "";
    for await (const part of kept) text += String(part);
    assert.match(text, /^id=m1&from=%2B84901112223&to=9988&/);
    assert.ok(!text.includes(HOOK_KEY));
  });

  it("leaves to a person what comes from an unknown number where the connection says so, and from services always", async () => {
    assert.deepEqual(await call(`sms-khay/${sms("m2", "0933444555", "Cho hỏi cước")}`), [200, ""]);
    assert.deepEqual(await call(`sms/${sms("m3", "Viettel", "Khuyến mãi")}`), [200, ""]);
    const rows = await stored(
      "select external_key, status, complaint_id from arrival where external_key in ('m2', 'm3') order by 1",
    );
    assert.deepEqual(
      rows.map(({ external_key, complaint_id }) => [external_key, complaint_id]),
      [
        ["m2", null],
        ["m3", null],
      ],
    );
    assert.equal(rows[0].status, "waiting");
  });

  it("opens to the right key only, and to a connection of this kind", async () => {
    const right = sms("m4", "0933444555", "x");
    for (const path of [
      `sms/${right.replace(HOOK_KEY, "0123456789abcdeF")}`,
      `sms/${right.replace(`key=${HOOK_KEY}&`, "")}`,
      `sms/${right.replace(HOOK_KEY, "")}`,
      `khong-co/${right}`,
    ])
      assert.equal((await call(path))[0], 404, path);
    assert.deepEqual(await stored("select from arrival where external_key = 'm4'"), []);
  });

  it("notes a report at its message, and at no other for the same proof", async () => {
    const { complaintId } = await registered(test.store);
    const reference = "a".repeat(32);
    await stored(
      `insert into outbox (organisation, outbox_id, complaint_id, sequence, kind, audience, channel, content, urgency, queued_at,
         next_try_at, status, ended_at, noted_at, carrier, reference)
       values ('vntt', 'o1', $1, 1, 'acknowledgement', 'customer', 'phone', '{"automatic": true}', 'now', now(), now(), 'sent', now(), now(),
         'sms', $2)`,
      [complaintId, reference],
    );
    const proof = reportProof(key, { organisation, reference });
    assert.equal((await call(`sms/reports/${"b".repeat(32)}/${proof}?status=1`))[0], 404);
    assert.deepEqual((await stored("select status from outbox where outbox_id = 'o1'"))[0], { status: "sent" });
    assert.deepEqual(await call(`sms/reports/${reference}/${proof}?status=1`), [200, ""]);
    assert.deepEqual((await stored("select status from outbox where outbox_id = 'o1'"))[0], { status: "delivered" });
  });
});
