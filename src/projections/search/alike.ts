import type { Connection } from "../inside-organisation.ts";
import type { Visibility } from "../visibility.ts";
import { conditionsOf } from "../work-queue/queue-filter.ts";
import { SELECT_ITEM, withoutCursor, type QueueItem, type QueueRow } from "../work-queue/work-queue.ts";
import { search } from "./search.ts";
import { pairOf, wordsOf } from "./words.ts";

/** Why an open complaint may be the same matter as what is being told. */
export type Likeness = "customer" | "number" | "words";
export type AlikeItem = QueueItem & {
  alike: Likeness[];
  /** Of the same customer or number and the same kind, or in much the same words: probably the same matter. */
  isLikelyDuplicate: boolean;
};

export type Told = {
  customerId?: string | undefined;
  /** Telephone, contract, card, receiver: as they were read out. */
  numbers: readonly string[];
  kind?: string | undefined;
  content?: string | undefined;
};

const FOUND_MAX = 10;
const NUMBERS_MAX = 12;
/** A shorter number is a house, a month, an amount. */
const NUMBER_CHARS_MIN = 6;
/** The newest open complaints of the kind whose beginnings are compared, and how much of what is told. */
const COMPARED_MAX = 200;
const COMPARED_CHARS = 160;
const PAIRS_SHARED_MIN = 4;
const SHARE_ALIKE = 0.5;

/** Open complaints that the reader may see of the same customer, with the same number, or begun in much the same words; likely duplicates first. */
export async function alike(
  connection: Connection,
  asked: { organisation: string; visibility: Visibility; told: Told },
): Promise<AlikeItem[]> {
  const { told } = asked;
  const found = new Map<string, { item: QueueItem; alike: Set<Likeness> }>();
  const add = (as: Likeness, items: readonly QueueItem[]) => {
    for (const item of items) {
      const known = found.get(item.complaintId) ?? { item, alike: new Set() };
      known.alike.add(as);
      found.set(item.complaintId, known);
    }
  };
  add("customer", await ofCustomer(connection, asked));
  for (const words of numbersIn(told)) {
    const { items } = await search(connection, { ...asked, words, filter: { isOpen: true }, limit: FOUND_MAX });
    add("number", items);
  }
  add("words", await inTheSameWords(connection, asked));
  return [...found.values()]
    .map(({ item, alike: as }) => ({ ...item, alike: [...as], isLikelyDuplicate: isLikelyDuplicate(item, as, told) }))
    .toSorted((one, other) => Number(other.isLikelyDuplicate) - Number(one.isLikelyDuplicate))
    .slice(0, FOUND_MAX);
}

function isLikelyDuplicate({ kind }: QueueItem, as: ReadonlySet<Likeness>, told: Told): boolean {
  return as.has("words") || (told.kind !== undefined && kind === told.kind);
}

/** Each as a phrase for the search: telephone numbers stand there as one number, the rest as it was written. */
function numbersIn({ numbers }: Told): string[] {
  const phrases = numbers.flatMap((number) => {
    const plain = number.replaceAll(/["“”]/g, " ").trim();
    const joined = plain.replaceAll(/[\s.()-]/g, "");
    if (joined.length < NUMBER_CHARS_MIN) return [];
    const isDigits = /^\+?\d+$/.test(joined);
    if (isDigits && joined === plain) return [joined.replace(/^\+84/, "0")];
    return [isDigits ? joined.replace(/^\+84/, "0") : `"${plain}"`, `"${plain}"`];
  });
  return [...new Set(phrases)].slice(0, NUMBERS_MAX);
}

/** Served by `complaint_row_customer`. */
async function ofCustomer(
  connection: Connection,
  { organisation, visibility, told: { customerId } }: { organisation: string; visibility: Visibility; told: Told },
): Promise<QueueItem[]> {
  if (customerId === undefined) return [];
  return newestOpen(connection, { organisation, visibility, filter: { customerId, isOpen: true }, limit: FOUND_MAX });
}

async function inTheSameWords(
  connection: Connection,
  { organisation, visibility, told }: { organisation: string; visibility: Visibility; told: Told },
): Promise<QueueItem[]> {
  const pairs = pairsIn((told.content ?? "").slice(0, COMPARED_CHARS));
  if (pairs.size < PAIRS_SHARED_MIN) return [];
  const filter = { kind: told.kind, isOpen: true };
  const newest = await newestOpen(connection, { organisation, visibility, filter, limit: COMPARED_MAX });
  return newest.filter(({ excerpt }) => isMuchTheSame(pairs, pairsIn(excerpt)));
}

async function newestOpen(
  connection: Connection,
  { limit, ...asked }: Parameters<typeof conditionsOf>[0] & { limit: number },
): Promise<QueueItem[]> {
  const { where, values } = conditionsOf(asked);
  const { rows } = await connection.query<QueueRow>(
    `${SELECT_ITEM} from complaint_row r where ${where.join(" and ")}
     order by r.arrival desc limit $${values.push(limit)}`,
    values,
  );
  return rows.map(withoutCursor);
}

/** The neighbouring words of a text: single syllables of Vietnamese say little. */
export function pairsIn(text: string): Set<string> {
  const words = wordsOf(text);
  return new Set(words.slice(1).map((word, index) => pairOf(words[index] ?? "", word)));
}

function isMuchTheSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = one.intersection(other).size;
  return shared >= PAIRS_SHARED_MIN && shared / Math.min(one.size, other.size) >= SHARE_ALIKE;
}
