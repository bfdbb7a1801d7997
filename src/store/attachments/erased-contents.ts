import type pg from "pg";
import { writeInside, type Connection } from "../../projections/inside-organisation.ts";
import type { Erasure } from "../log/erasures.ts";

/** So long a command may take from handing a document in to naming it. */
const HANDING_IN_MINUTES = 10;

/** Notes the contents of the documents that a redaction erases, in its transaction. */
export async function noteErased(
  connection: Connection,
  organisation: string,
  erasures: readonly Erasure[],
): Promise<void> {
  const sha256s = erasures.flatMap(({ content }) => content ?? []);
  if (sha256s.length === 0) return;
  await connection.query(
    `insert into erased_content (organisation, sha256) select distinct $1, unnest($2::text[]) on conflict do nothing`,
    [organisation, sha256s],
  );
}

/**
 * Lets go of up to `limit` erased contents, so that `removeUnnamedContents` takes them away like what was never named, but for those that a document which
 * is not erased still names, in any complaint's file or in what arrived. Reads the organisation's whole log once for all of them: redactions are
 * rare.
 *
 * @returns how many erased contents were looked at and settled, one way or the other.
 */
export function letGoOfErased(
  { pool }: { pool: pg.Pool },
  { organisation, limit }: { organisation: string; limit: number },
): Promise<number> {
  return writeInside(pool, organisation, async (connection) => {
    const settled = await claimErased(connection, organisation, limit);
    if (settled.length === 0) return 0;
    // A statement of its own after the locks: whoever hands one of these in from now on waits for this transaction.
    await connection.query(
      `with named as (
         select document ->> 'sha256' as sha256
         from event e, jsonb_path_query(e.data, 'strict $.** ? (exists (@.sha256))') as document
         where e.organisation = $1 and document ->> 'sha256' = any ($2::text[])
           -- The name of an erased one has become an object that holds its hash.
           and jsonb_typeof(document -> 'name') = 'string'
         union all
         select a.sha256 from arrival r
           cross join lateral (values (r.original_sha256), (r.html_sha256)) as a (sha256)
         where r.organisation = $1 and r.erased_at is null and a.sha256 = any ($2::text[])
         union all
         select document ->> 'sha256' from arrival r, jsonb_array_elements(r.attachments) as document
         where r.organisation = $1 and r.erased_at is null and document ->> 'sha256' = any ($2::text[])),
       settled as (delete from erased_content where organisation = $1 and sha256 = any ($2::text[]))
       update attachment set is_named = false
       where organisation = $1 and sha256 = any ($2::text[]) and sha256 not in (select sha256 from named)`,
      [organisation, settled],
    );
    return settled.length;
  });
}

/** Erased contents, locked against whoever would hand them in; one that is being handed in at this moment is left for later. */
async function claimErased(connection: Connection, organisation: string, limit: number): Promise<string[]> {
  const { rows } = await connection.query<{ sha256: string }>(
    `select e.sha256 from erased_content e join attachment a using (organisation, sha256)
     where e.organisation = $1 and a.wanted_at < now() - $2 * interval '1 minute'
     order by e.erased_at, e.sha256 limit $3 for update skip locked`,
    [organisation, HANDING_IN_MINUTES, limit],
  );
  return rows.map(({ sha256 }) => sha256);
}
