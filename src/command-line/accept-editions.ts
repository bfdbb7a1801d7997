import { hostname, userInfo } from "node:os";
import { Command } from "commander";
import { CannotStart } from "../cannot-start.ts";
import { procedureFolders, readConfig } from "../config.ts";
import { writeInside } from "../projections/inside-organisation.ts";
import { acceptEdition, readKeptEditions } from "../store/editions.ts";
import { asKept, changesOf, loadBesideKept, nameOf } from "./issued-editions.ts";
import { onDatabase } from "./on-database.ts";

/**
 * `hoiam accept-editions`: the way past a start that was refused because issued editions were changed, after an upgrade of the
 * program brought other packs, or while a pack is being written. What complaints run on already stays as it was.
 */
export function acceptEditionsCommand(): Command {
  return new Command("accept-editions")
    .description("let new complaints run on issued editions as they are on disk now; running ones keep their text")
    .argument("[editions...]", "only these, as organisation/procedure/day; without any, every changed one")
    .requiredOption("--reason <reason>", "why; it is kept with your name")
    .action((editions: string[], { reason }: { reason: string }) => accept(editions, reason));
}

async function accept(only: string[], reason: string): Promise<void> {
  if (reason.trim() === "") throw new CannotStart("hoiam accept-editions: --reason says nothing.", { exitCode: 2 });
  await onDatabase(async (pool) => {
    const { changed } = loadBesideKept(procedureFolders(readConfig()), await readKeptEditions(pool));
    const chosen = changed.filter(({ issued: { ref } }) => {
      const name = `${ref.organisation}/${ref.procedure}/${ref.effectiveOn}`;
      return only.length === 0 || only.includes(name);
    });
    if (chosen.length === 0) console.log("No issued edition was changed: nothing to accept.");
    const by = `${userInfo().username}@${hostname()}`;
    for (const each of chosen) {
      const { organisation } = each.issued.ref;
      await writeInside(pool, organisation, (connection) => acceptEdition(connection, asKept(each), { reason, by }));
      console.log(`${nameOf(each.issued.ref)}: new complaints run on the text as it is now (${changesOf(each)})`);
    }
  });
}
