import type { ActorRef } from "../complaint/events/event.ts";
import type { Connection } from "../projections/inside-organisation.ts";
import type { Visibility } from "../projections/visibility.ts";
import { isOfRequest, saltedHash } from "./request-hash.ts";
import { conditionsOf } from "../projections/work-queue/queue-filter.ts";
import { takeTurn } from "./locks.ts";

/** One cause with many complaints. `complaints` and `open` count those that the reader may see. */
export type Incident = {
  incidentId: string;
  title: string;
  service: string;
  cause: string | null;
  startedAt: string;
  /** Null while it runs. */
  endedAt: string | null;
  version: number;
  complaints: number;
  open: number;
};

/** So many complaints are answered together at most; beyond, they must be named. */
export const ANSWERED_TOGETHER_MAX = 10_000;

type Reader = { organisation: string; visibility: Visibility };

/** Takes up an incident. The connection is inside the organisation. */
export async function openIncident(
  connection: Connection,
  organisation: string,
  opened: {
    incidentId: string;
    title: string;
    service: string;
    cause?: string | undefined;
    startedAt: string;
    by: ActorRef;
  },
): Promise<void> {
  const { incidentId, title, service, cause = null, startedAt, by } = opened;
  await connection.query(
    `insert into incident (organisation, incident_id, title, service, cause, started_at, opened_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [organisation, incidentId, title, service, cause, startedAt, JSON.stringify(by)],
  );
}

/** Says the cause or the end of an incident. A value that is left out stays; null takes it back. */
export async function changeIncident(
  connection: Connection,
  organisation: string,
  change: {
    incidentId: string;
    version: number | undefined;
    cause?: string | null | undefined;
    endedAt?: string | null | undefined;
  },
): Promise<"done" | "unknown-incident" | "changed-meanwhile" | "ends-before-start"> {
  const { incidentId, version, cause, endedAt } = change;
  const { rows } = await connection.query<{ version: number; started_at: string }>(
    `select version, instant_text(started_at) as started_at from incident
     where organisation = $1 and incident_id = $2 for update`,
    [organisation, incidentId],
  );
  const found = rows[0];
  if (!found) return "unknown-incident";
  if (version !== undefined && version !== found.version) return "changed-meanwhile";
  if (endedAt && endedAt < found.started_at) return "ends-before-start";
  await connection.query(
    `update incident set version = version + 1, changed_at = now(),
       cause = case when $3 then $4 else cause end, ended_at = case when $5 then $6 else ended_at end
     where organisation = $1 and incident_id = $2`,
    [organisation, incidentId, cause !== undefined, cause ?? null, endedAt !== undefined, endedAt ?? null],
  );
  return "done";
}

/** One incident; undefined where there is none. */
export async function incidentById(
  connection: Connection,
  reader: Reader,
  incidentId: string,
): Promise<Incident | undefined> {
  const { values, counted } = countedFor(reader);
  const { rows } = await connection.query<Incident>(
    `${SELECT_INCIDENT} from incident i, ${counted} where i.organisation = $1 and i.incident_id = $${values.push(incidentId)}`,
    values,
  );
  return rows[0];
}

/**
 * Incidents, the latest first: those that run, or all. Served by `incident_running` and `incident_started`.
 *
 * @param asked.after the incident after which the page begins
 */
export async function incidents(
  connection: Connection,
  reader: Reader,
  asked: { isRunning: boolean; limit: number; after?: string | undefined },
): Promise<Incident[]> {
  const { values, counted } = countedFor(reader);
  const where = ["i.organisation = $1"];
  if (asked.isRunning) where.push("i.ended_at is null");
  if (asked.after !== undefined) {
    where.push(
      `(i.started_at, i.incident_id) < (select a.started_at, a.incident_id from incident a
        where a.organisation = $1 and a.incident_id = $${values.push(asked.after)})`,
    );
  }
  const { rows } = await connection.query<Incident>(
    `${SELECT_INCIDENT}
     from (select i.* from incident i where ${where.join(" and ")}
           order by i.started_at desc, i.incident_id desc limit $${values.push(asked.limit)}) i, ${counted}
     order by i.started_at desc, i.incident_id desc`,
    values,
  );
  return rows;
}

const SELECT_INCIDENT = `select i.incident_id as "incidentId", i.title, i.service, i.cause,
  instant_text(i.started_at) as "startedAt", instant_text(i.ended_at) as "endedAt", i.version, n.complaints, n.open`;

function countedFor(reader: Reader): { values: unknown[]; counted: string } {
  const { where, values } = conditionsOf(reader);
  const counted = `lateral (
    select count(*)::integer as complaints, (count(*) filter (where r.is_open))::integer as open
    from complaint_row r where r.incident_id = i.incident_id and ${where.join(" and ")}) n`;
  return { values, counted };
}

/**
 * The complaints that a reply to an incident is for: when its key comes first, those that are linked and open, or the ones
 * that are named; when it comes again, the same. "used-otherwise": the key came with another request before. "too-many": they
 * must be named.
 */
export async function complaintsToAnswer(
  connection: Connection,
  reader: Reader,
  asked: { incidentId: string; key: string; request: string; named?: readonly string[] | undefined; by: ActorRef },
): Promise<string[] | "used-otherwise" | "too-many"> {
  const { organisation } = reader;
  const { incidentId, key, named, by } = asked;
  await takeTurn(connection, "repeated reply to an incident", `${organisation} ${key}`);
  const earlier = await connection.query<{ request_hash: Buffer; complaint_ids: string[] }>(
    "select request_hash, complaint_ids from incident_reply where organisation = $1 and reply_key = $2",
    [organisation, key],
  );
  const before = earlier.rows[0];
  if (before) return isOfRequest(before.request_hash, asked.request) ? before.complaint_ids : "used-otherwise";
  const ids = named ? [...new Set(named)] : await openComplaintsOf(connection, reader, incidentId);
  if (ids.length > ANSWERED_TOGETHER_MAX) return "too-many";
  await connection.query(
    `insert into incident_reply (organisation, reply_key, request_hash, incident_id, complaint_ids, given_by)
     values ($1, $2, $3, $4, $5, $6)`,
    [organisation, key, saltedHash(asked.request), incidentId, ids, JSON.stringify(by)],
  );
  return ids;
}

/** Which of these complaints are linked to the incident and may be seen. */
export async function linkedAmong(
  connection: Connection,
  reader: Reader,
  { incidentId, complaintIds }: { incidentId: string; complaintIds: readonly string[] },
): Promise<Set<string>> {
  const { where, values } = conditionsOf({ ...reader, filter: { incidentId } });
  const { rows } = await connection.query<{ complaint_id: string }>(
    `select r.complaint_id from complaint_row r
     where ${where.join(" and ")} and r.complaint_id = any ($${values.push(complaintIds)})`,
    values,
  );
  return new Set(rows.map((row) => row.complaint_id));
}

async function openComplaintsOf(connection: Connection, reader: Reader, incidentId: string): Promise<string[]> {
  const { where, values } = conditionsOf({ ...reader, filter: { incidentId, isOpen: true } });
  const { rows } = await connection.query<{ complaint_id: string }>(
    `select r.complaint_id from complaint_row r where ${where.join(" and ")}
     order by r.arrival limit ${ANSWERED_TOGETHER_MAX + 1}`,
    values,
  );
  return rows.map((row) => row.complaint_id);
}
