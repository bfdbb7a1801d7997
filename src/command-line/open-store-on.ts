import pg from "pg";
import { seedUnits } from "../access/units.ts";
import { CannotStart } from "../cannot-start.ts";
import { procedureFolders, type Config } from "../config.ts";
import { loadVietnameseCalendar } from "../procedure/load/calendars.ts";
import { freeze, thaw } from "../procedure/load/freeze.ts";
import { checkIssuedUnchanged, loadEditions } from "../procedure/load/load-editions.ts";
import { readKeptEditions } from "../store/editions.ts";
import { openStore, type Store } from "../store/open-store.ts";
import { formatProblem } from "./format-problem.ts";

const CONNECTIONS_MAX = 20;

/**
 * The store on a migrated database, with the packs of the project and of the operator, and every organisation's units.
 *
 * @throws CannotStart where a pack is wrong, or an edition was changed after a complaint had been pinned to it.
 */
export async function openStoreOn(
  appUrl: string,
  config: Pick<Config, "proceduresFolder">,
): Promise<{ store: Store; close: () => Promise<void> }> {
  const pool = new pg.Pool({ connectionString: appUrl, max: CONNECTIONS_MAX, application_name: "hoiam serve" });
  // A connection that breaks while it waits is replaced; who needs one gets an error of their own.
  pool.on("error", () => undefined);
  try {
    const kept = await readKeptEditions(pool);
    const loaded = loadEditions(
      procedureFolders(config),
      kept.map(({ canonicalText }) => thaw(canonicalText)),
    );
    if (!loaded.ok) throw new CannotStart(linesOf("The packs are wrong", loaded.problems));
    const changed = checkIssuedUnchanged(
      loaded.loaded,
      kept.map(({ ref }) => ref),
    ).filter(({ severity }) => severity !== "warning");
    if (changed.length > 0) throw new CannotStart(linesOf("An issued edition was changed", changed));
    const { registry } = loaded;
    const store = await openStore({ pool, registry, national: loadVietnameseCalendar(), freeze });
    for (const { id } of registry.organisations()) {
      const editions = registry.editions().filter(({ ref }) => ref.organisation === id);
      await seedUnits(pool, id, editions);
    }
    return { store, close: () => pool.end() };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

function linesOf(what: string, problems: Parameters<typeof formatProblem>[0][]): string {
  return [`${what}:`, ...problems.map((problem) => formatProblem(problem))].join("\n");
}
