import type { Connection } from "../inside-organisation.ts";
import { SEES_ALL, seenBy } from "../visibility.ts";

/** Complaints that came by each channel in the last `days` days, by the channel's id; one by which none came is not in it. */
export async function channelCounts(
  connection: Connection,
  organisation: string,
  days: number,
): Promise<ReadonlyMap<string, number>> {
  const values: unknown[] = [organisation, days];
  const seen = seenBy(SEES_ALL, (value) => `$${values.push(value)}`);
  const { rows } = await connection.query<{ channel: string; count: number }>(
    `select r.channel, count(*)::integer as count from complaint_row r
     where r.organisation = $1 and r.received_at >= now() - $2 * interval '1 day' and ${seen}
     group by r.channel`,
    values,
  );
  return new Map(rows.map(({ channel, count }) => [channel, count]));
}
