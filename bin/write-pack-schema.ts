// `node bin/write-pack-schema.ts`: writes procedures/pack.schema.json, by which editors complete and check packs. Run it after
// a change of the pack's types.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packJsonSchema } from "../src/procedure/load/pack-schema.ts";

writeFileSync(
  join(import.meta.dirname, "../procedures/pack.schema.json"),
  `${JSON.stringify(packJsonSchema(), null, 2)}\n`,
);
