import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { openTestStore } from "../../tests/support/store.ts";
import { temporaryFolder } from "../../tests/start/folder.ts";
import { CannotStart } from "../cannot-start.ts";
import { writeInside } from "../projections/inside-organisation.ts";
import { openConnection, saveConnection } from "../store/channel-connections.ts";
import { secretsKeyOf } from "./secrets-key-of.ts";

describe("the key of connections' secrets", () => {
  let database: TestDatabase;
  const folder = temporaryFolder();
  before(async () => {
    database = await openTestDatabase();
    await openTestStore(database);
  });
  after(async () => {
    await database.close();
    folder.remove();
  });

  const keyOf = (secretsKey?: { text: string } | { file: string }) =>
    secretsKeyOf({ secretsKey }, database.pool, folder.path);
  const refused = (said: RegExp, secretsKey?: { text: string } | { file: string }) =>
    assert.rejects(keyOf(secretsKey), (error: unknown) => error instanceof CannotStart && said.test(error.message));

  it("is made once and kept in the data folder, for its owner alone", async () => {
    const key = await keyOf();
    assert.deepEqual(await keyOf(), key);
    assert.equal(readFileSync(join(folder.path, "connections-key"), "utf8").length, 43);
    const saved = {
      connectionId: "hop-thu",
      channelId: "email",
      kind: "imap",
      name: "Hộp thư",
      settings: {},
      isOn: true,
    };
    const by = { kind: "person", personId: "tuan" } as const;
    await writeInside(database.pool, "vntt", (connection) =>
      saveConnection(connection, "vntt", { saved, secrets: { password: "bí mật" }, key, basedOn: null, by }),
    );
  });

  it("must open what is kept, or nothing starts", async () => {
    await refused(/sealed under another key than HOIAM_SECRETS_KEY: put back connections-key/, {
      text: "another text that is long enough to be a key",
    });
    await refused(/cannot be read \(.*none: ENOENT\)/, { file: join(folder.path, "none") });
    writeFileSync(join(folder.path, "short"), "short");
    await refused(/is too short/, { file: join(folder.path, "short") });
    const moved = join(folder.path, "moved");
    writeFileSync(moved, `${readFileSync(join(folder.path, "connections-key"), "utf8")}\n`);
    const key = await keyOf({ file: moved });
    const opened = await writeInside(database.pool, "vntt", (connection) =>
      openConnection(connection, { organisation: "vntt", connectionId: "hop-thu", key }),
    );
    assert.deepEqual(opened?.secrets, { password: "bí mật" });
  });
});
