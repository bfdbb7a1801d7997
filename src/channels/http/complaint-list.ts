import { z } from "zod";
import { visibilityOf } from "../../access/actor.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { wordsOf } from "../../projections/search/words.ts";
import { search } from "../../projections/search/search.ts";
import { countRows } from "../../projections/work-queue/count-rows.ts";
import { workQueue } from "../../projections/work-queue/work-queue.ts";
import { idParam, MAX_PARAM_CHARS } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { cursorFor, placeOf } from "./cursor.ts";
import { asShown } from "./item-names.ts";
import { filterFor, narrowingSchema } from "./narrowing.ts";
import { problem } from "./problem.ts";
import { pageQuery, pageSchema } from "./queue-items.ts";
import { wholeList } from "./whole-list.ts";

const IDS_MAX = 100;
/** Beyond this, nobody needs to know how many there are, and counting would cost. */
const COUNT_MAX = 20_000;

const listQuery = narrowingSchema.extend({
  ...pageQuery,
  ids: z
    .string()
    .max(IDS_MAX * (MAX_PARAM_CHARS + 1))
    .transform((text) => text.split(","))
    .pipe(z.array(idParam).max(IDS_MAX))
    .optional()
    .describe(`Of these only, separated by commas, at most ${IDS_MAX}: what became of rows that are shown already.`),
});
type ListQuery = z.infer<typeof listQuery>;

/** `GET /complaints`: the list, by filters, by words, or by both. */
export function complaintListRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/complaints",
    {
      config: { scope: "read" },
      schema: {
        tags: ["complaints"],
        summary: "Complaints that I may see",
        description: "Pages cost the same however deep; send `nextCursor` back as `cursor`.",
        querystring: listQuery,
        response: {
          200: pageSchema.extend({
            isCut: z
              .boolean()
              .optional()
              .describe(
                "A search stopped before the page was full: there may be more, and the next page looks further back.",
              ),
          }),
        },
      },
    },
    (request) => pageOf(wiring, signedIn(request), request.query),
  );
  api.get(
    "/complaints/count",
    {
      config: { scope: "read" },
      schema: {
        tags: ["complaints"],
        summary: "How many complaints a list holds",
        querystring: narrowingSchema,
        response: {
          200: z.object({
            count: z
              .int()
              .nullable()
              .describe(
                `At most ${COUNT_MAX}: there may be more. Null where words are looked for: that would be as much work as finding them all.`,
              ),
          }),
        },
      },
    },
    async (request) => {
      const list = wholeList(request.query, signedIn(request), wiring.now());
      if (list.words !== undefined) return { count: null };
      return readInside(wiring.pool, list.organisation, async (connection) => ({
        count: await countRows(connection, { ...list, max: COUNT_MAX }),
      }));
    },
  );
}

/** One page of the list that a query asks for, by words or without. */
export function pageOf(wiring: Wiring, who: SignedIn, { search: words, ...query }: ListQuery) {
  return words === undefined || words === "" ? listed(wiring, who, query) : found(wiring, who, { words, query });
}

async function listed(wiring: Wiring, who: SignedIn, query: Omit<ListQuery, "search">) {
  const { identity, actor } = who;
  const { limit, cursor, sort, ...narrowing } = query;
  // Closed ones have nothing due.
  const order = sort ?? (query.open === false ? "arrival" : "priority");
  const { organisation } = identity;
  const visibility = visibilityOf(actor);
  const list = [organisation, "complaints", order, narrowing];
  const place = placeOf(list, cursor);
  const filter = { ...filterFor(narrowing, who, wiring.now()), complaintIds: narrowing.ids };
  const page = await readInside(wiring.pool, organisation, async (connection) => {
    const rows = await workQueue(connection, { organisation, visibility, filter, order, limit, cursor: place });
    return asShown(rows, wiring, { connection, organisation });
  });
  return { items: page.items, nextCursor: cursorFor(list, page.next) };
}

async function found(
  wiring: Wiring,
  who: SignedIn,
  { words, query }: { words: string; query: Omit<ListQuery, "search"> },
) {
  const { identity, actor } = who;
  const { limit, cursor, sort, ...narrowing } = query;
  if (sort !== undefined && sort !== "arrival") {
    throw problem("malformed-request", { what: "sort: a search gives the newest first" }, { field: "sort" });
  }
  const { organisation } = identity;
  const list = [organisation, "search", words, narrowing];
  const place = placeOf(list, cursor);
  const filter = { ...filterFor(narrowing, who, wiring.now()), complaintIds: narrowing.ids };
  const asked = { organisation, visibility: visibilityOf(actor), words, filter, limit: Math.min(limit, 100) };
  const page = await readInside(wiring.pool, organisation, async (connection) => {
    const rows = await search(connection, { ...asked, cursor: place });
    return asShown(rows, wiring, { connection, organisation });
  });
  const items = page.items.map((item) => ({ ...item, foundBy: foundBy(words, item.customerName) }));
  return { items, nextCursor: cursorFor(list, page.next), isCut: page.isCut };
}

/** A number, an address of mail or a domain is read out by whoever it is of; other words name the customer where all are of the name. */
function foundBy(typed: string, customerName: string | null): "customer" | "content" {
  if (/[\d@.]/.test(typed)) return "customer";
  const name = wordsOf(customerName ?? "");
  return wordsOf(typed).every((word) => name.some((each) => each.startsWith(word))) ? "customer" : "content";
}
