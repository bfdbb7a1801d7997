import type { DayNumber } from "../day.ts";
import { dayMs, msFromInstant, type Instant } from "../instant.ts";

/** A time in which a clock stood still: `from` included, `to` not. It begins no earlier than the clock that it stops. */
export type Pause = { from: Instant; to: Instant };

export type SpanMs = { from: number; to: number };

/** Days touched by a pause for any part, both ends included. */
export type DayRange = { first: DayNumber; last: DayNumber };

/** In order, without overlap and without empty ones. Throws where a pause ends before it begins. */
export function mergedPauses(pauses: readonly Pause[]): SpanMs[] {
  const spans = pauses.map(({ from, to }) => ({ from: msFromInstant(from), to: msFromInstant(to) }));
  if (spans.some(({ from, to }) => to < from)) throw new RangeError("a pause ends before it begins");
  spans.sort((a, b) => a.from - b.from);
  const merged: SpanMs[] = [];
  for (const span of spans) {
    if (span.from === span.to) continue;
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span });
  }
  return merged;
}

/** The local days that merged pauses touch, in order and without overlap. A pause to midnight does not touch the day after. */
export function pausedDays(spans: readonly SpanMs[], offsetMs: number): DayRange[] {
  const ranges: DayRange[] = [];
  for (const { from, to } of spans) {
    const first = Math.floor((from + offsetMs) / dayMs);
    const last = Math.floor((to - 1 + offsetMs) / dayMs);
    const previous = ranges.at(-1);
    if (previous && first <= previous.last) previous.last = Math.max(previous.last, last);
    else ranges.push({ first, last });
  }
  return ranges;
}
