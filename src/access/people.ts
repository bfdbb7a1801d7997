import type { Pool } from "pg";
import { readInside, writeInside, type Connection } from "../projections/inside-organisation.ts";
import type { RoleHeld } from "./identity.ts";
import { hashPassword, passwordFits } from "./password.ts";
import { endSessionsOf, plainSignInName } from "./sign-in.ts";

export type PersonRow = {
  personId: string;
  name: string;
  email: string | null;
  signInName: string;
  isClosed: boolean;
  version: number;
  /** Roles held today. */
  roles: RoleHeld[];
};

/** Why a change of people was not made. */
export type PeopleRefusal =
  "sign-in-name-taken" | "person-exists" | "unknown-person" | "unknown-unit" | "changed-meanwhile";

export type NewPerson = {
  personId: string;
  name: string;
  signInName: string;
  email?: string | undefined;
  /** Undefined: may not sign in by password (signs in elsewhere, or not yet). */
  password?: string | undefined;
};

const columns = `person_id as "personId", name, email, sign_in_name as "signInName", closed_at is not null as "isClosed",
  version, roles_on(organisation, person_id, (now() at time zone 'Asia/Ho_Chi_Minh')::date) as roles`;

/** Everybody who ever worked here, in order of their ids; closed ones among them, because files speak of them. */
export async function peopleOf(
  pool: Pool,
  organisation: string,
  { after = "", limit = 200 }: { after?: string | undefined; limit?: number | undefined } = {},
): Promise<PersonRow[]> {
  return readInside(pool, organisation, async (client) => {
    const { rows } = await client.query<PersonRow>(
      `select ${columns} from person where organisation = $1 and person_id > $2 order by person_id limit $3`,
      [organisation, after, limit],
    );
    return rows;
  });
}

export async function personById(pool: Pool, organisation: string, personId: string): Promise<PersonRow | undefined> {
  return readInside(pool, organisation, (client) => readPerson(client, organisation, personId));
}

/** Names for ids, where people read who did something. */
export async function namesOf(
  pool: Pool,
  organisation: string,
  personIds: readonly string[],
): Promise<Record<string, string>> {
  if (personIds.length === 0) return {};
  const { rows } = await readInside(pool, organisation, (connection) =>
    connection.query<{ person_id: string; name: string }>(
      "select person_id, name from person where organisation = $1 and person_id = any ($2)",
      [organisation, [...new Set(personIds)]],
    ),
  );
  return Object.fromEntries(rows.map((row) => [row.person_id, row.name]));
}

/** Adds somebody. `client` is inside the organisation already. */
export async function addPerson(
  client: Connection,
  organisation: string,
  { personId, name, signInName, email, password }: NewPerson,
): Promise<PersonRow | PeopleRefusal> {
  const passwordHash = password === undefined ? null : await hashPassword(password);
  const taken = await client.query<{ person_id: string }>(
    "select person_id from person where organisation = $1 and (person_id = $2 or sign_in_name = $3)",
    [organisation, personId, plainSignInName(signInName)],
  );
  const other = taken.rows[0];
  if (other) return other.person_id === personId ? "person-exists" : "sign-in-name-taken";
  const added = await client.query(
    `insert into person (organisation, person_id, name, email, sign_in_name, password_hash)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [organisation, personId, name, email ?? null, plainSignInName(signInName), passwordHash],
  );
  if (added.rowCount === 0) return "sign-in-name-taken";
  return (await readPerson(client, organisation, personId)) ?? "unknown-person";
}

export type PersonChange = {
  name?: string | undefined;
  email?: string | null | undefined;
  password?: string | undefined;
  isClosed?: boolean | undefined;
};

/** Changes somebody. A new password, and leaving, end every session. `version`: the one that was read, if the caller cares. */
export async function changePerson(
  client: Connection,
  organisation: string,
  { personId, version, change }: { personId: string; version?: number | undefined; change: PersonChange },
): Promise<PersonRow | PeopleRefusal> {
  const passwordHash = change.password === undefined ? null : await hashPassword(change.password);
  const { rowCount } = await client.query(
    `update person set
       name = coalesce($4, name),
       email = case when $5 then $6 else email end,
       password_hash = coalesce($7, password_hash),
       closed_at = case when $8::boolean is null then closed_at when $8 then coalesce(closed_at, now()) end,
       version = version + 1
     where organisation = $1 and person_id = $2 and ($3::integer is null or version = $3)`,
    [
      organisation,
      personId,
      version ?? null,
      change.name ?? null,
      change.email !== undefined,
      change.email ?? null,
      passwordHash,
      change.isClosed ?? null,
    ],
  );
  const person = await readPerson(client, organisation, personId);
  if (!person) return "unknown-person";
  if (rowCount === 0) return "changed-meanwhile";
  if (passwordHash !== null || change.isClosed) await endSessionsOf(client, organisation, personId);
  return person;
}

/** Sets one's own password, and ends every session; false comes back where the current one does not fit. */
export async function changeOwnPassword(
  pool: Pool,
  organisation: string,
  asked: { personId: string; currentPassword: string; newPassword: string },
): Promise<boolean> {
  const { personId, currentPassword, newPassword } = asked;
  return writeInside(pool, organisation, async (connection) => {
    const { rows } = await connection.query<{ password_hash: string | null }>(
      "select password_hash from person where organisation = $1 and person_id = $2 for update",
      [organisation, personId],
    );
    if (!(await passwordFits(currentPassword, rows[0]?.password_hash ?? null))) return false;
    await changePerson(connection, organisation, { personId, change: { password: newPassword } });
    return true;
  });
}

async function readPerson(client: Connection, organisation: string, personId: string): Promise<PersonRow | undefined> {
  const { rows } = await client.query<PersonRow>(
    `select ${columns} from person where organisation = $1 and person_id = $2`,
    [organisation, personId],
  );
  return rows[0];
}
