import type { ActorRef } from "../complaint/events/event.ts";
import type { Attachment } from "../complaint/events/parts.ts";
import { dayInVietnam } from "../procedure/pure/vietnam.ts";
import type { Connection } from "../projections/inside-organisation.ts";
import { wordsOf } from "../projections/search/words.ts";
import { seenBy, type Visibility } from "../projections/visibility.ts";
import { noteNamed } from "./attachments/remove-unnamed.ts";
import { takeLetterNumber } from "./numbers.ts";

export const cameByWays = ["post", "counter", "fax", "authority"] as const;
export const letterOutcomes = ["waiting", "registered", "added", "nothing-to-do", "struck"] as const;
export type LetterOutcome = (typeof letterOutcomes)[number];

/** What is written of a letter when it arrives. Instants in UTC, days Vietnam's. */
export type LetterFields = {
  receivedAt: string;
  /** The day of the postmark; null: none, or not to be read. */
  postmarkedOn: string | null;
  cameBy: (typeof cameByWays)[number];
  sender: string;
  /** Number and day that the sender wrote on it. */
  theirNumber: string | null;
  theirDate: string | null;
  about: string;
  sheets: number | null;
  scans: Attachment[];
  /** To which unit it was given. */
  unit: string | null;
};

export type Conclusion = { outcome: LetterOutcome; outcomeReason: string | null; complaintId: string | null };

export type IncomingLetter = LetterFields &
  Conclusion & {
    letterId: string;
    year: number;
    number: number;
    complaintNumber: string | null;
    recordedBy: string;
    recordedAt: string;
    /** Something that was written on arrival was changed since. */
    isCorrected: boolean;
    version: number;
  };

/** What an entry said before: `changes` gives each field with what stood there and what stands there since. */
export type LetterChange = {
  version: number;
  changedAt: string;
  changedBy: ActorRef;
  changes: Record<string, [unknown, unknown]>;
};

export type LetterFilter = {
  /** Words of sender, subject or the sender's number, with or without tone marks; or the register's own number. */
  words?: string | undefined;
  fromDay?: string | undefined;
  /** The last day, inclusive. */
  toDay?: string | undefined;
  outcome?: LetterOutcome | undefined;
  unit?: string | undefined;
  complaintId?: string | undefined;
};

/** Under this name the register stands among those of papers. No pack's register has a star in its id. */
const REGISTER = "*incoming";

const COLUMNS = `l.letter_id as "letterId", l.year, l.number, instant_text(l.received_at) as "receivedAt",
  l.postmarked_on::text as "postmarkedOn", l.came_by as "cameBy", l.sender, l.their_number as "theirNumber",
  l.their_date::text as "theirDate", l.about, l.sheets, l.scans, l.unit, l.outcome, l.outcome_reason as "outcomeReason",
  l.complaint_id as "complaintId", r.number as "complaintNumber", l.recorded_by as "recordedBy",
  instant_text(l.recorded_at) as "recordedAt", l.version,
  exists (select from incoming_letter_change g where g.organisation = l.organisation and g.letter_id = l.letter_id
    and not g.changes ? 'outcome') as "isCorrected"`;
const FROM = `incoming_letter l
  left join complaint_row r on r.organisation = l.organisation and r.complaint_id = l.complaint_id`;

/** The register, the latest number first. What became a complaint that the reader may not see is left out. */
export async function incomingLetters(
  connection: Connection,
  asked: {
    organisation: string;
    visibility: Visibility;
    filter: LetterFilter;
    before?: { year: number; number: number } | undefined;
    limit: number;
  },
): Promise<IncomingLetter[]> {
  const { organisation, visibility, filter, before, limit } = asked;
  const values: unknown[] = [organisation];
  const place = (value: unknown) => `$${values.push(value)}`;
  const where = [
    "l.organisation = $1",
    `(l.complaint_id is null or ${seenBy(visibility, place)})`,
    ...conditionsOf(filter, place),
    ...(before ? [`(l.year, l.number) < (${place(before.year)}::integer, ${place(before.number)}::integer)`] : []),
  ];
  const { rows } = await connection.query<IncomingLetter>(
    `select ${COLUMNS} from ${FROM} where ${where.join(" and ")} order by l.year desc, l.number desc limit ${place(limit)}`,
    values,
  );
  return rows;
}

function conditionsOf(filter: LetterFilter, place: (value: unknown) => string): string[] {
  const { words = "", fromDay, toDay, outcome, unit, complaintId } = filter;
  const number = /^\d{1,9}$/.test(words.trim()) ? Number(words) : null;
  const plain = wordsOf(words).join(" ");
  return [
    ...(plain === "" ? [] : [`(strpos(l.plain_text, ${place(plain)}) > 0 or l.number = ${place(number)}::integer)`]),
    ...(fromDay === undefined ? [] : [`l.received_at >= ${place(`${fromDay}T00:00:00+07:00`)}::timestamptz`]),
    ...(toDay === undefined
      ? []
      : [`l.received_at < ${place(`${toDay}T00:00:00+07:00`)}::timestamptz + interval '1 day'`]),
    ...(outcome === undefined ? [] : [`l.outcome = ${place(outcome)}`]),
    ...(unit === undefined ? [] : [`l.unit = ${place(unit)}`]),
    ...(complaintId === undefined ? [] : [`l.complaint_id = ${place(complaintId)}`]),
  ];
}

