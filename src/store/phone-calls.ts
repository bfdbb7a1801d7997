import type { Connection } from "../projections/inside-organisation.ts";
import { seenBy, type Visibility } from "../projections/visibility.ts";

export const callStatuses = ["ringing", "answered", "ended", "missed"] as const;
export type CallStatus = (typeof callStatuses)[number];

/** A call of the organisation. Instants in UTC. */
export type PhoneCall = {
  callId: string;
  direction: "in" | "out";
  status: CallStatus;
  /** The other side's; null: withheld. */
  number: string | null;
  plainNumber: string | null;
  agent: string | null;
  personId: string | null;
  startedAt: string;
  answeredAt: string | null;
  endedAt: string | null;
  /** A link to the switchboard's recording; this program never opens it. */
  recordingUrl: string | null;
  note: string | null;
  complaintId: string | null;
  complaintNumber: string | null;
  recordedBy: string | null;
};

/** What a switchboard tells of a call, or a person writes down. Null: not known, or not yet. */
export type ToldCall = {
  callId: string;
  connectionId: string | null;
  direction: "in" | "out";
  number: string | null;
  plainNumber: string | null;
  agent: string | null;
  personId: string | null;
  startedAt: string;
  answeredAt: string | null;
  endedAt: string | null;
  recordingUrl: string | null;
  note: string | null;
  recordedBy: string | null;
};

const COLUMNS = `c.call_id as "callId", c.direction, c.status, c.number, c.plain_number as "plainNumber", c.agent,
  c.person_id as "personId", instant_text(c.started_at) as "startedAt", instant_text(c.answered_at) as "answeredAt",
  instant_text(c.ended_at) as "endedAt", c.recording_url as "recordingUrl", c.note, c.complaint_id as "complaintId",
  r.number as "complaintNumber", c.recorded_by as "recordedBy"`;
const FROM = `phone_call c
  left join complaint_row r on r.organisation = c.organisation and r.complaint_id = c.complaint_id`;
/** A missed call is called back within so long, or is over. */
const MISSED_DAYS = 14;

/**
 * Keeps what is told of a call. The same again changes nothing, and what comes in another order ends the same: instants that are known
 * stay, and the status follows from them.
 */
export async function keepCall(connection: Connection, organisation: string, told: ToldCall): Promise<void> {
  await connection.query({
    name: "keep_call",
    text: `insert into phone_call as c (organisation, call_id, connection_id, direction, number, plain_number, agent, person_id,
             started_at, answered_at, ended_at, recording_url, note, recorded_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
           on conflict (organisation, call_id) do update set
             number = coalesce(c.number, excluded.number), plain_number = coalesce(c.plain_number, excluded.plain_number),
             agent = coalesce(excluded.agent, c.agent), person_id = coalesce(excluded.person_id, c.person_id),
             started_at = least(c.started_at, excluded.started_at),
             answered_at = least(c.answered_at, excluded.answered_at), ended_at = greatest(c.ended_at, excluded.ended_at),
             recording_url = coalesce(excluded.recording_url, c.recording_url), changed_at = clock_timestamp()
           where c.connection_id = excluded.connection_id`,
    values: [
      organisation,
      told.callId,
      told.connectionId,
      told.direction,
      told.number,
      told.plainNumber,
      told.agent,
      told.personId,
      told.startedAt,
      told.answeredAt,
      told.endedAt,
      told.recordingUrl,
      told.note,
      told.recordedBy,
    ],
  });
}

/** Whose call logs are read: whoever sees every complaint reads all calls, others their own and those of their complaints. */
type Reader = { organisation: string; visibility: Visibility };

export type CallFilter = {
  callId?: string | undefined;
  direction?: "in" | "out" | undefined;
  status?: CallStatus | undefined;
  personId?: string | undefined;
  complaintId?: string | undefined;
  /** In the form in which numbers are compared. */
  plainNumber?: string | undefined;
  /** Days in Vietnam; the last one inclusive. */
  fromDay?: string | undefined;
  toDay?: string | undefined;
  /** Incoming, missed, and nobody has called back or said that it needs none. */
  isWaiting?: boolean | undefined;
};

/** The log, the latest first. */
export async function phoneCalls(
  connection: Connection,
  asked: Reader & { filter: CallFilter; before?: { startedAt: string; callId: string } | undefined; limit: number },
): Promise<PhoneCall[]> {
  const { organisation, visibility, filter, before, limit } = asked;
  const values: unknown[] = [organisation];
  const place = (value: unknown) => `$${values.push(value)}`;
  const where = [
    "c.organisation = $1",
    readBy(visibility, place),
    ...conditionsOf(filter, place),
    ...(before
      ? [`(c.started_at, c.call_id) < (${place(before.startedAt)}::timestamptz, ${place(before.callId)}::text)`]
      : []),
  ];
  const { rows } = await connection.query<PhoneCall>(
    `select ${COLUMNS} from ${FROM} where ${where.join(" and ")}
     order by c.started_at desc, c.call_id desc limit ${place(limit)}`,
    values,
  );
  return rows;
}

function readBy(visibility: Visibility, place: (value: unknown) => string): string {
  // While somebody practises, no call is theirs: calls are of the work.
  const isWork = visibility.shownIn === "work";
  const isOwn = () => `c.person_id = ${place(visibility.personId)}::text`;
  const free = !isWork ? "false" : visibility.units === "all" ? "true" : isOwn();
  return `(c.complaint_id is null and ${free} or c.complaint_id is not null and ${seenBy(visibility, place)})`;
}

