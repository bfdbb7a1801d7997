import { z } from "zod";
import { visibilityOf } from "../../access/actor.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { search } from "../../projections/search/search.ts";
import { workQueue } from "../../projections/work-queue/work-queue.ts";
import { queryText } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { cursorFor, placeOf } from "./cursor.ts";
import { problem } from "./problem.ts";
import { filterOf, filterQuery, pageQuery, pageSchema, SORT_PRIORITY } from "./queue-items.ts";
import { withRemaining } from "./remaining.ts";

const listQuery = z.strictObject({
  ...pageQuery,
  ...filterQuery,
  search: queryText
    .optional()
    .describe("Words, with or without tone marks; “in quotation marks” they stand together. The newest come first."),
  sort: z
    .enum(["priority", "due", "arrival"])
    .optional()
    .describe(`${SORT_PRIORITY} \`arrival\` (default for closed ones): all, the newest first.`),
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
    (request) => {
      const { search: words, ...query } = request.query;
      const who = signedIn(request);
      return words === undefined || words === "" ? listed(wiring, who, query) : found(wiring, who, { words, query });
    },
  );
}

async function listed(wiring: Wiring, { identity, actor }: SignedIn, query: Omit<ListQuery, "search">) {
  const { limit, cursor, sort, ...narrowing } = query;
  // Closed ones have nothing due.
  const order = sort ?? (query.open === false ? "arrival" : "priority");
  const { organisation } = identity;
  const visibility = visibilityOf(actor);
  const list = [organisation, "complaints", order, narrowing];
  const place = placeOf(list, cursor);
  const filter = filterOf(narrowing, wiring.now());
  const page = await readInside(wiring.pool, organisation, async (connection) => {
    const rows = await workQueue(connection, { organisation, visibility, filter, order, limit, cursor: place });
    return withRemaining(rows, wiring, { connection, organisation });
  });
  return { items: page.items, nextCursor: cursorFor(list, page.next) };
}

async function found(
  wiring: Wiring,
  { identity, actor }: SignedIn,
  { words, query }: { words: string; query: Omit<ListQuery, "search"> },
) {
  const { limit, cursor, sort, ...narrowing } = query;
  if (sort !== undefined && sort !== "arrival") {
    throw problem("malformed-request", { what: "sort: a search gives the newest first" }, { field: "sort" });
  }
  const { organisation } = identity;
  const list = [organisation, "search", words, narrowing];
  const place = placeOf(list, cursor);
  const filter = filterOf(narrowing, wiring.now());
  const asked = { organisation, visibility: visibilityOf(actor), words, filter, limit: Math.min(limit, 100) };
  const page = await readInside(wiring.pool, organisation, async (connection) => {
    const rows = await search(connection, { ...asked, cursor: place });
    return withRemaining(rows, wiring, { connection, organisation });
  });
  return { items: page.items, nextCursor: cursorFor(list, page.next), isCut: page.isCut };
}
