import type pg from "pg";
import { readInside, writeInside, type Connection } from "../../projections/inside-organisation.ts";
import type { AttachmentStore } from "./attachment-store.ts";

type Places = { pool: pg.Pool; attachments: AttachmentStore };

/** `not-seen`: there is a scanner, and it has not looked at it yet. */
export type Safety = { state: "safe" | "not-seen" } | { state: "infected"; by: string };

/** Whether a content may be given out. */
export function contentSafety({ pool, attachments }: Places, organisation: string, sha256: string): Promise<Safety> {
  return readInside(pool, organisation, async (connection) => {
    const { rows } = await connection.query<{ isSeen: boolean; infectedBy: string | null }>({
      name: "content_safety",
      text: `select scanned_at is not null as "isSeen", infected_by as "infectedBy" from attachment
             where organisation = $1 and sha256 = $2`,
      values: [organisation, sha256],
    });
    const { isSeen = false, infectedBy = null } = rows[0] ?? {};
    if (infectedBy !== null) return { state: "infected", by: infectedBy };
    return { state: isSeen || !attachments.scan ? "safe" : "not-seen" };
  });
}

/** Has a kept content looked at, unless it was; null where nothing was found, or where that is not known yet. */
export async function scanContent(
  { pool, attachments }: Places,
  organisation: string,
  sha256: string,
): Promise<string | null> {
  const before = await contentSafety({ pool, attachments }, organisation, sha256);
  if (before.state === "infected") return before.by;
  if (before.state === "safe") return null;
  const content = await attachments.open(organisation, sha256);
  const found = content && (await attachments.scan?.(content).catch(() => undefined));
  if (found === undefined) return null;
  await writeInside(pool, organisation, (connection) => noteSeen(connection, organisation, { sha256, found }));
  return found;
}

/** The program made it itself. */
export function noteHarmless(connection: Connection, organisation: string, sha256: string): Promise<unknown> {
  return noteSeen(connection, organisation, { sha256, found: null });
}

function noteSeen(
  connection: Connection,
  organisation: string,
  { sha256, found }: { sha256: string; found: string | null },
): Promise<unknown> {
  return connection.query(
    `update attachment set scanned_at = now(), infected_by = $3
     where organisation = $1 and sha256 = $2 and scanned_at is null`,
    [organisation, sha256, found],
  );
}

/**
 * Has up to `limit` contents looked at that the scanner has not seen: it was away, or there was none when they came. The newest first,
 * since somebody may be waiting for them.
 *
 * @returns how many it has seen now; 0 without a scanner. Rejects where it could not look at one: the next ones wait too.
 */
export async function scanUnseen(
  { pool, attachments }: Places,
  { organisation, limit }: { organisation: string; limit: number },
): Promise<number> {
  const { scan } = attachments;
  if (!scan) return 0;
  const unseen = await readInside(pool, organisation, async (connection) => {
    const { rows } = await connection.query<{ sha256: string }>(
      "select sha256 from attachment where organisation = $1 and scanned_at is null order by uploaded_at desc limit $2",
      [organisation, limit],
    );
    return rows;
  });
  let seen = 0;
  for (const { sha256 } of unseen) {
    const content = await attachments.open(organisation, sha256);
    // Verification names what is missing.
    if (!content) continue;
    const found = await scan(content);
    await writeInside(pool, organisation, (connection) => noteSeen(connection, organisation, { sha256, found }));
    seen += 1;
  }
  return seen;
}
