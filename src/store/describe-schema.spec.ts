import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { describeSchema } from "./describe-schema.ts";

describe("schema.sql", () => {
  let database: TestDatabase;
  before(async () => {
    database = await openTestDatabase();
  });
  after(() => database.close());

  it("says what the migrations come to", async () => {
    const written = readFileSync(join(import.meta.dirname, "schema.sql"), "utf8").replaceAll("\r\n", "\n");
    const isSame = written === (await describeSchema(database.ownerPool));
    assert.ok(isSame, 'it is out of date: run "node bin/dump-schema.ts" and commit what it writes');
  });
});
