import type { Connection } from "../inside-organisation.ts";

/** How often written replies of a unit followed one advice, of how many to which it was given. */
export type AdviceByUnit = { unit: string | null; advice: string; kept: number; of: number };

/**
 * How written replies stood to what the provider advises, by the unit that had the complaint: what is told of people stands in no
 * list. Without what is for practice. `fromAt` inclusive, `untilAt` exclusive, by when it was recorded.
 */
export async function adviceByUnit(
  connection: Connection,
  organisation: string,
  { fromAt, untilAt }: { fromAt: string; untilAt: string },
): Promise<AdviceByUnit[]> {
  const { rows } = await connection.query<AdviceByUnit>(
    `select e.data->'advice'->>'unit' as unit, a.advice, (count(*) filter (where a.kept))::integer as kept, count(*)::integer as of
     from event e
     join complaint_row r on r.organisation = e.organisation and r.complaint_id = e.complaint_id and r.shown_in = 'work'
     cross join lateral (
       select advice, true as kept from jsonb_array_elements_text(e.data->'advice'->'kept') as k (advice)
       union all
       select advice, false from jsonb_array_elements_text(e.data->'advice'->'open') as o (advice)) a
     where e.organisation = $1 and e.type in ('ReplyGiven', 'AnsweredAtFirstLine') and e.data ? 'advice'
       and e.recorded_at >= $2 and e.recorded_at < $3
     group by 1, 2 order by 1 nulls last, 2`,
    [organisation, fromAt, untilAt],
  );
  return rows;
}
