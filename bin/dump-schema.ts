// `node bin/dump-schema.ts`: writes src/store/schema.sql, what all migrations together come to, for people to read.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describeSchema } from "../src/store/describe-schema.ts";
import { openTestDatabase } from "../tests/support/database.ts";

const database = await openTestDatabase();
try {
  const schema = await describeSchema(database.ownerPool);
  writeFileSync(join(import.meta.dirname, "../src/store/schema.sql"), schema);
} finally {
  await database.close();
}
