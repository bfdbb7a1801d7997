/**
 * A calendar day of the proleptic Gregorian calendar, `YYYY-MM-DD`, without a zone: which day it is *for whom* is said by
 * the calendar that reads it. Lexicographic order is the order of time.
 */
export type Day = string;

/** Days since 1970-01-01 (negative before). Hot loops count in these; text is for the edges. */
export type DayNumber = number;

/** ISO weekday: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Reads a day. Refuses anything but `YYYY-MM-DD` of a day that exists, years 0001 to 9999. */
export function parseDay(text: string): { ok: true; day: Day } | { ok: false; reason: string } {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return { ok: false, reason: `"${text}" is not a day: write it as 2026-02-12` };
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth({ year, month })) {
    return { ok: false, reason: `"${text}" is a day that does not exist` };
  }
  return { ok: true, day: text };
}

/** The number of a day that has been parsed already. Throws on malformed text: that is a bug, not an input. */
export function dayNumberOf(day: Day): DayNumber {
  const parsed = parseDay(day);
  if (!parsed.ok) throw new RangeError(parsed.reason);
  return dayNumberFrom({
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    day: Number(day.slice(8, 10)),
  });
}

/** The day of a number, years 0001 to 9999. */
export function dayFromNumber(dayNumber: DayNumber): Day {
  const { year, month, day } = civilFrom(dayNumber);
  if (year < 1 || year > 9999) throw new RangeError(`day number ${dayNumber} is outside the years 0001 to 9999`);
  return `${year > 999 ? year : String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
}

export function weekdayOf(dayNumber: DayNumber): Weekday {
  // 1970-01-01 was a Thursday (4).
  return (((((dayNumber + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export type CivilDate = { year: number; month: number; day: number };

/** Counted in 400-year eras that begin on 1 March, so that the leap day comes last and needs no exception. */
export function dayNumberFrom({ year, month, day }: CivilDate): DayNumber {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function civilFrom(dayNumber: DayNumber): CivilDate {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

export function daysInMonth({ year, month }: { year: number; month: number }): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
