import type pg from "pg";
import { readInside } from "../../projections/inside-organisation.ts";
import type { AttachmentStore } from "../attachments/attachment-store.ts";
import { contentState } from "../attachments/content-state.ts";
import type { Flaw } from "./verify-log.ts";

/**
 * Reads every document that the log names and compares it with its hash, one after the other. Erased ones are not looked for.
 *
 * @returns how many contents were read, and those that are not as they were handed in.
 */
export async function verifyDocuments(
  { pool, attachments }: { pool: pg.Pool; attachments: AttachmentStore },
  organisation: string,
): Promise<{ documents: number; flaws: Flaw[] }> {
  const { rows } = await readInside(pool, organisation, (connection) =>
    connection.query<{ sha256: string; complaintId: string }>(
      `select document ->> 'sha256' as sha256, min(e.complaint_id) as "complaintId"
       from event e, jsonb_path_query(e.data, 'strict $.** ? (exists (@.sha256) && exists (@.attachmentId))') as document
       where e.organisation = $1
         -- The name of an erased one has become an object that holds its hash.
         and jsonb_typeof(document -> 'name') = 'string'
       group by 1 order by 1`,
      [organisation],
    ),
  );
  const flaws: Flaw[] = [];
  for (const { sha256, complaintId } of rows) {
    const state = await contentState(attachments, organisation, sha256);
    const where = `document ${sha256}`;
    if (state === "missing")
      flaws.push({ flaw: "document-missing", where, detail: `complaint ${complaintId} names it` });
    if (state === "altered") {
      flaws.push({
        flaw: "document-altered",
        where,
        detail: `its content does not have its hash (complaint ${complaintId})`,
      });
    }
  }
  return { documents: rows.length, flaws };
}
