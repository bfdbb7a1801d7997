import { Readable } from "node:stream";
import { z } from "zod";
import { refOf, visibilityOf } from "../../access/actor.ts";
import { dayInVietnam } from "../../procedure/pure/vietnam.ts";
import { readInside, writeInside } from "../../projections/inside-organisation.ts";
import { search } from "../../projections/search/search.ts";
import { countRows } from "../../projections/work-queue/count-rows.ts";
import { PAGE_MAX, workQueue } from "../../projections/work-queue/work-queue.ts";
import { noteInOrganisation } from "../../store/organisation-log.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { headOf, lineOf, type ExportLanguage } from "./export-lines.ts";
import { asShown } from "./item-names.ts";
import { filterFor, narrowingSchema, type Narrowing } from "./narrowing.ts";

const SEARCHED_MAX = 100;
/** Without it, spreadsheets take the letters of a UTF-8 file for others. */
const BYTE_ORDER_MARK = "\uFEFF";

const exportQuery = narrowingSchema.extend({
  language: z.enum(["vi", "en"]).default("vi").describe("Of the names of the columns and of the program's own words."),
});

/** `GET /complaints/export`: a list as a table for spreadsheets, however long it is. */
export function complaintExportRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/complaints/export",
    {
      config: { scope: "read" },
      exposeHeadRoute: false,
      schema: {
        tags: ["complaints"],
        summary: "A list as a CSV file",
        description:
          "All that the list holds and I may see, the newest first, sent while it is read. Who took it out stands in the organisation's log. `Rows-Total` says how many rows come, where that is known.",
        querystring: exportQuery,
        produces: ["text/csv"],
      },
    },
    async (request, reply) => {
      const who = signedIn(request);
      const { language, ...narrowing } = request.query;
      const { organisation } = who.identity;
      const list = listFor(narrowing, who, wiring.now());
      const total = await writeInside(wiring.pool, organisation, async (connection) => {
        const rows = list.words === undefined ? await countRows(connection, list) : null;
        const data = { filters: filtersIn(narrowing), rows };
        const facts = [{ type: "ListExported" as const, data }];
        await noteInOrganisation(connection, organisation, { facts, by: refOf(who.actor) });
        return rows;
      });
      if (total !== null) void reply.header("rows-total", total);
      const name = `khieu-nai-${dayInVietnam(wiring.now())}.csv`;
      return reply
        .header("content-type", "text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename="${name}"`)
        .send(Readable.from(linesOf(wiring, list, language)));
    },
  );
}

/** Which filters were on. Not their values: a customer's name is looked for like any word. */
function filtersIn(narrowing: Narrowing): string[] {
  return Object.entries(narrowing).flatMap(([name, value]) => (value === undefined ? [] : [name]));
}

type List = ReturnType<typeof listFor>;

function listFor(narrowing: Narrowing, who: SignedIn, now: string) {
  const { search: words, sort, open } = narrowing;
  // Orders by the due show open ones only; the export holds the same ones.
  const isOpen = open ?? (words || sort === "arrival" ? undefined : true);
  return {
    organisation: who.identity.organisation,
    visibility: visibilityOf(who.actor),
    filter: { ...filterFor(narrowing, who, now), isOpen },
    words: words || undefined,
  };
}

/**
 * Page by page in the order of arrival, in which nothing moves while it is read: no complaint is left out and none comes twice. Each
 * page is a transaction of its own, so that a slow line holds nothing in the database.
 */
async function* linesOf(wiring: Wiring, list: List, language: ExportLanguage): AsyncGenerator<string> {
  const { organisation } = list;
  yield `${BYTE_ORDER_MARK}${headOf(language)}`;
  for (let cursor: string | undefined; ;) {
    const place = cursor;
    const page = await readInside(wiring.pool, organisation, async (connection) => {
      const { words, ...asked } = list;
      const found =
        words === undefined
          ? await workQueue(connection, { ...asked, order: "arrival", limit: PAGE_MAX, cursor: place })
          : await search(connection, { ...asked, words, limit: SEARCHED_MAX, cursor: place });
      return asShown(found, wiring, { connection, organisation });
    });
    if (page.items.length > 0) yield page.items.map((item) => lineOf(item, language)).join("");
    if (page.next === null) return;
    cursor = page.next;
  }
}
