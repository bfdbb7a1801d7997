// `node bin/write-contract.ts`: writes web/api/contract.ts, the types by which the pages speak with the server, from the API's own
// description. Run it after a change of a resource. `--check` only says whether it was forgotten.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contractOf } from "./contract/contract-of.ts";
import { describedApi } from "./contract/described-api.ts";

const file = join(import.meta.dirname, "../web/api/contract.ts");
const contract = contractOf(await describedApi());
if (!process.argv.includes("--check")) writeFileSync(file, contract);
else if (readFileSync(file, "utf8") !== contract) {
  console.error("web/api/contract.ts is not what the API says of itself.");
  process.exitCode = 1;
}
