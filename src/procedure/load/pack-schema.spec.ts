import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import { packJsonSchema } from "./pack-schema.ts";

it("procedures/pack.schema.json says what the program accepts", () => {
  const file = join(import.meta.dirname, "..", "..", "..", "procedures", "pack.schema.json");
  const written: unknown = JSON.parse(readFileSync(file, "utf8"));
  assert.deepEqual(written, JSON.parse(JSON.stringify(packJsonSchema())), "run: node bin/write-pack-schema.ts");
});
