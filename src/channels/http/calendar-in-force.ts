import type { WorkingCalendar } from "../../procedure/pure/calendar/working-calendar.ts";
import { dayInVietnam } from "../../procedure/pure/vietnam.ts";
import { readInside } from "../../projections/inside-organisation.ts";
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
  const number = await readInside(pool, organisation, async (connection) => {
    const { rows } = await connection.query<{ number: number }>(
      "select coalesce(max(number), 0) as number from calendar_version where organisation = $1",
      [organisation],
    );
    return rows[0]?.number ?? 0;
  });
  return (await store.calendars.calendarsFor(found.edition, { number, connection: pool })).organisation;
}
