import { once } from "node:events";
import { open, rm } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { Command } from "commander";
import { CannotStart } from "../cannot-start.ts";
import { exportLog, type LogLine } from "../store/verify/export-log.ts";
import { onDatabase } from "./on-database.ts";
import { knownOrganisations } from "./known-organisations.ts";

/** `hoiam export-log`: the log as JSON lines, for an auditor, an authority or a safe place. */
export function exportLogCommand(): Command {
  return new Command("export-log")
    .description("write an organisation's whole log, which `verify-log` checks without a database")
    .argument("<organisation>", "whose log: vntt, dcnet …")
    .argument("<file>", "the file to make; one that is there already is left alone")
    .option("--without-personal", "put the hash of each personal value in its place")
    .action((organisation: string, file: string, options: { withoutPersonal?: boolean }) =>
      onDatabase(
        async (pool) => {
          await knownOrganisations(pool, organisation);
          const personal = !options.withoutPersonal;
          const lines = await writeNew(file, (write) => exportLog(pool, { organisation, personal }, write));
          console.log(`${file}: the log of ${organisation}, ${lines} lines`);
        },
        { migrates: false },
      ),
    );
}

/** Writes a file that is not there yet, line by line, and returns how many. Half a log is worse than none: it is removed. */
async function writeNew(
  file: string,
  work: (write: (line: LogLine) => Promise<void>) => Promise<void>,
): Promise<number> {
  const handle = await open(file, "wx", 0o600).catch((error: unknown) => {
    throw cannotWrite(file, error);
  });
  const out = handle.createWriteStream();
  let failure: unknown;
  let lines = 0;
  out.on("error", (error) => (failure ??= error));
  try {
    await work(async (line) => {
      lines += 1;
      if (!out.write(`${JSON.stringify(line)}\n`) && failure === undefined) await once(out, "drain");
    });
    out.end();
    await finished(out);
    return lines;
  } catch (error) {
    out.destroy();
    await rm(file, { force: true });
    throw failure === undefined ? error : cannotWrite(file, failure);
  }
}

function cannotWrite(file: string, error: unknown): CannotStart {
  const why = codeOf(error) === "EEXIST" ? "is there already" : `cannot be written (${codeOf(error)})`;
  return new CannotStart(`${file} ${why}: name another file.`, { cause: error });
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
