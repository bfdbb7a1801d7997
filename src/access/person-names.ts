import type { Connection } from "../projections/inside-organisation.ts";

/** Names for the ids of people, for lists; an id that nobody has, has no name. */
export async function personNames(
  connection: Connection,
  organisation: string,
  personIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(personIds)].filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const { rows } = await connection.query<{ person_id: string; name: string }>({
    name: "person_names",
    text: "select person_id, name from person where organisation = $1 and person_id = any ($2)",
    values: [organisation, ids],
  });
  return new Map(rows.map((row) => [row.person_id, row.name]));
}
