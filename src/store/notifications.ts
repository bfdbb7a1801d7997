import type { Connection } from "../projections/inside-organisation.ts";
import type { Told } from "../projections/notifications/notifications.ts";

/** Takes note that a person has read these, or, without ids, everything up to now that they are shown. Read ones stay read. */
export async function markRead(
  connection: Connection,
  asked: Told & { notificationIds?: readonly string[] | undefined },
): Promise<void> {
  await connection.query(
    `update notification n set read_at = clock_timestamp()
     where organisation = $1 and person_id = $2 and read_at is null
       and ($3::text[] is null or notification_id = any ($3::text[]))
       and coalesce((select r.shown_in from complaint_row r
                     where r.organisation = n.organisation and r.complaint_id = n.complaint_id), 'work') = $4`,
    [asked.organisation, asked.personId, asked.notificationIds ?? null, asked.shownIn],
  );
}

/** The way back: these count as new again. */
export async function markUnread(
  connection: Connection,
  asked: { organisation: string; personId: string; notificationIds: readonly string[] },
): Promise<void> {
  await connection.query(
    `update notification set read_at = null
     where organisation = $1 and person_id = $2 and notification_id = any ($3::text[])`,
    [asked.organisation, asked.personId, asked.notificationIds],
  );
}

/**
 * Tells a person that somebody else set their password: whoever did that could act as them, once. It follows from no complaint, so
 * nothing of it goes through the outbox.
 *
 * @param told.byId null: the operator
 */
export async function tellPasswordSet(
  connection: Connection,
  organisation: string,
  told: { personId: string; byId: string | null; version: number },
): Promise<void> {
  const { personId, byId, version } = told;
  await connection.query(
    `insert into notification (organisation, notification_id, person_id, kind, made_at, data)
     values ($1, $2, $3, 'password-set', clock_timestamp(), $4) on conflict do nothing`,
    [organisation, `password-set.${personId}.${version}`, personId, JSON.stringify({ by: byId })],
  );
}
