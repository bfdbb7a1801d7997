import type { Connection } from "../inside-organisation.ts";
import type { Visibility } from "../visibility.ts";
import { conditionsOf } from "../work-queue/queue-filter.ts";

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

/** Who asks. */
export type Reader = { organisation: string; visibility: Visibility };

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

/** By which link each of these complaints came into the incident last, also where it was let go since. */
export async function linksTo(
  connection: Connection,
  asked: { organisation: string; incidentId: string; complaintIds: readonly string[] },
): Promise<Map<string, string>> {
  const { organisation, incidentId, complaintIds } = asked;
  const { rows } = await connection.query<{ complaint_id: string; link_id: string }>(
    `select distinct on (complaint_id) complaint_id, data ->> 'linkId' as link_id from event
     where organisation = $1 and complaint_id = any ($2) and type = 'ComplaintLinked'
       and data ->> 'to' = $3 and data ->> 'as' = 'same-incident'
     order by complaint_id, sequence desc`,
    [organisation, complaintIds, incidentId],
  );
  return new Map(rows.map((row) => [row.complaint_id, row.link_id]));
}

/** Open complaints of an incident that the reader may see, in order of arrival, up to `limit`. */
export async function openComplaintsOf(
  connection: Connection,
  reader: Reader,
  { incidentId, limit }: { incidentId: string; limit: number },
): Promise<string[]> {
  const { where, values } = conditionsOf({ ...reader, filter: { incidentId, isOpen: true } });
  const { rows } = await connection.query<{ complaint_id: string }>(
    `select r.complaint_id from complaint_row r where ${where.join(" and ")}
     order by r.arrival limit $${values.push(limit)}`,
    values,
  );
  return rows.map((row) => row.complaint_id);
}
