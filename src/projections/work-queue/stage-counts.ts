import type { Connection } from "../inside-organisation.ts";
import { seenBy, type Visibility } from "../visibility.ts";

/** Beyond this many, nobody needs to know how many there are, and counting would cost. */
export const STAGE_COUNT_MAX = 5000;

export type StageCounts = { stages: { stage: string; open: number; overdue: number }[]; isCut: boolean };

/** Open complaints of a procedure by stage, whichever edition each is pinned to. Stages without any are left out. */
export async function stageCounts(
  connection: Connection,
  {
    organisation,
    procedure,
    visibility,
    now,
  }: { organisation: string; procedure: string; visibility: Visibility; now: string },
): Promise<StageCounts> {
  const values: unknown[] = [organisation, procedure, now];
  const isSeen = seenBy(visibility, (value) => `$${values.push(value)}`);
  const { rows } = await connection.query<StageCounts["stages"][number]>({
    name: "stage_counts",
    // The index of the due gives them, the most urgent first.
    text: `select stage, count(*)::integer as open, (count(*) filter (where due_at <= $3))::integer as overdue
           from (select r.stage, r.due_at from complaint_row r
                 where r.organisation = $1 and r.is_open and r.procedure = $2 and ${isSeen}
                 order by r.due_at, r.arrival limit ${STAGE_COUNT_MAX}) open
           group by stage order by stage`,
    values,
  });
  return { stages: rows, isCut: rows.reduce((sum, { open }) => sum + open, 0) === STAGE_COUNT_MAX };
}
