import { z } from "zod";
import { visibilityOf } from "../../access/actor.ts";
import { readInside, type Connection } from "../../projections/inside-organisation.ts";
import { seenBy } from "../../projections/visibility.ts";
import { workQueue } from "../../projections/work-queue/work-queue.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { cursorFor, placeOf } from "./cursor.ts";
import { asShown } from "./item-names.ts";
import { ownPart, ownQueues, type OwnQueue } from "./own-part.ts";
import { pageQuery, pageSchema, SORT_PRIORITY } from "./queue-items.ts";

// Beyond this, nobody needs to know how many there are, and counting would cost.
const COUNT_MAX = 1000;

const countsSchema = z.object({
  open: z.int().describe(`At most ${COUNT_MAX}: there may be more.`),
  overdue: z.int(),
  dueSoon: z.int().describe("Due within 24 hours, and not yet over."),
  unassigned: z.int(),
});

/** `/work-queues`: what waits for me, for my units, for everybody. */
export function workQueueRoutes(api: Api, wiring: Wiring): void {
  const { pool, now } = wiring;
  const tags = ["queues"];
  api.get(
    "/work-queues",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "How much waits where",
        response: { 200: z.object({ mine: countsSchema, unit: countsSchema, all: countsSchema }) },
      },
    },
    async (request) => {
      const who = signedIn(request);
      return readInside(pool, who.identity.organisation, async (connection) => ({
        mine: await countsOf(connection, who, "mine", now()),
        unit: await countsOf(connection, who, "unit", now()),
        all: await countsOf(connection, who, "all", now()),
      }));
    },
  );
  api.get(
    "/work-queues/:queue",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "One queue, priority first, then the nearest due",
        description: "`mine`: I am in charge. `unit`: one of my units is. `all`: all that I may see.",
        params: z.object({ queue: z.enum(ownQueues) }),
        querystring: z.strictObject({
          ...pageQuery,
          unassigned: z.stringbool({ truthy: ["true"], falsy: ["false"] }).optional(),
          sort: z.enum(["priority", "due"]).default("priority").describe(SORT_PRIORITY),
        }),
        response: { 200: pageSchema },
      },
    },
    async (request) => {
      const { queue } = request.params;
      const { limit, cursor, unassigned, sort: order } = request.query;
      const who = signedIn(request);
      const { organisation } = who.identity;
      const filter = { ...ownPart(queue, who), unassigned };
      const list = [organisation, "queue", queue, order, filter];
      const place = placeOf(list, cursor);
      const visibility = visibilityOf(who.actor);
      const page = await readInside(pool, organisation, async (connection) => {
        const found = await workQueue(connection, { organisation, visibility, filter, order, limit, cursor: place });
        return asShown(found, wiring, { connection, organisation });
      });
      return { items: page.items, nextCursor: cursorFor(list, page.next) };
    },
  );
}

async function countsOf(connection: Connection, who: SignedIn, queue: OwnQueue, now: string) {
  const { identity, actor } = who;
  const { ownerId, unit } = ownPart(queue, who);
  const values: unknown[] = [identity.organisation, now, ownerId ?? unit ?? []];
  const isSeen = seenBy(visibilityOf(actor), (value) => `$${values.push(value)}`);
  const open = (condition: string) =>
    `select r.due_at, r.owner_id, r.arrival from complaint_row r
     where r.organisation = $1 and r.is_open and ${isSeen} and ${condition}
     order by r.due_at, r.arrival limit ${COUNT_MAX}`;
  // Each unit is read in the order of its index, however many there are.
  const ofEach = `select each.* from unnest($3::text[]) own (id) cross join lateral (
    ${open(queue === "mine" ? "r.owner_id = own.id" : "r.unit = own.id")}) each
    order by due_at, arrival limit ${COUNT_MAX}`;
  const { rows } = await connection.query<z.infer<typeof countsSchema>>({
    name: `count_${queue}`,
    // The nearest due come first, so that what is counted out is the least urgent.
    text: `select count(*)::integer as open,
             (count(*) filter (where due_at <= $2))::integer as overdue,
             (count(*) filter (where due_at > $2 and due_at <= $2 + interval '1 day'))::integer as "dueSoon",
             (count(*) filter (where owner_id is null))::integer as unassigned
           from (${queue === "all" ? open("$3::text[] is not null") : ofEach}) waiting`,
    values,
  });
  return rows[0] ?? { open: 0, overdue: 0, dueSoon: 0, unassigned: 0 };
}
