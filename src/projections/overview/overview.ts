import type { Connection } from "../inside-organisation.ts";
import { seenBy, type Visibility } from "../visibility.ts";

/** How much of something is open, and how it stands with time. */
export type Load = { open: number; overdue: number; dueToday: number };

/** A shift at one glance. Instants in UTC. */
export type Overview = {
  total: Load & { unassigned: number; paused: number };
  byUnit: (Load & { unit: string | null })[];
  /** Those with most to do first, 100 at most; null: nobody is in charge. */
  byPerson: (Load & { ownerId: string | null })[];
  /** Complaints that arrived in each hour of today, and of the same weekday a week before. */
  arrivals: { hour: number; today: number; weekBefore: number }[];
  oldest: (Named & { receivedAt: string })[];
  callBacks: (Named & { clockId: string; rule: string; dueAt: string; ownerId: string | null })[];
  /** Promises of the provider and duties of the law that were broken in the last seven days, the latest first. */
  breaches: (Named & { clockId: string; rule: string; dueAt: string; breachedAt: string; ownerId: string | null })[];
  absences: { personId: string; deputyIds: string[]; untilOn: string; open: number }[];
};

type Named = { complaintId: string; number: string; customerName: string | null; editionHash: string };

const LISTED_MAX = 20;
const PEOPLE_MAX = 100;

/** @param asked.day begin and end of today in the organisation's zone; a term of days that ends with today is due at `endsAt` */
export async function overview(
  connection: Connection,
  asked: { organisation: string; visibility: Visibility; now: string; day: { beginsAt: string; endsAt: string } },
): Promise<Overview> {
  const { now, day } = asked;
  const [loads, arrivals, absences, oldest, callBacks, breaches] = await Promise.all([
    loadsOf(connection, asked),
    arrivalsOf(connection, asked),
    absencesOf(connection, asked),
    listed<Overview["oldest"][number]>(connection, asked, {
      columns: `instant_text(r.received_at) as "receivedAt"`,
      from: "complaint_row r",
      where: () => "r.is_open order by r.received_at, r.arrival",
    }),
    listed<Overview["callBacks"][number]>(connection, asked, {
      columns: `k.clock_id as "clockId", k.rule, instant_text(k.due_at) as "dueAt", r.owner_id as "ownerId"`,
      from: CLOCKS,
      where: (place) =>
        `k.ended_at is null and k.purpose = 'call-back' and k.due_at <= ${place(day.endsAt)}::timestamptz order by k.due_at, k.clock_id`,
    }),
    listed<Overview["breaches"][number]>(connection, asked, {
      columns: `k.clock_id as "clockId", k.rule, instant_text(k.due_at) as "dueAt", instant_text(k.breached_at) as "breachedAt",
        r.owner_id as "ownerId"`,
      from: CLOCKS,
      where: (place) =>
        `k.origin <> 'internal' and k.breached_at > ${place(now)}::timestamptz - interval '7 days' order by k.breached_at desc, k.clock_id`,
    }),
  ]);
  return { ...loads, arrivals, oldest, callBacks, breaches, absences };
}

const CLOCKS =
  "clock k join complaint_row r on r.organisation = k.organisation and r.complaint_id = k.complaint_id and k.organisation = $1";

type Asked = Parameters<typeof overview>[1];
type Counted = Load & { unassigned: number; paused: number; unit: string | null; ownerId: string | null; part: number };

