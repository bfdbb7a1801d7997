import type { Connection } from "../projections/inside-organisation.ts";

type Of = { organisation: string; connectionId: string };

/** How far a mailbox was read. UIDs are those of one UIDVALIDITY; null: it was never read. */
export type MailboxPlace = {
  uidValidity: number | null;
  lastUid: number;
  /** What arrived before it was connected is taken only where it is unread. */
  begunAt: string;
};

/**
 * Takes a mailbox for this process, or keeps it.
 *
 * @param lease.holder of the process; no other has it
 * @returns undefined where another holds it
 */
export async function leaseMailbox(
  connection: Connection,
  { organisation, connectionId }: Of,
  lease: { holder: string; seconds: number },
): Promise<MailboxPlace | undefined> {
  const { rows } = await connection.query<MailboxPlace>({
    name: "lease_mailbox",
    text: `insert into mailbox_place as p (organisation, connection_id, leased_by, leased_until)
           values ($1, $2, $3, clock_timestamp() + $4 * interval '1 second')
           on conflict (organisation, connection_id) do update
             set leased_by = excluded.leased_by, leased_until = excluded.leased_until
             where p.leased_by is null or p.leased_by = excluded.leased_by or p.leased_until < clock_timestamp()
           returning uid_validity::float8 as "uidValidity", last_uid::float8 as "lastUid", instant_text(begun_at) as "begunAt"`,
    values: [organisation, connectionId, lease.holder, lease.seconds],
  });
  return rows[0];
}

/** Notes that everything up to this UID was taken in. */
export async function advanceMailbox(
  connection: Connection,
  { organisation, connectionId }: Of,
  { holder, uidValidity, lastUid }: { holder: string; uidValidity: number; lastUid: number },
): Promise<void> {
  await connection.query({
    name: "advance_mailbox",
    text: `update mailbox_place set uid_validity = $4, last_uid = $5
           where organisation = $1 and connection_id = $2 and leased_by = $3`,
    values: [organisation, connectionId, holder, uidValidity, lastUid],
  });
}

/** Lets another process read it at once; where another one does already, nothing changes. */
export async function releaseMailbox(
  connection: Connection,
  { organisation, connectionId }: Of,
  holder: string,
): Promise<void> {
  await connection.query(
    `update mailbox_place set leased_by = null, leased_until = null
     where organisation = $1 and connection_id = $2 and leased_by = $3`,
    [organisation, connectionId, holder],
  );
}
