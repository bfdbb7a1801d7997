import type { Connection } from "../inside-organisation.ts";
import type { Visibility } from "../visibility.ts";

/** Something a person is told inside the program. Instants in UTC. */
export type Notification = {
  notificationId: string;
  kind: string;
  complaintId: string | null;
  number: string | null;
  customerName: string | null;
  /** Of the complaint; null without one. */
  editionHash: string | null;
  /** The clock that it is about. */
  rule: string | null;
  madeAt: string;
  readAt: string | null;
  data: Record<string, unknown>;
  /** Of the fact that it tells; null for what is no complaint's. */
  sequence: number | null;
  /** Whoever did it, where `data.by` says who. */
  byName: string | null;
};

type Place = { madeAt: string; notificationId: string };

/** Whose notices, and where they stand: those on what is for practice are told while the person practises, and no others then. */
export type Told = { organisation: string; personId: string; shownIn: Visibility["shownIn"] };

/** What a person was told, the latest first. `after`: the last one of the page before. */
export async function notificationsOf(
  connection: Connection,
  asked: Told & { isUnread: boolean; after: Place | undefined; limit: number },
): Promise<Notification[]> {
  const { organisation, personId, shownIn, isUnread, after, limit } = asked;
  const { rows } = await connection.query<Notification>({
    name: `notifications_${isUnread ? "unread" : "all"}`,
    text: `select n.notification_id as "notificationId", n.kind, n.complaint_id as "complaintId", r.number,
             r.customer_name as "customerName", r.edition_hash as "editionHash", k.rule, instant_text(n.made_at) as "madeAt", instant_text(n.read_at) as "readAt", n.data,
             -- Its id begins with the fact's: the complaint, and the place in its log.
             case when starts_with(n.notification_id, n.complaint_id || '.')
               then substring(substr(n.notification_id, length(n.complaint_id) + 2) from '^[0-9]+')::integer end as sequence,
             (select p.name from person p where p.organisation = n.organisation and p.person_id = n.data ->> 'by') as "byName"
           from notification n
             left join complaint_row r on r.organisation = n.organisation and r.complaint_id = n.complaint_id
             left join clock k on k.organisation = n.organisation and k.complaint_id = n.complaint_id
               and k.clock_id = n.data ->> 'clockId'
           where n.organisation = $1 and n.person_id = $2 ${isUnread ? "and n.read_at is null" : ""}
             and ($3::timestamptz is null or (n.made_at, n.notification_id) < ($3::timestamptz, $4))
             -- One that is now about the person, or about one that is gone, is not told any more.
             and (n.complaint_id is null or not ($2 = any (r.about_person_ids)))
             and coalesce(r.shown_in, 'work') = $6
           order by n.made_at desc, n.notification_id desc limit $5`,
    values: [organisation, personId, after?.madeAt ?? null, after?.notificationId ?? null, limit, shownIn],
  });
  return rows;
}

// Beyond this, nobody needs to know how many there are.
const COUNT_MAX = 100;

/** How many a person has not read: 100 for more. */
export async function unreadCount(connection: Connection, { organisation, personId, shownIn }: Told): Promise<number> {
  const { rows } = await connection.query<{ unread: number }>({
    name: "notifications_unread_count",
    text: `select count(*)::integer as unread from
             (select from notification n
              left join complaint_row r on r.organisation = n.organisation and r.complaint_id = n.complaint_id
              where n.organisation = $1 and n.person_id = $2 and n.read_at is null and coalesce(r.shown_in, 'work') = $3
              limit ${COUNT_MAX}) n`,
    values: [organisation, personId, shownIn],
  });
  return rows[0]?.unread ?? 0;
}
