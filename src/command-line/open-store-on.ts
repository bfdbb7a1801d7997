import pg from "pg";
import { seedUnits } from "../access/units.ts";
import { procedureFolders, type Config } from "../config.ts";
import { loadVietnameseCalendar } from "../procedure/load/calendars.ts";
import { freeze } from "../procedure/load/freeze.ts";
import { readKeptEditions } from "../store/editions.ts";
import { openStore, type Store } from "../store/open-store.ts";
import { loadBesideKept, nameOf, refuseChanged } from "./issued-editions.ts";

const CONNECTIONS_MAX = 20;
/** Beyond this, a server that does not answer counts as lost: whoever asked is told, and may ask again. */
const CONNECT_MS_MAX = 30_000;

/** `notices` are worth a line at the start. */
export type OpenedStore = { store: Store; notices: string[]; close: () => Promise<void> };

/**
 * The store on a migrated database, with the packs of the project and of the operator, and every organisation's units.
 *
 * @throws CannotStart where a pack is wrong, or an edition was changed after a complaint had been pinned to it.
 */
export async function openStoreOn(appUrl: string, config: Pick<Config, "proceduresFolder">): Promise<OpenedStore> {
  const pool = new pg.Pool({
    connectionString: appUrl,
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: CONNECT_MS_MAX,
    application_name: "hoiam serve",
    pipeline: true,
  });
  // A connection that breaks while it waits is replaced; who needs one gets an error of their own.
  pool.on("error", () => undefined);
  // So does one that breaks at work: its queries are told, and nothing else need be.
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    const loaded = loadBesideKept(procedureFolders(config), await readKeptEditions(pool));
    if (loaded.changed.length > 0) throw refuseChanged(loaded.changed);
    const { registry } = loaded;
    const notices = loaded.missing.map(
      (ref) => `the file of ${nameOf(ref)} is gone; complaints go on with the text that was kept`,
    );
    const store = await openStore({ pool, registry, national: loadVietnameseCalendar(), freeze });
    for (const { id } of registry.organisations()) {
      const editions = registry.editions().filter(({ ref }) => ref.organisation === id);
      await seedUnits(pool, id, editions);
    }
    return { store, notices, close: () => pool.end() };
  } catch (error) {
    await pool.end();
    throw error;
  }
}
