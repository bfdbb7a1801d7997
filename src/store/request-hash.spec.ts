import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { openTestStore } from "../../tests/support/store.ts";
import { isOfRequest, saltedHash } from "./request-hash.ts";

describe("what is kept of a request", () => {
  it("tells it again, and no other", () => {
    const kept = saltedHash('{"phone":"0912 345 678"}');
    assert.equal(isOfRequest(kept, '{"phone":"0912 345 678"}'), true);
    assert.equal(isOfRequest(kept, '{"phone":"0912 345 679"}'), false);
    assert.equal(isOfRequest(createHash("sha256").update("x").digest(), "x"), false);
  });

  it("is another each time, so that nobody sees that two are alike", () => {
    assert.notDeepEqual(saltedHash("x"), saltedHash("x"));
  });
});

describe("the migration of bare hashes", () => {
  let database: TestDatabase;
  before(async () => {
    database = await openTestDatabase();
    await openTestStore(database);
  });
  after(() => database.close());

  it("keeps every request known by its own", async () => {
    const bare = (request: string) => createHash("sha256").update(request).digest();
    const insert = `insert into request_answer (organisation, idempotency_key, request_hash, status, answer)
      values ($1, $2, $3, 201, '{}')`;
    const migration = readFileSync(join(import.meta.dirname, "migrations/0170-salted-request-hashes.sql"), "utf8");
    const owner = await database.ownerPool.connect();
    try {
      await owner.query("begin");
      for (const organisation of ["kplus", "vntt"]) {
        await owner.query("select set_config('hoiam.organisation', $1, true)", [organisation]);
        await owner.query(insert, [organisation, "one", bare(`${organisation} một`)]);
        await owner.query(insert, [organisation, "two", bare(`${organisation} hai`)]);
      }
      await owner.query(migration);
      for (const organisation of ["kplus", "vntt"]) {
        await owner.query("select set_config('hoiam.organisation', $1, true)", [organisation]);
        const { rows } = await owner.query<{ request_hash: Buffer }>(
          "select request_hash from request_answer where organisation = $1 order by idempotency_key",
          [organisation],
        );
        assert.deepEqual(
          rows.map(({ request_hash }, index) => isOfRequest(request_hash, `${organisation} ${["một", "hai"][index]}`)),
          [true, true],
        );
        assert.equal(new Set(rows.map(({ request_hash }) => request_hash.subarray(0, 16).toString("hex"))).size, 2);
      }
    } finally {
      await owner.query("rollback");
      owner.release();
    }
  });
});
