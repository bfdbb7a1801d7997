import { z } from "zod";
import { packSchema } from "../pure/edition/edition.ts";

/** What a pack may say, as JSON Schema 2020-12, so that editors complete and check while it is written. */
export function packJsonSchema(): object {
  const title = "A complaint procedure of one provider, in force from one day";
  return { ...z.toJSONSchema(packSchema, { io: "input" }), $id: "pack.schema.json", title };
}
