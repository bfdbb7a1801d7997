import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { writeInside } from "../../src/projections/inside-organisation.ts";
import { saveConnection } from "../../src/store/channel-connections.ts";
import type { Store } from "../../src/store/open-store.ts";
import { testSecretsKey as key } from "../support/arrivals.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { openGatewayServer, type GatewayServer } from "../support/gateway-server.ts";
import { openTestStore, registered } from "../support/store.ts";
import { crashPoints, runChild } from "./run-child.ts";

const organisation = "vntt";

describe("a process that is killed while it hands messages to gateways", () => {
  let database: TestDatabase;
  let store: Store;
  let gateway: GatewayServer;
  /** What eSMS has had: the same once more is refused, as its interface says. */
  const had = new Set<string>();
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
    gateway = await openGatewayServer(({ path, body }) => {
      if (path === "/cgi-bin/sendsms") return { status: 202, body: "0: Accepted for delivery" };
      const { RequestId: id } = JSON.parse(body) as { RequestId: string };
      const code = had.has(id) ? "124" : "100";
      had.add(id);
      return { status: 200, body: JSON.stringify({ CodeResult: code }) };
    });
  });
  afterEach(async () => {
    await inside("delete from channel_connection");
    await inside("update complaint_row set is_imported = true");
    await inside("update outbox set audience = 'link'");
    gateway.asked.length = 0;
  });
  after(async () => {
    await gateway.close();
    await database.close();
  });

  const inside = async (text: string) =>
    (await writeInside(database.pool, organisation, (connection) => connection.query(text))).rows;
  const connect = (kind: string, settings: object, secrets: Record<string, string>) =>
    writeInside(database.pool, organisation, (connection) =>
      saveConnection(connection, organisation, {
        saved: {
          connectionId: kind,
          channelId: "phone",
          kind,
          name: kind,
          settings: { url: gateway.url, acknowledgesCalls: true, ...settings },
          isOn: true,
        },
        secrets,
        key,
        basedOn: null,
        by: { kind: "system", process: "test" },
      }),
    );
  const send = async (dyingBefore: string) => {
    await registered(store);
    // Nobody waits here for the claim of who died, nor for the pause before the next try.
    await inside("update outbox set next_try_at = now() where ended_at is null");
    return runChild("gateway-child.ts", [database.appUrl, new URL(gateway.url).port, dyingBefore]);
  };
  /** Kills it before each step once. Gives the steps, and how many messages there were. */
  const killedEverywhere = async () => {
    const whole = await send("");
    assert.equal(whole.code, 0);
    const names = crashPoints(whole.said);
    for (const name of names) {
      const { signal, said } = await send(name);
      assert.deepEqual([signal, said.at(-1)], ["SIGKILL", name]);
    }
    for (let times = 0; times < 2; times += 1) assert.equal((await send("")).code, 0);
    return { names, messages: names.length + 3 };
  };
  const ends = () =>
    inside("select status, count(*)::integer as n from outbox where audience = 'customer' group by 1 order by 1");
  const facts = async (): Promise<number> =>
    (
      await inside(
        `select count(*)::integer as n from event join complaint_row using (organisation, complaint_id)
         where type = 'ReceiptAcknowledged' and not is_imported`,
      )
    )[0].n;

  it("gives Kannel no message twice, and says of which it does not know", { timeout: 600_000 }, async () => {
    await connect("kannel", { user: "hoiam" }, { password: "bí mật" });
    const { names, messages } = await killedEverywhere();
    for (const named of [
      "sql claim_waiting",
      "sql note_leaving",
      "smtp GET",
      "sql update outbox set",
      "sql unnoted_ends",
    ])
      assert.ok(names.includes(named), `${named} is no crash point of ${names.join("; ")}`);
    const references = gateway.asked.map(({ query }) => query.get("dlr-url"));
    assert.equal(new Set(references).size, references.length, "one was given twice");
    const [sent, unknown] = await ends();
    assert.deepEqual([sent?.status, unknown?.status], ["sent", "unknown"]);
    assert.equal(sent.n + unknown.n, messages);
    assert.equal(await facts(), sent.n);
    // Given or not, before its end was written: nobody knows.
    assert.ok(references.length >= sent.n && references.length <= messages);
  });

  it("gives eSMS once more what it may have, and each message is sent", { timeout: 600_000 }, async () => {
    await connect("esms", { brandname: "VNTT" }, { apiKey: "k", secretKey: "s" });
    const { messages } = await killedEverywhere();
    assert.deepEqual(await ends(), [{ status: "sent", n: messages }]);
    assert.equal(await facts(), messages);
    assert.equal(had.size, messages);
    assert.ok(gateway.asked.length > messages, "one was given once more");
  });
});
