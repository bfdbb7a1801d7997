import type { CalendarRules } from "../../procedure/pure/calendar/calendar-rules.ts";
import type { WorkingCalendar } from "../../procedure/pure/calendar/working-calendar.ts";
import { readInside, type Connection } from "../../projections/inside-organisation.ts";
import { organisationCalendar } from "../../store/organisation-calendar.ts";
import type { Wiring } from "./api.ts";
import { problem } from "./problem.ts";

/** The working days that an organisation counts on today: its own changed calendar, or that of the edition in force. */
export function calendarInForce(
  { pool, store, now }: Wiring,
  organisation: string,
  procedure?: string,
): Promise<WorkingCalendar> {
  return readInside(pool, organisation, async (connection) => {
    const number = await calendarNumberOf(connection, organisation);
    const asked = { organisation, procedure, at: now(), number, connection };
    const calendar = await organisationCalendar(store, asked);
    if (!calendar) throw problem("unknown-procedure", { what: procedure ?? organisation }, { field: "procedure" });
    return calendar;
  });
}

/** The working days as the edition in force has them, whoever changed them since. */
export function rulesOfEdition({ pool, store, now }: Wiring, organisation: string): Promise<CalendarRules> {
  return readInside(pool, organisation, async (connection) => {
    const calendar = await organisationCalendar(store, { organisation, at: now(), number: 0, connection });
    if (!calendar) throw problem("unknown-procedure", { what: organisation });
    return calendar.rules;
  });
}

/** The version of the organisation's own calendar that is in force; 0: nobody has changed that of its edition. */
export async function calendarNumberOf(connection: Connection, organisation: string): Promise<number> {
  const { rows } = await connection.query<{ number: number }>({
    name: "calendar_number",
    text: "select coalesce(max(number), 0) as number from calendar_version where organisation = $1",
    values: [organisation],
  });
  return rows[0]?.number ?? 0;
}
