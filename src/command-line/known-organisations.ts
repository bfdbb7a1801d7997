import type pg from "pg";
import { CannotStart } from "../cannot-start.ts";
import { organisationIds } from "../store/open-store.ts";

/**
 * The organisations of the database, or the one that was named.
 *
 * @throws CannotStart where it has none of that name: a word mistyped must not read as "nothing found".
 */
export async function knownOrganisations(pool: pg.Pool, only: string | undefined): Promise<string[]> {
  const known = await organisationIds(pool);
  if (known.length === 0) {
    throw new CannotStart(
      "There is no organisation in this database yet: start the server once, to load the procedures.",
    );
  }
  if (only === undefined) return known;
  if (known.includes(only)) return [only];
  throw new CannotStart(`There is no organisation "${only}" in this database: it has ${known.join(", ")}.`, {
    exitCode: 2,
  });
}
