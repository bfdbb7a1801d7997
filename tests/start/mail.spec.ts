import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, it } from "node:test";
import { readInside, writeInside } from "../../src/projections/inside-organisation.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { openMailServer, type MailServer } from "../support/mail-server.ts";
import { readMail } from "../support/read-mail.ts";
import { openTestStore, registered } from "../support/store.ts";
import { temporaryFolder } from "./folder.ts";
import { freePort, startProgram, type Program } from "./program.ts";

describe("the program with a mail server", () => {
  let database: TestDatabase;
  let server: MailServer;
  let folder: ReturnType<typeof temporaryFolder>;
  /** Told when the server has a whole message, before it says so. */
  let onMessage = () => {};
  before(async () => {
    database = await openTestDatabase();
    folder = temporaryFolder();
    server = await openMailServer({
      toMessage: () => {
        onMessage();
        return undefined;
      },
    });
  });
  after(async () => {
    await server.close();
    await database.close();
    folder.remove();
  });

  const start = async (): Promise<Program> =>
    startProgram({
      DATABASE_URL: database.loginUrl,
      HOIAM_DATA: `${folder.path}/data`,
      PORT: String(await freePort()),
      HOIAM_MAIL_SERVER: `smtp://127.0.0.1:${server.port}`,
      HOIAM_MAIL_TLS: "off",
      HOIAM_MAIL_FROM: "khieunai@vntt.example",
    });
  const inVntt = async (text: string) => (await readInside(database.pool, "vntt", (inside) => inside.query(text))).rows;
  const statusOf = async () => (await inVntt("select status from outbox where kind = 'acknowledgement'"))[0]?.status;

  it("sends what waited; killed in the middle, it sends it once more under the same id, and records one fact", async () => {
    const store = await openTestStore(database);
    await registered(store, { channel: "email", customer: { name: "Hoa", email: "hoa@khach.example" } });
    let program: Program | undefined;
    onMessage = () => program?.kill("SIGKILL");
    program = await start();
    assert.equal(await program.ended, "SIGKILL");
    assert.equal(await statusOf(), "sending");
    onMessage = () => {};
    // Its claim runs out after some minutes: nobody waits for them here.
    await writeInside(database.pool, "vntt", (inside) => inside.query("update outbox set next_try_at = now()"));
    program = await start();
    await program.ready;
    for (let waits = 0; (await statusOf()) !== "sent" && waits < 200; waits += 1) await sleep(50);
    const facts = () => inVntt("select 1 from event where type = 'ReceiptAcknowledged'");
    for (let waits = 0; (await facts()).length === 0 && waits < 200; waits += 1) await sleep(50);
    assert.match(program.output(), /\n {2}mail {6}by 127\.0\.0\.1:\d+\n/);
    program.kill("SIGINT");
    assert.equal(await program.ended, 0);
    const ids = server.received.map(({ raw }) => readMail(raw).headers["message-id"]);
    assert.deepEqual([ids.length, new Set(ids).size], [2, 1]);
    assert.equal((await facts()).length, 1);
  });
});
