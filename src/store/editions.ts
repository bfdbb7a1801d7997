import type pg from "pg";
import type { Edition, EditionRef } from "../procedure/pure/edition/edition.ts";
import { readInside, type Connection } from "../projections/inside-organisation.ts";
import { organisationIds, type Store } from "./open-store.ts";
import { takeTurn } from "./locks.ts";

/** An issued edition: a complaint was pinned to it, or an operator accepted it, so its text never changes. */
export type KeptEdition = {
  ref: EditionRef;
  canonicalText: string;
  /** Whether new complaints run on this text of its day, and not on one that was accepted in its place. */
  isInForce: boolean;
};

/** Keeps the frozen text of an edition before the first complaint is pinned to it. `store.keptEditions` spares the writing. */
export async function keepEdition(store: Store, edition: Edition, connection: Connection): Promise<void> {
  const { hash } = edition.ref;
  if (store.keptEditions.has(hash)) return;
  const frozen = store.freeze(edition);
  if (frozen.hash !== hash) throw new Error(`edition ${hash} does not freeze to its own hash`);
  await insertEdition(connection, edition.ref, frozen.canonicalText);
}

function insertEdition(connection: Connection, ref: EditionRef, canonicalText: string) {
  const { organisation, procedure, effectiveOn, lawEffectiveOn, hash } = ref;
  return connection.query(
    `with entered as materialized (select enter_organisation($1))
     insert into edition (organisation, hash, procedure, effective_on, law_effective_on, canonical_text)
     select $1, $2, $3, $4, $5, $6 from entered on conflict do nothing`,
    [organisation, hash, procedure, effectiveOn, lawEffectiveOn, canonicalText],
  );
}

/** Every edition ever issued on this database, for the registry and for the check that issued files did not change. */
export async function readKeptEditions(pool: pg.Pool): Promise<KeptEdition[]> {
  const kept: KeptEdition[] = [];
  for (const organisation of await organisationIds(pool)) {
    const { rows } = await readInside(pool, organisation, (connection) =>
      connection.query<{
        hash: string;
        procedure: string;
        effective_on: string;
        law_effective_on: string;
        canonical_text: string;
        is_in_force: boolean;
      }>(
        // Of a day's texts the one accepted last is in force, or else the first.
        `select hash, procedure, effective_on::text, law_effective_on::text, canonical_text,
           row_number() over (partition by procedure, effective_on, law_effective_on
                              order by accepted.number desc nulls last, kept_at, hash) = 1 as is_in_force
         from edition e left join lateral (
           select max(number) as number from edition_accepted a
           where a.organisation = e.organisation and a.hash = e.hash) accepted on true
         where organisation = $1 order by procedure, effective_on, law_effective_on, kept_at`,
        [organisation],
      ),
    );
    for (const row of rows) {
      const { hash, procedure, effective_on: effectiveOn, law_effective_on: lawEffectiveOn } = row;
      const ref = { organisation, procedure, effectiveOn, lawEffectiveOn, hash };
      kept.push({ ref, canonicalText: row.canonical_text, isInForce: row.is_in_force });
    }
  }
  return kept;
}

/**
 * Lets new complaints run on a changed text of an issued edition's day; those that are pinned to the earlier one go on with it.
 *
 * @param by who decided that, as the machine knows them
 */
export async function acceptEdition(
  connection: Connection,
  { ref, canonicalText }: Pick<KeptEdition, "ref" | "canonicalText">,
  { reason, by }: { reason: string; by: string },
): Promise<void> {
  const { organisation } = ref;
  await insertEdition(connection, ref, canonicalText);
  await takeTurn(connection, "accepted edition", organisation);
  await connection.query(
    `insert into edition_accepted (organisation, number, hash, reason, accepted_by)
     select $1, coalesce(max(number), 0) + 1, $2, $3, $4 from edition_accepted where organisation = $1`,
    [organisation, ref.hash, reason, by],
  );
}
