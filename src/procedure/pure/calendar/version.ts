import type { CalendarRules } from "./calendar-rules.ts";
import type { NationalCalendar } from "./national-calendar.ts";

/**
 * A short name of a calendar's inputs: the national table's version, then 16 hexadecimal digits over both layers. Equal inputs
 * give equal names whatever the order of their keys. It tells versions apart; it does not guard against forgery.
 */
export function versionOf({ national, rules }: { national: NationalCalendar; rules: CalendarRules }): string {
  return `${national.version}-${hash64(canonical({ national, rules }))}`;
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
}

/** Two independent 32-bit multiplicative hashes (the first is FNV-1a) over UTF-16 code units. */
function hash64(text: string): string {
  let [high, low] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ (unit + index), 0x85ebca6b);
  }
  return hex(high) + hex(low);
}

function hex(half: number): string {
  return (half >>> 0).toString(16).padStart(8, "0");
}
