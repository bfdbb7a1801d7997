import type { Connection } from "../projections/inside-organisation.ts";
import type { PersonActing } from "./actor.ts";

/** A list of the work queue under a name. `query`: names and values as they stand in the address of a list. */
export type SavedView = {
  viewId: string;
  name: string;
  /** The unit that it is shared with. */
  unit: string | null;
  personId: string;
  query: Record<string, string>;
};
export type ViewChange = { [Field in "name" | "unit" | "query"]?: SavedView[Field] | undefined };

/** So many of one's own; more would be no help in finding anything. */
export const VIEWS_MAX = 50;
const SHOWN_MAX = 200;

const columns = `view_id as "viewId", name, unit, person_id as "personId", query`;

/** One's own and those shared with one's units, in the order in which they were made. */
export async function savedViews(
  connection: Connection,
  organisation: string,
  { personId, roles }: PersonActing,
): Promise<SavedView[]> {
  const { rows } = await connection.query<SavedView>(
    `select ${columns} from saved_view
     where organisation = $1 and (person_id = $2 or unit = any ($3)) order by made_at, view_id limit ${SHOWN_MAX}`,
    [organisation, personId, roles.map(({ unit }) => unit)],
  );
  return rows;
}

export async function saveView(
  connection: Connection,
  organisation: string,
  { viewId, personId, name, unit, query }: SavedView,
): Promise<SavedView | "too-many"> {
  const { rows } = await connection.query<SavedView>(
    `insert into saved_view (organisation, view_id, person_id, name, unit, query)
     select $1, $2, $3, $4, $5, $6
     where (select count(*) from saved_view where organisation = $1 and person_id = $3) < ${VIEWS_MAX}
     returning ${columns}`,
    [organisation, viewId, personId, name, unit, JSON.stringify(query)],
  );
  return rows[0] ?? "too-many";
}

/** Only one's own; undefined: there is no such one. */
export async function changeView(
  connection: Connection,
  organisation: string,
  { viewId, personId, change }: { viewId: string; personId: string; change: ViewChange },
): Promise<SavedView | undefined> {
  const { name, unit, query } = change;
  const { rows } = await connection.query<SavedView>(
    `update saved_view set name = coalesce($4, name), unit = case when $5 then $6 else unit end, query = coalesce($7, query)
     where organisation = $1 and view_id = $2 and person_id = $3 returning ${columns}`,
    [
      organisation,
      viewId,
      personId,
      name ?? null,
      unit !== undefined,
      unit ?? null,
      query === undefined ? null : JSON.stringify(query),
    ],
  );
  return rows[0];
}

/** Only one's own; false: there is no such one. */
export async function removeView(
  connection: Connection,
  organisation: string,
  { viewId, personId }: { viewId: string; personId: string },
): Promise<boolean> {
  const { rowCount } = await connection.query(
    "delete from saved_view where organisation = $1 and view_id = $2 and person_id = $3",
    [organisation, viewId, personId],
  );
  return (rowCount ?? 0) > 0;
}
