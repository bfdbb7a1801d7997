import { BadCursor } from "../bad-cursor.ts";
import type { Connection } from "../inside-organisation.ts";
import { SEES_ALL, type Visibility } from "../visibility.ts";
import { conditionsOf, indexedPart, type Conditions, type QueueFilter } from "../work-queue/queue-filter.ts";
import { SELECT_ITEM, withoutCursor, type QueueItem, type QueueRow } from "../work-queue/work-queue.ts";
import { pairOf, wordsOf } from "./words.ts";

export type SearchPage = {
  /** The newest first. */
  items: QueueItem[];
  /** Where to go on; null: everything was looked through. */
  next: string | null;
  /** Looking stopped before the page was full: there may be more, further back. */
  isCut: boolean;
};

const BUDGET_MS = 250;
/** Rows that an index finds by the filter alone: up to so many, each is asked for the words instead. */
const NARROW_MAX = 1000;
/** Complaints with the words that are asked whether they fit the filter: at first, and no more for one page. */
const CANDIDATES_FIRST = 100;
const CANDIDATES_MAX = 2000;
const ARRIVAL_MAX = "9223372036854775807";

type Asked = {
  organisation: string;
  visibility: Visibility;
  words: string;
  filter?: QueueFilter | undefined;
  limit?: number;
  cursor?: string | undefined;
};
type Query = { terms: string; phrases: string[] };

/**
 * Complaints that have all the words, in any letter case and with or without tone marks and đ, and fit the filter. Words
 * between quotation marks must stand together in that order; so must the parts of one such as "KN-2026-000123". Nothing to
 * look for finds nothing.
 *
 * Either few rows fit the filter, and their words are looked at, or complaints with the words are looked at from the newest
 * on, up to a bound.
 *
 * @throws BadCursor on a cursor that no page gave.
 */
export async function search(connection: Connection, asked: Asked): Promise<SearchPage> {
  const { cursor, limit = 20 } = asked;
  const query = searchQuery(asked.words);
  if (cursor !== undefined && !isArrival(cursor)) throw new BadCursor();
  if (!query) return { items: [], next: null, isCut: false };
  const rowsMax = Math.min(Math.max(limit, 1), 100);
  const before = cursor ?? ARRIVAL_MAX;
  return (await isNarrow(connection, asked))
    ? amongFew(connection, asked, { query, before, rowsMax })
    : fromTheNewest(connection, asked, { query, before, rowsMax });
}

function isArrival(cursor: string): boolean {
  return /^\d{1,19}$/.test(cursor) && BigInt(cursor) <= BigInt(ARRIVAL_MAX);
}

/** What a person typed as the terms that the index knows and the phrases that must stand in the text. */
export function searchQuery(typed: string): Query | undefined {
  const terms = new Set<string>();
  const phrases: string[] = [];
  for (const [, quoted, single] of typed.slice(0, 500).matchAll(/["“”]([^"“”]+)["“”]|([^\s"“”]+)/gu)) {
    const words = wordsOf(quoted ?? single ?? "");
    for (const word of words) terms.add(word);
    for (let index = 1; index < words.length; index += 1) terms.add(pairOf(words[index - 1] ?? "", words[index] ?? ""));
    // Two words are found by their pair; of more, the pairs could stand apart.
    if (words.length > 2) phrases.push(words.join(" "));
  }
  if (terms.size === 0) return undefined;
  return { terms: [...terms].map((term) => `'${term}'`).join(" & "), phrases };
}

type Place = { query: Query; before: string; rowsMax: number };

async function isNarrow(connection: Connection, { organisation, filter = {} }: Asked): Promise<boolean> {
  const indexed = indexedPart(filter);
  if (!indexed) return false;
  const { where, values } = conditionsOf({ organisation, visibility: SEES_ALL, filter: indexed });
  const { rows } = await connection.query<{ count: number }>(
    `select count(*)::integer as count
     from (select from complaint_row r where ${where.join(" and ")} limit ${NARROW_MAX + 1}) counted`,
    values,
  );
  return (rows[0]?.count ?? 0) <= NARROW_MAX;
}

