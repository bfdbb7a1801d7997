import { z } from "zod";
import { personNames } from "../../access/person-names.ts";
import {
  changeView,
  removeView,
  savedViews,
  saveView,
  VIEWS_MAX,
  type SavedView,
  type ViewChange,
} from "../../access/saved-views.ts";
import { visibilityOf } from "../../access/actor.ts";
import { readInside, writeInside } from "../../projections/inside-organisation.ts";
import { countRows } from "../../projections/work-queue/count-rows.ts";
import { idempotencyHeaders, idParam } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { filterFor, narrowingSchema } from "./narrowing.ts";
import { problem } from "./problem.ts";
import { lineText } from "./typed-text.ts";
import { writeOnce } from "./write-once.ts";

/** Beyond this, nobody needs to know how many there are. */
const COUNT_MAX = 1000;
/** Counting stops here: what was not counted is shown without a number. */
const COUNT_MS_MAX = 300;

const querySchema = z
  .record(z.string().max(40), z.string().max(500))
  .describe('Names and values as `GET /complaints` takes them: `{queue: "unit", due: "overdue"}`.');
const viewSchema = z.object({
  viewId: z.string(),
  name: z.string(),
  unit: z.string().nullable().describe("The unit that it is shared with."),
  personId: z.string(),
  owner: z.string().describe("Who made it, by name."),
  isOwn: z.boolean().describe("Only then may it be changed."),
  query: querySchema,
});
const fields = {
  name: lineText.pipe(z.string().max(80)),
  unit: idParam.nullable().describe("One of my units, to share it with; null: for me alone."),
  query: querySchema,
};
const params = z.object({ viewId: idParam });
const tags = ["queues"];

/** `/saved-views`: lists of the work queue under names, for oneself or a unit. */
export function savedViewRoutes(api: Api, wiring: Wiring): void {
  listRoutes(api, wiring);
  addRoute(api, wiring);
  changeRoutes(api, wiring);
}

function listRoutes(api: Api, wiring: Wiring): void {
  const { pool } = wiring;
  api.get(
    "/saved-views",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Lists that I saved, and those shared with my units",
        response: { 200: z.object({ views: z.array(viewSchema) }) },
      },
    },
    async (request) => {
      const who = signedIn(request);
      const { organisation } = who.identity;
      return readInside(pool, organisation, async (connection) => {
        const views = await savedViews(connection, organisation, who.actor);
        const owners = views.map(({ personId }) => personId);
        const names = await personNames(connection, organisation, owners);
        return { views: views.map((view) => shownTo(who, view, names)) };
      });
    },
  );
  api.get(
    "/saved-views/counts",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "How many open complaints are in each of them",
        response: {
          200: z.object({
            counts: z.record(
              z.string(),
              z.int().nullable().describe(`At most ${COUNT_MAX}: there may be more. Null: not counted.`),
            ),
          }),
        },
      },
    },
    (request) => countAll(wiring, signedIn(request)),
  );
}

function addRoute(api: Api, { pool, newId }: Wiring): void {
  api.post(
    "/saved-views",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Save a list under a name",
        headers: idempotencyHeaders,
        body: z.strictObject({ ...fields, unit: fields.unit.default(null) }),
        response: { 201: viewSchema.describe("The list that was saved.") },
      },
    },
    async (request, reply) => {
      const who = signedIn(request);
      const { organisation, personId } = who.identity;
      checkFields(who, request.body);
      return writeOnce(request, reply, { pool }, async (connection) => {
        const saved = await saveView(connection, organisation, { ...request.body, viewId: newId(), personId });
        if (saved === "too-many") {
          throw problem("malformed-request", {
            what: { vi: `đã lưu đủ ${VIEWS_MAX} danh sách`, en: `${VIEWS_MAX} lists are saved already` },
          });
        }
        return { status: 201, body: shownTo(who, saved, await personNames(connection, organisation, [personId])) };
      });
    },
  );
}

function changeRoutes(api: Api, { pool }: Wiring): void {
  api.patch(
    "/saved-views/:viewId",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Rename a list of mine, share it, or save other filters in it",
        params,
        body: z.strictObject(fields).partial(),
        response: { 200: viewSchema },
      },
    },
    async (request) => {
      const who = signedIn(request);
      const { organisation, personId } = who.identity;
      const { viewId } = request.params;
      checkFields(who, request.body);
      return writeInside(pool, organisation, async (connection) => {
        const changed = await changeView(connection, organisation, { viewId, personId, change: request.body });
        if (!changed) throw problem("no-such-item", { name: viewId });
        return shownTo(who, changed, await personNames(connection, organisation, [changed.personId]));
      });
    },
  );
  api.delete(
    "/saved-views/:viewId",
    {
      config: { scope: "handle" },
      schema: { tags, summary: "Remove a list of mine", params, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { organisation, personId } = signedIn(request).identity;
      const { viewId } = request.params;
      const isRemoved = await writeInside(pool, organisation, (connection) =>
        removeView(connection, organisation, { viewId, personId }),
      );
      if (!isRemoved) throw problem("no-such-item", { name: viewId });
      return reply.code(204).send(null);
    },
  );
}

/** Shared with a unit of one's own only, and narrowed by what lists know. */
function checkFields({ actor }: SignedIn, { unit, query }: ViewChange): void {
  if (typeof unit === "string" && !actor.roles.some((held) => held.unit === unit)) {
    throw problem("malformed-request", { what: "unit: is none of yours" }, { field: "unit" });
  }
  if (query === undefined) return;
  const parsed = narrowingSchema.safeParse(query);
  if (parsed.success) return;
  const [issue] = parsed.error.issues;
  const field = ["query", ...(issue?.path ?? [])].join(".");
  throw problem("malformed-request", { what: `${field}: ${issue?.message ?? "unknown"}` }, { field });
}

function shownTo({ actor }: SignedIn, view: SavedView, names: ReadonlyMap<string, string>) {
  const { personId } = view;
  return { ...view, owner: names.get(personId) ?? personId, isOwn: personId === actor.personId };
}

/** One after the other, until the time is up: what is saved first is counted first. */
async function countAll({ pool, now }: Wiring, who: SignedIn) {
  const { organisation } = who.identity;
  const until = performance.now() + COUNT_MS_MAX;
  const visibility = visibilityOf(who.actor);
  return readInside(pool, organisation, async (connection) => {
    const counts: Record<string, number | null> = {};
    for (const { viewId, query } of await savedViews(connection, organisation, who.actor)) {
      const parsed = narrowingSchema.safeParse(query);
      const isCounted = parsed.success && countable(parsed.data) && performance.now() < until;
      counts[viewId] = isCounted
        ? await countRows(connection, {
            organisation,
            visibility,
            filter: { ...filterFor(parsed.data, who, now()), isOpen: true },
            max: COUNT_MAX,
          })
        : null;
    }
    return { counts };
  });
}

/** Words are not counted: that would be as much work as finding them all. Closed ones have all the time. */
function countable({ search, open }: z.infer<typeof narrowingSchema>): boolean {
  return search === undefined && open !== false;
}
