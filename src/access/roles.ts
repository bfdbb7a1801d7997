import type { Connection } from "../projections/inside-organisation.ts";
import type { Role } from "../procedure/pure/vocabulary.ts";
import { noteInOrganisation, type NewOrganisationFact } from "../store/organisation-log.ts";
import { refOf, type ChangedBy } from "./actor.ts";
import type { SigningWay } from "./identity.ts";

/** A role as it was given: days included at both ends; `toOn` null: until further notice. */
export type RoleGiven = {
  roleHeldId: string;
  personId: string;
  role: Role;
  unit: string;
  fromOn: string;
  toOn: string | null;
};

export type NewRole = Omit<RoleGiven, "toOn"> & { toOn?: string | undefined };

const columns = `role_held_id as "roleHeldId", person_id as "personId", role, unit, from_on::text as "fromOn",
  to_on::text as "toOn"`;

/** Gives somebody a role in a unit. `client` is inside the organisation already. */
export async function giveRole(
  client: Connection,
  organisation: string,
  { roleHeldId, personId, role, unit, fromOn, toOn, givenBy }: NewRole & { givenBy: ChangedBy },
): Promise<RoleGiven | "unknown-person" | "unknown-unit"> {
  const { rows: known } = await client.query<{ person: boolean; unit: boolean }>(
    `select exists (select from person where organisation = $1 and person_id = $2) as person,
            exists (select from unit where organisation = $1 and unit_id = $3) as unit`,
    [organisation, personId, unit],
  );
  if (!known[0]?.person) return "unknown-person";
  if (!known[0].unit) return "unknown-unit";
  const { rows } = await client.query<RoleGiven>(
    `insert into role_held (organisation, role_held_id, person_id, role, unit, from_on, to_on, given_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${columns}`,
    [organisation, roleHeldId, personId, role, unit, fromOn, toOn ?? null, JSON.stringify(refOf(givenBy))],
  );
  const given = rows[0];
  if (!given) return "unknown-person";
  await note(client, organisation, { type: "RoleGiven", data: given }, givenBy);
  return given;
}

/**
 * The last day of a role, included. Undefined comes back where there is no such role, or it would end before it began or later
 * than it does already: more of a role is given anew.
 */
export async function endRole(
  client: Connection,
  organisation: string,
  { personId, roleHeldId, toOn, endedBy }: { personId: string; roleHeldId: string; toOn: string; endedBy: ChangedBy },
): Promise<RoleGiven | undefined> {
  const { rows } = await client.query<RoleGiven>(
    `update role_held set to_on = $4
     where organisation = $1 and person_id = $2 and role_held_id = $3 and from_on <= $4 and (to_on is null or to_on >= $4)
     returning ${columns}`,
    [organisation, personId, roleHeldId, toOn],
  );
  const ended = rows[0];
  if (ended) await note(client, organisation, { type: "RoleEnded", data: { roleHeldId, personId, toOn } }, endedBy);
  return ended;
}

/** Every role that somebody held, holds or will hold, the newest first. */
export async function rolesOf(client: Connection, organisation: string, personId: string): Promise<RoleGiven[]> {
  const { rows } = await client.query<RoleGiven>(
    `select ${columns} from role_held where organisation = $1 and person_id = $2
     order by from_on desc, role_held_id limit 200`,
    [organisation, personId],
  );
  return rows;
}

export type Delegation = {
  delegationId: string;
  personId: string;
  deputyId: string;
  fromOn: string;
  toOn: string;
  reason: string | null;
  /** How the deputy signs papers, and their own post that stands below; null: in place of the post, which stands alone. */
  signsAs: SigningWay | null;
  post: string | null;
  isEnded: boolean;
};

const delegationColumns = `delegation_id as "delegationId", person_id as "personId", deputy_id as "deputyId",
  from_on::text as "fromOn", to_on::text as "toOn", reason, signs_as as "signsAs", post, ended_at is not null as "isEnded"`;

