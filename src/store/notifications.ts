import type { Connection } from "../projections/inside-organisation.ts";

/** Takes note that a person has read these, or, without ids, everything up to now. Read ones stay read. */
export async function markRead(
  connection: Connection,
  asked: { organisation: string; personId: string; notificationIds?: readonly string[] | undefined },
): Promise<void> {
  await connection.query(
    `update notification set read_at = clock_timestamp()
     where organisation = $1 and person_id = $2 and read_at is null
       and ($3::text[] is null or notification_id = any ($3::text[]))`,
    [asked.organisation, asked.personId, asked.notificationIds ?? null],
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
