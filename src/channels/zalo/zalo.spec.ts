import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, beforeEach, describe, it } from "node:test";
import { openTestApi, type TestApi } from "../../../tests/support/api.ts";
import {
  openGatewayServer,
  type Asked,
  type GatewayAnswer,
  type GatewayServer,
} from "../../../tests/support/gateway-server.ts";
import { loadMailTexts } from "../../procedure/load/mail-texts.ts";
import { readInside, writeInside } from "../../projections/inside-organisation.ts";
import { openConnection, saveConnection } from "../../store/channel-connections.ts";
import { secretsKey } from "../../store/secret-box.ts";
import { gatewayCarrier } from "../send-out/gateway-carrier.ts";
import { outboxSender } from "../send-out/outbox-sender.ts";
import { zaloKind } from "./kind.ts";
import { zaloSettings } from "./zalo.ts";

// The only provider whose pack has a channel for text messages.
const organisation = "dcnet";
const key = secretsKey("một khoá dài ít nhất ba mươi hai ký tự");
const OA_SECRET = "khoá của OA";
const PICTURE = Buffer.from("89504e470d0a1a0a", "hex");

describe("Zalo, against a stand-in that speaks its published interface", () => {
  let test: TestApi;
  let zalo: GatewayServer;
  /** The token that the stand-in takes; what it was refreshed by. */
  let goodToken = "";
  let refreshes = 0;
  let says: GatewayAnswer[] = [];
  const answer = ({ path, headers, body }: Asked): GatewayAnswer => {
    if (path === "/anh.png") return { status: 200, body: PICTURE.toString("latin1") };
    if (path === "/v4/oa/access_token") {
      refreshes += 1;
      const sent = new URLSearchParams(body);
      const isRight = headers["secret_key"] === "app-secret" && sent.get("refresh_token") === `r${refreshes}`;
      if (!isRight) return { status: 200, body: '{"error":-14014,"error_name":"Invalid refresh token"}' };
      goodToken = `t${refreshes + 1}`;
      return {
        status: 200,
        body: JSON.stringify({ access_token: goodToken, refresh_token: `r${refreshes + 1}`, expires_in: "90000" }),
      };
    }
    if (headers["access_token"] !== goodToken)
      return { status: 200, body: '{"error":-216,"message":"Access token is invalid"}' };
    if (path === "/v2.0/oa/getoa")
      return { status: 200, body: '{"error":0,"message":"Success","data":{"oa_id":"42"}}' };
    return (
      says.shift() ?? { status: 200, body: '{"error":0,"message":"Success","data":{"message_id":"z1","user_id":"u7"}}' }
    );
  };
  before(async () => {
    test = await openTestApi({ secretsKey: key });
    zalo = await openGatewayServer(answer);
    const settings = zaloSettings.parse({ appId: "77", oaId: "42", apiUrl: zalo.url, oauthUrl: zalo.url });
    await writeInside(test.store.pool, organisation, (connection) =>
      saveConnection(connection, organisation, {
        saved: { connectionId: "zalo", channelId: "chat", kind: "zalo", name: "Zalo", settings, isOn: true },
        secrets: { appSecret: "app-secret", oaSecret: OA_SECRET, refreshToken: "r1" },
        key,
        basedOn: null,
        by: { kind: "system", process: "test" },
      }),
    );
  });
  beforeEach(() => {
    says = [];
    zalo.asked.length = 0;
  });
  after(async () => {
    await zalo.close();
    await test.close();
  });

  const stored = async (text: string, values: unknown[] = []) =>
    (await writeInside(test.store.pool, organisation, (connection) => connection.query(text, values))).rows;
  const post = async (event: object, change: { signature?: string } = {}) => {
    const body = JSON.stringify({ app_id: "77", timestamp: "1763800000000", ...event });
    const mac = createHash("sha256").update(`77${body}1763800000000${OA_SECRET}`).digest("hex");
    const { statusCode } = await test.api.inject({
      method: "POST",
      url: `/hooks/v1/${organisation}/zalo/events`,
      headers: { "content-type": "application/json", "x-zevent-signature": change.signature ?? `mac=${mac}` },
      body,
    });
    return statusCode;
  };
  const sender = () =>
    outboxSender({
      store: test.store,
      all: [
        gatewayCarrier({
          store: test.store,
          key,
          texts: loadMailTexts(test.store.registry.editions()),
          publicUrl: "https://hoiam.example",
          silent: new Set(),
        }),
      ],
    });
  const secrets = async () =>
    (
      await readInside(test.store.pool, organisation, (connection) =>
        openConnection(connection, { organisation, connectionId: "zalo", key }),
      )
    )?.secrets;

  it("makes a complaint of a message once, with its picture, and answers who wrote by the same way with a new token", async () => {
    const message = {
      event_name: "user_send_image",
      sender: { id: "u7" },
      recipient: { id: "42" },
      message: {
        msg_id: "zin1",
        text: "Mất kết nối từ tối qua",
        attachments: [{ type: "image", payload: { url: `${zalo.url}/anh.png`, thumbnail: "https://x.example/nho" } }],
      },
    };
    assert.equal(await post(message), 200);
    assert.equal(await post(message), 200);
    const [row, ...more] = await stored(
      "select status, content, sender, channel, attachments, notes, complaint_id from arrival",
    );
    assert.deepEqual(more, []);
    assert.deepEqual(
      [row.status, row.content, row.sender, row.channel, row.notes],
      ["taken-in", "Mất kết nối từ tối qua", { userId: "u7" }, "chat", []],
    );
    assert.equal(row.attachments.length, 1);
    assert.equal(row.attachments[0].name, "anh.png");
    assert.equal(zalo.asked.filter(({ path }) => path === "/anh.png").length, 1);

    await sender().turn(organisation);
    const sent = zalo.asked.filter(({ path }) => path === "/v3.0/oa/message/cs");
    assert.equal(sent.length, 1);
    const body = JSON.parse(sent[0]?.body ?? "");
    assert.equal(body.recipient.user_id, "u7");
    assert.match(body.message.text, /đã nhận khiếu nại .* lúc /);
    assert.match(body.message.text, /https:\/\/hoiam\.example\/tra-cuu\/dcnet-/);
    assert.deepEqual(await secrets(), {
      accessToken: "t2",
      appSecret: "app-secret",
      oaSecret: OA_SECRET,
      refreshToken: "r2",
    });
    const [left] = await stored(
      "select status, reference, carrier from outbox where complaint_id = $1 and carrier = 'chat'",
      [row.complaint_id],
    );
    assert.deepEqual(left, { status: "sent", reference: "z1", carrier: "chat" });
    assert.equal(await post({ event_name: "user_seen_message", message: { msg_id: "z1" } }), 200);
    assert.equal((await stored("select status from outbox where reference = 'z1'"))[0].status, "delivered");
    const log = await stored("select from organisation_log where type like 'Connection%'");
    assert.equal(log.length, 1, "a renewed token is nobody's decision");
  });

  it("believes only what is signed over its very bytes", async () => {
    const event = { event_name: "user_send_text", sender: { id: "u8" }, message: { msg_id: "zin2", text: "x" } };
    assert.equal(await post(event, { signature: `mac=${"0".repeat(64)}` }), 404);
    assert.equal(await post(event, { signature: "" }), 404);
    assert.deepEqual(await stored("select from arrival where external_key = 'zin2'"), []);
  });

  it("says what Zalo says of the reader, and waits where its token is refused for good", async () => {
    const tell = async (id: string) => {
      assert.equal(
        await post({ event_name: "user_send_text", sender: { id: `u${id}` }, message: { msg_id: id, text: "Chậm" } }),
        200,
      );
      await sender().turn(organisation);
      const [row] = await stored(
        `select o.status, o.last_error as reason from outbox o join arrival a using (organisation, complaint_id)
         where a.external_key = $1 and o.audience = 'customer'`,
        [id],
      );
      return [row.status, row.reason];
    };
    says = [{ status: 200, body: '{"error":-230,"message":"User has not interacted with the OA in the past 7 days"}' }];
    assert.deepEqual(await tell("zin3"), ["refused", "zalo -230"]);
    says = ["drops"];
    assert.equal((await tell("zin4"))[0], "unknown");
    goodToken = "ai khác";
    refreshes = 90;
    assert.deepEqual(await tell("zin5"), ["queued", "zalo token -14014"]);
  });

  it("is tested without using up the refresh token", async () => {
    goodToken = "t2";
    const settings = zaloSettings.parse({ appId: "77", oaId: "42", apiUrl: zalo.url, oauthUrl: zalo.url });
    const signal = AbortSignal.timeout(5000);
    const tried = (accessToken: Record<string, string>) =>
      zaloKind.test({ settings, secrets: { refreshToken: "r2", ...accessToken }, organisation }, signal);
    assert.deepEqual(await tried({ accessToken: "t2" }), [
      { what: "connect", ok: true, detail: null },
      { what: "sign-in", ok: true, detail: "0 Success" },
    ]);
    const [, over] = await tried({ accessToken: "cu-roi" });
    assert.deepEqual(
      [over?.ok, over?.detail],
      [false, "-216 Access token is invalid: the next message fetches a new token"],
    );
    assert.equal((await tried({}))[0]?.ok, false);
    assert.deepEqual(await tried({ accessToken: "chữ có dấu" }), [
      { what: "connect", ok: false, detail: "not-sendable" },
    ]);
    assert.ok(!zalo.asked.some(({ path }) => path === "/v4/oa/access_token"));
  });
});