/** `materialized` keeps to the index on the filter: in order of arrival, every row of the organisation would be read. */
async function amongFew(connection: Connection, asked: Asked, { query, before, rowsMax }: Place): Promise<SearchPage> {
  const { where, values } = conditionsOf(asked);
  const place = placesAfter(values, [query.terms, query.phrases, before, rowsMax + 1]);
  const { rows } = await connection.query<QueueRow>(
    `with fitting as materialized (${SELECT_ITEM} from complaint_row r where ${where.join(" and ")})
     select f.* from fitting f
       join complaint_text t on t.organisation = $1 and t.complaint_id = f."complaintId"
     where f.arrival < ${place[2]}::bigint and t.terms @@ ${place[0]}::tsquery
       and not exists (select from unnest(${place[1]}::text[]) phrase where position(' ' || phrase || ' ' in t.words) = 0)
     order by f.arrival desc limit ${place[3]}`,
    values,
  );
  const next = rows.length > rowsMax ? (rows[rowsMax - 1]?.arrival ?? null) : null;
  return { items: rows.slice(0, rowsMax).map(withoutCursor), next, isCut: false };
}

async function fromTheNewest(connection: Connection, asked: Asked, place: Place): Promise<SearchPage> {
  const { rowsMax } = place;
  const found: QueueRow[] = [];
  let before: string | null = place.before;
  let looked = 0;
  let candidatesMax = isWide(asked) ? rowsMax + 1 : Math.max(CANDIDATES_FIRST, rowsMax + 1);
  while (before !== null && found.length <= rowsMax && looked < CANDIDATES_MAX) {
    const wanted = rowsMax + 1 - found.length;
    const step: Step = await oneStep(connection, asked, { ...place, before, wanted, candidatesMax });
    found.push(...step.rows);
    before = step.lookedTo;
    if (step.isOutOfTime) break;
    looked += candidatesMax;
    candidatesMax = nextStep({ looked, found: found.length, rowsMax });
  }
  const items = found.slice(0, rowsMax).map(withoutCursor);
  if (found.length > rowsMax) return { items, next: found[rowsMax - 1]?.arrival ?? null, isCut: false };
  return { items, next: before, isCut: before !== null };
}

/** Nothing but persons complained about is left out: nearly each candidate is a row of the page. */
function isWide({ visibility, filter = {} }: Asked): boolean {
  return visibility.units === "all" && Object.values(filter).every((each) => each === undefined);
}

/** Half as many again as fill the page at the rate so far, and not many times what was looked at. */
function nextStep({ looked, found, rowsMax }: { looked: number; found: number; rowsMax: number }): number {
  const enough = Math.ceil((1.5 * (rowsMax + 1 - found) * looked) / (found + 1));
  return Math.min(Math.max(enough, rowsMax + 1), 4 * looked, CANDIDATES_MAX - looked);
}

/** `lookedTo`: nothing before this arrival was looked at; null: everything was. */
type Step = { rows: QueueRow[]; lookedTo: string | null; isOutOfTime: boolean };

// `lateral … offset 0`: each candidate's row is looked up by its key. Otherwise an index on the filter may seem cheaper, and reads
// every row that fits it.
async function oneStep(
  connection: Connection,
  asked: Asked,
  { query, before, wanted, candidatesMax }: Place & { wanted: number; candidatesMax: number },
): Promise<Step> {
  const { where, values }: Conditions = conditionsOf(asked);
  const place = placesAfter(values, [query.terms, query.phrases, before, candidatesMax, BUDGET_MS, wanted]);
  const { rows } = await connection.query<QueueRow & { count: number; last: string | null; cutAt: string | null }>(
    `with candidate as materialized (
       select complaint_id, arrival, searched_to from search_candidates($1, ${place.slice(0, 5).join(", ")})),
     fitting as materialized (
       select f.* from candidate c cross join lateral (
         ${SELECT_ITEM} from complaint_row r where r.complaint_id = c.complaint_id and ${where.join(" and ")} offset 0) f),
     looked as (
       select count(complaint_id)::integer as count, min(arrival) as last, min(searched_to) as "cutAt" from candidate)
     select l.count, l.last, l."cutAt", f.* from looked l left join fitting f on true
     order by f.arrival desc limit ${place[5]}`,
    values,
  );
  const looked = rows[0];
  const found = rows.filter((row) => row.complaintId !== null).map(({ count: _c, last: _l, cutAt: _a, ...row }) => row);
  if (looked?.cutAt) return { rows: found, lookedTo: looked.cutAt, isOutOfTime: true };
  const isAll = (looked?.count ?? 0) < candidatesMax;
  return { rows: found, lookedTo: isAll ? null : (looked?.last ?? null), isOutOfTime: false };
}

/** Adds values and gives their places. */
function placesAfter(values: unknown[], more: readonly unknown[]): string[] {
  return more.map((value) => `$${values.push(value)}`);
}
