import type { Connection } from "../inside-organisation.ts";
import type { Visibility } from "../visibility.ts";
import { SELECT_ITEM, withoutCursor, type QueueItem } from "../work-queue/work-queue.ts";
import { pairOf, wordsOf } from "./words.ts";

export type SearchPage = {
  /** The newest first. */
  items: QueueItem[];
  /** Where to go on; null: everything was looked through. */
  next: string | null;
  /** The time was up before the page was full: there may be more, further back. */
  isCut: boolean;
};

const BUDGET_MS = 250;
const ARRIVAL_MAX = "9223372036854775807";

/**
 * Complaints that have all the words, in any letter case and with or without tone marks and đ. Words between quotation marks
 * must stand together in that order; so must the parts of one such as "KN-2026-000123". Nothing to look for finds nothing.
 *
 * @throws RangeError on a cursor that no page gave.
 */
export async function search(
  connection: Connection,
  asked: { organisation: string; visibility: Visibility; words: string; limit?: number; cursor?: string | undefined },
): Promise<SearchPage> {
  const { organisation, visibility, cursor, limit = 20 } = asked;
  const query = searchQuery(asked.words);
  if (cursor !== undefined && !/^\d{1,19}$/.test(cursor)) throw new RangeError("this is no place in the results");
  if (!query) return { items: [], next: null, isCut: false };
  const rowsMax = Math.min(Math.max(limit, 1), 100);
  const units = visibility.units === "all" ? null : [...visibility.units];
  const { rows } = await connection.query<{ complaint_id: string | null; arrival: string; searched_to: string | null }>(
    {
      name: "search_complaints",
      text: "select complaint_id, arrival, searched_to from search_complaints($1, $2, $3, $4, $5, $6, $7, $8)",
      values: [
        organisation,
        query.terms,
        query.phrases,
        cursor ?? ARRIVAL_MAX,
        rowsMax + 1,
        units,
        visibility.personId,
        BUDGET_MS,
      ],
    },
  );
  const found = rows.filter((row) => row.complaint_id !== null);
  const cutAt = rows.find((row) => row.complaint_id === null)?.searched_to ?? null;
  const page = found.slice(0, rowsMax);
  const next = found.length > rowsMax ? (page.at(-1)?.arrival ?? null) : cutAt;
  const ids = page.flatMap((row) => row.complaint_id ?? []);
  return { items: await itemsOf(connection, organisation, ids), next, isCut: cutAt !== null };
}

/** What a person typed as the terms that the index knows and the phrases that must stand in the text. */
export function searchQuery(typed: string): { terms: string; phrases: string[] } | undefined {
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

async function itemsOf(connection: Connection, organisation: string, ids: string[]): Promise<QueueItem[]> {
  if (ids.length === 0) return [];
  const { rows } = await connection.query<QueueItem & { arrival: string; cursorDue: string }>({
    name: "search_items",
    text: `${SELECT_ITEM} from complaint_row r
           where r.organisation = $1 and r.complaint_id = any ($2) order by r.arrival desc`,
    values: [organisation, ids],
  });
  return rows.map(withoutCursor);
}