/** One pass over what is open: all of it, by unit and by person. */
async function loadsOf(
  connection: Connection,
  { organisation, visibility, now, day }: Asked,
): Promise<Pick<Overview, "total" | "byUnit" | "byPerson">> {
  const values: unknown[] = [organisation, now, day.endsAt];
  const seen = seenBy(visibility, (value) => `$${values.push(value)}`);
  const { rows } = await connection.query<Counted>({
    text: `select grouping(r.unit, r.owner_id) as part, r.unit, r.owner_id as "ownerId", count(*)::integer as open,
             (count(*) filter (where r.due_at <= $2))::integer as overdue,
             (count(*) filter (where r.due_at > $2 and r.due_at <= $3))::integer as "dueToday",
             (count(*) filter (where r.owner_id is null))::integer as unassigned,
             (count(*) filter (where r.is_paused))::integer as paused
           from complaint_row r where r.organisation = $1 and r.is_open and ${seen}
           group by grouping sets ((), (r.unit), (r.owner_id)) order by open desc`,
    values,
  });
  const load = ({ open, overdue, dueToday }: Counted): Load => ({ open, overdue, dueToday });
  const none = { open: 0, overdue: 0, dueToday: 0, unassigned: 0, paused: 0 };
  const [whole] = rows.filter(({ part }) => part === ALL);
  return {
    total: whole ? { ...load(whole), unassigned: whole.unassigned, paused: whole.paused } : none,
    byUnit: rows.filter(({ part }) => part === BY_UNIT).map((row) => ({ unit: row.unit, ...load(row) })),
    byPerson: rows
      .filter(({ part }) => part === BY_PERSON)
      .slice(0, PEOPLE_MAX)
      .map((row) => ({ ownerId: row.ownerId, ...load(row) })),
  };
}

// What `grouping(unit, owner_id)` says: a bit for each column that is not grouped by.
const ALL = 3;
const BY_UNIT = 1;
const BY_PERSON = 2;

async function arrivalsOf(
  connection: Connection,
  { organisation, visibility, day }: Asked,
): Promise<Overview["arrivals"]> {
  const values: unknown[] = [organisation, day.beginsAt, day.endsAt];
  const seen = seenBy(visibility, (value) => `$${values.push(value)}`);
  const { rows } = await connection.query<Overview["arrivals"][number]>({
    text: `select h.hour::integer as hour, coalesce(sum(a.today), 0)::integer as today,
             coalesce(sum(a.before), 0)::integer as "weekBefore"
           from generate_series(0, 23) h (hour)
             left join (
               select floor(extract(epoch from r.received_at - $2::timestamptz) / 3600) as hour, 1 as today, 0 as before
               from complaint_row r
               where r.organisation = $1 and r.received_at >= $2::timestamptz and r.received_at < $3::timestamptz and ${seen}
               union all
               select floor(extract(epoch from r.received_at - $2::timestamptz) / 3600) + 168, 0, 1
               from complaint_row r
               where r.organisation = $1 and ${seen} and r.received_at >= $2::timestamptz - interval '7 days'
                 and r.received_at < $3::timestamptz - interval '7 days'
             ) a on a.hour = h.hour
           group by h.hour order by h.hour`,
    values,
  });
  return rows;
}

/** Who is absent today, with those who stand in for them; only people whose open complaints the reader may see, or who have none. */
async function absencesOf(
  connection: Connection,
  { organisation, visibility, day }: Asked,
): Promise<Overview["absences"]> {
  const values: unknown[] = [organisation, day.beginsAt];
  const seen = seenBy(visibility, (value) => `$${values.push(value)}`);
  const { rows } = await connection.query<Overview["absences"][number]>({
    text: `select d.person_id as "personId", array_agg(d.deputy_id order by d.deputy_id) as "deputyIds",
             max(d.to_on)::text as "untilOn",
             (select count(*)::integer from complaint_row r
              where r.organisation = $1 and r.owner_id = d.person_id and r.is_open and ${seen}) as open
           from delegation d
           where d.organisation = $1 and d.ended_at is null
             and ($2::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date between d.from_on and d.to_on
           group by d.person_id order by open desc, d.person_id limit ${PEOPLE_MAX}`,
    values,
  });
  return rows;
}

async function listed<Row>(
  connection: Connection,
  { organisation, visibility }: Asked,
  list: { columns: string; from: string; where: (place: (value: unknown) => string) => string },
): Promise<Row[]> {
  const values: unknown[] = [organisation];
  const place = (value: unknown) => `$${values.push(value)}`;
  const seen = seenBy(visibility, place);
  const { rows } = await connection.query({
    text: `select r.complaint_id as "complaintId", r.number, r.customer_name as "customerName",
             r.edition_hash as "editionHash", ${list.columns}
           from ${list.from} where r.organisation = $1 and ${seen} and ${list.where(place)} limit ${LISTED_MAX}`,
    values,
  });
  return rows as Row[];
}
