import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { writeInside } from "../../src/projections/inside-organisation.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { openImapServer, type ImapServer } from "../support/imap-server.ts";
import { openTestStore } from "../support/store.ts";
import { crashPoints, runChild } from "./run-child.ts";

describe("a process that is killed while it takes mail in", () => {
  let database: TestDatabase;
  let server: ImapServer;
  let folder: string;
  before(async () => {
    database = await openTestDatabase();
    // Makes the organisations known.
    await openTestStore(database);
    server = await openImapServer();
    folder = await mkdtemp(join(tmpdir(), "hoiam-faults-"));
  });
  after(async () => {
    await server.close();
    await database.close();
    await rm(folder, { recursive: true });
  });

  const inside = async (text: string) =>
    (await writeInside(database.pool, "vntt", (connection) => connection.query(text))).rows;
  const mailOf = (n: number) =>
    [
      `From: hoa${n}@khach.example`,
      `Subject: Thu ${n}`,
      `Message-ID: <thu-${n}@khach.example>`,
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain; charset=utf-8",
      "",
      `Nội dung ${n}.`,
      "--b",
      'Content-Type: text/plain; name="hoa-don.txt"',
      "Content-Disposition: attachment; filename=hoa-don.txt",
      "",
      `Hoá đơn ${n}`,
      "--b--",
      "",
    ].join("\r\n");

  it(
    "makes exactly one complaint of each message, whatever step it is killed before",
    { timeout: 600_000 },
    async () => {
      const read = async (n: number, dyingBefore: string) => {
        const uid = server.deliver(mailOf(n));
        // Nobody waits here for the lease of who died.
        await inside("update mailbox_place set leased_until = now() - interval '1 second'");
        const asked = [database.appUrl, String(server.port), folder, String(uid), dyingBefore];
        return runChild("receiving-child.ts", asked);
      };
      const whole = await read(0, "");
      assert.equal(whole.code, 0);
      const names = crashPoints(whole.said);
      for (const [index, name] of names.entries()) {
        const { signal, said } = await read(index + 1, name);
        assert.deepEqual([signal, said.at(-1)], ["SIGKILL", name]);
      }
      assert.equal((await read(names.length + 1, "")).code, 0);
      for (const named of [
        "imap fetchOne",
        "put",
        "sql insert into arrival",
        "sql load_complaint",
        "sql update arrival set",
        "imap messageFlagsAdd",
        "sql advance_mailbox",
      ])
        assert.ok(names.includes(named), `${named} is no crash point of ${names.join("; ")}`);
      const messages = names.length + 2;
      assert.deepEqual(
        await inside(
          `select count(*)::integer as arrivals, count(distinct message_id)::integer as messages,
           count(*) filter (where status = 'taken-in' and jsonb_array_length(attachments) = 1)::integer as whole from arrival`,
        ),
        [{ arrivals: messages, messages, whole: messages }],
      );
      assert.deepEqual(
        await inside(
          `select count(*)::integer as facts, count(distinct data ->> 'content')::integer as contents from event
         where type = 'ComplaintRegistered'`,
        ),
        [{ facts: messages, contents: messages }],
      );
      assert.deepEqual(await inside("select count(*)::integer as unnamed from attachment where not is_named"), [
        { unnamed: 0 },
      ]);
      for (const { flags } of server.folder("INBOX").messages) assert.deepEqual([...flags], ["\\Seen"]);
    },
  );
});
