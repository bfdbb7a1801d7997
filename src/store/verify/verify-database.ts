import type pg from "pg";
import { readInside } from "../../projections/inside-organisation.ts";
import { exportLog } from "./export-log.ts";
import { LogCheck, type Verdict } from "./verify-log.ts";

/**
 * Verifies the log of an organisation where it is. Beside what an exported log shows, it compares the end of each chain with what
 * the next fact would be chained to.
 */
export async function verifyLog(
  pool: pg.Pool,
  { organisation, head }: { organisation: string; head?: string | undefined },
): Promise<Verdict> {
  const check = new LogCheck();
  await exportLog(pool, { organisation, personal: true }, (line) => check.take(line));
  const verdict = check.verdict({ head });
  const { rows } = await readInside(pool, organisation, (connection) =>
    connection.query<{ complaint: string; last_sequence: number }>(
      `select c.complaint_id as complaint, c.last_sequence
       from complaint c
       where c.organisation = $1 and not exists (
         select from event e
         where e.organisation = c.organisation and e.complaint_id = c.complaint_id and e.sequence = c.last_sequence
           and e.hash = c.last_hash)
       order by c.complaint_id limit 1000`,
      [organisation],
    ),
  );
  for (const { complaint, last_sequence: last } of rows) {
    const where = `complaint ${complaint}`;
    verdict.flaws.push({ flaw: "event-missing", where, detail: `fact ${last}, its last, is not there or is altered` });
  }
  return verdict;
}
