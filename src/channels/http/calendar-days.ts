import { z } from "zod";
import {
  ownDayKinds,
  rulesTakenBack,
  rulesWithDay,
  type NotTakenBack,
} from "../../procedure/pure/calendar/own-days.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { changeCalendar } from "../../store/change-calendar.ts";
import { dayText } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { calendarInForce, calendarNumberOf, rulesOfEdition } from "./calendar-in-force.ts";
import { calendarChanged, calendarChangedSchema } from "./calendars.ts";
import { administrator } from "./people-rules.ts";
import { problem } from "./problem.ts";
import type { ProblemCode } from "./problem-kinds.ts";
import { lineText } from "./typed-text.ts";

const previewFlag = z.boolean().describe("True changes nothing, and lists the open clocks that would move.");

/** `/calendars/days`: one day more off or worked, and taken back again; clocks move as with any change of the calendar. */
export function calendarDayRoutes(api: Api, wiring: Wiring): void {
  const tags = ["time"];
  api.post(
    "/calendars/days",
    {
      config: { scope: "administer" },
      schema: {
        tags,
        summary: "Add a day off, or a day that is worked, or see what that would move",
        description: "Such as a day off for a storm. A day that was added before is named anew.",
        body: z.strictObject({ date: dayText, kind: z.enum(ownDayKinds), reason: lineText, preview: previewFlag }),
        response: { 200: calendarChangedSchema },
      },
    },
    async (request) => {
      const { identity, actor } = administrator(signedIn(request));
      const { organisation } = identity;
      const { reason, preview, ...day } = request.body;
      const { rules, basedOn } = await inForce(wiring, organisation);
      const change = await changeCalendar(wiring.store, {
        organisation,
        reason,
        actor,
        preview,
        basedOn,
        rules: rulesWithDay(rules, { ...day, reason }),
        noted: { change: "added", ...day },
      });
      return calendarChanged(change);
    },
  );
  api.post(
    "/calendars/days/:date/removals",
    {
      config: { scope: "administer" },
      schema: {
        tags,
        summary: "Take a day back that was added, or see which clocks would move back",
        description:
          "Only a day that somebody added: those of the nation are not the organisation's to take back, and those of the edition are changed by another edition.",
        params: z.object({ date: dayText }),
        body: z.strictObject({ reason: lineText, preview: previewFlag }),
        response: { 200: calendarChangedSchema },
      },
    },
    async (request) => {
      const { identity, actor } = administrator(signedIn(request));
      const { organisation } = identity;
      const { date } = request.params;
      const { calendar, basedOn } = await inForce(wiring, organisation);
      const taken = rulesTakenBack(calendar, { date, ofEdition: await rulesOfEdition(wiring, organisation) });
      if (!taken.ok) throw problem(problemOf[taken.why], { day: date, name: taken.name }, { field: "date" });
      const change = await changeCalendar(wiring.store, {
        organisation,
        actor,
        basedOn,
        ...request.body,
        rules: taken.rules,
        noted: { change: "taken-back", date, kind: taken.day.kind },
      });
      return calendarChanged(change);
    },
  );
}

const problemOf = {
  national: "day-of-nation",
  "of-edition": "day-of-edition",
  "not-added": "day-not-added",
} as const satisfies Record<NotTakenBack, ProblemCode>;

/** The calendar that counts now, and the version it is. */
async function inForce(wiring: Wiring, organisation: string) {
  const basedOn = await readInside(wiring.pool, organisation, (connection) =>
    calendarNumberOf(connection, organisation),
  );
  const calendar = await calendarInForce(wiring, organisation);
  return { calendar, rules: calendar.rules, basedOn };
}
