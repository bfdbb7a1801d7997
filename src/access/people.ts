import type { Pool } from "pg";
import { readInside, writeInside, type Connection } from "../projections/inside-organisation.ts";
import { tellPasswordSet } from "../store/notifications.ts";
import { noteInOrganisation, type NewOrganisationFact } from "../store/organisation-log.ts";
import { refOf, type ChangedBy, type PersonActing } from "./actor.ts";
import { plainName } from "./customer-identifiers.ts";
import { forgetGuesses, takeGuess } from "./guesses.ts";
import type { Language, RoleHeld } from "./identity.ts";
import { hashPassword, passwordFits } from "./password.ts";
import { endDelegationsOf } from "./roles.ts";
import { endSessionsOf, guessOf, plainSignInName, sameSignInNames, type Whence } from "./sign-in.ts";
import { revokeTokensOf } from "./tokens.ts";

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
  /** Of a password that was made unreadable before: of many, none while the organisation's log is held. */
  passwordHash?: string | undefined;
  /** Somebody else knows the password: it lets in once, to choose one's own. */
  isOneTime?: boolean;
  addedBy?: ChangedBy;
};

const ID_CHARS_MAX = 60;

/** How long a password that somebody else set may be used to choose one's own. */
export const ONE_TIME_DAYS = 14;

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

/** Whether anybody may sign in at any of these organisations. */
export async function hasAnybody(pool: Pool, organisations: readonly string[]): Promise<boolean> {
  for (const organisation of organisations) {
    const people = await peopleOf(pool, organisation);
    if (people.some(({ isClosed }) => !isClosed)) return true;
  }
  return false;
}

export async function personById(pool: Pool, organisation: string, personId: string): Promise<PersonRow | undefined> {
  return readInside(pool, organisation, (client) => readPerson(client, organisation, personId));
}

/** An id for somebody new, made of the sign-in name where nobody has that one yet. */
export async function newPersonId(
  connection: Connection,
  organisation: string,
  { signInName, newId }: { signInName: string; newId: () => string },
): Promise<string> {
  const [before = ""] = signInName.split("@");
  const id = plainName(before).replaceAll(" ", "-").slice(0, ID_CHARS_MAX);
  if (id === "") return newId();
  const { rowCount } = await connection.query("select from person where organisation = $1 and person_id = $2", [
    organisation,
    id,
  ]);
  return rowCount === 0 ? id : newId();
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
  { personId, name, signInName, email, isOneTime = false, addedBy = "set-up", ...secret }: NewPerson,
): Promise<PersonRow | PeopleRefusal> {
  const passwordHash =
    secret.passwordHash ?? (secret.password === undefined ? null : await hashPassword(secret.password));
  const taken = await client.query<{ person_id: string }>(
    "select person_id from person where organisation = $1 and (person_id = $2 or sign_in_name = any ($3))",
    [organisation, personId, sameSignInNames(organisation, signInName)],
  );
  const other = taken.rows[0];
  if (other) return other.person_id === personId ? "person-exists" : "sign-in-name-taken";
  const added = await client.query(
    `insert into person (organisation, person_id, name, email, sign_in_name, password_hash, one_time_until)
     values ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 day') on conflict do nothing`,
    [
      organisation,
      personId,
      name,
      email ?? null,
      plainSignInName(signInName),
      passwordHash,
      isOneTime && passwordHash !== null ? ONE_TIME_DAYS : null,
    ],
  );
  if (added.rowCount === 0) return "sign-in-name-taken";
  const facts = [{ type: "PersonAdded" as const, data: { personId } }];
  await noteInOrganisation(client, organisation, { facts, by: refOf(addedBy) });
  return (await readPerson(client, organisation, personId)) ?? "unknown-person";
}

export type PersonChange = {
  name?: string | undefined;
  email?: string | null | undefined;
  password?: string | undefined;
  isClosed?: boolean | undefined;
};

/**
 * Changes somebody. A new password, and leaving, end every session and token; leaving ends what they lent or were lent as deputies
 * too. `version`: the one that was read, if the caller cares. `isOneTime`: somebody else knows the new password; the person is told.
 */
