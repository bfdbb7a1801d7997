import { plainIdentifier } from "../access/customer-identifiers.ts";
import { customerById, type CustomerRow } from "../access/customers.ts";
import type { Connection } from "../projections/inside-organisation.ts";
import { alike } from "../projections/search/alike.ts";
import { search } from "../projections/search/search.ts";
import type { Visibility } from "../projections/visibility.ts";
import { workQueue, type QueueItem } from "../projections/work-queue/work-queue.ts";
import { cluesIn, formsOf, type Clue, type Told } from "./clues.ts";

/** Why a customer or a complaint may be meant. `said`: as it was written; of `same-customer`, their name. */
export type MatchReason = { as: Clue["as"] | "same-customer" | "same-words"; said: string; isSenders: boolean };

export type CustomerMatch = { customer: CustomerRow; reasons: MatchReason[] };
export type ComplaintMatch = { item: QueueItem; reasons: MatchReason[]; isLikelyDuplicate: boolean };

const CUSTOMERS_MAX = 8;
const COMPLAINTS_MAX = 12;
/** Clues that complaints are searched for: each is a search of its own. */
const SEARCHED_MAX = 8;
const FOUND_MAX = 5;
const OF_CUSTOMERS_MAX = 3;

/** A hint only: a colleague writes from the same domain, too. */
const weights: Readonly<Record<MatchReason["as"], number>> = {
  "complaint-number": 100,
  number: 60,
  phone: 50,
  email: 50,
  "same-customer": 30,
  "same-words": 20,
  "email-domain": 5,
};

type Reader = { organisation: string; visibility: Visibility };

/**
 * Customers and complaints that what was told may be about, the likeliest first, each with its reasons. A person decides: nothing is put
 * together here. `identifierKinds`: what customers of this provider are known by.
 */
export async function matchesOf(
  connection: Connection,
  reader: Reader,
  { told, identifierKinds }: { told: Told; identifierKinds: readonly string[] },
): Promise<{ customers: CustomerMatch[]; complaints: ComplaintMatch[] }> {
  const clues = cluesIn(told);
  const customers = await customersBy(connection, reader.organisation, { clues, identifierKinds });
  const complaints = await complaintsBy(connection, reader, { clues, customers, told });
  return { customers, complaints };
}

async function customersBy(
  connection: Connection,
  organisation: string,
  { clues, identifierKinds }: { clues: readonly Clue[]; identifierKinds: readonly string[] },
): Promise<CustomerMatch[]> {
  const wanted = clues.flatMap((clue, index) =>
    identifiersFor(clue, identifierKinds).map((each) => ({ ...each, index })),
  );
  const domains = clues.flatMap(({ as, plain }, index) => (as === "email-domain" ? [{ plain, index }] : []));
  const { rows } = await connection.query<{ customerId: string; index: number }>({
    name: "customers_by_clues",
    text: `select i.customer_id as "customerId", w.index
           from json_to_recordset($2) as w (kind text, plain text, index integer)
           join customer_identifier i on i.organisation = $1 and i.kind = w.kind and i.plain = w.plain
           union all
           select i.customer_id, w.index from json_to_recordset($3) as w (plain text, index integer)
           cross join lateral (
             select customer_id from customer_identifier where organisation = $1 and domain = w.plain
             order by customer_id limit ${FOUND_MAX}) i
           limit 200`,
    values: [organisation, JSON.stringify(wanted), JSON.stringify(domains)],
  });
  const found = new Map<string, Map<number, MatchReason>>();
  for (const { customerId, index } of rows) {
    const clue = clues[index];
    if (clue) found.set(customerId, (found.get(customerId) ?? new Map()).set(index, reasonOf(clue)));
  }
  const ranked = [...found]
    .map(([customerId, reasons]) => ({ customerId, reasons: inOrder([...reasons.values()]) }))
    .toSorted((one, other) => weightOf(other.reasons) - weightOf(one.reasons))
    .slice(0, CUSTOMERS_MAX);
  const matches: CustomerMatch[] = [];
  for (const { customerId, reasons } of ranked) {
    const customer = await customerById(connection, organisation, customerId);
    if (customer) matches.push({ customer, reasons });
  }
  return matches;
}