/** One letter; undefined where there is none, or its complaint is not for this reader. */
export async function incomingLetter(
  connection: Connection,
  { organisation, letterId, visibility }: { organisation: string; letterId: string; visibility: Visibility },
): Promise<IncomingLetter | undefined> {
  const values: unknown[] = [organisation, letterId];
  const isSeen = seenBy(visibility, (value) => `$${values.push(value)}`);
  const { rows } = await connection.query<IncomingLetter>(
    `select ${COLUMNS} from ${FROM}
     where l.organisation = $1 and l.letter_id = $2 and (l.complaint_id is null or ${isSeen})`,
    values,
  );
  return rows[0];
}

/** The earlier forms of an entry, the first change first. */
export async function letterChanges(
  connection: Connection,
  { organisation, letterId }: { organisation: string; letterId: string },
): Promise<LetterChange[]> {
  const { rows } = await connection.query<LetterChange>(
    `select version, instant_text(changed_at) as "changedAt", changed_by as "changedBy", changes
     from incoming_letter_change where organisation = $1 and letter_id = $2 order by version`,
    [organisation, letterId],
  );
  return rows;
}

/** Enters a letter under the next number of the year in which it was received. */
export async function enterLetter(
  connection: Connection,
  {
    organisation,
    letterId,
    recordedBy,
    fields,
  }: { organisation: string; letterId: string; recordedBy: string; fields: LetterFields },
): Promise<void> {
  const year = yearOf(fields.receivedAt);
  const number = Number.parseInt(await takeLetterNumber(connection, { organisation, register: REGISTER, year }), 10);
  await connection.query(
    `insert into incoming_letter (organisation, letter_id, year, number, recorded_by,
       received_at, postmarked_on, came_by, sender, their_number, their_date, about, sheets, scans, unit, plain_text)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [organisation, letterId, year, number, recordedBy, ...valuesOf(fields)],
  );
  await nameScans(connection, organisation, fields);
}

type Change = { organisation: string; letter: IncomingLetter; by: ActorRef };

/** Corrects an entry; what stood there is kept beside it. Its number and year stay. False: somebody else changed it meanwhile. */
export async function correctLetter(
  connection: Connection,
  { organisation, letter, by, fields }: Change & { fields: LetterFields },
): Promise<boolean> {
  if (yearOf(fields.receivedAt) !== letter.year) throw new Error("an entry stays in the register of its year");
  const changes = changesBetween(letter, fields);
  if (Object.keys(changes).length === 0) return true;
  const { rowCount } = await connection.query(
    `update incoming_letter set (received_at, postmarked_on, came_by, sender, their_number, their_date, about, sheets, scans,
         unit, plain_text, version)
       = ($4, $5::date, $6, $7, $8, $9::date, $10, $11::integer, $12::jsonb, $13, $14, version + 1)
     where organisation = $1 and letter_id = $2 and version = $3`,
    [organisation, letter.letterId, letter.version, ...valuesOf(fields)],
  );
  if (rowCount !== 1) return false;
  await nameScans(connection, organisation, fields);
  await keepChange(connection, { organisation, letter, by }, changes);
  return true;
}

/** Says what became of a letter, or something else than before. False: somebody else changed it meanwhile. */
export async function concludeLetter(
  connection: Connection,
  { organisation, letter, by, conclusion }: Change & { conclusion: Conclusion },
): Promise<boolean> {
  const changes = changesBetween(letter, conclusion);
  if (Object.keys(changes).length === 0) return true;
  const { outcome, outcomeReason, complaintId } = conclusion;
  const { rowCount } = await connection.query(
    `update incoming_letter set outcome = $4, outcome_reason = $5, complaint_id = $6, version = version + 1
     where organisation = $1 and letter_id = $2 and version = $3`,
    [organisation, letter.letterId, letter.version, outcome, outcomeReason, complaintId],
  );
  if (rowCount !== 1) return false;
  await keepChange(connection, { organisation, letter, by }, changes);
  return true;
}

async function keepChange(
  connection: Connection,
  { organisation, letter, by }: Change,
  changes: LetterChange["changes"],
): Promise<void> {
  await connection.query(
    `insert into incoming_letter_change (organisation, letter_id, version, changed_by, changes) values ($1, $2, $3, $4, $5)`,
    [organisation, letter.letterId, letter.version + 1, JSON.stringify(by), JSON.stringify(changes)],
  );
}

function changesBetween(before: IncomingLetter, after: Partial<LetterFields & Conclusion>): LetterChange["changes"] {
  return Object.fromEntries(
    Object.entries(after).flatMap(([field, now]) => {
      const was = before[field as keyof IncomingLetter];
      const isSame = field === "scans" ? sha256sOf(was) === sha256sOf(now) : was === now;
      return isSame ? [] : [[field, [was, now]]];
    }),
  );
}

function sha256sOf(scans: unknown): string {
  return (scans as Attachment[]).map(({ sha256, name }) => `${sha256} ${name}`).join("\n");
}

function yearOf(receivedAt: string): number {
  return Number(dayInVietnam(receivedAt).slice(0, 4));
}

function valuesOf(fields: LetterFields): unknown[] {
  const { receivedAt, postmarkedOn, cameBy, sender, theirNumber, theirDate, about, sheets, scans, unit } = fields;
  const plainText = wordsOf([sender, theirNumber ?? "", about].join(" ")).join(" ");
  const own = [receivedAt, postmarkedOn, cameBy, sender, theirNumber, theirDate, about, sheets];
  return [...own, JSON.stringify(scans), unit, plainText];
}

/** The register names them from now on: they are taken away no more. */
async function nameScans(connection: Connection, organisation: string, { scans }: LetterFields): Promise<void> {
  const sha256s = scans.map(({ sha256 }) => sha256);
  if (sha256s.length > 0) await noteNamed(connection, organisation, sha256s);
}
