import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { NationalCalendar } from "../procedure/pure/calendar/national-calendar.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import type { EditionRegistry } from "../procedure/pure/edition/registry.ts";
import { CalendarBook } from "./calendar-book.ts";
import { gathered, type Gathered } from "./gathered.ts";

/** What every write and every worker needs. Made once by `main`, which reads the packs. */
export type Store = {
  /** Connections that act as `hoiam_app`. */
  pool: pg.Pool;
  registry: EditionRegistry;
  calendars: CalendarBook;
  /** The text that is kept for good when a complaint is first pinned to an edition. */
  freeze: (edition: Edition) => { hash: string; canonicalText: string };
  newId: () => string;
  /** Editions that are in the database for certain, so that they are not written with every complaint. */
  keptEditions: Set<string>;
  /** Of commands that come at the same moment. */
  gathered: Gathered;
};

/**
 * Opens the store on a migrated database and makes known the organisations of the registry.
 *
 * @param options.newId identifiers, unique for good; the default makes random ones
 */
export async function openStore(options: {
  pool: pg.Pool;
  registry: EditionRegistry;
  national: NationalCalendar;
  freeze: Store["freeze"];
  newId?: () => string;
}): Promise<Store> {
  const { pool, registry, national, freeze, newId = randomUUID } = options;
  const known = new Set(await organisationIds(pool));
  for (const { id } of registry.organisations()) if (!known.has(id)) await addOrganisation(pool, id);
  const calendars = new CalendarBook(national);
  return { pool, registry, calendars, freeze, newId, keptEditions: new Set(), gathered: gathered(pool) };
}

/** Every organisation that this database was ever used for, in alphabetical order. */
export async function organisationIds(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ organisation: string }>("select organisation_ids() as organisation");
  return rows.map((row) => row.organisation);
}

async function addOrganisation(pool: pg.Pool, organisation: string): Promise<void> {
  await pool.query(
    `with entered as materialized (select enter_organisation($1))
     insert into organisation (organisation) select $1 from entered on conflict do nothing`,
    [organisation],
  );
}