/** A number may be a contract's, a card's or one of the provider's own kinds; ten digits from 0 may be a telephone and a card. */
function identifiersFor({ as, plain, said }: Clue, kinds: readonly string[]): { kind: string; plain: string }[] {
  if (as === "phone" || as === "number") {
    const number = plainIdentifier("contract", said) ?? plain;
    const numbered = kinds
      .filter((kind) => kind !== "phone" && kind !== "email")
      .map((kind) => ({ kind, plain: number }));
    return as === "phone" ? [{ kind: "phone", plain }, ...numbered] : numbered;
  }
  return as === "email" ? [{ kind: "email", plain }] : [];
}

async function complaintsBy(
  connection: Connection,
  reader: Reader,
  { clues, customers, told }: { clues: readonly Clue[]; customers: readonly CustomerMatch[]; told: Told },
): Promise<ComplaintMatch[]> {
  const found = new Map<string, { item: QueueItem; reasons: MatchReason[]; isLikelyDuplicate: boolean }>();
  const add = (item: QueueItem, reason: MatchReason, isLikelyDuplicate = false) => {
    const known = found.get(item.complaintId) ?? { item, reasons: [], isLikelyDuplicate: false };
    if (!known.reasons.some(({ as, said }) => as === reason.as && said === reason.said)) known.reasons.push(reason);
    known.isLikelyDuplicate ||= isLikelyDuplicate;
    found.set(item.complaintId, known);
  };
  for (const clue of clues.filter(({ as }) => as !== "email-domain").slice(0, SEARCHED_MAX)) {
    for (const form of formsOf(clue)) {
      const words = `"${form.replaceAll(/["“”]/g, " ")}"`;
      const { items } = await search(connection, { ...reader, words, limit: FOUND_MAX });
      const meant = clue.as === "complaint-number" ? items.filter(({ number }) => number === clue.plain) : items;
      for (const item of meant) add(item, reasonOf(clue));
    }
  }
  for (const { customer, reasons } of customers.slice(0, OF_CUSTOMERS_MAX)) {
    if (reasons.every(({ as }) => as === "email-domain")) continue;
    const { customerId, name } = customer;
    const filter = { customerId };
    const { items } = await workQueue(connection, { ...reader, filter, order: "arrival", limit: FOUND_MAX });
    for (const item of items) add(item, { as: "same-customer", said: name, isSenders: false });
  }
  for (const { alike: as, isLikelyDuplicate, ...item } of await alike(connection, {
    ...reader,
    told: { numbers: [], content: told.text },
  }))
    if (as.includes("words")) add(item, { as: "same-words", said: "", isSenders: false }, isLikelyDuplicate);
  return [...found.values()]
    .map((match) => ({ ...match, reasons: inOrder(match.reasons) }))
    .toSorted((one, other) => rank(other) - rank(one))
    .slice(0, COMPLAINTS_MAX);
}

function reasonOf({ as, said, isSenders }: Clue): MatchReason {
  return { as, said, isSenders };
}

function inOrder(reasons: MatchReason[]): MatchReason[] {
  return reasons.toSorted((one, other) => weights[other.as] - weights[one.as]);
}

function weightOf(reasons: readonly MatchReason[]): number {
  return reasons.reduce((sum, { as, isSenders }) => sum + weights[as] + (isSenders ? 1 : 0), 0);
}

/** What runs comes before what is over, where both are as likely. */
function rank({ item, reasons }: ComplaintMatch): number {
  const isOver = item.phase === "closed" || item.phase === "archived";
  return weightOf(reasons) + (isOver ? 0 : 10);
}
