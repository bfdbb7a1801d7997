import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { AddressInfo } from "node:net";
import { kannelKind } from "../../src/channels/sms/kind.ts";
import { kannelSettings } from "../../src/channels/sms/kannel.ts";
import { gatewayCarrier } from "../../src/channels/send-out/gateway-carrier.ts";
import { outboxSender } from "../../src/channels/send-out/outbox-sender.ts";
import { loadMailTexts } from "../../src/procedure/load/mail-texts.ts";
import { writeInside } from "../../src/projections/inside-organisation.ts";
import { saveConnection } from "../../src/store/channel-connections.ts";
import { secretsKey } from "../../src/store/secret-box.ts";
import { openTestApi, type TestApi } from "../support/api.ts";
import { registered } from "../support/store.ts";
import { startKannel, withoutKannel, type Kannel } from "./support/kannel.ts";
import { until } from "./support/programs.ts";

const organisation = "vntt";
const key = secretsKey("một khoá dài ít nhất ba mươi hai ký tự");
const HOOK_KEY = "0123456789abcdef";

describe("SMS through a real Kannel", { skip: withoutKannel(), timeout: 120_000 }, () => {
  let test: TestApi;
  let kannel: Kannel;
  let publicUrl = "";
  before(async () => {
    test = await openTestApi({ secretsKey: key });
    await test.api.listen({ host: "127.0.0.1", port: 0 });
    publicUrl = `http://127.0.0.1:${(test.api.server.address() as AddressInfo).port}`;
    const [hook] = kannelKind.hooks;
    const path = (hook?.path ?? "").replace("KEY", HOOK_KEY);
    kannel = await startKannel(`${publicUrl}/hooks/v1/${organisation}/sms/${path}`);
    const { url, user, password } = kannel;
    const settings = kannelSettings.parse({
      url,
      user,
      sender: "VNTT",
      acknowledgesCalls: true,
      beginsComplaints: true,
    });
    await writeInside(test.store.pool, organisation, (connection) =>
      saveConnection(connection, organisation, {
        saved: { connectionId: "sms", channelId: "phone", kind: "kannel", name: "SMS", settings, isOn: true },
        secrets: { password, hookKey: HOOK_KEY },
        key,
        basedOn: null,
        by: { kind: "system", process: "test" },
      }),
    );
  });
  after(async () => {
    await kannel.close();
    await test.close();
  });

  const stored = async (text: string, values: unknown[] = []) =>
    (await writeInside(test.store.pool, organisation, (connection) => connection.query(text, values))).rows;
  const sender = () => {
    const texts = loadMailTexts(test.store.registry.editions());
    return outboxSender({
      store: test.store,
      all: [gatewayCarrier({ store: test.store, key, texts, publicUrl, silent: new Set() })],
    });
  };
  const arrived = (content: string) =>
    until(
      `the arrival of ${content}`,
      async () =>
        (
          await stored("select * from arrival where content = $1 and waiting_reason is distinct from 'just-arrived'", [
            content,
          ])
        )[0],
    );
  const arrivals = async () => (await stored("select count(*)::integer as count from arrival"))[0].count;

  it("says that it is in order, and what a wrong password does", async () => {
    const { url, user, password } = kannel;
    const tried = (secret: string) =>
      kannelKind.test(
        { settings: kannelSettings.parse({ url, user }), secrets: { password: secret }, organisation },
        AbortSignal.timeout(5000),
      );
    assert.deepEqual(
      (await tried(password)).map(({ what, ok }) => [what, ok]),
      [
        ["connect", true],
        ["sign-in", true],
        ["request", true],
      ],
    );
    const [, refused] = await tried("sai hẳn");
    assert.deepEqual(
      [refused?.what, refused?.ok, refused?.detail],
      ["sign-in", false, "403 Authorization failed for sendsms"],
    );
  });

  it("brings what a telephone writes, in letters with and without tone marks, once", async () => {
    const tones = Buffer.from("Mạng chập chờn", "utf16le").swap16();
    const encoded = [...tones].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
    await kannel.write("0901112223 9988 text Mat-mang");
    const plain = await arrived("Mat-mang");
    await kannel.write(`0901112224 9988 ucs2 ${encoded}`);
    const marked = await arrived("Mạng chập chờn");
    assert.deepEqual([plain.sender, plain.status, plain.notes], [{ phone: "0901112223" }, "taken-in", []]);
    assert.deepEqual([marked.sender, marked.status, marked.notes], [{ phone: "0901112224" }, "taken-in", []]);
    assert.equal(await arrivals(), 2);
  });

  it("brings a message in two parts as one", async () => {
    const first = "Phan-mot-cua-tin-nhan-dai-";
    await kannel.write(`0901112225 9988 udh-text %05%00%03%07%02%01 ${first}`);
    await kannel.write("0901112225 9988 udh-text %05%00%03%07%02%02 va-phan-hai");
    await arrived(`${first}va-phan-hai`);
    assert.equal(await arrivals(), 3);
  });

  it("sends an acknowledgement to a telephone, and hears that it arrived", async () => {
    const { complaintId, number } = await registered(test.store);
    await sender().turn(organisation);
    const message = await until("the message on the telephone", () =>
      kannel.got().find((each) => each.includes(number)),
    );
    assert.match(message, /^VNTT \+84912345678 /);
    const status = await until("the report", async () => {
      const [row] = await stored("select status from outbox where complaint_id = $1 and carrier = 'sms'", [
        complaintId,
      ]);
      return row.status === "delivered" ? "delivered" : undefined;
    });
    assert.equal(status, "delivered");
    await sender().turn(organisation);
    const outcomes = await stored(
      "select data ->> 'outcome' as outcome from event where complaint_id = $1 and type = 'DispatchRecorded'",
      [complaintId],
    );
    assert.deepEqual(outcomes, [{ outcome: "delivered" }]);
    const acknowledged = await stored("select from event where complaint_id = $1 and type = 'ReceiptAcknowledged'", [
      complaintId,
    ]);
    assert.equal(acknowledged.length, 1);
  });
});
