import type { Readable } from "node:stream";
import type pg from "pg";
import { writeInside } from "../../projections/inside-organisation.ts";
import type { AttachmentStore, KeptContent } from "./attachment-store.ts";

/** Keeps a content for an organisation until a complaint names it; what none names within a day is removed. */
export async function keepContent(
  { pool, attachments }: { pool: pg.Pool; attachments: AttachmentStore },
  {
    organisation,
    content,
    type,
    bytesMax,
    by,
  }: { organisation: string; content: Readable; type: string; bytesMax: number; by: object },
): Promise<KeptContent & { type: string }> {
  const { sha256, bytes } = await attachments.put(organisation, content, { bytesMax });
  await writeInside(pool, organisation, (connection) =>
    connection.query(
      `insert into attachment (organisation, sha256, bytes, type, uploaded_by) values ($1, $2, $3, $4, $5)
       on conflict (organisation, sha256) do update set wanted_at = now()`,
      [organisation, sha256, bytes, type, JSON.stringify(by)],
    ),
  );
  return { sha256, bytes, type };
}
