import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { writeInside } from "../../src/projections/inside-organisation.ts";
import type { Store } from "../../src/store/open-store.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { openMailServer, type MailServer } from "../support/mail-server.ts";
import { readMail } from "../support/read-mail.ts";
import { openTestStore, registered } from "../support/store.ts";
import { crashPoints, runChild } from "./run-child.ts";

describe("a process that is killed while it sends mail", () => {
  let database: TestDatabase;
  let store: Store;
  let server: MailServer;
  let folder: string;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
    server = await openMailServer();
    folder = await mkdtemp(join(tmpdir(), "hoiam-faults-"));
  });
  after(async () => {
    await server.close();
    await database.close();
    await rm(folder, { recursive: true });
  });

  const inside = async (text: string) =>
    (await writeInside(database.pool, "vntt", (connection) => connection.query(text))).rows;

  it(
    "sends each message under one id and records one fact, whatever step it is killed before",
    { timeout: 600_000 },
    async () => {
      const send = async (dyingBefore: string) => {
        await registered(store, { channel: "email", customer: { name: "Hoa", email: "hoa@khach.example" } });
        // Nobody waits five minutes here for the claim of who died.
        await inside(
          "update outbox set next_try_at = now() where ended_at is null and status in ('queued', 'sending', 'unknown')",
        );
        return runChild("sending-child.ts", [database.appUrl, String(server.port), folder, dyingBefore]);
      };
      const whole = await send("");
      assert.equal(whole.code, 0);
      const names = crashPoints(whole.said);
      for (const name of names) {
        const { signal, said } = await send(name);
        assert.deepEqual([signal, said.at(-1)], ["SIGKILL", name]);
      }
      assert.equal((await send("")).code, 0);
      // Claimed, composed, whole at the server, its end written, its end told to the file, that noted.
      for (const named of [
        "sql claim_waiting",
        "sql complaint_file",
        "smtp DATA",
        "smtp .",
        "sql update outbox set",
        "sql unnoted_ends",
        "sql load_complaint",
      ])
        assert.ok(names.includes(named), `${named} is no crash point of ${names.join("; ")}`);
      const messages = names.length + 2;
      assert.deepEqual(
        await inside("select status, count(*)::integer as n from outbox where audience = 'customer' group by 1"),
        [{ status: "sent", n: messages }],
      );
      assert.deepEqual(
        await inside(
          `select count(*)::integer as facts, count(distinct complaint_id)::integer as complaints from event
         where type = 'ReceiptAcknowledged'`,
        ),
        [{ facts: messages, complaints: messages }],
      );
      const ids = server.received.map(({ raw }) => readMail(raw).headers["message-id"]);
      assert.equal(new Set(ids).size, messages);
      // Killed after the server had it and before that was written: once more, under the same id.
      assert.ok(ids.length > messages, `${ids.length} of ${messages}`);
    },
  );
});
