import { writeInside, type Connection } from "../projections/inside-organisation.ts";
import { canonicalHash } from "./log/canonical.ts";
import { ORGANISATION_LEAF } from "./organisation-log.ts";
import type { Store } from "./open-store.ts";
import { tryTurn } from "./locks.ts";

/** One complaint, or the organisation itself, in a seal: the hash of its fact with that sequence, and so of all before it. */
export type SealLeaf = { complaint: string; sequence: number; hash: string };

/** A seal as it is exported and hashed. Hashes are hexadecimal; `previous` is null for the first. */
export type Seal = {
  organisation: string;
  number: number;
  previous: string | null;
  sealedAt: string;
  leaves: SealLeaf[];
  hash: string;
};

/** Complaints that one seal covers at most. */
export const LEAVES_MAX = 5_000;

/** SHA-256 over the seal's canonical JSON; leaves in order of complaint id, by UTF-16 code units. */
export function sealHash(seal: Omit<Seal, "hash">): string {
  return canonicalHash(seal);
}

/**
 * Seals what no seal covers yet, up to some thousand complaints at once. Looks for complaints that are marked unsealed, never
 * for those after the last: transactions end out of order. One process at a time seals an organisation; another finds nothing.
 *
 * @returns how many ends of chains the new seal covers; 0 for none.
 */
export function sealUnsealed(store: Store, organisation: string): Promise<number> {
  return writeInside(store.pool, organisation, async (connection) => {
    if (!(await tryTurn(connection, "sealing", organisation))) return 0;
    const own = await unsealedEndOfOrganisation(connection, organisation);
    const leaves = [...own, ...(await unsealedEnds(connection, organisation))];
    if (leaves.length === 0) return 0;
    const last = await lastSeal(connection, organisation);
    const seal = { organisation, number: last.number + 1, previous: last.hash, sealedAt: last.now, leaves };
    await keep(connection, { ...seal, hash: sealHash(seal) });
    return leaves.length;
  });
}

async function unsealedEnds(connection: Connection, organisation: string): Promise<SealLeaf[]> {
  const { rows } = await connection.query<SealLeaf>(
    `with ends as (
       select complaint_id, last_sequence, last_hash from complaint
       where organisation = $1 and sealed_sequence < last_sequence
       order by changed_in limit $2
       for update skip locked),
     marked as (
       update complaint c set sealed_sequence = ends.last_sequence
       from ends where c.organisation = $1 and c.complaint_id = ends.complaint_id)
     select complaint_id as complaint, last_sequence as sequence, encode(last_hash, 'hex') as hash from ends`,
    [organisation, LEAVES_MAX],
  );
  return rows.sort((a, b) => (a.complaint < b.complaint ? -1 : 1));
}

/** Before every complaint in the order of leaves. */
async function unsealedEndOfOrganisation(connection: Connection, organisation: string): Promise<SealLeaf[]> {
  const { rows } = await connection.query<SealLeaf>(
    `select $2 as complaint, l.sequence, encode(l.hash, 'hex') as hash
     from (select sequence, hash from organisation_log where organisation = $1 order by sequence desc limit 1) l
     where not exists (
       select from seal_leaf s
       where s.organisation = $1 and s.complaint_id = '*organisation' and s.complaint_id = $2 and s.sequence = l.sequence)`,
    [organisation, ORGANISATION_LEAF],
  );
  return rows;
}

async function lastSeal(connection: Connection, organisation: string) {
  const { rows } = await connection.query<{ number: number; hash: string | null; now: string }>(
    `select coalesce(max(number), 0) as number,
            (select encode(hash, 'hex') from seal where organisation = $1 order by number desc limit 1) as hash,
            instant_text(clock_timestamp()) as now
     from seal where organisation = $1`,
    [organisation],
  );
  const last = rows[0];
  if (!last) throw new Error("an aggregate gave no row");
  return last;
}

async function keep(connection: Connection, { organisation, number, previous, sealedAt, leaves, hash }: Seal) {
  await connection.query(
    `with kept as (
       insert into seal (organisation, number, previous_hash, hash, sealed_at)
       values ($1, $2, decode($3, 'hex'), decode($4, 'hex'), $5))
     insert into seal_leaf (organisation, seal_number, complaint_id, sequence, hash)
     select $1, $2, complaint, sequence, decode(leaf.hash, 'hex')
     from json_to_recordset($6::json) as leaf (complaint text, sequence integer, hash text)`,
    [organisation, number, previous, hash, sealedAt, JSON.stringify(leaves)],
  );
}
