import assert from "node:assert/strict";
import { mkdtempSync, chmodSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { startEmbeddedPostgres } from "../../embedded-postgres/start.ts";
import { problemOfOutside } from "./outside-lost.ts";

const errorWith = (fields: object, message = "x") => Object.assign(new Error(message), fields);

describe("a lost database and a full disk", () => {
  it("are known by what the server, the network and the driver say", () => {
    const told = (error: unknown) => problemOfOutside(error)?.statusCode;
    assert.equal(told(errorWith({ code: "ECONNREFUSED" })), 503);
    assert.equal(told(errorWith({ code: "57P01" })), 503);
    assert.equal(told(errorWith({ code: "08006" })), 503);
    assert.equal(told(new Error("Connection terminated unexpectedly")), 503);
    assert.equal(told(new TypeError("fetch failed", { cause: errorWith({ code: "ECONNREFUSED" }) })), 503);
    assert.equal(told(new AggregateError([errorWith({ code: "ECONNREFUSED" })])), 503);
    assert.equal(told(errorWith({ code: "ECONNRESET", syscall: "read" })), 503);
    assert.equal(told(errorWith({ code: "ECONNRESET" }, "aborted")), undefined);
    assert.equal(told(errorWith({ code: "ENOSPC" })), 507);
    assert.equal(told(errorWith({ code: "53100" })), 507);
    assert.equal(told(errorWith({ code: "23505" })), undefined);
    assert.equal(told(new Error("a bug")), undefined);
  });
});

describe("a disk that is full", () => {
  let test: TestApi;
  let lan: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
  });
  after(() => test.close());

  it("is told as 507 where the database could not write, and the request may be sent again", async () => {
    const body = { channel: "phone", content: "Mạng chậm" };
    const key = { "idempotency-key": "full-1" };
    await test.database.ownerPool.query(
      `create function disk_full() returns trigger language plpgsql as
         $$ begin raise 'could not extend file: No space left on device' using errcode = '53100'; end $$;
       create trigger disk_full before insert on event execute function disk_full()`,
    );
    const refused = await lan("POST", "/complaints", body, key);
    assert.deepEqual([refused.status, refused.body.title], [507, "storage-full"]);
    assert.match(refused.body.messages.vi, /hết chỗ lưu/);
    await test.database.ownerPool.query("drop trigger disk_full on event");
    const made = await lan("POST", "/complaints", body, key);
    assert.deepEqual([made.status, made.body.repeated], [201, false]);
  });

  it("is told as 507 where a document could not be kept", async () => {
    const put = test.attachments.put;
    test.attachments.put = () =>
      Promise.reject(errorWith({ code: "ENOSPC" }, "ENOSPC: no space left on device, write"));
    const form = `--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nabc\r\n--x--\r\n`;
    const type = { "content-type": "multipart/form-data; boundary=x" };
    const refused = await lan("POST", "/attachments", Buffer.from(form), type);
    assert.deepEqual([refused.status, refused.body.title], [507, "storage-full"]);
    test.attachments.put = put;
    assert.equal((await lan("POST", "/attachments", Buffer.from(form), type)).status, 201);
  });
});

describe("a database server that was stopped", () => {
  it("is told as 503 with when to ask again, in both languages, for reading and for writing", async () => {
    const folder = mkdtempSync(join(tmpdir(), "hoiam-lost-"));
    chmodSync(folder, 0o711);
    const server = await startEmbeddedPostgres({
      dataFolder: join(folder, "data"),
      alone: false,
      onLost: () => undefined,
      settings: { fsync: "off" },
    });
    const given = process.env["HOIAM_TEST_SERVER"];
    process.env["HOIAM_TEST_SERVER"] = server.superuserUrl;
    try {
      const test = await openTestApi();
      const lan = await test.person("vntt", "lan", "clerk@cskh");
      assert.equal((await lan("GET", "/work-queues")).status, 200);
      await server.stop();
      for (const answer of [
        await lan("GET", "/work-queues"),
        await lan("GET", "/complaints?search=mang"),
        await lan("POST", "/complaints", { channel: "phone", content: "Mạng chậm" }),
      ]) {
        assert.deepEqual([answer.status, answer.body.title], [503, "database-lost"]);
        assert.equal(answer.headers["retry-after"], "5");
        assert.match(String(answer.headers["content-type"]), /^application\/problem\+json/);
        assert.match(answer.body.messages.vi, /thử lại sau ít giây/);
        assert.match(answer.body.messages.en, /try again in some seconds/);
      }
      await test.api.close();
      await test.database.pool.end();
      await test.database.ownerPool.end();
    } finally {
      if (given === undefined) delete process.env["HOIAM_TEST_SERVER"];
      else process.env["HOIAM_TEST_SERVER"] = given;
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
