import type pg from "pg";
import { writeInside } from "../projections/inside-organisation.ts";

/**
 * Puts out, for a short message, the acknowledgement of what has just come by telephone: written there as an SMS, and where the organisation wants
 * that, taken down from a call. What was written up late, imported or taken for practice gets none; nor does what came before the setting.
 *
 * @returns how many
 */
export async function acknowledgeCalls(
  pool: pg.Pool,
  { organisation, calls }: { organisation: string; calls: boolean },
): Promise<number> {
  const { rowCount } = await writeInside(pool, organisation, (connection) =>
    connection.query({
      name: "acknowledge_calls",
      text: `insert into outbox (organisation, outbox_id, complaint_id, sequence, kind, audience, channel, content, urgency, queued_at,
               next_try_at, carrier)
             select r.organisation, r.complaint_id || '.call', r.complaint_id, 1, 'acknowledgement', 'customer', r.channel,
               '{"automatic": true}', 'now', clock_timestamp(), clock_timestamp(), 'sms'
             from (select * from complaint_row where organisation = $1 order by arrival desc limit 200) r
             join event e on e.organisation = r.organisation and e.complaint_id = r.complaint_id and e.sequence = 1
             where r.channel_type = 'phone' and r.received_at > clock_timestamp() - interval '10 minutes'
               and e.recorded_at - r.received_at < interval '5 minutes' and not r.is_imported and r.shown_in = 'work'
               and ($2 or exists (select from arrival a where a.organisation = $1 and a.complaint_id = r.complaint_id and a.medium = 'sms'
                                    and a.sequence = 1))
             on conflict do nothing`,
      values: [organisation, calls],
    }),
  );
  return rowCount ?? 0;
}
