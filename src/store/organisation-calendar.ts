import type { WorkingCalendar } from "../procedure/pure/calendar/working-calendar.ts";
import type { Instant } from "../procedure/pure/instant.ts";
import { dayInVietnam } from "../procedure/pure/vietnam.ts";
import type { Connection } from "../projections/inside-organisation.ts";
import type { Store } from "./open-store.ts";

/**
 * The working days and shifts of an organisation at an instant: its own changed calendar, or that of the edition in force, of
 * its first procedure by name. Undefined for an organisation without an edition in force.
 *
 * @param asked.number the organisation's calendar version in force, 0 for none of its own
 */
export async function organisationCalendar(
  { registry, calendars }: Store,
  {
    organisation,
    at,
    number,
    connection,
  }: { organisation: string; at: Instant; number: number; connection: Connection },
): Promise<WorkingCalendar | undefined> {
  const procedures = registry.organisations().find(({ id }) => id === organisation)?.procedures ?? [];
  for (const procedure of procedures) {
    const found = registry.editionInForce({ organisation, procedure, on: dayInVietnam(at) });
    if (found.ok) return (await calendars.calendarsFor(found.edition, { number, connection })).organisation;
  }
  return undefined;
}
