import { createHash } from "node:crypto";
import type { Pool } from "pg";
import type { RatingSubject } from "../procedure/pure/vocabulary.ts";
import { readInside, writeInside } from "../projections/inside-organisation.ts";

type Rated = { organisation: string; procedure: string };

/**
 * Keeps what a reader thinks of a published procedure or of the help pages; what the same browser said before is replaced.
 *
 * @param rating.browser a random text that the browser made and keeps
 * @param rating.score 1 to 5
 */
export async function keepArticleRating(
  pool: Pool,
  { organisation, procedure }: Rated,
  { of, score, browser }: { of: RatingSubject; score: number; browser: string },
): Promise<void> {
  const browserHash = createHash("sha256").update(browser).digest();
  await writeInside(pool, organisation, (connection) =>
    connection.query(
      `insert into article_rating (organisation, procedure, of, browser_hash, score) values ($1, $2, $3, $4, $5)
       on conflict (organisation, procedure, of, browser_hash) do update set score = excluded.score, rated_at = now()`,
      [organisation, procedure, of, browserHash, score],
    ),
  );
}

/** How many readers gave which score. Scores that nobody gave are left out. */
export async function countArticleRatings(
  pool: Pool,
  { organisation, procedure }: Rated,
): Promise<{ of: RatingSubject; score: number; count: number }[]> {
  return readInside(pool, organisation, async (connection) => {
    const { rows } = await connection.query<{ of: RatingSubject; score: number; count: number }>(
      `select of, score, count(*)::integer as count from article_rating
       where organisation = $1 and procedure = $2 group by of, score order by of, score`,
      [organisation, procedure],
    );
    return rows;
  });
}