export async function changePerson(
  client: Connection,
  organisation: string,
  asked: {
    personId: string;
    version?: number | undefined;
    change: PersonChange;
    isOneTime?: boolean;
    changedBy: ChangedBy;
  },
): Promise<PersonRow | PeopleRefusal> {
  const { personId, version, change, isOneTime = false, changedBy } = asked;
  const passwordHash = change.password === undefined ? null : await hashPassword(change.password);
  const before = await readPerson(client, organisation, personId);
  const { rowCount } = await client.query(
    `update person set
       name = coalesce($4, name),
       email = case when $5 then $6 else email end,
       password_hash = coalesce($7, password_hash),
       closed_at = case when $8::boolean is null then closed_at when $8 then coalesce(closed_at, now()) end,
       one_time_until = case when $7::text is null then one_time_until else now() + $9 * interval '1 day' end,
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
      isOneTime ? ONE_TIME_DAYS : null,
    ],
  );
  const person = await readPerson(client, organisation, personId);
  if (!person) return "unknown-person";
  if (rowCount === 0) return "changed-meanwhile";
  const facts = factsOf(personId, change, before?.isClosed ?? false);
  await noteInOrganisation(client, organisation, { facts, by: refOf(changedBy) });
  if (passwordHash !== null && isOneTime) {
    const byId = changedBy === "set-up" ? null : changedBy.personId;
    await tellPasswordSet(client, organisation, { personId, byId, version: person.version });
  }
  if (passwordHash !== null || change.isClosed) {
    await endSessionsOf(client, organisation, personId);
    await revokeTokensOf(client, organisation, { personId, revokedBy: changedBy });
  }
  if (change.isClosed) await endDelegationsOf(client, organisation, { personId, endedBy: changedBy });
  return person;
}

function factsOf(personId: string, { isClosed, ...change }: PersonChange, wasClosed: boolean): NewOrganisationFact[] {
  const fields = Object.entries(change).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  const facts: NewOrganisationFact[] = fields.length > 0 ? [{ type: "PersonChanged", data: { personId, fields } }] : [];
  if (isClosed !== undefined && isClosed !== wasClosed) {
    facts.push({ type: isClosed ? "PersonClosed" : "PersonReopened", data: { personId } });
  }
  return facts;
}

/** Why a new password of one's own was not set. */
export type PasswordRefusal = "wrong-sign-in" | "same-password" | { waitS: number };

/**
 * Sets one's own password, and ends every session and token. Guesses at the current one are counted with those made when signing
 * in, so that a session that was left open is no place to guess from.
 */
export async function changeOwnPassword(
  pool: Pool,
  organisation: string,
  asked: { self: PersonActing; signInName: string; currentPassword: string; newPassword: string; whence: Whence },
): Promise<"done" | PasswordRefusal> {
  const { self, signInName, whence, currentPassword, newPassword } = asked;
  const { personId } = self;
  const guess = await guessOf(pool, { organisation, signInName, whence });
  const waitS = await takeGuess(pool, guess);
  if (waitS > 0) return { waitS };
  return writeInside(pool, organisation, async (connection) => {
    const { rows } = await connection.query<{ password_hash: string | null }>(
      "select password_hash from person where organisation = $1 and person_id = $2 for update",
      [organisation, personId],
    );
    if (!(await passwordFits(currentPassword, rows[0]?.password_hash ?? null))) return "wrong-sign-in";
    await forgetGuesses(connection, guess);
    // Who set the old one still knows it.
    if (currentPassword.normalize("NFC") === newPassword.normalize("NFC")) return "same-password";
    const change = { password: newPassword };
    await changePerson(connection, organisation, { personId, change, changedBy: self });
    return "done";
  });
}

/** Keeps in which language somebody reads the screens. */
export async function chooseLanguage(
  pool: Pool,
  organisation: string,
  { personId, language }: { personId: string; language: Language },
): Promise<void> {
  await writeInside(pool, organisation, (connection) =>
    connection.query("update person set language = $3 where organisation = $1 and person_id = $2", [
      organisation,
      personId,
      language,
    ]),
  );
}

/** Somebody to be named: in charge, asked, mentioned. `units`: where they hold a role today. */
export type Suggestion = { personId: string; name: string; units: string[] };

/**
 * People who work here today, by the beginning of any word of their names or ids, in any letter case and without tone marks; those
 * of `unit` only, where it is named. An organisation's people are few enough to look at all of them.
 */
export async function suggestPeople(
  pool: Pool,
  organisation: string,
  { words, unit, limit }: { words: string; unit?: string | undefined; limit: number },
): Promise<Suggestion[]> {
  const { rows } = await readInside(pool, organisation, (connection) =>
    connection.query<Suggestion>(
      `select p.person_id as "personId", p.name, h.units
       from person p cross join lateral (
         select coalesce(array_agg(distinct held ->> 'unit'), '{}') as units
         from json_array_elements(roles_on($1, p.person_id, (now() at time zone 'Asia/Ho_Chi_Minh')::date)) held) h
       where p.organisation = $1 and p.closed_at is null and ($2::text is null or $2 = any (h.units))
         and position(' ' || $3 in ' ' || translate(regexp_replace(normalize(lower(p.name), NFD), '[\\u0300-\\u036f]', '', 'g'),
               'đ-', 'd ') || ' ' || replace(p.person_id, '-', ' ')) > 0
       order by p.name collate "C", p.person_id limit $4`,
      [organisation, unit ?? null, plainName(words), limit],
    ),
  );
  return rows;
}

async function readPerson(client: Connection, organisation: string, personId: string): Promise<PersonRow | undefined> {
  const { rows } = await client.query<PersonRow>(
    `select ${columns} from person where organisation = $1 and person_id = $2`,
    [organisation, personId],
  );
  return rows[0];
}
