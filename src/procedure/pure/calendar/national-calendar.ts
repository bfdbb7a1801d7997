import type { Day } from "../day.ts";
import type { ClosedDay, WorkedDay } from "./announced-day.ts";
import { proposedHolidaysOf } from "./labour-code.ts";

/** The announced days of one year, as a file under `procedures/calendars/` holds them. */
export type YearTable = { year: number; closedDays: readonly ClosedDay[]; workedDays: readonly WorkedDay[] };

/**
 * The national layer: all days of the years `firstYear` to `lastYear` (both included), in order of date. Years outside
 * `officialYears` are proposed from the law alone and may still change.
 */
export type NationalCalendar = {
  version: string;
  firstYear: number;
  lastYear: number;
  officialYears: readonly number[];
  closedDays: readonly ClosedDay[];
  workedDays: readonly WorkedDay[];
};

/** The first and the last year that Hồi Âm counts in. Outside them every count is refused. */
export const nationalYears = { first: 2010, last: 2050 } as const;

/**
 * Announced years as given, every other year of `nationalYears` proposed from the Labour Code of its time.
 * Throws where two tables are for one year, or a table is for a year out of range or holds another year's day.
 */
export function nationalCalendar({
  version,
  tables,
}: {
  version: string;
  tables: readonly YearTable[];
}): NationalCalendar {
  const tableOf = new Map<number, YearTable>();
  for (const table of tables) {
    checkTable(table);
    if (tableOf.has(table.year)) throw new RangeError(`two tables of holidays for ${table.year}`);
    tableOf.set(table.year, table);
  }
  const closedDays: ClosedDay[] = [];
  const workedDays: WorkedDay[] = [];
  for (let year = nationalYears.first; year <= nationalYears.last; year += 1) {
    closedDays.push(...(tableOf.get(year)?.closedDays ?? proposedHolidaysOf(year)));
    workedDays.push(...(tableOf.get(year)?.workedDays ?? []));
  }
  return {
    version,
    firstYear: nationalYears.first,
    lastYear: nationalYears.last,
    officialYears: [...tableOf.keys()].sort((a, b) => a - b),
    closedDays: closedDays.sort(byDate),
    workedDays: workedDays.sort(byDate),
  };
}

function checkTable({ year, closedDays, workedDays }: YearTable): void {
  if (year < nationalYears.first || year > nationalYears.last) {
    throw new RangeError(`holidays of ${year} are outside ${nationalYears.first} to ${nationalYears.last}`);
  }
  const seen = new Set<Day>();
  for (const { date } of [...closedDays, ...workedDays]) {
    if (!date.startsWith(`${year}-`)) throw new RangeError(`${date} stands in the table of ${year}`);
    if (seen.has(date)) throw new RangeError(`${date} stands twice in the table of ${year}`);
    seen.add(date);
  }
}

function byDate(a: { date: Day }, b: { date: Day }): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}
