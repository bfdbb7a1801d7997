import { z } from "zod";
import { markOf, type WorkingCalendar } from "../../procedure/pure/calendar/working-calendar.ts";
import { dayFromNumber, dayNumberOf } from "../../procedure/pure/day.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { calendarInForce } from "./calendar-in-force.ts";
import { problem } from "./problem.ts";

const daySchema = z.object({
  date: z.string(),
  isOpen: z.boolean(),
  reason: z.string().describe("Why it is open or closed, as proofs say it."),
  name: z.string().nullable().describe("Of the holiday, or the reason that somebody gave."),
  source: z.string().nullable().describe("The notice that set it."),
  isProposed: z.boolean().describe("Worked out from the law: no notice has set it yet."),
});

/** `/calendars/years/{year}`: each day of a year on the organisation's own calendar, with its reason. */
export function calendarYearRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/calendars/years/:year",
    {
      config: { scope: "read" },
      schema: {
        tags: ["time"],
        summary: "A year, day by day: open or closed, and why",
        params: z.object({ year: z.coerce.number().int().min(1900).max(2200) }),
        response: { 200: z.object({ version: z.string(), days: z.array(daySchema) }) },
      },
    },
    async (request) => {
      const { year } = request.params;
      const calendar = await calendarInForce(wiring, signedIn(request).identity.organisation);
      if (`${year}-01-01` < calendar.firstOn || `${year}-12-31` > calendar.lastOn) {
        throw problem("no-such-item", { name: String(year) });
      }
      return { version: calendar.version, days: daysOf(calendar, year) };
    },
  );
}

function daysOf(calendar: WorkingCalendar, year: number): z.infer<typeof daySchema>[] {
  const first = dayNumberOf(`${year}-01-01`);
  const length = dayNumberOf(`${year + 1}-01-01`) - first;
  return Array.from({ length }, (_none, place) => {
    const date = dayFromNumber(first + place);
    const { open, reason, name = null, source = null, status } = markOf(calendar, date);
    return { date, isOpen: open, reason, name, source, isProposed: status === "proposed" };
  });
}
