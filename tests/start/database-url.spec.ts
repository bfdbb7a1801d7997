import assert from "node:assert/strict";
import { createServer, type Server } from "node:net";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { checkServer } from "../../src/command-line/open-database.ts";
import { migrate, readMigrations } from "../../src/store/migrate.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { temporaryFolder } from "./folder.ts";
import { freePort, refusalsOf, startProgram } from "./program.ts";

describe("DATABASE_URL", () => {
  let database: TestDatabase;
  let folder: ReturnType<typeof temporaryFolder>;
  before(async () => {
    database = await openTestDatabase();
  });
  after(() => database.close());
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  const changed = (change: (url: URL) => void): string => {
    const url = new URL(database.url);
    change(url);
    return url.href;
  };

  it("of a usable server is migrated and served from", async () => {
    const port = await freePort();
    const program = startProgram({ DATABASE_URL: database.url, HOIAM_DATA: `${folder.path}/data`, PORT: String(port) });
    await program.ready;
    assert.equal((await fetch(`http://127.0.0.1:${port}/`)).status, 200);
    assert.match(program.output(), /PostgreSQL 18[\d.]* at 127\.0\.0\.1:\d+\/hoiam_test_/);
    assert.match(program.output(), /nobody may sign in yet: npx hoiam add-person --organisation/);
    assert.match(program.output(), /user hoiam_test_owner that .* could undo .*: give DATABASE_URL a login of its own/);
    program.kill("SIGINT");
    assert.equal(await program.ended, 0);
  });

  it("of a login of its own is served from without a warning, beside the owner's address or after a migration", async () => {
    for (const settings of [{ HOIAM_OWNER_URL: database.url }, {}]) {
      const program = startProgram({
        ...settings,
        DATABASE_URL: database.loginUrl,
        HOIAM_DATA: `${folder.path}/data`,
        PORT: String(await freePort()),
      });
      await program.ready;
      assert.doesNotMatch(program.output(), /could undo/);
      program.kill("SIGINT");
      assert.equal(await program.ended, 0);
    }
  });

  it("of no server is refused in one line that does not show the password", async () => {
    const url = `postgres://me:secret@127.0.0.1:${await freePort()}/hoiam`;
    const program = startProgram({
      DATABASE_URL: url,
      HOIAM_DATA: `${folder.path}/data`,
      PORT: String(await freePort()),
    });
    assert.equal(await program.ended, 1);
    assert.equal(refusalsOf(program).length, 1);
    assert.match(program.output(), /at 127\.0\.0\.1:\d+\/hoiam cannot be reached \(ECONNREFUSED\): start it/);
    assert.doesNotMatch(program.output(), /secret/);
  });

  it("is not asked while the folder of packs is not there", async () => {
    const program = startProgram({
      DATABASE_URL: `postgres://me@127.0.0.1:${await freePort()}/hoiam`,
      HOIAM_DATA: `${folder.path}/data`,
      HOIAM_PROCEDURES: `${folder.path}/nope`,
      PORT: String(await freePort()),
    });
    assert.equal(await program.ended, 2);
    assert.equal(refusalsOf(program).length, 1);
    assert.match(program.output(), /The folder of packs .*\/nope cannot be read \(ENOENT\): correct HOIAM_PROCEDURES/);
  });

  it("that is no address is refused with exit code 2", async () => {
    const program = startProgram({ DATABASE_URL: "localhost/hoiam" });
    assert.equal(await program.ended, 2);
    assert.match(program.output(), /DATABASE_URL must read postgres:\/\//);
  });

  it("with a wrong password is refused by name of the user", async () => {
    const url = changed((address) => (address.password = "wrong"));
    await assert.rejects(checkServer(url), /refuses the user hoiam_test_owner .*correct the user and the password/);
  });

  it("of a missing database says how to make it", async () => {
    const url = changed((address) => (address.pathname = "/missing"));
    await assert.rejects(checkServer(url), /has no such database: make it with "createdb missing"/);
  });

  it("of a server that is too old is refused with both versions", async () => {
    const old = await oldServer("14.11");
    try {
      await assert.rejects(
        checkServer(`postgres://me@127.0.0.1:${portOf(old)}/hoiam`),
        /is version 14\.11, and 15 or newer is needed/,
      );
    } finally {
      old.close();
    }
  });

  it("of a user without the needed rights says what an administrator must run", async () => {
    await database.ownerPool.query("create role weak login password 'weak'");
    try {
      const url = changed((address) => {
        address.username = "weak";
        address.password = "weak";
      });
      await assert.rejects(migrate(url), /user weak may not create the role hoiam_app .*grant hoiam_app to weak;/);
      await database.ownerPool.query("grant hoiam_app to weak");
      const migrations = [...readMigrations(), { number: 9999, name: "more.sql", sql: "select 1", checksum: "abc" }];
      await assert.rejects(migrate(url, { migrations }), /user weak may not create tables in .* owner to weak/);
    } finally {
      await database.ownerPool.query("drop role weak");
    }
  });
});

/** Speaks just enough of PostgreSQL's protocol to let anybody in and to answer every question with its version. */
function oldServer(version: string): Promise<Server> {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => {
      socket.write(Buffer.concat([message("R", Buffer.from([0, 0, 0, 0])), message("Z", Buffer.from("I"))]));
      socket.on("data", () => {
        const column = Buffer.concat([
          Buffer.from([0, 1]),
          Buffer.from("server_version\0"),
          Buffer.alloc(6),
          Buffer.from([0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0]),
        ]);
        const row = Buffer.concat([Buffer.from([0, 1, 0, 0, 0, version.length]), Buffer.from(version)]);
        socket.write(
          Buffer.concat([
            message("T", column),
            message("D", row),
            message("C", Buffer.from("SHOW\0")),
            message("Z", Buffer.from("I")),
          ]),
        );
      });
    });
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

function message(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}
