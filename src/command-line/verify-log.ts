import { open } from "node:fs/promises";
import { Command } from "commander";
import { CannotStart } from "../cannot-start.ts";
import { verifyDocuments } from "../store/verify/verify-documents.ts";
import { verifyLog } from "../store/verify/verify-database.ts";
import { LogCheck, type Verdict } from "../store/verify/verify-log.ts";
import { knownOrganisations } from "./known-organisations.ts";
import { onDatabase } from "./on-database.ts";

/** `hoiam verify-log`: ends with 1 where anything was altered, taken out or moved, and says what. */
export function verifyLogCommand(): Command {
  return new Command("verify-log")
    .description("find every fact that was altered, taken out or moved, in an exported log or in the database")
    .argument("[file]", "an exported log (JSON lines), read without a database; absent: the database's own logs")
    .option("--head <hash>", "hash of a seal that was published: it must be in the log (with FILE or --organisation)")
    .option("--organisation <id>", "only this one of the database")
    .option("--no-documents", "do not read the documents of the complaints, however much they are")
    .action(async (file: string | undefined, options: Options) => {
      const verdicts = file === undefined ? await verifyDatabase(options) : [await verifyFile(file, options.head)];
      for (const verdict of verdicts) print(verdict);
      if (verdicts.some(({ flaws }) => flaws.length > 0)) process.exitCode = 1;
    });
}

type Options = { head?: string; organisation?: string; documents: boolean };

function verifyDatabase({ head, organisation: only, documents }: Options): Promise<Verdict[]> {
  if (head !== undefined && only === undefined) {
    throw new CannotStart("--head is a seal of one organisation: say whose with --organisation.", { exitCode: 2 });
  }
  return onDatabase(
    async (pool, attachments) => {
      const verdicts: Verdict[] = [];
      for (const organisation of await knownOrganisations(pool, only)) {
        const verdict = await verifyLog(pool, { organisation, head });
        if (documents) verdict.flaws.push(...(await verifyDocuments({ pool, attachments }, organisation)).flaws);
        verdicts.push(verdict);
      }
      return verdicts;
    },
    { migrates: false },
  );
}

async function verifyFile(file: string, head: string | undefined): Promise<Verdict> {
  const opened = await open(file).catch((error: unknown) => {
    const why = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new CannotStart(`${file} cannot be read (${why}): check its name and its rights.`, {
      exitCode: 2,
      cause: error,
    });
  });
  const check = new LogCheck();
  let number = 0;
  for await (const text of opened.readLines()) {
    number += 1;
    if (text === "") continue;
    check.takeUnread(parsed(text), `${file}:${number}`);
  }
  if (number === 0) throw new CannotStart(`${file} is empty: it is no exported log.`, { exitCode: 2 });
  return check.verdict({ head });
}

/** What is no JSON at all is told like any other line that is none of a log. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function print({ organisation, flaws, events, complaints, organisationFacts, seals, unsealed, head }: Verdict): void {
  for (const { flaw, where, detail } of flaws) console.log(`${organisation}: ${flaw}: ${where}: ${detail}`);
  const found = flaws.length === 0 ? "nothing altered" : `${flaws.length} ${flaws.length === 1 ? "flaw" : "flaws"}`;
  const size = `${events} facts of ${complaints} complaints, ${organisationFacts} of the organisation, ${seals} seals (${unsealed} complaints not sealed yet)`;
  console.log(`${organisation}: ${found}; ${size}; head ${head ?? "none"}`);
}
