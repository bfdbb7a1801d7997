const DAY_MS = 24 * 3_600_000;

/**
 * The day that somebody typed, as `2026-11-24`: `24/11/2026`, `24.11.26`, `24-11`, `24 11 2026`, `24112026`, `2411`; undefined where it is none.
 * Without a year it is the nearest such day. `today`: as `2026-11-24`.
 */
export function readDay(text: string, today: string): string | undefined {
  const typed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [day, month, year] = parts(typed);
  if (day === undefined || month === undefined) return undefined;
  if (year !== undefined) return realDay(year, month, day);
  return nearest(month, day, today);
}

/**
 * A day and a time of the clock, as `2026-11-24T09:30`: `24/11/2026 09:30`, `9h30 24/11`, `9h 24/11`; a time alone is today's.
 * Undefined where either is missing.
 */
export function readDayAndTime(text: string, today: string): string | undefined {
  const iso = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/.exec(text.trim());
  const words = iso ? [iso[1] ?? "", iso[2] ?? ""] : text.trim().split(/[\s,]+/);
  const times = words.filter((word) => /[:h]/i.test(word));
  const days = words.filter((word) => !times.includes(word));
  const time = times.length === 1 ? readTime(times[0] ?? "") : undefined;
  const day = days.length === 0 ? today : readDay(days.join(" "), today);
  return time && day ? `${day}T${time}` : undefined;
}

/** `24/11/2026`, of what `readDay` gave. */
export function shownDay(day: string): string {
  return day === "" ? "" : `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** `09:30 24/11/2026`, of what `readDayAndTime` gave. */
export function shownDayAndTime(at: string): string {
  return at === "" ? "" : `${at.slice(11, 16)} ${shownDay(at.slice(0, 10))}`;
}

/** The day after or before. */
export function dayBeside(day: string, step: 1 | -1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + step * DAY_MS).toISOString().slice(0, 10);
}

function parts(typed: string): number[] {
  const run = /^(\d{2})(\d{2})(\d{2}|\d{4})?$/.exec(typed);
  if (run) return numbers(run);
  const apart = /^(\d{1,2})[\s./-]+(\d{1,2})(?:[\s./-]+(\d{4}|\d{2}))?$/.exec(typed);
  return apart ? numbers(apart) : [];
}

/** Of a year of two figures the one of this century. */
function numbers([, day = "", month = "", year]: readonly string[]): number[] {
  const known = [Number(day), Number(month)];
  return year === undefined ? known : [...known, Number(year.length === 2 ? `20${year}` : year)];
}

/** 31/4 is no day, and 29/2 one in some years only. */
function realDay(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 9999) return undefined;
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.toISOString().slice(0, 10) : undefined;
}

function nearest(month: number, day: number, today: string): string | undefined {
  const now = Date.parse(`${today}T00:00:00Z`);
  const year = Number(today.slice(0, 4));
  const found = [year - 1, year, year + 1]
    .map((each) => realDay(each, month, day))
    .filter((each) => each !== undefined);
  const farness = (each: string) => Math.abs(Date.parse(`${each}T00:00:00Z`) - now);
  return found.toSorted((one, other) => farness(one) - farness(other))[0];
}

function readTime(text: string): string | undefined {
  const [, hour, minute = "00"] = /^(\d{1,2})(?::|h)(\d{2})?$/i.exec(text) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, "0")}:${minute}`;
}
