import { dayFromNumber, dayNumberFrom, daysInMonth, type Day } from "./day.ts";

/**
 * A moment in UTC, always written `2026-02-23T17:00:00.000Z` (milliseconds and Z), so that lexicographic order is the
 * order of time. Years 0001 to 9999.
 */
export type Instant = string;

export const dayMs = 86_400_000;

/**
 * Reads ISO 8601 with an offset (`2026-02-12T10:00:00+07:00`, `…Z`); seconds and a fraction are optional, and a fraction
 * finer than a millisecond is cut, never rounded up. Refuses a text without a zone: "10 o'clock" is not a moment.
 */
export function parseInstant(text: string): { ok: true; instant: Instant } | { ok: false; reason: string } {
  const match = instantPattern.exec(text);
  if (!match) {
    const zoneMissing = instantPattern.test(`${text}Z`);
    const what = zoneMissing ? `"${text}" names no time zone` : `"${text}" is not an instant`;
    return { ok: false, reason: `${what}: write it as 2026-02-12T10:00:00+07:00` };
  }
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [hour, minute, second] = [Number(match[4]), Number(match[5]), Number(match[6] ?? "0")];
  const offsetMinutes = offsetFrom(match[8] ?? "Z");
  const dayExists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth({ year, month });
  if (!dayExists || hour > 23 || minute > 59 || second > 59 || offsetMinutes === undefined) {
    return { ok: false, reason: `"${text}" is an instant that does not exist: check its day, time and offset` };
  }
  const fractionMs = Number((match[7] ?? "").slice(0, 3).padEnd(3, "0"));
  const timeMs = ((hour * 60 + minute - offsetMinutes) * 60 + second) * 1000 + fractionMs;
  const ms = dayNumberFrom({ year, month, day }) * dayMs + timeMs;
  if (ms < msMin || ms > msMax) return { ok: false, reason: `"${text}" is outside the years 0001 to 9999 in UTC` };
  return { ok: true, instant: instantFromMs(ms) };
}

/** `ms`: milliseconds since 1970-01-01T00:00Z, an integer. */
export function instantFromMs(ms: number): Instant {
  const dayNumber = Math.floor(ms / dayMs);
  const timeMs = ms - dayNumber * dayMs;
  const seconds = Math.floor(timeMs / 1000);
  const minutes = Math.floor(seconds / 60);
  const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`;
  return `${dayFromNumber(dayNumber)}T${time}.${String(timeMs % 1000).padStart(3, "0")}Z`;
}

/** The inverse of `instantFromMs`. Throws on any text that is not an Instant already: parse at the boundary first. */
export function msFromInstant(instant: Instant): number {
  const [year, month, day] = [digits(instant, 0, 4), digits(instant, 5, 7), digits(instant, 8, 10)];
  const [hour, minute, second] = [digits(instant, 11, 13), digits(instant, 14, 16), digits(instant, 17, 19)];
  const timeMs = ((hour * 60 + minute) * 60 + second) * 1000 + digits(instant, 20, 23);
  const ms = dayNumberFrom({ year, month, day }) * dayMs + timeMs;
  // Written again it must be the same: that refuses every other shape, and days and hours that do not exist.
  if (instantFromMs(ms) === instant) return ms;
  throw new RangeError(`"${instant}" is not an instant in UTC with milliseconds: parse it first`);
}

/** The calendar day on which an instant falls where clocks are `offsetMinutes` ahead of UTC (Vietnam: 420). */
export function dayOf(instant: Instant, offsetMinutes: number): Day {
  return dayFromNumber(Math.floor((msFromInstant(instant) + offsetMinutes * 60_000) / dayMs));
}

/** The instant written with an offset for people and for printing: `2026-02-24T00:00:00.000+07:00`. */
export function withOffset(instant: Instant, offsetMinutes: number): string {
  const local = instantFromMs(msFromInstant(instant) + offsetMinutes * 60_000).slice(0, 23);
  const sign = offsetMinutes < 0 ? "-" : "+";
  const minutes = Math.abs(offsetMinutes);
  return `${local}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const instantPattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/;

// A day less at either end, so that an instant has a calendar day wherever on Earth it is looked at.
const msMin = dayNumberFrom({ year: 1, month: 1, day: 2 }) * dayMs;
const msMax = dayNumberFrom({ year: 9999, month: 12, day: 31 }) * dayMs - 1;

function offsetFrom(text: string): number | undefined {
  if (text === "Z") return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(4, 6))];
  const total = hours * 60 + minutes;
  if (minutes > 59 || total > 14 * 60) return undefined;
  return text.startsWith("-") ? -total : total;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** The number written from `start` to before `end`; where there are no digits it is some number that does not matter. */
function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let index = start; index < end; index += 1) value = value * 10 + text.charCodeAt(index) - 48;
  return value;
}
