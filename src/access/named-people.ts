import type { Connection } from "../projections/inside-organisation.ts";
import type { Role } from "../procedure/pure/vocabulary.ts";

/** Who keeps the program running, and who checks the work of others, are put in charge of none. */
const handlingNothing: readonly Role[] = ["administrator", "auditor"];

/** Of these people, those who work here today; `handles`: by a role that they hold today they may be in charge of a complaint. */
export async function workingAmong(
  connection: Connection,
  organisation: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, { name: string; handles: boolean }>> {
  const { rows } = await connection.query<{ personId: string; name: string; handles: boolean }>(
    `select person_id as "personId", name, exists (
         select from json_array_elements(roles_on($1, person_id, (now() at time zone 'Asia/Ho_Chi_Minh')::date)) held
         where held ->> 'role' <> all ($3::text[])) as handles
     from person where organisation = $1 and person_id = any ($2) and closed_at is null`,
    [organisation, personIds, handlingNothing],
  );
  return new Map(rows.map(({ personId, ...person }) => [personId, person]));
}
