import type pg from "pg";
import { readInside, type Connection } from "../../projections/inside-organisation.ts";
import { withMarkers, type StoredEvent } from "../log/chain.ts";
import { organisationFacts, type OrganisationFact } from "../organisation-log.ts";
import type { Seal, SealLeaf } from "../seal.ts";

/**
 * A line of an exported log. Lines come in this order: the head, seals by number, the organisation's own facts, facts by complaint
 * and sequence.
 */
export type LogLine =
  | { line: "log"; format: 1; organisation: string; exportedAt: string; personal: boolean }
  | ({ line: "seal" } & Seal)
  | ({ line: "organisation-fact" } & OrganisationFact)
  | ({ line: "event" } & StoredEvent);

const PAGE = 1_000;

/**
 * The whole log of an organisation on one snapshot, line by line. Whoever has it can verify it without the database.
 *
 * @param asked.personal false: personal values are replaced by their hashes, and the log verifies all the same.
 */
export async function exportLog(
  pool: pg.Pool,
  asked: { organisation: string; personal: boolean },
  write: (line: LogLine) => void | Promise<void>,
): Promise<void> {
  const { organisation, personal } = asked;
  await readInside(pool, organisation, async (connection) => {
    const { rows } = await connection.query<{ now: string }>("select instant_text(clock_timestamp()) as now");
    await write({ line: "log", format: 1, organisation, exportedAt: rows[0]?.now ?? "", personal });
    await writeSeals(connection, organisation, write);
    await writeOrganisationFacts(connection, organisation, write);
    await writeEvents(connection, asked, write);
  });
}

async function writeSeals(
  connection: Connection,
  organisation: string,
  write: (line: LogLine) => void | Promise<void>,
): Promise<void> {
  for (let after = 0; ;) {
    const { rows } = await connection.query<Seal>(
      `select s.organisation, s.number, encode(s.previous_hash, 'hex') as previous, encode(s.hash, 'hex') as hash,
              instant_text(s.sealed_at) as "sealedAt"
       from seal s where s.organisation = $1 and s.number > $2 order by s.number limit 100`,
      [organisation, after],
    );
    for (const seal of rows) {
      const { number, previous, sealedAt, hash } = seal;
      const leaves = await leavesOf(connection, organisation, number);
      await write({ line: "seal", organisation, number, previous, sealedAt, leaves, hash });
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.number;
  }
}

async function leavesOf(connection: Connection, organisation: string, number: number): Promise<SealLeaf[]> {
  const { rows } = await connection.query<SealLeaf>(
    `select complaint_id as complaint, sequence, encode(hash, 'hex') as hash
     from seal_leaf where organisation = $1 and seal_number = $2 order by complaint_id collate "C"`,
    [organisation, number],
  );
  return rows;
}

async function writeOrganisationFacts(
  connection: Connection,
  organisation: string,
  write: (line: LogLine) => void | Promise<void>,
): Promise<void> {
  for (let after = 0; ;) {
    const facts = await organisationFacts(connection, organisation, { after, limit: PAGE });
    for (const fact of facts) await write({ line: "organisation-fact", ...fact });
    const last = facts.at(-1);
    if (!last) return;
    after = last.sequence;
  }
}

async function writeEvents(
  connection: Connection,
  { organisation, personal }: { organisation: string; personal: boolean },
  write: (line: LogLine) => void | Promise<void>,
): Promise<void> {
  for (let after = { complaint: "", sequence: 0 }; ;) {
    const { rows } = await connection.query<StoredEvent>({
      name: "export_events",
      text: `select organisation, complaint_id as complaint, sequence, type, instant_text(occurred_at) as "occurredAt",
                    instant_text(recorded_at) as "recordedAt", actor, command_id as "commandId", data, salts,
                    encode(hash, 'hex') as hash
             from event where organisation = $1 and (complaint_id, sequence) > ($2, $3)
             order by complaint_id, sequence limit $4`,
      values: [organisation, after.complaint, after.sequence, PAGE],
    });
    for (const event of rows) await write({ line: "event", ...(personal ? event : withoutPersonalValues(event)) });
    const last = rows.at(-1);
    if (!last) return;
    after = last;
  }
}

function withoutPersonalValues(event: StoredEvent): StoredEvent {
  return { ...event, data: withMarkers(event.type, event.data, event.salts), salts: null };
}
