import type { Connection } from "../inside-organisation.ts";

/** Beyond this, nobody reads on. */
const NOTICES_MAX = 500;

/** What a person was told after `since`, up to `to`, and has not read: kind and number only, the latest first. */
export async function noticesBetween(
  connection: Connection,
  asked: { organisation: string; personId: string; since: string; to: string },
): Promise<{ kind: string; number: string | null }[]> {
  const { rows } = await connection.query<{ kind: string; number: string | null }>({
    name: "notices_between",
    text: `select n.kind, r.number from notification n
             left join complaint_row r on r.organisation = n.organisation and r.complaint_id = n.complaint_id
           where n.organisation = $1 and n.person_id = $2 and n.read_at is null and n.made_at > $3 and n.made_at <= $4
             and (n.complaint_id is null or not ($2 = any (r.about_person_ids)))
             -- What is for practice is told inside only, to who practises.
             and coalesce(r.shown_in, 'work') = 'work'
           order by n.made_at desc, n.notification_id desc limit ${NOTICES_MAX}`,
    values: [asked.organisation, asked.personId, asked.since, asked.to],
  });
  return rows;
}
