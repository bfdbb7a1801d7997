import type { Readable } from "node:stream";
import type pg from "pg";
import { writeInside, type Connection } from "../../projections/inside-organisation.ts";
import type { AttachmentStore, KeptContent } from "./attachment-store.ts";
import { noteHarmless, scanContent } from "./scan-contents.ts";

/** It was kept, and taken away again as an older one that nobody named: whoever hands it in sends it once more. */
export class TakenAway extends Error {
  override name = "TakenAway";
}

type Given = {
  organisation: string;
  content: Readable;
  /** Its media type; asked for when all of it has come, where only the content shows it. */
  type: string | (() => string);
  bytesMax: number;
  by: object;
};

/** `infectedBy`: what a virus scanner found; null: nothing, or there is none, or it is looked at later. */
export type KeptAndSeen = KeptContent & { type: string; infectedBy: string | null };

/**
 * Keeps a content for an organisation until a complaint names it; what none names within a day is removed. What a scanner finds bad is
 * kept all the same, and never given out. Throws `TooManyBytes` and `TakenAway`.
 */
export async function keepContent(
  { pool, attachments }: { pool: pg.Pool; attachments: AttachmentStore },
  { organisation, content, type, bytesMax, by }: Given,
): Promise<KeptAndSeen> {
  const { sha256, bytes } = await attachments.put(organisation, content, { bytesMax });
  const kept = { sha256, bytes, type: typeof type === "string" ? type : type() };
  await writeInside(pool, organisation, (connection) =>
    nameContent(connection, attachments, { organisation, by, ...kept }),
  );
  // Kept first: a scanner that is slow or gone costs nobody what they sent.
  return { ...kept, infectedBy: await scanContent({ pool, attachments }, organisation, sha256) };
}

/** As `keepContent`, for what the program made itself, in a transaction that is open already: where that is undone, nothing knows of it. */
export async function keepContentWithin(
  connection: Connection,
  attachments: AttachmentStore,
  { organisation, content, type, bytesMax, by }: Given & { type: string },
): Promise<KeptContent> {
  const { sha256, bytes } = await attachments.put(organisation, content, { bytesMax });
  await nameContent(connection, attachments, { organisation, by, sha256, bytes, type });
  await noteHarmless(connection, organisation, sha256);
  return { sha256, bytes };
}

/**
 * Notes contents that were kept in a transaction which was then undone, so that the housekeeping finds them and removes them after a
 * day, as what nobody named. One that is known anyway stays as it is.
 */
export async function noteLeftOver(
  pool: pg.Pool,
  { organisation, contents, type, by }: Pick<Given, "organisation" | "by"> & { contents: KeptContent[]; type: string },
): Promise<void> {
  if (contents.length === 0) return;
  await writeInside(pool, organisation, (connection) =>
    connection.query(
      `insert into attachment (organisation, sha256, bytes, type, uploaded_by)
       select $1, sha256, bytes, $4, $5 from unnest($2::text[], $3::bigint[]) as left_over (sha256, bytes)
       on conflict (organisation, sha256) do nothing`,
      [
        organisation,
        contents.map(({ sha256 }) => sha256),
        contents.map(({ bytes }) => bytes),
        type,
        JSON.stringify(by),
      ],
    ),
  );
}

type Named = Pick<Given, "organisation" | "by"> & KeptContent & { type: string };

async function nameContent(
  connection: Connection,
  attachments: AttachmentStore,
  { organisation, by, sha256, bytes, type }: Named,
): Promise<void> {
  await connection.query(
    `insert into attachment (organisation, sha256, bytes, type, uploaded_by) values ($1, $2, $3, $4, $5)
     on conflict (organisation, sha256) do update set wanted_at = now()`,
    [organisation, sha256, bytes, type, JSON.stringify(by)],
  );
  // An older upload of the same content may have been taken away just before this row was locked.
  if (!(await attachments.has(organisation, sha256))) throw new TakenAway(`${sha256} was taken away meanwhile`);
}
