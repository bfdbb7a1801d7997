import { z } from "zod";
import type { WorkingCalendar } from "../../procedure/pure/calendar/working-calendar.ts";
import { isElapsedTerm } from "../../procedure/pure/term/term.ts";
import { remainingUntil, type Remaining } from "../../procedure/pure/term/remaining.ts";
import type { Connection } from "../../projections/inside-organisation.ts";
import { organisationCalendar } from "../../store/organisation-calendar.ts";
import { calendarNumberOf } from "./calendar-in-force.ts";
import type { Wiring } from "./api.ts";

export const remainingSchema = z
  .object({
    workingMs: z
      .int()
      .describe(
        "Working milliseconds to the due; negative once it has passed. Of a term that runs around the clock: all of them.",
      ),
    isElapsed: z.boolean().describe("The term runs around the clock: 30 minutes, 24 hours."),
    openDays: z
      .int()
      .describe("Open days after today, the last day included; once that has passed, less those after it to today."),
  })
  .nullable()
  .describe("How far `dueAt` is now on the organisation's own calendar; null where no clock runs.");

/** The same page, each item with how far its due is: by the calendar in force on the snapshot that the items are of. */
export async function withRemaining<Item extends { dueAt: string | null }, Page extends { items: readonly Item[] }>(
  page: Page & { items: readonly Item[] },
  { store, now }: Pick<Wiring, "store" | "now">,
  {
    connection,
    organisation,
    isElapsed = () => false,
  }: { connection: Connection; organisation: string; isElapsed?: (item: Item) => boolean },
): Promise<Omit<Page, "items"> & { items: (Item & { remaining: Remaining | null })[] }> {
  const at = now();
  const anyDue = page.items.some(({ dueAt }) => dueAt !== null);
  const number = anyDue ? await calendarNumberOf(connection, organisation) : 0;
  const calendar = anyDue ? await organisationCalendar(store, { organisation, at, number, connection }) : undefined;
  const items = page.items.map((item) => ({
    ...item,
    remaining: remaining(item.dueAt, calendar, { now: at, isElapsed: isElapsed(item) }),
  }));
  return { ...page, items };
}

/** How far a due is; null without one, or without a calendar that knows its day. */
export function remaining(
  dueAt: string | null,
  calendar: WorkingCalendar | undefined,
  { now, isElapsed }: { now: string; isElapsed: boolean },
): Remaining | null {
  return dueAt === null || calendar === undefined ? null : remainingUntil(dueAt, { now, calendar, isElapsed });
}

/** Whether the clocks of a rule run around the clock, by the edition that the complaint is pinned to. */
export function isElapsedRule(
  { registry }: Pick<Wiring, "registry">,
  { editionHash, rule }: { editionHash: string; rule: string | null },
): boolean {
  const term = registry.byHash(editionHash)?.clocks.find(({ id }) => id === rule)?.term;
  return typeof term === "string" && isElapsedTerm(term);
}
