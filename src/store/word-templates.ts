import type { ActorRef } from "../complaint/events/event.ts";
import type { Connection } from "../projections/inside-organisation.ts";
import { noteNamed } from "./attachments/remove-unnamed.ts";
import { takeTurn } from "./locks.ts";
import { noteInOrganisation } from "./organisation-log.ts";

/** A Word template of a paper, as it was handed in. `paper`: the pack's id; `uploadedAt`: database time, UTC. */
export type WordTemplate = {
  paper: string;
  version: number;
  name: string;
  sha256: string;
  bytes: number;
  uploadedBy: string;
  uploadedAt: string;
  isOn: boolean;
};

/** Of a paper; beyond that, whoever hands one in is told so. */
export const VERSIONS_MAX = 200;

const COLUMNS = `paper, version, name, sha256, bytes, uploaded_by as "uploadedBy", instant_text(uploaded_at) as "uploadedAt", is_on as "isOn"`;

/** Of every paper, the newest version first. */
export async function wordTemplates(connection: Connection, organisation: string): Promise<WordTemplate[]> {
  const { rows } = await connection.query<WordTemplate>({
    name: "word_templates",
    text: `select ${COLUMNS} from word_template where organisation = $1 order by paper, version desc`,
    values: [organisation],
  });
  return rows;
}

/** The version of a paper that is on; undefined: it is made in the program's own layout. */
export async function wordTemplateOn(
  connection: Connection,
  organisation: string,
  paper: string,
): Promise<WordTemplate | undefined> {
  const { rows } = await connection.query<WordTemplate>({
    name: "word_template_on",
    text: `select ${COLUMNS} from word_template where organisation = $1 and paper = $2 and is_on`,
    values: [organisation, paper],
  });
  return rows[0];
}

type By = { personId: string; by: ActorRef };
type Handed = Pick<WordTemplate, "paper" | "name" | "sha256" | "bytes">;

/** Keeps a template as the next version of its paper, not yet on. Undefined where there are too many. Its content is kept already. */
export async function keepWordTemplate(
  connection: Connection,
  organisation: string,
  { paper, name, sha256, bytes, personId, by }: Handed & By,
): Promise<number | undefined> {
  await takeTurn(connection, "word templates", organisation);
  const { rows } = await connection.query<{ version: number }>(
    `insert into word_template (organisation, paper, version, name, sha256, bytes, uploaded_by)
     select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6 from word_template where organisation = $1 and paper = $2
     having coalesce(max(version), 0) < $7
     returning version`,
    [organisation, paper, name, sha256, bytes, personId, VERSIONS_MAX],
  );
  const version = rows[0]?.version;
  if (version === undefined) return undefined;
  await noteNamed(connection, organisation, [sha256]);
  const facts = [{ type: "WordTemplateUploaded" as const, data: { paper, version, sha256 } }];
  await noteInOrganisation(connection, organisation, { facts, by });
  return version;
}

/**
 * From now on a paper is made in this version; null: in the program's own layout again.
 *
 * @returns whether there is such a version.
 */
export async function chooseWordTemplate(
  connection: Connection,
  organisation: string,
  { paper, version, by }: { paper: string; version: number | null; by: ActorRef },
): Promise<boolean> {
  await takeTurn(connection, "word templates", organisation);
  const before = await wordTemplateOn(connection, organisation, paper);
  if ((before?.version ?? null) === version) return true;
  // One after the other: at no moment two are on.
  await connection.query("update word_template set is_on = false where organisation = $1 and paper = $2 and is_on", [
    organisation,
    paper,
  ]);
  const { rows } = await connection.query<{ sha256: string }>(
    "update word_template set is_on = true where organisation = $1 and paper = $2 and version = $3 returning sha256",
    [organisation, paper, version],
  );
  if (version !== null && rows.length === 0) return false;
  const fact =
    version === null
      ? { type: "WordTemplateOff" as const, data: { paper } }
      : { type: "WordTemplateOn" as const, data: { paper, version, sha256: rows[0]?.sha256 } };
  await noteInOrganisation(connection, organisation, { facts: [fact], by });
  return true;
}
