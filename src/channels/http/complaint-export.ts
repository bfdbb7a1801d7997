import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import { z } from "zod";
import { refOf } from "../../access/actor.ts";
import { dayInVietnam } from "../../procedure/pure/vietnam.ts";
import { readInside, writeInside } from "../../projections/inside-organisation.ts";
import { search } from "../../projections/search/search.ts";
import { countRows } from "../../projections/work-queue/count-rows.ts";
import { PAGE_MAX, workQueue } from "../../projections/work-queue/work-queue.ts";
import { noteInOrganisation } from "../../store/organisation-log.ts";
import { idParam } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { BYTE_ORDER_MARK, headOf, lineOf, type ExportLanguage } from "./export-lines.ts";
import { asShown } from "./item-names.ts";
import { narrowingSchema, type Narrowing } from "./narrowing.ts";
import { wholeList, type WholeList } from "./whole-list.ts";

const SEARCHED_MAX = 100;

const exportLanguage = z
  .enum(["vi", "en"])
  .default("vi")
  .describe("Of the names of the columns and of the program's own words.");
const exportQuery = narrowingSchema.extend({ language: exportLanguage });
const NAMED_MAX = 5000;

/** `/complaints/export`: a list, or complaints that are named, as a table for spreadsheets, however long it is. */
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
    (request, reply) => {
      const who = signedIn(request);
      const { language, ...narrowing } = request.query;
      const list = wholeList(narrowing, who, wiring.now());
      return sent(reply, wiring, who, { list, filters: filtersIn(narrowing), language });
    },
  );
  api.post(
    "/complaints/export",
    {
      config: { scope: "read" },
      schema: {
        tags: ["complaints"],
        operationId: "export-named-complaints",
        summary: "Some complaints as a CSV file",
        description: `The same table of those that are named, at most ${NAMED_MAX}, as far as I may see them.`,
        body: z.strictObject({ complaintIds: z.array(idParam).min(1).max(NAMED_MAX), language: exportLanguage }),
        produces: ["text/csv"],
      },
    },
    (request, reply) => {
      const who = signedIn(request);
      const { complaintIds, language } = request.body;
      const named = wholeList({ sort: "arrival" }, who, wiring.now());
      const list = { ...named, filter: { complaintIds } };
      return sent(reply, wiring, who, { list, filters: ["complaintIds"], language });
    },
  );
}

type Taken = { list: WholeList; filters: string[]; language: ExportLanguage };

/** Notes who takes the list out, and sends it while it is read. */
async function sent(reply: FastifyReply, wiring: Wiring, who: SignedIn, { list, filters, language }: Taken) {
  const { organisation } = list;
  const total = await writeInside(wiring.pool, organisation, async (connection) => {
    const rows = list.words === undefined ? await countRows(connection, list) : null;
    // What is for practice holds nothing of the work: taking it out is practice too.
    const facts = who.actor.isTraining ? [] : [{ type: "ListExported" as const, data: { filters, rows } }];
    await noteInOrganisation(connection, organisation, { facts, by: refOf(who.actor) });
    return rows;
  });
  if (total !== null) void reply.header("rows-total", total);
  const name = `khieu-nai-${dayInVietnam(wiring.now())}.csv`;
  return reply
    .header("content-type", "text/csv; charset=utf-8")
    .header("content-disposition", `attachment; filename="${name}"`)
    .send(Readable.from(linesOf(wiring, list, language)));
}

/** Which filters were on. Not their values: a customer's name is looked for like any word. */
function filtersIn(narrowing: Narrowing): string[] {
  return Object.entries(narrowing).flatMap(([name, value]) => (value === undefined ? [] : [name]));
}

/**
 * Page by page in the order of arrival, in which nothing moves while it is read: no complaint is left out and none comes twice. Each
 * page is a transaction of its own, so that a slow line holds nothing in the database.
 */
async function* linesOf(wiring: Wiring, list: WholeList, language: ExportLanguage): AsyncGenerator<string> {
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
