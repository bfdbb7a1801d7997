import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { readInside, writeInside, type Connection } from "../projections/inside-organisation.ts";
import { hashOfKey, newLinkKey, organisationOfKey } from "./link-keys.ts";

/** By which somebody who never signs in fetches one document of a file, until it expires or is taken back. */
export type DownloadLink = {
  downloadLinkId: string;
  attachmentId: string;
  madeFor: string;
  madeBy: string;
  madeAt: string;
  expiresAt: string;
  /** Null: nobody has. */
  fetchedAt: string | null;
  fetched: number;
};

/** The key is shown now and never again: only its hash is kept. */
export async function addDownloadLink(
  connection: Connection,
  organisation: string,
  link: { complaintId: string; attachmentId: string; madeFor: string; madeBy: string; hours: number },
): Promise<{ downloadLinkId: string; key: string; expiresAt: string }> {
  const downloadLinkId = randomUUID();
  const key = newLinkKey(organisation);
  const { complaintId, attachmentId, madeFor, madeBy, hours } = link;
  const { rows } = await connection.query<{ expiresAt: string }>(
    `insert into download_link (organisation, download_link_id, key_hash, complaint_id, attachment_id, made_for, made_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp() + $8 * interval '1 hour')
     returning instant_text(expires_at) as "expiresAt"`,
    [organisation, downloadLinkId, hashOfKey(key), complaintId, attachmentId, madeFor, madeBy, hours],
  );
  return { downloadLinkId, key, expiresAt: rows[0]?.expiresAt ?? "" };
}

/** Those of a complaint that are still good, the newest first. */
export async function downloadLinksOf(
  connection: Connection,
  organisation: string,
  complaintId: string,
): Promise<DownloadLink[]> {
  const { rows } = await connection.query<DownloadLink>(
    `select download_link_id as "downloadLinkId", attachment_id as "attachmentId", made_for as "madeFor", made_by as "madeBy",
       instant_text(made_at) as "madeAt", instant_text(expires_at) as "expiresAt", instant_text(fetched_at) as "fetchedAt", fetched
     from download_link where organisation = $1 and complaint_id = $2 and expires_at > now()
     order by made_at desc, download_link_id`,
    [organisation, complaintId],
  );
  return rows;
}

/** Takes a link back: it ends now. False: the complaint has none of that name that is still good. */
export async function endDownloadLink(
  connection: Connection,
  organisation: string,
  { complaintId, downloadLinkId }: { complaintId: string; downloadLinkId: string },
): Promise<boolean> {
  const { rowCount } = await connection.query(
    `update download_link set expires_at = clock_timestamp()
     where organisation = $1 and complaint_id = $2 and download_link_id = $3 and expires_at > now()`,
    [organisation, complaintId, downloadLinkId],
  );
  return rowCount === 1;
}

export type Fetched = { organisation: string; complaintId: string; attachmentId: string };

/** What a key opens; undefined for one that never was, has expired or was taken back alike. */
export async function documentOfKey(pool: Pool, key: string): Promise<Fetched | undefined> {
  const organisation = organisationOfKey(key);
  const { rows } = await readInside(pool, organisation, (connection) =>
    connection.query<Fetched>(
      `select organisation, complaint_id as "complaintId", attachment_id as "attachmentId" from download_link
       where organisation = $1 and key_hash = $2 and expires_at > now()`,
      [organisation, hashOfKey(key)],
    ),
  );
  return rows[0];
}

/** Notes that somebody came with it. */
export async function noteFetched(pool: Pool, organisation: string, key: string): Promise<void> {
  await writeInside(pool, organisation, (connection) =>
    connection.query(
      `update download_link set fetched = fetched + 1, fetched_at = coalesce(fetched_at, now())
       where organisation = $1 and key_hash = $2`,
      [organisation, hashOfKey(key)],
    ),
  );
}
