import { z } from "zod";
import { calendarRulesSchema } from "../../procedure/pure/edition/clocks.ts";
import { rulesOf } from "../../procedure/pure/edition/calendars-of-edition.ts";
import { ownDayKinds, ownDaysOf } from "../../procedure/pure/calendar/own-days.ts";
import { readInside, type Connection } from "../../projections/inside-organisation.ts";
import { changeCalendar, type CalendarChange } from "../../store/change-calendar.ts";
import { moveProgress } from "../../store/move-clocks.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { calendarInForce, rulesOfEdition } from "./calendar-in-force.ts";
import { administrator } from "./people-rules.ts";
import { problem } from "./problem.ts";

export const calendarChangedSchema = z.object({
  number: z.int().nullable().describe("The version now in force; null: a preview."),
  moved: z.array(
    z.object({
      complaintId: z.string(),
      number: z.string(),
      clockId: z.string(),
      rule: z.string(),
      from: z.string().describe("The due instant before."),
      to: z.string().describe("The due instant after."),
    }),
  ),
  left: z.int().describe("Complaints that were not gone through for this answer; after a change, workers move them."),
});
const rulesSchema = calendarRulesSchema.omit({ source: true });
export const ownDaySchema = z.object({ date: z.string(), kind: z.enum(ownDayKinds), reason: z.string() });
const anything = z.record(z.string(), z.unknown());
const calendarSchema = z.object({
  version: z.string().describe("Name of the calendar in force, as proofs cite it."),
  firstOn: z.string(),
  lastOn: z.string(),
  rules: anything,
  ownDays: z
    .array(ownDaySchema.extend({ isOfEdition: z.boolean().describe("Only another edition takes it out.") }))
    .describe("Days that the organisation itself is closed or open on, beside week and nation."),
  move: z
    .object({
      number: z.int().describe("The version to which open clocks are moved."),
      complaints: z.int().describe("Complaints gone through."),
      clocks: z.int().describe("Clocks moved."),
      isEnded: z.boolean(),
    })
    .nullable()
    .describe("How far the last change has come; null: there was none."),
  changes: z.array(
    z.object({
      number: z.int(),
      rules: anything,
      reason: z.string(),
      changedBy: anything,
      changedByName: z.string().nullable(),
      changedAt: z.string(),
    }),
  ),
});

/** `/calendars`: the organisation's own layer of its working days, version by version. */
export function calendarRoutes(api: Api, wiring: Wiring): void {
  const { pool, store } = wiring;
  const tags = ["time"];
  api.get(
    "/calendars",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "The calendar in force, and every change of it",
        description: "Until somebody changes it, the calendar of the edition in force counts.",
        response: {
          200: calendarSchema,
        },
      },
    },
    async (request) => {
      const { organisation } = signedIn(request).identity;
      const { version, firstOn, lastOn, rules } = await calendarInForce(wiring, organisation);
      const ownDays = ownDaysOf(rules, await rulesOfEdition(wiring, organisation));
      const found = await readInside(pool, organisation, async (connection) => ({
        changes: await changesOf(connection, organisation),
        move: await moveProgress(connection, organisation),
      }));
      return { version, firstOn, lastOn, rules: { ...rules }, ownDays, ...found };
    },
  );
  api.post(
    "/calendars",
    {
      config: { scope: "administer" },
      schema: {
        tags,
        summary: "Change the calendar, or see what a change would move",
        description:
          "`preview: true` changes nothing and lists the open clocks that would move. `preview: false` keeps the version with its reason and moves them, each by an event of its own. Where very many complaints have open clocks, only some are previewed, and workers move them after the answer, batch by batch.",
        body: z.strictObject({ rules: rulesSchema, reason: z.string().min(1).max(1000), preview: z.boolean() }),
        response: {
          200: calendarChangedSchema,
        },
      },
    },
    async (request) => {
      const { identity, actor } = administrator(signedIn(request));
      const { reason, preview } = request.body;
      const rules = rulesOf({ ...request.body.rules, source: "change" });
      const change = await changeCalendar(store, {
        organisation: identity.organisation,
        rules,
        reason,
        actor,
        preview,
      });
      return calendarChanged(change);
    },
  );
}

/** What a change made, or the problem that its refusal makes. */
export function calendarChanged(change: CalendarChange): z.infer<typeof calendarChangedSchema> {
  if (change.ok) return { number: change.number, moved: change.moved, left: change.left };
  if (change.problems === "changed-meanwhile") throw problem("changed-meanwhile");
  throw problem("calendar-rules", { what: change.problems.join("; ") }, { field: "rules" });
}

async function changesOf(connection: Connection, organisation: string) {
  const { rows } = await connection.query<{
    number: number;
    rules: Record<string, unknown>;
    reason: string;
    changedBy: Record<string, unknown>;
    changedByName: string | null;
    changedAt: string;
  }>(
    `select number, rules, reason, changed_by as "changedBy", instant_text(changed_at) as "changedAt",
       (select p.name from person p where p.organisation = v.organisation and p.person_id = changed_by ->> 'personId')
         as "changedByName"
     from calendar_version v where organisation = $1 order by number desc limit 100`,
    [organisation],
  );
  return rows;
}
