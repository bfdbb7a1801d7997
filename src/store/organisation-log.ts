import type { ActorRef } from "../complaint/events/event.ts";
import type { Connection } from "../projections/inside-organisation.ts";
import { canonicalHash } from "./log/canonical.ts";
import { takeTurn } from "./locks.ts";

/**
 * What can change about an organisation itself, and who took lists of its customers out. People are named by their ids; nothing else
 * about them stands here.
 */
export const organisationFactTypes = [
  "PersonAdded",
  "PersonChanged",
  "PersonClosed",
  "PersonReopened",
  "RoleGiven",
  "RoleEnded",
  "DeputyNamed",
  "DeputyEnded",
  "UnitsChanged",
  "TokenMade",
  "TokenRevoked",
  "ListExported",
  "DownloadLinkMade",
  "DownloadLinkEnded",
  "LetterStamped",
  "LetterUnstamped",
  "CalendarChanged",
  "ChannelClosed",
  "ChannelOpened",
  "ConnectionAdded",
  "ConnectionChanged",
  "ConnectionRemoved",
  "ConnectionTested",
  "WordTemplateUploaded",
  "WordTemplateOn",
  "WordTemplateOff",
] as const;
export type OrganisationFactType = (typeof organisationFactTypes)[number];

export type NewOrganisationFact = { type: OrganisationFactType; data: Record<string, unknown> };

/** A fact of the organisation's log, chained to the one before it. `recordedAt` is database time, UTC. */
export type OrganisationFact = NewOrganisationFact & {
  organisation: string;
  sequence: number;
  recordedAt: string;
  actor: ActorRef;
  hash: string;
};

/** Under this name the end of the organisation's chain stands among the leaves of a seal. No complaint can have this id. */
export const ORGANISATION_LEAF = "*organisation";

/** SHA-256 over the canonical JSON of the fact and the hash of the fact before it (null for the first). */
export function organisationFactHash(fact: Omit<OrganisationFact, "hash">, previous: string | null): string {
  return canonicalHash({ ...fact, previous });
}

/**
 * Appends facts in the transaction that makes them true; those of one organisation are written one transaction after another.
 * `connection` is inside the organisation.
 */
export async function noteInOrganisation(
  connection: Connection,
  organisation: string,
  { facts, by }: { facts: readonly NewOrganisationFact[]; by: ActorRef },
): Promise<void> {
  if (facts.length === 0) return;
  await takeTurn(connection, "organisation log", organisation);
  const { recordedAt, ...end } = await endOf(connection, organisation);
  let { sequence, hash } = end;
  const rows = facts.map(({ type, data }) => {
    sequence += 1;
    hash = organisationFactHash({ organisation, sequence, type, recordedAt, actor: by, data }, hash);
    return { sequence, type, data, hash };
  });
  await connection.query(
    `insert into organisation_log (organisation, sequence, type, recorded_at, actor, data, hash)
     select $1, sequence, type, $2, $3, data, decode(w.hash, 'hex')
     from json_to_recordset($4) as w (sequence integer, type text, data jsonb, hash text)`,
    [organisation, recordedAt, JSON.stringify(by), JSON.stringify(rows)],
  );
}

/** The facts after one of them, in order. */
export async function organisationFacts(
  connection: Connection,
  organisation: string,
  { after, limit }: { after: number; limit: number },
): Promise<OrganisationFact[]> {
  const { rows } = await connection.query<OrganisationFact>(
    `select organisation, sequence, type, instant_text(recorded_at) as "recordedAt", actor, data, encode(hash, 'hex') as hash
     from organisation_log where organisation = $1 and sequence > $2 order by sequence limit $3`,
    [organisation, after, limit],
  );
  return rows;
}

async function endOf(connection: Connection, organisation: string) {
  const { rows } = await connection.query<{ sequence: number; hash: string | null; recordedAt: string }>(
    `select coalesce(max(sequence), 0) as sequence,
            (select encode(hash, 'hex') from organisation_log where organisation = $1 order by sequence desc limit 1) as hash,
            instant_text(greatest(clock_timestamp(), max(recorded_at))) as "recordedAt"
     from organisation_log where organisation = $1`,
    [organisation],
  );
  const end = rows[0];
  if (!end) throw new Error("an aggregate gave no row");
  return end;
}
