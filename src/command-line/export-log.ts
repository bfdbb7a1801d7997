import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { Command } from "commander";
import { CannotStart } from "../cannot-start.ts";
import { organisationIds } from "../store/open-store.ts";
import { exportLog } from "../store/verify/export-log.ts";
import { onDatabase } from "./on-database.ts";

/** `hoiam export-log`: the log as JSON lines, for an auditor, an authority or a safe place. */
export function exportLogCommand(): Command {
  return new Command("export-log")
    .description("write an organisation's whole log, which `verify-log` checks without a database")
    .argument("<organisation>")
    .argument("<file>")
    .option("--without-personal", "put the hash of each personal value in its place")
    .action((organisation: string, file: string, options: { withoutPersonal?: boolean }) =>
      onDatabase(async (pool) => {
        if (!(await organisationIds(pool)).includes(organisation)) {
          throw new CannotStart(`There is no organisation "${organisation}" in this database.`, { exitCode: 2 });
        }
        const out = createWriteStream(file, { flags: "wx", mode: 0o600 });
        await exportLog(pool, { organisation, personal: !options.withoutPersonal }, async (line) => {
          if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, "drain");
        });
        out.end();
        await once(out, "finish");
      }),
    );
}
