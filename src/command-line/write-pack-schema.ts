import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packJsonSchema } from "../procedure/load/pack-schema.ts";

// Run after a change of the pack's types: node src/command-line/write-pack-schema.ts
writeFileSync(
  join(import.meta.dirname, "..", "..", "procedures", "pack.schema.json"),
  `${JSON.stringify(packJsonSchema(), null, 2)}\n`,
);
