import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { nationalCalendar, type NationalCalendar, type YearTable } from "../pure/calendar/national-calendar.ts";
import { parseDay } from "../pure/day.ts";

/**
 * Reads a nation's announced years, one file `<year>.yaml` each, from a folder such as `procedures/calendars/vn`; every other
 * year is proposed from the law. Its version names the last announced year; compiling adds a hash.
 * Throws, with the file's name, on a file that is not as `yearFile` says, and on an empty folder: no calendar is ever guessed.
 */
export function loadNationalCalendar(folder: string): NationalCalendar {
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  if (names.length === 0) throw new Error(`${folder} holds no year of holidays (<year>.yaml)`);
  const tables = names.sort().map((name) => readYear(folder, name));
  const lastYear = Math.max(...tables.map(({ year }) => year));
  return nationalCalendar({ version: `vn-${lastYear}`, tables });
}

/** The table of Vietnam that this program ships with. */
export function loadVietnameseCalendar(): NationalCalendar {
  return loadNationalCalendar(join(import.meta.dirname, "../../../procedures/calendars/vn"));
}

const day = z.string().refine((text) => parseDay(text).ok, "a day is written as 2026-02-12");
const words = z.string().min(1).max(200);

const yearFile = z.strictObject({
  year: z.int(),
  /** The notices of the year: the source of every day that names none of its own. */
  notice: words,
  closed: z
    .array(
      z.strictObject({
        date: day,
        kind: z.enum(["holiday", "make-up", "swap"]),
        name: words,
        source: words.optional(),
        madeUp: z.literal(false).optional(),
      }),
    )
    .max(60),
  worked: z.array(z.strictObject({ date: day, swappedFor: day, source: words.optional() })).max(20),
});

function readYear(folder: string, name: string): YearTable {
  const path = join(folder, name);
  const parsed = yearFile.safeParse(parse(readFileSync(path, "utf8")));
  if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
  const { year, notice, closed, worked } = parsed.data;
  if (name !== `${year}.yaml`) throw new Error(`${path} holds the year ${year}: name it ${year}.yaml`);
  return {
    year,
    closedDays: closed.map(({ date, kind, name: dayName, source = notice, madeUp }) => ({
      date,
      kind,
      name: dayName,
      source,
      status: "official",
      ...(madeUp === false ? { madeUp } : {}),
    })),
    workedDays: worked.map(({ date, swappedFor, source = notice }) => ({
      date,
      swappedFor,
      source,
      status: "official",
    })),
  };
}