export type NewDelegation = {
  delegationId: string;
  personId: string;
  deputyId: string;
  fromOn: string;
  toOn: string;
  reason?: string | undefined;
  signsAs?: SigningWay | undefined;
  post?: string | undefined;
  givenBy: ChangedBy;
};

/** Lets a deputy act for somebody, both days included. */
export async function delegate(
  client: Connection,
  organisation: string,
  { delegationId, personId, deputyId, fromOn, toOn, reason, signsAs, post, givenBy }: NewDelegation,
): Promise<Delegation | "unknown-person"> {
  const known = await client.query("select from person where organisation = $1 and person_id = any ($2)", [
    organisation,
    [personId, deputyId],
  ]);
  if (known.rowCount !== 2) return "unknown-person";
  const { rows } = await client.query<Delegation>(
    `insert into delegation (organisation, delegation_id, person_id, deputy_id, from_on, to_on, reason, given_by, signs_as, post)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning ${delegationColumns}`,
    [
      organisation,
      delegationId,
      personId,
      deputyId,
      fromOn,
      toOn,
      reason ?? null,
      JSON.stringify(refOf(givenBy)),
      signsAs ?? null,
      post ?? null,
    ],
  );
  const made = rows[0];
  if (!made) return "unknown-person";
  // The reason may speak of an illness: it stays out of what is never erased.
  const { reason: _reason, isEnded: _isEnded, signsAs: as, post: below, ...named } = made;
  const data = { ...named, ...(as === null ? {} : { signsAs: as }), ...(below === null ? {} : { post: below }) };
  await note(client, organisation, { type: "DeputyNamed", data }, givenBy);
  return made;
}

export async function endDelegation(
  client: Connection,
  organisation: string,
  { personId, delegationId, endedBy }: { personId: string; delegationId: string; endedBy: ChangedBy },
): Promise<Delegation | undefined> {
  const { rows } = await client.query<Delegation>(
    `select ${delegationColumns} from delegation
     where organisation = $1 and person_id = $2 and delegation_id = $3 for update`,
    [organisation, personId, delegationId],
  );
  const found = rows[0];
  if (!found || found.isEnded) return found;
  await endDelegations(client, organisation, { delegationIds: [delegationId], endedBy });
  return { ...found, isEnded: true };
}

/** Ends whatever a person lent or was lent: they leave. */
export async function endDelegationsOf(
  client: Connection,
  organisation: string,
  { personId, endedBy }: { personId: string; endedBy: ChangedBy },
): Promise<void> {
  const { rows } = await client.query<{ delegationId: string }>(
    `select delegation_id as "delegationId" from delegation
     where organisation = $1 and (person_id = $2 or deputy_id = $2) and ended_at is null for update`,
    [organisation, personId],
  );
  const delegationIds = rows.map(({ delegationId }) => delegationId);
  await endDelegations(client, organisation, { delegationIds, endedBy });
}

async function endDelegations(
  client: Connection,
  organisation: string,
  { delegationIds, endedBy }: { delegationIds: string[]; endedBy: ChangedBy },
): Promise<void> {
  const { rows } = await client.query<{ delegationId: string; personId: string; deputyId: string }>(
    `update delegation set ended_at = now() where organisation = $1 and delegation_id = any ($2)
     returning delegation_id as "delegationId", person_id as "personId", deputy_id as "deputyId"`,
    [organisation, delegationIds],
  );
  const facts = rows.map((data) => ({ type: "DeputyEnded" as const, data }));
  await noteInOrganisation(client, organisation, { facts, by: refOf(endedBy) });
}

export async function delegationsOf(client: Connection, organisation: string, personId: string): Promise<Delegation[]> {
  const { rows } = await client.query<Delegation>(
    `select ${delegationColumns} from delegation where organisation = $1 and (person_id = $2 or deputy_id = $2)
     order by from_on desc, delegation_id limit 200`,
    [organisation, personId],
  );
  return rows;
}

function note(client: Connection, organisation: string, fact: NewOrganisationFact, by: ChangedBy): Promise<void> {
  return noteInOrganisation(client, organisation, { facts: [fact], by: refOf(by) });
}
