import type { Connection } from "../inside-organisation.ts";
import type { Visibility } from "../visibility.ts";
import { conditionsOf, type QueueFilter } from "./queue-filter.ts";

/** How many complaints fit a filter, counted no further than `max`; undefined: all of them. */
export async function countRows(
  connection: Connection,
  asked: { organisation: string; visibility: Visibility; filter: QueueFilter; max?: number },
): Promise<number> {
  const { where, values } = conditionsOf(asked);
  values.push(asked.max ?? null);
  const { rows } = await connection.query<{ count: number }>(
    `select count(*)::integer as count
     from (select from complaint_row r where ${where.join(" and ")} limit $${values.length}) counted`,
    values,
  );
  return rows[0]?.count ?? 0;
}
