import type { Pool } from "pg";
import { readInside, writeInside, type Connection } from "../projections/inside-organisation.ts";
import type { RoleName, Unit } from "../procedure/pure/edition/parties.ts";
import { noteInOrganisation } from "../store/organisation-log.ts";
import { refOf } from "./actor.ts";
import { takeTurn } from "../store/locks.ts";

/** A unit as people see it. `isNamed`: an edition in force still names it. */
export type UnitRow = {
  unitId: string;
  name: string;
  fullName: string | null;
  under: string | null;
  coordinates: boolean;
  isNamed: boolean;
};

/**
 * Takes over the units and the names of roles that the organisation's editions in force speak of. Where two procedures
 * name the same unit, the later one in the list counts. What is no longer named stays, for the files that speak of it.
 */
export async function seedUnits(
  pool: Pool,
  organisation: string,
  editions: readonly { units: readonly Unit[]; roles: readonly RoleName[] }[],
): Promise<void> {
  const units = new Map(editions.flatMap((edition) => edition.units.map((unit) => [unit.id, unit])));
  const names = new Map(
    editions.flatMap((edition) => edition.roles.map((each) => [`${each.role} ${each.unit ?? ""}`, each])),
  );
  await writeInside(pool, organisation, async (client) => {
    // Two programs that start together take turns.
    await takeTurn(client, "units and roles of the packs", organisation);
    await client.query("insert into organisation (organisation) values ($1) on conflict do nothing", [organisation]);
    const { rows: gone } = await client.query<{ unit_id: string }>(
      "update unit set is_named = false where organisation = $1 and is_named and unit_id <> all ($2) returning unit_id",
      [organisation, [...units.keys()]],
    );
    const { rows: changed } = await client.query<{ unit_id: string }>(
      `insert into unit (organisation, unit_id, name, full_name, under, coordinates)
       select $1, id, name, "fullName", under, coalesce(coordinates, false)
       from json_to_recordset($2) as u (id text, name text, "fullName" text, under text, coordinates boolean)
       on conflict (organisation, unit_id) do update set
         (name, full_name, under, coordinates, is_named)
         = (excluded.name, excluded.full_name, excluded.under, excluded.coordinates, true)
       where (unit.name, unit.full_name, unit.under, unit.coordinates, unit.is_named)
         is distinct from (excluded.name, excluded.full_name, excluded.under, excluded.coordinates, true)
       returning unit_id`,
      [organisation, JSON.stringify([...units.values()])],
    );
    const data = { named: idsOf(changed), noLongerNamed: idsOf(gone) };
    const facts = changed.length + gone.length > 0 ? [{ type: "UnitsChanged" as const, data }] : [];
    await noteInOrganisation(client, organisation, { facts, by: refOf("set-up") });
    await client.query("delete from role_name where organisation = $1", [organisation]);
    await client.query(
      `insert into role_name (organisation, role, unit, name)
       select $1, role, coalesce(unit, ''), name from json_to_recordset($2) as r (role text, unit text, name text)`,
      [organisation, JSON.stringify([...names.values()])],
    );
  });
}

function idsOf(rows: readonly { unit_id: string }[]): string[] {
  return rows.map((row) => row.unit_id).sort();
}

export async function unitsOf(pool: Pool, organisation: string): Promise<UnitRow[]> {
  return readInside(pool, organisation, (connection) => readUnits(connection, organisation));
}

export async function readUnits(connection: Connection, organisation: string): Promise<UnitRow[]> {
  const { rows } = await connection.query<UnitRow>(
    `select unit_id as "unitId", name, full_name as "fullName", under, coordinates, is_named as "isNamed"
     from unit where organisation = $1 order by unit_id limit 2000`,
    [organisation],
  );
  return rows;
}

/** What the provider calls its roles; `unit` null: wherever the role is held. */
export async function roleNamesOf(pool: Pool, organisation: string) {
  return readInside(pool, organisation, (connection) => readRoleNames(connection, organisation));
}

export async function readRoleNames(connection: Connection, organisation: string) {
  const { rows } = await connection.query<{ role: string; unit: string | null; name: string }>(
    `select role, nullif(unit, '') as unit, name from role_name where organisation = $1 order by role, unit limit 2000`,
    [organisation],
  );
  return rows;
}
