import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { openTestStore } from "../../tests/support/store.ts";
import { readInside, writeInside, type Connection } from "../projections/inside-organisation.ts";
import {
  connectionsOf,
  noteState,
  openConnection,
  opensSecretsOf,
  removeConnection,
  saveConnection,
} from "./channel-connections.ts";
import { secretsKey } from "./secret-box.ts";

const key = secretsKey("a long text that nobody could guess, ever");
const by = { kind: "person", personId: "hong" } as const;
const saved = {
  connectionId: "hop-thu",
  channelId: "email",
  kind: "imap",
  name: "Hộp thư khiếu nại",
  settings: { host: "mail.example.vn" },
  isOn: true,
};

describe("a connection", () => {
  let database: TestDatabase;
  before(async () => {
    database = await openTestDatabase();
    await openTestStore(database);
  });
  after(() => database.close());

  const write = <Result>(work: (connection: Connection) => Promise<Result>) => writeInside(database.pool, "vntt", work);
  const save = (secrets: Record<string, string>, basedOn: number | null) =>
    write((connection) => saveConnection(connection, "vntt", { saved, secrets, key, basedOn, by }));
  const kept = () => readInside(database.pool, "vntt", (connection) => connectionsOf(connection, "vntt"));
  const opened = () =>
    write((connection) => openConnection(connection, { organisation: "vntt", connectionId: "hop-thu", key }));

  it("is kept with its secrets sealed, and changed by whoever saw it last", async () => {
    assert.equal(await save({ password: "bí mật" }, null), "saved");
    assert.equal(await save({ password: "khác" }, null), "changed-meanwhile");
    assert.deepEqual(await kept(), [{ ...saved, secretNames: ["password"], state: {}, version: 1 }]);
    assert.deepEqual((await opened())?.secrets, { password: "bí mật" });
    assert.equal(await save({ password: "mới" }, 1), "saved");
    assert.equal(await save({ password: "cũ" }, 1), "changed-meanwhile");
    assert.deepEqual((await opened())?.secrets, { password: "mới" });
    const { rows } = await write((connection) =>
      connection.query<{ row: string }>("select row_to_json(c)::text as row from channel_connection c"),
    );
    assert.match(rows[0]?.row ?? "", /Hộp thư khiếu nại/);
    assert.doesNotMatch(rows[0]?.row ?? "", /mới|bí mật/);
  });

  it("is opened by its key alone, which can be asked beforehand", async () => {
    const other = secretsKey("another long text that nobody could guess");
    const opens = (tried: typeof key) => write((connection) => opensSecretsOf(connection, "vntt", tried));
    assert.deepEqual([await opens(key), await opens(other)], [true, false]);
    assert.equal(await writeInside(database.pool, "bkns", (c) => opensSecretsOf(c, "bkns", other)), true);
  });

  it("tells when it worked and how it failed, until it works again", async () => {
    const note = (told: Parameters<typeof noteState>[1]["note"]) =>
      write((c) => noteState(c, { organisation: "vntt", connectionId: "hop-thu", note: told }));
    await note({ failed: { code: "sign-in", detail: "NO [AUTHENTICATIONFAILED]" } });
    const failed = (await kept())[0]?.state.failed;
    assert.deepEqual([failed?.code, failed?.detail], ["sign-in", "NO [AUTHENTICATIONFAILED]"]);
    assert.match(failed?.at ?? "", /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    await note("received");
    const [now] = await kept();
    assert.deepEqual([Object.keys(now?.state ?? {}), now?.version], [["receivedAt"], 2]);
  });

  it("goes away, and the organisation's log names who added, changed and removed it", async () => {
    await write((connection) => removeConnection(connection, "vntt", { connectionId: "hop-thu", by }));
    await write((connection) => removeConnection(connection, "vntt", { connectionId: "hop-thu", by }));
    assert.deepEqual(await kept(), []);
    const { rows } = await write((connection) =>
      connection.query(
        "select type, actor, data from organisation_log where type like 'Connection%' order by sequence",
      ),
    );
    const data = { connectionId: "hop-thu", channelId: "email", kind: "imap", name: "Hộp thư khiếu nại" };
    assert.deepEqual(rows, [
      { type: "ConnectionAdded", actor: by, data: { ...data, isOn: true } },
      { type: "ConnectionChanged", actor: by, data: { ...data, isOn: true } },
      { type: "ConnectionRemoved", actor: by, data },
    ]);
  });
});
