import { createHash } from "node:crypto";
import type { Attachment } from "../../complaint/events/parts.ts";
import { readInside, writeInside } from "../../projections/inside-organisation.ts";
import type { Wiring } from "./api.ts";
import type { Document } from "./command-body.ts";
import { problem } from "./problem.ts";

type Kept = { sha256: string; bytes: string; type: string; infected_by: string | null };

/**
 * Documents as the core takes them: size and type as they were found on upload, never as somebody says. `salt` is the same
 * for a repeated command, so that its documents are the same too.
 */
export async function documentsHandedIn(
  { pool }: Pick<Wiring, "pool">,
  organisation: string,
  { documents, salt, isPreview = false }: { documents: readonly Document[]; salt: string; isPreview?: boolean },
): Promise<Attachment[]> {
  if (documents.length === 0) return [];
  const kept = await (isPreview ? readInside : writeInside)(pool, organisation, async (connection) => {
    const { rows } = await connection.query<Kept>(
      // Whoever hands a document in has a day from now to get it into a complaint.
      isPreview
        ? "select sha256, bytes, type, infected_by from attachment where organisation = $1 and sha256 = any ($2)"
        : `update attachment set wanted_at = now() where organisation = $1 and sha256 = any ($2)
           returning sha256, bytes, type, infected_by`,
      [organisation, documents.map(({ sha256 }) => sha256)],
    );
    return new Map(rows.map((row) => [row.sha256, row]));
  });
  return documents.map(({ sha256, name, evidence }, index) => {
    const content = kept.get(sha256);
    if (!content) throw problem("unknown-attachment", {}, { field: `documents.${index}.sha256` });
    if (content.infected_by !== null)
      throw problem("document-infected", { what: content.infected_by }, { field: `documents.${index}.sha256` });
    const attachmentId = createHash("sha256").update(`${salt} ${index} ${sha256}`).digest("hex").slice(0, 32);
    const attachment = { attachmentId, name, type: content.type, bytes: Number(content.bytes), sha256 };
    return evidence === undefined ? attachment : { ...attachment, evidence };
  });
}
