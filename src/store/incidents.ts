import type { ActorRef } from "../complaint/events/event.ts";
import type { Connection } from "../projections/inside-organisation.ts";
import { isOfRequest, saltedHash } from "./request-hash.ts";
import { openComplaintsOf, type Reader } from "../projections/incidents/incidents.ts";
import { takeTurn } from "./locks.ts";

/** So many complaints are answered together at most; beyond, they must be named. */
export const ANSWERED_TOGETHER_MAX = 10_000;

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
  const ids = named
    ? [...new Set(named)]
    : await openComplaintsOf(connection, reader, { incidentId, limit: ANSWERED_TOGETHER_MAX + 1 });
  if (ids.length > ANSWERED_TOGETHER_MAX) return "too-many";
  await connection.query(
    `insert into incident_reply (organisation, reply_key, request_hash, incident_id, complaint_ids, given_by)
     values ($1, $2, $3, $4, $5, $6)`,
    [organisation, key, saltedHash(asked.request), incidentId, ids, JSON.stringify(by)],
  );
  return ids;
}
