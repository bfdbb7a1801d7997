import { z } from "zod";
import { visibilityOf } from "../../access/actor.ts";
import { personNames } from "../../access/person-names.ts";
import { todayInVietnam } from "../../procedure/pure/vietnam.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { overview, type Overview } from "../../projections/overview/overview.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { isElapsedRule, remainingSchema, withRemaining } from "./remaining.ts";

const load = {
  open: z.int(),
  overdue: z.int(),
  dueToday: z.int().describe("Until the midnight of today, not yet over."),
};
const named = { complaintId: z.string(), number: z.string(), customerName: z.string().nullable() };
const clock = {
  ...named,
  clockId: z.string(),
  rule: z.string(),
  name: z.string(),
  dueAt: z.string(),
  owner: z.string().nullable(),
};

const overviewSchema = z.object({
  total: z.object({ ...load, unassigned: z.int(), paused: z.int() }),
  byUnit: z.array(z.object({ ...load, unit: z.string().nullable(), name: z.string().nullable() })),
  byPerson: z
    .array(z.object({ ...load, ownerId: z.string().nullable(), name: z.string().nullable() }))
    .describe("Those with most to do first, 100 at most; null: nobody is in charge."),
  arrivals: z
    .array(z.object({ hour: z.int(), today: z.int(), weekBefore: z.int() }))
    .describe("What arrived in each hour of today, and of the same day a week before."),
  oldest: z.array(z.object({ ...named, receivedAt: z.string() })),
  callBacks: z.array(z.object({ ...clock, remaining: remainingSchema })).describe("Calls promised until tonight."),
  breaches: z.array(z.object({ ...clock, breachedAt: z.string() })).describe("Promises broken in the last seven days."),
  absences: z
    .array(
      z.object({
        personId: z.string(),
        name: z.string(),
        untilOn: z.string(),
        deputies: z.array(z.string()),
        open: z.int(),
      }),
    )
    .describe("Who is absent today, who stands in, and how many open complaints are theirs."),
});

/** `/overview`: one shift at a glance, of what the caller may see. */
export function overviewRoutes(api: Api, wiring: Wiring): void {
  const { pool, registry, now } = wiring;
  api.get(
    "/overview",
    {
      config: { scope: "read" },
      schema: {
        tags: ["queues"],
        summary: "Overdue, due today, call-backs, broken promises; by unit and person",
        response: { 200: overviewSchema },
      },
    },
    async (request) => {
      const { identity, actor } = signedIn(request);
      const { organisation } = identity;
      const visibility = visibilityOf(actor);
      const asked = { organisation, visibility, now: now(), day: todayInVietnam(now()) };
      return readInside(pool, organisation, async (connection) => {
        const found = await overview(connection, asked);
        const names = await personNames(connection, organisation, [
          ...found.byPerson.map(({ ownerId }) => ownerId),
          ...[...found.callBacks, ...found.breaches].map(({ ownerId }) => ownerId),
          ...found.absences.flatMap(({ personId, deputyIds }) => [personId, ...deputyIds]),
        ]);
        const callBacks = await withRemaining({ items: found.callBacks }, wiring, {
          connection,
          organisation,
          isElapsed: (item) => isElapsedRule(wiring, item),
        });
        const units = new Map(
          editionsOf(wiring, organisation).flatMap(({ units: all }) => all.map((u) => [u.id, u.name])),
        );
        const clockOf = <Item extends Overview["breaches" | "callBacks"][number]>({
          editionHash,
          ownerId,
          ...item
        }: Item) => ({
          ...item,
          name: registry.byHash(editionHash)?.clocks.find(({ id }) => id === item.rule)?.name ?? item.rule,
          owner: nameOf(names, ownerId),
        });
        return {
          ...found,
          byUnit: found.byUnit.map((row) => ({
            ...row,
            name: row.unit === null ? null : (units.get(row.unit) ?? row.unit),
          })),
          byPerson: found.byPerson.map((row) => ({ ...row, name: nameOf(names, row.ownerId) })),
          oldest: found.oldest.map(({ editionHash: _hash, ...row }) => row),
          callBacks: callBacks.items.map(clockOf),
          breaches: found.breaches.map(clockOf),
          absences: found.absences.map(({ personId, deputyIds, untilOn, open }) => ({
            personId,
            name: names.get(personId) ?? personId,
            untilOn,
            deputies: deputyIds.map((id) => names.get(id) ?? id),
            open,
          })),
        };
      });
    },
  );
}

function nameOf(names: ReadonlyMap<string, string>, personId: string | null): string | null {
  return personId === null ? null : (names.get(personId) ?? personId);
}

function editionsOf({ registry }: Pick<Wiring, "registry">, organisation: string): Edition[] {
  return registry.editions().filter(({ ref }) => ref.organisation === organisation);
}
