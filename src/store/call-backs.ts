import type pg from "pg";
import type { ActorRef } from "../complaint/events/event.ts";
import { writeInside, type Connection } from "../projections/inside-organisation.ts";
import { seenBy, type Visibility } from "../projections/visibility.ts";

/** A call that was promised to somebody for a time. Instants in UTC. */
export type CallBack = {
  callBackId: string;
  number: string;
  name: string | null;
  about: string;
  complaintId: string | null;
  complaintNumber: string | null;
  callId: string | null;
  /** By whom; null: by anybody who takes calls. */
  personId: string | null;
  dueFrom: string;
  dueUntil: string;
  status: "open" | "done" | "cancelled";
  /** Its time is over and nobody has called. */
  isMissed: boolean;
  outcome: string | null;
  endedBy: string | null;
  endedAt: string | null;
  madeBy: string;
  madeAt: string;
  version: number;
};

export type NewCallBack = Pick<
  CallBack,
  "callBackId" | "number" | "name" | "about" | "complaintId" | "callId" | "personId" | "dueFrom" | "dueUntil" | "madeBy"
> & { plainNumber: string | null };

/** What may be changed of an open one: it is moved, given to somebody else, or ended. */
export type CallBackChange = Partial<Pick<CallBack, "dueFrom" | "dueUntil" | "personId" | "status" | "outcome">>;

const COLUMNS = `b.call_back_id as "callBackId", b.number, b.name, b.about, b.complaint_id as "complaintId",
  r.number as "complaintNumber", b.call_id as "callId", b.person_id as "personId", instant_text(b.due_from) as "dueFrom",
  instant_text(b.due_until) as "dueUntil", b.status, b.status = 'open' and b.due_until < now() as "isMissed", b.outcome,
  b.ended_by as "endedBy", instant_text(b.ended_at) as "endedAt", b.made_by as "madeBy", instant_text(b.made_at) as "madeAt",
  b.version`;
const FROM = `call_back b
  left join complaint_row r on r.organisation = b.organisation and r.complaint_id = b.complaint_id`;

type Reader = { organisation: string; visibility: Visibility };

/**
 * Appointments, what is due first; ended ones the latest first. Whoever sees every complaint reads all, others their own and those of their
 * complaints. `ofPersonId`: theirs and those of nobody in particular.
 */
export async function callBacks(
  connection: Connection,
  asked: Reader & { isOpen: boolean; ofPersonId?: string | undefined; complaintId?: string | undefined; limit: number },
): Promise<CallBack[]> {
  const { organisation, visibility, isOpen, ofPersonId, complaintId, limit } = asked;
  const values: unknown[] = [organisation];
  const place = (value: unknown) => `$${values.push(value)}`;
  const where = [
    "b.organisation = $1",
    isOpen ? "b.status = 'open'" : "b.status <> 'open'",
    readBy(visibility, place),
    ...(ofPersonId === undefined ? [] : [`(b.person_id is null or b.person_id = ${place(ofPersonId)})`]),
    ...(complaintId === undefined ? [] : [`b.complaint_id = ${place(complaintId)}`]),
  ];
  const order = isOpen ? "b.due_from, b.call_back_id" : "b.ended_at desc, b.call_back_id";
  const { rows } = await connection.query<CallBack>(
    `select ${COLUMNS} from ${FROM} where ${where.join(" and ")} order by ${order} limit ${place(limit)}`,
    values,
  );
  return rows;
}

function readBy(visibility: Visibility, place: (value: unknown) => string): string {
  // Who practises has none to make: calls are of the work.
  const isWork = visibility.shownIn === "work";
  const isOwn = () => `${place(visibility.personId)}::text in (b.person_id, b.made_by)`;
  const free = !isWork ? "false" : visibility.units === "all" ? "true" : isOwn();
  return `(b.complaint_id is null and ${free} or b.complaint_id is not null and ${seenBy(visibility, place)})`;
}

/** One that the reader may see. */
export async function callBack(
  connection: Connection,
  { organisation, visibility, callBackId }: Reader & { callBackId: string },
): Promise<CallBack | undefined> {
  const values: unknown[] = [organisation, callBackId];
  const isRead = readBy(visibility, (value) => `$${values.push(value)}`);
  const { rows } = await connection.query<CallBack>(
    `select ${COLUMNS} from ${FROM} where b.organisation = $1 and b.call_back_id = $2 and ${isRead}`,
    values,
  );
  return rows[0];
}

export async function makeCallBack(connection: Connection, organisation: string, made: NewCallBack): Promise<void> {
  await connection.query(
    `insert into call_back (organisation, call_back_id, number, plain_number, name, about, complaint_id, call_id, person_id,
       due_from, due_until, made_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      organisation,
      made.callBackId,
      made.number,
      made.plainNumber,
      made.name,
      made.about,
      made.complaintId,
      made.callId,
      made.personId,
      made.dueFrom,
      made.dueUntil,
      made.madeBy,
    ],
  );
}

/** Changes an open appointment; what stood there is kept beside it. False: somebody else changed it meanwhile. */
export async function changeCallBack(
  connection: Connection,
  organisation: string,
  { before, change, by }: { before: CallBack; change: CallBackChange; by: ActorRef & { personId: string } },
): Promise<boolean> {
  const changes = Object.fromEntries(
    Object.entries(change).flatMap(([field, now]) => {
      const was = before[field as keyof CallBack];
      return was === now ? [] : [[field, [was, now]]];
    }),
  );
  if (Object.keys(changes).length === 0) return true;
  const after = { ...before, ...change };
  const isEnded = after.status !== "open";
  const { rowCount } = await connection.query(
    `update call_back set due_from = $4, due_until = $5, person_id = $6, status = $7, outcome = $8,
       ended_by = case when $9 then $10 end, ended_at = case when $9 then clock_timestamp() end, version = version + 1,
       -- Another time, or another person, is reminded of anew.
       reminded_at = case when due_from = $4 and person_id is not distinct from $6 then reminded_at end
     where organisation = $1 and call_back_id = $2 and version = $3 and status = 'open'`,
    [
      organisation,
      before.callBackId,
      before.version,
      after.dueFrom,
      after.dueUntil,
      after.personId,
      after.status,
      after.outcome,
      isEnded,
      by.personId,
    ],
  );
  if (rowCount !== 1) return false;
  await connection.query(
    `insert into call_back_change (organisation, call_back_id, version, changed_by, changes) values ($1, $2, $3, $4, $5)`,
    [organisation, before.callBackId, before.version + 1, JSON.stringify(by), JSON.stringify(changes)],
  );
  return true;
}

/** Tells whoever is to call that the time has come: the person, or who promised it. @returns how many were told */
export async function remindOfCallBacks(pool: pg.Pool, organisation: string): Promise<number> {
  const { rowCount } = await writeInside(pool, organisation, (connection) =>
    connection.query(
      `with due as (
       select call_back_id, version, complaint_id, coalesce(person_id, made_by) as person_id from call_back
       where organisation = $1 and status = 'open' and due_from <= now() and reminded_at is null
       order by due_from limit 100 for update skip locked),
     noted as (
       update call_back b set reminded_at = clock_timestamp() from due
       where b.organisation = $1 and b.call_back_id = due.call_back_id)
     insert into notification (organisation, notification_id, person_id, kind, complaint_id, made_at, data)
     select $1, 'call-back.' || call_back_id || '.' || version, person_id, 'call-back-due', complaint_id, clock_timestamp(),
            jsonb_build_object('callBackId', call_back_id)
     from due on conflict do nothing`,
      [organisation],
    ),
  );
  return rowCount ?? 0;
}
