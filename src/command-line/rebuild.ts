import { Command } from "commander";
import { rebuild } from "../store/rebuild.ts";
import { knownOrganisations } from "./known-organisations.ts";
import { onDatabase } from "./on-database.ts";

/** `hoiam rebuild`: after a fault, or when a new program shows more of the log than the old one did. */
export function rebuildCommand(): Command {
  return new Command("rebuild")
    .description("make everything that the screens read again from the log; sends nothing and fires no clock")
    .argument("[organisation]", "only this one")
    .action((only: string | undefined) =>
      onDatabase(async (pool) => {
        for (const organisation of await knownOrganisations(pool, only)) {
          const complaints = await rebuild({ pool }, organisation);
          console.log(`${organisation}: ${complaints} complaints replayed`);
        }
      }),
    );
}
