import { z } from "zod";
import { visibilityOf } from "../../access/actor.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { search } from "../../projections/search/search.ts";
import { workQueue } from "../../projections/work-queue/work-queue.ts";
import { queryText } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { cursorFor, placeOf } from "./cursor.ts";
import { problem } from "./problem.ts";
import { filterQuery, pageQuery, pageSchema } from "./queue-items.ts";

const listQuery = z.strictObject({
  ...pageQuery,
  ...filterQuery,
  search: queryText
    .optional()
    .describe("Words, with or without tone marks; “in quotation marks” they stand together. The newest come first."),
  sort: z
    .enum(["due", "arrival"])
    .optional()
    .describe("`due` (default): open ones, the nearest due first. `arrival`: all, the newest first."),
});
type ListQuery = z.infer<typeof listQuery>;

/** `GET /complaints`: the list, by filters or by words. */
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
            isCut: z.boolean().optional().describe("A search that ran out of time: the next page looks further back."),
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

async function listed({ pool }: Wiring, { identity, actor }: SignedIn, query: Omit<ListQuery, "search">) {
  const { limit, cursor, sort: order = "due", ...filter } = query;
  const { organisation } = identity;
  const visibility = visibilityOf(actor);
  const list = [organisation, "complaints", order, filter];
  const place = placeOf(list, cursor);
  const page = await readInside(pool, organisation, (connection) =>
    workQueue(connection, { organisation, visibility, filter, order, limit, cursor: place }),
  );
  return { items: page.items, nextCursor: cursorFor(list, page.next) };
}

async function found(
  { pool }: Wiring,
  { identity, actor }: SignedIn,
  { words, query }: { words: string; query: Omit<ListQuery, "search"> },
) {
  const { limit, cursor, sort, ...filter } = query;
  const beside = Object.entries({ ...filter, ...(sort === "due" ? { sort } : {}) }).find(
    ([, value]) => value !== undefined,
  );
  if (beside) {
    throw problem("malformed-request", { what: `${beside[0]}: a search goes without filters` }, { field: beside[0] });
  }
  const { organisation } = identity;
  const list = [organisation, "search", words];
  const place = placeOf(list, cursor);
  const page = await readInside(pool, organisation, (connection) =>
    search(connection, {
      organisation,
      visibility: visibilityOf(actor),
      words,
      limit: Math.min(limit, 100),
      cursor: place,
    }),
  );
  return { items: page.items, nextCursor: cursorFor(list, page.next), isCut: page.isCut };
}
