import type { WorkingCalendar } from "../procedure/pure/calendar/working-calendar.ts";
import type { EditionRegistry } from "../procedure/pure/edition/registry.ts";
import type { Instant } from "../procedure/pure/instant.ts";
import { dayInVietnam } from "../procedure/pure/vietnam.ts";
import type { Connection } from "../projections/inside-organisation.ts";
import type { Store } from "./open-store.ts";

/**
 * The working days and shifts of an organisation at an instant: its own changed calendar, or that of the edition in force, of
 * its first procedure by name. Undefined for an organisation, or a procedure, without an edition in force.
 *
 * @param asked.procedure of this one only
 * @param asked.number the organisation's calendar version in force, 0 for none of its own
 */
export async function organisationCalendar(
  { registry, calendars }: Store,
  {
    organisation,
    procedure: only,
    at,
    number,
    connection,
  }: { organisation: string; procedure?: string | undefined; at: Instant; number: number; connection: Connection },
): Promise<WorkingCalendar | undefined> {
  const procedures = only === undefined ? proceduresOf(registry, organisation) : [only];
  for (const procedure of procedures) {
    const found = registry.editionInForce({ organisation, procedure, on: dayInVietnam(at) });
    if (found.ok) return (await calendars.calendarsFor(found.edition, { number, connection })).organisation;
  }
  return undefined;
}

function proceduresOf(registry: EditionRegistry, organisation: string): readonly string[] {
  return registry.organisations().find(({ id }) => id === organisation)?.procedures ?? [];
}