function conditionsOf(filter: CallFilter, place: (value: unknown) => string): string[] {
  const { callId, direction, status, personId, complaintId, plainNumber, fromDay, toDay, isWaiting } = filter;
  const midnight = (day: string) => `${place(`${day}T00:00:00+07:00`)}::timestamptz`;
  return [
    ...(callId === undefined ? [] : [`c.call_id = ${place(callId)}`]),
    ...(direction === undefined ? [] : [`c.direction = ${place(direction)}`]),
    ...(status === undefined ? [] : [`c.status = ${place(status)}`]),
    ...(personId === undefined ? [] : [`c.person_id = ${place(personId)}`]),
    ...(complaintId === undefined ? [] : [`c.complaint_id = ${place(complaintId)}`]),
    ...(plainNumber === undefined ? [] : [`c.plain_number = ${place(plainNumber)}`]),
    ...(fromDay === undefined ? [] : [`c.started_at >= ${midnight(fromDay)}`]),
    ...(toDay === undefined ? [] : [`c.started_at < ${midnight(toDay)} + interval '1 day'`]),
    ...(isWaiting === true ? [WAITING] : []),
  ];
}

// Of several calls of one number, the last one stands for all.
const WAITING = `c.direction = 'in' and c.status = 'missed' and c.settled_at is null
  and c.started_at > now() - interval '${MISSED_DAYS} days'
  and not exists (select from call_back b where b.organisation = c.organisation and b.call_id = c.call_id)
  and not exists (
    select from phone_call later where later.organisation = c.organisation and later.plain_number = c.plain_number
      and later.started_at > c.started_at and (later.answered_at is not null or later.direction = 'in' or later.settled_at is not null))`;

/** One call; undefined where the reader may not see it. */
export async function phoneCall(
  connection: Connection,
  { organisation, visibility, callId }: Reader & { callId: string },
): Promise<PhoneCall | undefined> {
  const values: unknown[] = [organisation, callId];
  const isRead = readBy(visibility, (value) => `$${values.push(value)}`);
  const { rows } = await connection.query<PhoneCall>(
    `select ${COLUMNS} from ${FROM} where c.organisation = $1 and c.call_id = $2 and ${isRead}`,
    values,
  );
  return rows[0];
}

/** The call that rings at somebody just now, or that they have answered and is not over: the latest. */
export async function callOf(
  connection: Connection,
  { organisation, personId }: { organisation: string; personId: string },
): Promise<PhoneCall | undefined> {
  const { rows } = await connection.query<PhoneCall>({
    name: "call_of_person",
    // What a switchboard never ended is over by itself: after two minutes of ringing, or two hours.
    text: `select ${COLUMNS} from ${FROM}
           where c.organisation = $1 and c.person_id = $2 and c.direction = 'in' and c.ended_at is null
             and c.started_at > now() - case when c.answered_at is null then interval '2 minutes' else interval '2 hours' end
           order by c.started_at desc limit 1`,
    values: [organisation, personId],
  });
  return rows[0];
}

/** Whose calls changed since an instant of the database, and the latest of these. */
export async function callsSince(
  connection: Connection,
  { organisation, since }: { organisation: string; since: string },
): Promise<{ personIds: string[]; latest: string }> {
  const { rows } = await connection.query<{ personIds: string[] | null; latest: string }>({
    name: "calls_since",
    text: `select array_agg(distinct person_id) filter (where person_id is not null) as "personIds",
                  coalesce(max(changed_at), $2::timestamptz)::text as latest
           from phone_call where organisation = $1 and changed_at > $2::timestamptz`,
    values: [organisation, since],
  });
  const [row] = rows;
  if (!row) throw new Error("an aggregate gave no row");
  return { personIds: row.personIds ?? [], latest: row.latest };
}

/** Says which complaint a call is about; false, and nothing is said, where it is about another one. */
export async function linkCall(
  connection: Connection,
  { organisation, callId, complaintId }: { organisation: string; callId: string; complaintId: string },
): Promise<boolean> {
  const { rowCount } = await connection.query(
    `update phone_call set complaint_id = $3, changed_at = clock_timestamp()
     where organisation = $1 and call_id = $2 and (complaint_id is null or complaint_id = $3)`,
    [organisation, callId, complaintId],
  );
  return rowCount === 1;
}

/** Takes back which complaint a call is about: its file did not take it. */
export async function unlinkCall(
  connection: Connection,
  { organisation, callId, complaintId }: { organisation: string; callId: string; complaintId: string },
): Promise<void> {
  await connection.query(
    `update phone_call set complaint_id = null, changed_at = clock_timestamp()
     where organisation = $1 and call_id = $2 and complaint_id = $3`,
    [organisation, callId, complaintId],
  );
}

/** Says that a missed call needs no call back. */
export async function settleCall(
  connection: Connection,
  { organisation, callId, personId }: { organisation: string; callId: string; personId: string },
): Promise<void> {
  await connection.query(
    `update phone_call set settled_by = $3, settled_at = clock_timestamp(), changed_at = clock_timestamp()
     where organisation = $1 and call_id = $2 and settled_at is null`,
    [organisation, callId, personId],
  );
}

/** Who has this sign-in name or e-mail address here; undefined: nobody, or nobody who is still there. */
export async function personWithAddress(
  connection: Connection,
  organisation: string,
  address: string,
): Promise<string | undefined> {
  const { rows } = await connection.query<{ personId: string }>(
    `select person_id as "personId" from person
     where organisation = $1 and closed_at is null and (lower(email) = $2 or person_id = $2 or lower(sign_in_name) = $2)
     order by person_id limit 2`,
    [organisation, address.toLowerCase()],
  );
  return rows.length === 1 ? rows[0]?.personId : undefined;
}
