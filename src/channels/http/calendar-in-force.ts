import type { WorkingCalendar } from "../../procedure/pure/calendar/working-calendar.ts";
import { dayInVietnam } from "../../procedure/pure/vietnam.ts";
import { readInside, type Connection } from "../../projections/inside-organisation.ts";
import type { Wiring } from "./api.ts";
import { problem } from "./problem.ts";

/** The working days that an organisation counts on today: its own changed calendar, or that of the edition in force. */
export async function organisationCalendar(
  { pool, registry, store, now }: Wiring,
  organisation: string,
  procedure?: string,
): Promise<WorkingCalendar> {
  const asked = procedure ?? registry.organisations().find(({ id }) => id === organisation)?.procedures[0] ?? "";
  const found = registry.editionInForce({ organisation, procedure: asked, on: dayInVietnam(now()) });
  if (!found.ok) throw problem("unknown-procedure", { what: found.reason }, { field: "procedure" });
  const number = await readInside(pool, organisation, (connection) => calendarNumberOf(connection, organisation));
  return (await store.calendars.calendarsFor(found.edition, { number, connection: pool })).organisation;
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
