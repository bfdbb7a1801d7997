import type pg from "pg";
import type { Edition, EditionRef } from "../procedure/pure/edition/edition.ts";
import { readInside, type Connection } from "../projections/inside-organisation.ts";
import { organisationIds, type Store } from "./open-store.ts";

/** An issued edition: at least one complaint was pinned to it, so its text never changes. */
export type KeptEdition = { ref: EditionRef; canonicalText: string };

/** Keeps the frozen text of an edition before the first complaint is pinned to it. `store.keptEditions` spares the writing. */
export async function keepEdition(store: Store, edition: Edition, connection: Connection): Promise<void> {
  const { organisation, procedure, effectiveOn, lawEffectiveOn, hash } = edition.ref;
  if (store.keptEditions.has(hash)) return;
  const frozen = store.freeze(edition);
  if (frozen.hash !== hash) throw new Error(`edition ${hash} does not freeze to its own hash`);
  await connection.query(
    `with entered as materialized (select enter_organisation($1))
     insert into edition (organisation, hash, procedure, effective_on, law_effective_on, canonical_text)
     select $1, $2, $3, $4, $5, $6 from entered on conflict do nothing`,
    [organisation, hash, procedure, effectiveOn, lawEffectiveOn, frozen.canonicalText],
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
      }>(
        `select hash, procedure, effective_on::text, law_effective_on::text, canonical_text
         from edition where organisation = $1 order by procedure, effective_on, law_effective_on, kept_at`,
        [organisation],
      ),
    );
    for (const row of rows) {
      const { hash, procedure, effective_on: effectiveOn, law_effective_on: lawEffectiveOn } = row;
      const ref = { organisation, procedure, effectiveOn, lawEffectiveOn, hash };
      kept.push({ ref, canonicalText: row.canonical_text });
    }
  }
  return kept;
}
