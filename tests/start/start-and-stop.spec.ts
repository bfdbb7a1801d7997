import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { ordinaryUser } from "../../src/embedded-postgres/ordinary-user.ts";
import { isAlive, isRunningIn, readPostmasterFile } from "../../src/embedded-postgres/postmaster-file.ts";
import { temporaryFolder } from "./folder.ts";
import { embeddedUrl, freePort, refusalsOf, startProgram, type Program } from "./program.ts";

describe("start and stop", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let data: string;
  let port: number;
  const started: Program[] = [];

  before(() => {
    folder = temporaryFolder();
  });
  after(() => folder.remove());
  beforeEach(async () => {
    // One database for most, as on a real machine; whoever needs an empty folder names another.
    data = join(folder.path, "data");
    port = await freePort();
  });
  afterEach(async () => {
    for (const program of started.splice(0)) {
      program.kill("SIGTERM");
      await program.ended;
    }
    const left = postmaster();
    if (left && isRunning(left.pid)) process.kill(left.pid, "SIGQUIT");
  });

  const start = (settings: Record<string, string> = {}): Program => {
    const program = startProgram({ HOIAM_DATA: data, HOIAM_DEMO: "off", PORT: String(port), ...settings });
    started.push(program);
    return program;
  };
  const postmaster = () => readPostmasterFile(join(data, "postgres"));
  // A process that has ended but that its parent has not yet asked after has no folder any more.
  const isRunning = (pid: number) => isRunningIn(join(data, "postgres"), pid);
  const answers = async () => (await fetch(`http://127.0.0.1:${port}/`)).status;

  it("answers, and ends with 0 on Ctrl-C, the database stopped before", async () => {
    const program = start();
    await program.ready;
    assert.equal(await answers(), 200);
    const server = postmaster();
    assert.ok(server && isRunning(server.pid));
    program.kill("SIGINT");
    assert.equal(await program.ended, 0);
    assert.equal(isRunning(server.pid), false);
    assert.equal(postmaster(), undefined);
  });

  it("takes the same Ctrl-C from the terminal and from npm for one", async () => {
    const program = start();
    await program.ready;
    program.kill("SIGINT");
    program.kill("SIGTERM");
    assert.equal(await program.ended, 0);
    assert.equal(postmaster(), undefined);
  });

  it("leaves nothing running when Ctrl-C comes in the middle of the first start", async () => {
    data = join(folder.path, "interrupted");
    const program = start();
    while (!postmaster()) await sleep(2);
    program.kill("SIGINT");
    assert.equal(await program.ended, 0);
    assert.equal(postmaster(), undefined);
    await start().ready;
  });

  it("finds again what was kept, with crash safety on", async () => {
    const first = start();
    await first.ready;
    await onDatabase((client) => client.query("create table kept as select 42 as answer"));
    first.kill("SIGTERM");
    assert.equal(await first.ended, 0);

    await start().ready;
    const { rows } = await onDatabase((client) =>
      client.query("select answer, current_setting('fsync') as fsync from kept"),
    );
    assert.deepEqual(rows, [{ answer: 42, fsync: "on" }]);
  });

  it("keeps its password from other users, and lets nobody in without it", async () => {
    await start().ready;
    const withoutPassword = embeddedUrl(data).replace(/:[^:@/]+@/, "@");
    await assert.rejects(
      onDatabase((client) => client.query("select 1"), withoutPassword),
      /password/,
    );
  });

  it("says in one line that the port is taken, before it makes anything", async () => {
    data = join(folder.path, "untouched");
    const holder = createServer().listen(port, "127.0.0.1");
    const program = start();
    assert.equal(await program.ended, 1);
    assert.deepEqual(refusalsOf(program), [
      `Hồi Âm: Port ${port} is already taken, perhaps by another Hồi Âm: stop that program, or choose another port with "PORT=${port + 1} npm start".`,
    ]);
    assert.equal(existsSync(data), false);
    holder.close();
  });

  it("refuses a second instance on the folder and leaves the first in peace", async () => {
    const first = start();
    await first.ready;
    const second = start({ PORT: String(await freePort()) });
    assert.equal(await second.ended, 1);
    assert.equal(refusalsOf(second).length, 1);
    assert.match(second.output(), /already running on this data folder/);
    assert.equal(await answers(), 200);
  });

  it("lets one of two win that start on an empty folder at the same moment", async () => {
    data = join(folder.path, "contested");
    const both = [start(), start({ PORT: String(await freePort()) })];
    const outcomes = await Promise.all(
      both.map((program) =>
        program.ready.then(
          () => "ready",
          () => "refused",
        ),
      ),
    );
    assert.deepEqual(outcomes.toSorted(), ["ready", "refused"]);
    const refused = both[outcomes.indexOf("refused")];
    assert.ok(refused);
    assert.equal(await refused.ended, 1);
    assert.match(refused.output(), /already running on this data folder/);
  });

  it("uses the server that kill -9 left running, and stops it at the end", async () => {
    const first = start();
    await first.ready;
    const server = postmaster();
    assert.ok(server);
    first.kill("SIGKILL");
    assert.equal(await first.ended, "SIGKILL");
    assert.ok(isRunning(server.pid));

    const second = start();
    await second.ready;
    assert.equal(postmaster()?.pid, server.pid);
    assert.match(second.output(), /still running from an earlier start/);
    second.kill("SIGINT");
    assert.equal(await second.ended, 0);
    assert.equal(isRunning(server.pid), false);
  });

  it("recovers when kill -9 hit the database too", async () => {
    const first = start();
    await first.ready;
    await onDatabase((client) => client.query("create table kept_through_a_crash as select 42 as answer"));
    const server = postmaster();
    assert.ok(server);
    first.kill("SIGKILL");
    process.kill(server.pid, "SIGKILL");
    await first.ended;
    while (isRunning(server.pid)) await sleep(10);

    await start().ready;
    const { rows } = await onDatabase((client) => client.query("select answer from kept_through_a_crash"));
    assert.deepEqual(rows, [{ answer: 42 }]);
  });

  it("is not kept from starting by an old postmaster.pid whose number now belongs to another process of the same user", async () => {
    const first = start();
    await first.ready;
    const file = join(data, "postgres", "postmaster.pid");
    const text = readFileSync(file, "utf8");
    first.kill("SIGINT");
    await first.ended;
    const bystander = spawn("sleep", ["600"], { ...ordinaryUser(), stdio: "ignore" });
    try {
      writeFileSync(file, text.replace(/^\d+/, String(bystander.pid)));
      await start().ready;
      assert.equal(await answers(), 200);
      assert.ok(bystander.pid && isAlive(bystander.pid));
    } finally {
      bystander.kill();
    }
  });

  it("ends with one line when the database is killed under it, and starts again", async () => {
    const first = start();
    await first.ready;
    const server = postmaster();
    assert.ok(server);
    process.kill(server.pid, "SIGKILL");
    assert.equal(await first.ended, 1);
    assert.equal(refusalsOf(first).length, 1);
    assert.match(first.output(), /The connection to PostgreSQL was lost/);

    await start().ready;
    assert.equal(await answers(), 200);
  });

  async function onDatabase<Result>(
    work: (client: pg.Client) => Promise<Result>,
    url = embeddedUrl(data),
  ): Promise<Result> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
});
