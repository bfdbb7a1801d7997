import type { Readable } from "node:stream";
import type pg from "pg";
import { writeInside } from "../../projections/inside-organisation.ts";
import type { AttachmentStore, KeptContent } from "./attachment-store.ts";

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

/**
 * Keeps a content for an organisation until a complaint names it; what none names within a day is removed. Throws `TooManyBytes`
 * and `TakenAway`.
 */
export async function keepContent(
  { pool, attachments }: { pool: pg.Pool; attachments: AttachmentStore },
  { organisation, content, type, bytesMax, by }: Given,
): Promise<KeptContent & { type: string }> {
  const { sha256, bytes } = await attachments.put(organisation, content, { bytesMax });
  const found = typeof type === "string" ? type : type();
  await writeInside(pool, organisation, async (connection) => {
    await connection.query(
      `insert into attachment (organisation, sha256, bytes, type, uploaded_by) values ($1, $2, $3, $4, $5)
       on conflict (organisation, sha256) do update set wanted_at = now()`,
      [organisation, sha256, bytes, found, JSON.stringify(by)],
    );
    // An older upload of the same content may have been taken away just before this row was locked.
    if (!(await attachments.has(organisation, sha256))) throw new TakenAway(`${sha256} was taken away meanwhile`);
  });
  return { sha256, bytes, type: found };
}
